/* Proves data/apis/pthread.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sched.h>

int (*prove_pthread_create)(pthread_t *newthread, const pthread_attr_t *attr, void *(*start_routine)(void *), void *arg) = (pthread_create);
int (*prove_pthread_join)(pthread_t th, void **thread_return) = (pthread_join);
int (*prove_pthread_detach)(pthread_t th) = (pthread_detach);
int (*prove_pthread_cancel)(pthread_t th) = (pthread_cancel);
void (*prove_pthread_exit)(void *retval) = (pthread_exit);
pthread_t (*prove_pthread_self)(void) = (pthread_self);
int (*prove_pthread_equal)(pthread_t thread1, pthread_t thread2) = (pthread_equal);
int (*prove_pthread_kill)(pthread_t threadid, int signo) = (pthread_kill);
int (*prove_pthread_sigmask)(int how, const __sigset_t *newmask, __sigset_t *oldmask) = (pthread_sigmask);
int (*prove_pthread_setname_np)(pthread_t target_thread, const char *name) = (pthread_setname_np);
int (*prove_pthread_setaffinity_np)(pthread_t th, size_t cpusetsize, const cpu_set_t *cpuset) = (pthread_setaffinity_np);
int (*prove_pthread_setcancelstate)(int state, int *oldstate) = (pthread_setcancelstate);
int (*prove_pthread_setcanceltype)(int type, int *oldtype) = (pthread_setcanceltype);
void (*prove_pthread_testcancel)(void) = (pthread_testcancel);
int (*prove_pthread_yield)(void) = (pthread_yield);
int (*prove_sched_yield)(void) = (sched_yield);
int (*prove_pthread_attr_init)(pthread_attr_t *attr) = (pthread_attr_init);
int (*prove_pthread_attr_destroy)(pthread_attr_t *attr) = (pthread_attr_destroy);
int (*prove_pthread_attr_setdetachstate)(pthread_attr_t *attr, int detachstate) = (pthread_attr_setdetachstate);
int (*prove_pthread_attr_setstacksize)(pthread_attr_t *attr, size_t stacksize) = (pthread_attr_setstacksize);
int (*prove_pthread_mutex_init)(pthread_mutex_t *mutex, const pthread_mutexattr_t *mutexattr) = (pthread_mutex_init);
int (*prove_pthread_mutex_destroy)(pthread_mutex_t *mutex) = (pthread_mutex_destroy);
int (*prove_pthread_mutex_lock)(pthread_mutex_t *mutex) = (pthread_mutex_lock);
int (*prove_pthread_mutex_trylock)(pthread_mutex_t *mutex) = (pthread_mutex_trylock);
int (*prove_pthread_mutex_timedlock)(pthread_mutex_t *mutex, const struct timespec *abstime) = (pthread_mutex_timedlock);
int (*prove_pthread_mutex_unlock)(pthread_mutex_t *mutex) = (pthread_mutex_unlock);
int (*prove_pthread_mutexattr_init)(pthread_mutexattr_t *attr) = (pthread_mutexattr_init);
int (*prove_pthread_mutexattr_settype)(pthread_mutexattr_t *attr, int kind) = (pthread_mutexattr_settype);
int (*prove_pthread_mutexattr_destroy)(pthread_mutexattr_t *attr) = (pthread_mutexattr_destroy);
int (*prove_pthread_rwlock_init)(pthread_rwlock_t *rwlock, const pthread_rwlockattr_t *attr) = (pthread_rwlock_init);
int (*prove_pthread_rwlock_destroy)(pthread_rwlock_t *rwlock) = (pthread_rwlock_destroy);
int (*prove_pthread_rwlock_rdlock)(pthread_rwlock_t *rwlock) = (pthread_rwlock_rdlock);
int (*prove_pthread_rwlock_wrlock)(pthread_rwlock_t *rwlock) = (pthread_rwlock_wrlock);
int (*prove_pthread_rwlock_tryrdlock)(pthread_rwlock_t *rwlock) = (pthread_rwlock_tryrdlock);
int (*prove_pthread_rwlock_trywrlock)(pthread_rwlock_t *rwlock) = (pthread_rwlock_trywrlock);
int (*prove_pthread_rwlock_unlock)(pthread_rwlock_t *rwlock) = (pthread_rwlock_unlock);
int (*prove_pthread_cond_init)(pthread_cond_t *cond, const pthread_condattr_t *cond_attr) = (pthread_cond_init);
int (*prove_pthread_cond_destroy)(pthread_cond_t *cond) = (pthread_cond_destroy);
int (*prove_pthread_cond_wait)(pthread_cond_t *cond, pthread_mutex_t *mutex) = (pthread_cond_wait);
int (*prove_pthread_cond_timedwait)(pthread_cond_t *cond, pthread_mutex_t *mutex, const struct timespec *abstime) = (pthread_cond_timedwait);
int (*prove_pthread_cond_signal)(pthread_cond_t *cond) = (pthread_cond_signal);
int (*prove_pthread_cond_broadcast)(pthread_cond_t *cond) = (pthread_cond_broadcast);
int (*prove_pthread_key_create)(pthread_key_t *key, void (*destr_function)(void *)) = (pthread_key_create);
int (*prove_pthread_key_delete)(pthread_key_t key) = (pthread_key_delete);
void *(*prove_pthread_getspecific)(pthread_key_t key) = (pthread_getspecific);
int (*prove_pthread_setspecific)(pthread_key_t key, const void *pointer) = (pthread_setspecific);
int (*prove_pthread_once)(pthread_once_t *once_control, void (*init_routine)(void)) = (pthread_once);
int (*prove_pthread_atfork)(void (*prepare)(void), void (*parent)(void), void (*child)(void)) = (pthread_atfork);
int (*prove_pthread_spin_init)(pthread_spinlock_t *lock, int pshared) = (pthread_spin_init);
int (*prove_pthread_spin_lock)(pthread_spinlock_t *lock) = (pthread_spin_lock);
int (*prove_pthread_spin_unlock)(pthread_spinlock_t *lock) = (pthread_spin_unlock);
int (*prove_sem_init)(sem_t *sem, int pshared, unsigned int value) = (sem_init);
int (*prove_sem_wait)(sem_t *sem) = (sem_wait);
int (*prove_sem_trywait)(sem_t *sem) = (sem_trywait);
int (*prove_sem_timedwait)(sem_t *sem, const struct timespec *abstime) = (sem_timedwait);
int (*prove_sem_post)(sem_t *sem) = (sem_post);
int (*prove_sem_destroy)(sem_t *sem) = (sem_destroy);
int (*prove_pthread_barrier_init)(pthread_barrier_t *barrier, const pthread_barrierattr_t *attr, unsigned int count) = (pthread_barrier_init);
int (*prove_pthread_barrier_wait)(pthread_barrier_t *barrier) = (pthread_barrier_wait);
int (*prove_pthread_barrier_destroy)(pthread_barrier_t *barrier) = (pthread_barrier_destroy);
int (*prove_pthread_spin_destroy)(pthread_spinlock_t *lock) = (pthread_spin_destroy);
int (*prove_pthread_setschedparam)(pthread_t target_thread, int policy, const struct sched_param *param) = (pthread_setschedparam);
int (*prove_pthread_getschedparam)(pthread_t target_thread, int *policy, struct sched_param *param) = (pthread_getschedparam);
int (*prove_pthread_spin_trylock)(pthread_spinlock_t *lock) = (pthread_spin_trylock);
sem_t *(*prove_sem_open)(const char *name, int oflag, ...) = (sem_open);
int (*prove_sem_close)(sem_t *sem) = (sem_close);
int main(void) { return 0; }
