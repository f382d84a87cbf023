/* Proves data/apis/libc.toml; written by tests/test_apis.py. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <alloca.h>
#include <malloc.h>
#include <unistd.h>
#include <fcntl.h>
#include <ctype.h>
#include <errno.h>
#include <time.h>
#include <signal.h>
#include <dirent.h>
#include <syslog.h>
#include <pwd.h>
#include <grp.h>
#include <assert.h>
#include <setjmp.h>
#include <getopt.h>
#include <dlfcn.h>
#include <locale.h>
#include <libgen.h>
#include <crypt.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/uio.h>
#include <sys/sendfile.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <sys/resource.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/utsname.h>
#include <limits.h>
#include <iconv.h>
#include <spawn.h>
#include <termios.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <ucontext.h>
#include <pty.h>
#include <wchar.h>
#include <langinfo.h>
#include <libintl.h>
#include <regex.h>
#include <glob.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/shm.h>
#include <sched.h>
#include <utime.h>
#include <err.h>
#include <error.h>

void *(*prove_malloc)(size_t size) = (malloc);
void *(*prove_calloc)(size_t nmemb, size_t size) = (calloc);
void *(*prove_realloc)(void *ptr, size_t size) = (realloc);
void *(*prove_reallocarray)(void *ptr, size_t nmemb, size_t size) = (reallocarray);
void *(*prove_aligned_alloc)(size_t alignment, size_t size) = (aligned_alloc);
void *(*prove_memalign)(size_t alignment, size_t size) = (memalign);
int (*prove_posix_memalign)(void **memptr, size_t alignment, size_t size) = (posix_memalign);
char *(*prove_strdup)(const char *s) = (strdup);
char *(*prove_strndup)(const char *string, size_t n) = (strndup);
int (*prove_asprintf)(char **ptr, const char *fmt, ...) = (asprintf);
int (*prove_vasprintf)(char **ptr, const char *f, va_list arg) = (vasprintf);
void *prove_alloca(size_t size) { return alloca(size); }
void *(*prove_mmap)(void *addr, size_t len, int prot, int flags, int fd, off_t offset) = (mmap);
int (*prove_mlock)(const void *addr, size_t len) = (mlock);
int (*prove_mprotect)(void *addr, size_t len, int prot) = (mprotect);
int (*prove_munmap)(void *addr, size_t len) = (munmap);
void (*prove_free)(void *ptr) = (free);
void *(*prove_memcpy)(void *dest, const void *src, size_t n) = (memcpy);
void *(*prove_memmove)(void *dest, const void *src, size_t n) = (memmove);
void *(*prove_mempcpy)(void *dest, const void *src, size_t n) = (mempcpy);
void *(*prove_memset)(void *s, int c, size_t n) = (memset);
void (*prove_explicit_bzero)(void *s, size_t n) = (explicit_bzero);
void (*prove_bzero)(void *s, size_t n) = (bzero);
void (*prove_bcopy)(const void *src, void *dest, size_t n) = (bcopy);
int (*prove_memcmp)(const void *s1, const void *s2, size_t n) = (memcmp);
void *(*prove_memchr)(const void *s, int c, size_t n) = (memchr);
void *(*prove_memmem)(const void *haystack, size_t haystacklen, const void *needle, size_t needlelen) = (memmem);
void *(*prove_memrchr)(const void *s, int c, size_t n) = (memrchr);
unsigned long (*prove_strlen)(const char *s) = (strlen);
size_t (*prove_strnlen)(const char *string, size_t maxlen) = (strnlen);
char *(*prove_strcpy)(char *dest, const char *src) = (strcpy);
char *(*prove_stpcpy)(char *dest, const char *src) = (stpcpy);
char *(*prove_strncpy)(char *dest, const char *src, size_t n) = (strncpy);
char *(*prove_strcat)(char *dest, const char *src) = (strcat);
char *(*prove_strncat)(char *dest, const char *src, size_t n) = (strncat);
int (*prove_strcmp)(const char *s1, const char *s2) = (strcmp);
int (*prove_strncmp)(const char *s1, const char *s2, size_t n) = (strncmp);
int (*prove_strcasecmp)(const char *s1, const char *s2) = (strcasecmp);
int (*prove_strncasecmp)(const char *s1, const char *s2, size_t n) = (strncasecmp);
int (*prove_strcoll)(const char *s1, const char *s2) = (strcoll);
char *(*prove_strchr)(const char *s, int c) = (strchr);
char *(*prove_strrchr)(const char *s, int c) = (strrchr);
char *(*prove_strstr)(const char *haystack, const char *needle) = (strstr);
char *(*prove_strcasestr)(const char *haystack, const char *needle) = (strcasestr);
char *(*prove_strpbrk)(const char *s, const char *accept) = (strpbrk);
unsigned long (*prove_strspn)(const char *s, const char *accept) = (strspn);
unsigned long (*prove_strcspn)(const char *s, const char *reject) = (strcspn);
char *(*prove_strtok)(char *s, const char *delim) = (strtok);
char *(*prove_strtok_r)(char *s, const char *delim, char **save_ptr) = (strtok_r);
char *(*prove_strsep)(char **stringp, const char *delim) = (strsep);
char *(*prove_strerror)(int errnum) = (strerror);
char *(*prove_strerror_r)(int errnum, char *buf, size_t buflen) = (strerror_r);
void (*prove_perror)(const char *s) = (perror);
char *(*prove_strsignal)(int sig) = (strsignal);
long (*prove_strtol)(const char *nptr, char **endptr, int base) = (strtol);
unsigned long (*prove_strtoul)(const char *nptr, char **endptr, int base) = (strtoul);
long long (*prove_strtoll)(const char *nptr, char **endptr, int base) = (strtoll);
unsigned long long (*prove_strtoull)(const char *nptr, char **endptr, int base) = (strtoull);
double (*prove_strtod)(const char *nptr, char **endptr) = (strtod);
float (*prove_strtof)(const char *nptr, char **endptr) = (strtof);
int (*prove_atoi)(const char *nptr) = (atoi);
long (*prove_atol)(const char *nptr) = (atol);
long long (*prove_atoll)(const char *nptr) = (atoll);
double (*prove_atof)(const char *nptr) = (atof);
int (*prove_abs)(int x) = (abs);
long (*prove_labs)(long x) = (labs);
int (*prove_toupper)(int c) = (toupper);
int (*prove_tolower)(int c) = (tolower);
int (*prove_isalpha)(int a0) = (isalpha);
int (*prove_isdigit)(int a0) = (isdigit);
int (*prove_isalnum)(int a0) = (isalnum);
int (*prove_isspace)(int a0) = (isspace);
int (*prove_isprint)(int a0) = (isprint);
int (*prove_isxdigit)(int a0) = (isxdigit);
int (*prove_sscanf)(const char *s, const char *format, ...) = (sscanf);
int (*prove_fscanf)(FILE *stream, const char *format, ...) = (fscanf);
int (*prove_scanf)(const char *format, ...) = (scanf);
int (*prove_vsscanf)(const char *s, const char *format, va_list arg) = (vsscanf);
int (*prove_sprintf)(char *s, const char *format, ...) = (sprintf);
int (*prove_vsprintf)(char *s, const char *format, va_list arg) = (vsprintf);
int (*prove_snprintf)(char *s, size_t maxlen, const char *format, ...) = (snprintf);
int (*prove_vsnprintf)(char *s, size_t maxlen, const char *format, va_list arg) = (vsnprintf);
int (*prove_printf)(const char *format, ...) = (printf);
int (*prove_vprintf)(const char *format, va_list arg) = (vprintf);
int (*prove_fprintf)(FILE *stream, const char *format, ...) = (fprintf);
int (*prove_vfprintf)(FILE *s, const char *format, va_list arg) = (vfprintf);
int (*prove_dprintf)(int fd, const char *fmt, ...) = (dprintf);
int (*prove_puts)(const char *s) = (puts);
int (*prove_putchar)(int c) = (putchar);
int (*prove_fputs)(const char *s, FILE *stream) = (fputs);
int (*prove_fputc)(int c, FILE *stream) = (fputc);
int (*prove_putc)(int c, FILE *stream) = (putc);
void (*prove_syslog)(int pri, const char *fmt, ...) = (syslog);
void (*prove_vsyslog)(int pri, const char *fmt, va_list ap) = (vsyslog);
void (*prove_openlog)(const char *ident, int option, int facility) = (openlog);
void (*prove_closelog)(void) = (closelog);
FILE *(*prove_fopen)(const char *filename, const char *modes) = (fopen);
FILE *(*prove_fdopen)(int fd, const char *modes) = (fdopen);
FILE *(*prove_freopen)(const char *filename, const char *modes, FILE *stream) = (freopen);
FILE *(*prove_tmpfile)(void) = (tmpfile);
FILE *(*prove_popen)(const char *command, const char *modes) = (popen);
int (*prove_pclose)(FILE *stream) = (pclose);
int (*prove_fclose)(FILE *stream) = (fclose);
int (*prove_fflush)(FILE *stream) = (fflush);
int (*prove_fseek)(FILE *stream, long off, int whence) = (fseek);
int (*prove_fseeko)(FILE *stream, off_t off, int whence) = (fseeko);
long (*prove_ftell)(FILE *stream) = (ftell);
off_t (*prove_ftello)(FILE *stream) = (ftello);
void (*prove_rewind)(FILE *stream) = (rewind);
int (*prove_feof)(FILE *stream) = (feof);
int (*prove_ferror)(FILE *stream) = (ferror);
void (*prove_clearerr)(FILE *stream) = (clearerr);
int (*prove_fileno)(FILE *stream) = (fileno);
int (*prove_setvbuf)(FILE *stream, char *buf, int modes, size_t n) = (setvbuf);
void (*prove_setbuf)(FILE *stream, char *buf) = (setbuf);
int (*prove_ungetc)(int c, FILE *stream) = (ungetc);
int (*prove_open)(const char *file, int oflag, ...) = (open);
int (*prove_openat)(int fd, const char *file, int oflag, ...) = (openat);
int (*prove_creat)(const char *file, mode_t mode) = (creat);
int (*prove_dup)(int fd) = (dup);
int (*prove_dup2)(int fd, int fd2) = (dup2);
int (*prove_dup3)(int fd, int fd2, int flags) = (dup3);
int (*prove_pipe)(int pipedes[2]) = (pipe);
int (*prove_pipe2)(int pipedes[2], int flags) = (pipe2);
int (*prove_close)(int fd) = (close);
off_t (*prove_lseek)(int fd, off_t offset, int whence) = (lseek);
int (*prove_ftruncate)(int fd, off_t length) = (ftruncate);
int (*prove_truncate)(const char *file, off_t length) = (truncate);
int (*prove_fsync)(int fd) = (fsync);
int (*prove_fdatasync)(int fildes) = (fdatasync);
int (*prove_stat)(const char *file, struct stat *buf) = (stat);
int (*prove_fstat)(int fd, struct stat *buf) = (fstat);
int (*prove_lstat)(const char *file, struct stat *buf) = (lstat);
int (*prove_access)(const char *name, int type) = (access);
int (*prove_chmod)(const char *file, mode_t mode) = (chmod);
int (*prove_fchmod)(int fd, mode_t mode) = (fchmod);
int (*prove_chown)(const char *file, uid_t owner, gid_t group) = (chown);
int (*prove_fchown)(int fd, uid_t owner, gid_t group) = (fchown);
int (*prove_lchown)(const char *file, uid_t owner, gid_t group) = (lchown);
mode_t (*prove_umask)(mode_t mask) = (umask);
int (*prove_unlink)(const char *name) = (unlink);
int (*prove_remove)(const char *filename) = (remove);
int (*prove_rename)(const char *old, const char *new) = (rename);
int (*prove_mkdir)(const char *path, mode_t mode) = (mkdir);
int (*prove_rmdir)(const char *path) = (rmdir);
int (*prove_symlink)(const char *from, const char *to) = (symlink);
int (*prove_link)(const char *from, const char *to) = (link);
ssize_t (*prove_readlink)(const char *path, char *buf, size_t len) = (readlink);
char *(*prove_realpath)(const char *name, char *resolved) = (realpath);
int (*prove_mkstemp)(char *template) = (mkstemp);
char *(*prove_mkdtemp)(char *template) = (mkdtemp);
char *(*prove_mktemp)(char *template) = (mktemp);
char *(*prove_tmpnam)(char a0[20]) = (tmpnam);
char *(*prove_tempnam)(const char *dir, const char *pfx) = (tempnam);
DIR *(*prove_opendir)(const char *name) = (opendir);
DIR *(*prove_fdopendir)(int fd) = (fdopendir);
struct dirent *(*prove_readdir)(DIR *dirp) = (readdir);
int (*prove_closedir)(DIR *dirp) = (closedir);
char *(*prove_getcwd)(char *buf, size_t size) = (getcwd);
int (*prove_chdir)(const char *path) = (chdir);
int (*prove_fchdir)(int fd) = (fchdir);
int (*prove_chroot)(const char *path) = (chroot);
int (*prove_flock)(int fd, int operation) = (flock);
int (*prove_lockf)(int fd, int cmd, off_t len) = (lockf);
int (*prove_ioctl)(int fd, unsigned long request, ...) = (ioctl);
int (*prove_fcntl)(int fd, int cmd, ...) = (fcntl);
int (*prove_isatty)(int fd) = (isatty);
char *prove_basename(char *path) { return basename(path); }
char *(*prove_dirname)(char *path) = (dirname);
ssize_t (*prove_read)(int fd, void *buf, size_t nbytes) = (read);
ssize_t (*prove_pread)(int fd, void *buf, size_t nbytes, off_t offset) = (pread);
ssize_t (*prove_readv)(int fd, const struct iovec *iovec, int count) = (readv);
ssize_t (*prove_write)(int fd, const void *buf, size_t n) = (write);
ssize_t (*prove_pwrite)(int fd, const void *buf, size_t n, off_t offset) = (pwrite);
ssize_t (*prove_writev)(int fd, const struct iovec *iovec, int count) = (writev);
unsigned long (*prove_fread)(void *ptr, size_t size, size_t n, FILE *stream) = (fread);
unsigned long (*prove_fwrite)(const void *ptr, size_t size, size_t n, FILE *s) = (fwrite);
char *(*prove_fgets)(char *s, int n, FILE *stream) = (fgets);
#if __GLIBC_USE(DEPRECATED_GETS)
char *(*prove_gets)(char *s) = (gets);
#endif
int (*prove_fgetc)(FILE *stream) = (fgetc);
int (*prove_getc)(FILE *stream) = (getc);
int (*prove_getchar)(void) = (getchar);
ssize_t (*prove_getline)(char **lineptr, size_t *n, FILE *stream) = (getline);
ssize_t (*prove_getdelim)(char **lineptr, size_t *n, int delimiter, FILE *stream) = (getdelim);
ssize_t (*prove_sendfile)(int out_fd, int in_fd, off_t *offset, size_t count) = (sendfile);
time_t (*prove_time)(time_t *timer) = (time);
int (*prove_gettimeofday)(struct timeval *tv, void *tz) = (gettimeofday);
int (*prove_clock_gettime)(clockid_t clock_id, struct timespec *tp) = (clock_gettime);
clock_t (*prove_clock)(void) = (clock);
int (*prove_nanosleep)(const struct timespec *requested_time, struct timespec *remaining) = (nanosleep);
int (*prove_usleep)(useconds_t useconds) = (usleep);
unsigned int (*prove_sleep)(unsigned int seconds) = (sleep);
struct tm *(*prove_localtime)(const time_t *timer) = (localtime);
struct tm *(*prove_localtime_r)(const time_t *timer, struct tm *tp) = (localtime_r);
struct tm *(*prove_gmtime)(const time_t *timer) = (gmtime);
struct tm *(*prove_gmtime_r)(const time_t *timer, struct tm *tp) = (gmtime_r);
time_t (*prove_mktime)(struct tm *tp) = (mktime);
time_t (*prove_timegm)(struct tm *tp) = (timegm);
size_t (*prove_strftime)(char *s, size_t maxsize, const char *format, const struct tm *tp) = (strftime);
char *(*prove_strptime)(const char *s, const char *fmt, struct tm *tp) = (strptime);
char *(*prove_asctime)(const struct tm *tp) = (asctime);
char *(*prove_ctime)(const time_t *timer) = (ctime);
double (*prove_difftime)(time_t time1, time_t time0) = (difftime);
unsigned int (*prove_alarm)(unsigned int seconds) = (alarm);
int (*prove_setitimer)(__itimer_which_t which, const struct itimerval *new, struct itimerval *old) = (setitimer);
int (*prove_getitimer)(__itimer_which_t which, struct itimerval *value) = (getitimer);
int (*prove_timer_create)(clockid_t clock_id, struct sigevent *evp, timer_t *timerid) = (timer_create);
int (*prove_setuid)(uid_t uid) = (setuid);
int (*prove_setgid)(gid_t gid) = (setgid);
int (*prove_seteuid)(uid_t uid) = (seteuid);
int (*prove_setegid)(gid_t gid) = (setegid);
int (*prove_setreuid)(uid_t ruid, uid_t euid) = (setreuid);
int (*prove_setregid)(gid_t rgid, gid_t egid) = (setregid);
int (*prove_setresuid)(uid_t ruid, uid_t euid, uid_t suid) = (setresuid);
int (*prove_setresgid)(gid_t rgid, gid_t egid, gid_t sgid) = (setresgid);
int (*prove_setgroups)(size_t n, const gid_t *groups) = (setgroups);
int (*prove_initgroups)(const char *user, gid_t group) = (initgroups);
pid_t (*prove_setsid)(void) = (setsid);
int (*prove_setpgid)(pid_t pid, pid_t pgid) = (setpgid);
int (*prove_setrlimit)(__rlimit_resource_t resource, const struct rlimit *rlimits) = (setrlimit);
int (*prove_getrlimit)(__rlimit_resource_t resource, struct rlimit *rlimits) = (getrlimit);
int (*prove_prctl)(int option, ...) = (prctl);
uid_t (*prove_getuid)(void) = (getuid);
uid_t (*prove_geteuid)(void) = (geteuid);
gid_t (*prove_getgid)(void) = (getgid);
gid_t (*prove_getegid)(void) = (getegid);
struct passwd *(*prove_getpwnam)(const char *name) = (getpwnam);
struct passwd *(*prove_getpwuid)(uid_t uid) = (getpwuid);
int (*prove_getpwnam_r)(const char *name, struct passwd *resultbuf, char *buffer, size_t buflen, struct passwd **result) = (getpwnam_r);
int (*prove_getpwuid_r)(uid_t uid, struct passwd *resultbuf, char *buffer, size_t buflen, struct passwd **result) = (getpwuid_r);
struct group *(*prove_getgrnam)(const char *name) = (getgrnam);
struct group *(*prove_getgrgid)(gid_t gid) = (getgrgid);
pid_t (*prove_fork)(void) = (fork);
int (*prove_vfork)(void) = (vfork);
int (*prove_execv)(const char *path, char *const argv[]) = (execv);
int (*prove_execve)(const char *path, char *const argv[], char *const envp[]) = (execve);
int (*prove_execvp)(const char *file, char *const argv[]) = (execvp);
int (*prove_execl)(const char *path, const char *arg, ...) = (execl);
int (*prove_execlp)(const char *file, const char *arg, ...) = (execlp);
pid_t (*prove_wait)(int *stat_loc) = (wait);
pid_t (*prove_waitpid)(pid_t pid, int *stat_loc, int options) = (waitpid);
int (*prove_kill)(pid_t pid, int sig) = (kill);
int (*prove_raise)(int sig) = (raise);
int (*prove_system)(const char *command) = (system);
int (*prove_daemon)(int nochdir, int noclose) = (daemon);
sighandler_t (*prove_signal)(int sig, sighandler_t handler) = (signal);
int (*prove_sigaction)(int sig, const struct sigaction *act, struct sigaction *oact) = (sigaction);
int (*prove_sigprocmask)(int how, const sigset_t *set, sigset_t *oset) = (sigprocmask);
int (*prove_sigemptyset)(sigset_t *set) = (sigemptyset);
int (*prove_sigfillset)(sigset_t *set) = (sigfillset);
int (*prove_sigaddset)(sigset_t *set, int signo) = (sigaddset);
int (*prove_sigdelset)(sigset_t *set, int signo) = (sigdelset);
pid_t (*prove_getpid)(void) = (getpid);
pid_t (*prove_getppid)(void) = (getppid);
int (*prove_gethostname)(char *name, size_t len) = (gethostname);
int (*prove_uname)(struct utsname *name) = (uname);
long (*prove_sysconf)(int name) = (sysconf);
int (*prove_getpagesize)(void) = (getpagesize);
void (*prove_abort)(void) = (abort);
void (*prove_exit)(int status) = (exit);
void (*prove__exit)(int status) = (_exit);
void (*prove__Exit)(int status) = (_Exit);
void (*prove_quick_exit)(int status) = (quick_exit);
int (*prove_atexit)(void (*func)(void)) = (atexit);
void prove_assert(int expression) { assert(expression); }
int prove_setjmp(jmp_buf env) { return setjmp(env); }
void (*prove_longjmp)(struct __jmp_buf_tag env[1], int val) = (longjmp);
char *(*prove_getenv)(const char *name) = (getenv);
char *(*prove_secure_getenv)(const char *name) = (secure_getenv);
int (*prove_setenv)(const char *name, const char *value, int replace) = (setenv);
int (*prove_unsetenv)(const char *name) = (unsetenv);
int (*prove_putenv)(char *string) = (putenv);
int (*prove_getopt)(int argc, char *const *argv, const char *shortopts) = (getopt);
int (*prove_getopt_long)(int argc, char *const *argv, const char *shortopts, const struct option *longopts, int *longind) = (getopt_long);
void (*prove_qsort)(void *base, size_t nmemb, size_t size, int (*compar)(const void *, const void *)) = (qsort);
void *(*prove_bsearch)(const void *key, const void *base, size_t nmemb, size_t size, int (*compar)(const void *, const void *)) = (bsearch);
void *(*prove_dlopen)(const char *file, int mode) = (dlopen);
void *(*prove_dlsym)(void *handle, const char *name) = (dlsym);
int (*prove_dlclose)(void *handle) = (dlclose);
char *(*prove_dlerror)(void) = (dlerror);
char *(*prove_setlocale)(int category, const char *locale) = (setlocale);
ssize_t (*prove_getrandom)(void *buffer, size_t length, unsigned int flags) = (getrandom);
int (*prove_getentropy)(void *buffer, size_t length) = (getentropy);
int (*prove_rand)(void) = (rand);
int (*prove_rand_r)(unsigned int *seed) = (rand_r);
void (*prove_srand)(unsigned int seed) = (srand);
long (*prove_random)(void) = (random);
void (*prove_srandom)(unsigned int seed) = (srandom);
double (*prove_drand48)(void) = (drand48);
long (*prove_lrand48)(void) = (lrand48);
long (*prove_mrand48)(void) = (mrand48);
void (*prove_srand48)(long seedval) = (srand48);
#if (__GLIBC__>2||(__GLIBC__==2&&__GLIBC_MINOR__>=36))
__uint32_t (*prove_arc4random)(void) = (arc4random);
#endif
#if (__GLIBC__>2||(__GLIBC__==2&&__GLIBC_MINOR__>=36))
void (*prove_arc4random_buf)(void *buf, size_t size) = (arc4random_buf);
#endif
#if (__GLIBC__>2||(__GLIBC__==2&&__GLIBC_MINOR__>=36))
__uint32_t (*prove_arc4random_uniform)(__uint32_t upper_bound) = (arc4random_uniform);
#endif
char *(*prove_crypt)(const char *key, const char *salt) = (crypt);
char *(*prove_getpass)(const char *prompt) = (getpass);
char *(*prove_strchrnul)(const char *s, int c) = (strchrnul);
int (*prove_islower)(int a0) = (islower);
int (*prove_isupper)(int a0) = (isupper);
int (*prove_ispunct)(int a0) = (ispunct);
int (*prove_isgraph)(int a0) = (isgraph);
int (*prove_iscntrl)(int a0) = (iscntrl);
iconv_t (*prove_iconv_open)(const char *tocode, const char *fromcode) = (iconv_open);
size_t (*prove_iconv)(iconv_t cd, char **inbuf, size_t *inbytesleft, char **outbuf, size_t *outbytesleft) = (iconv);
int (*prove_iconv_close)(iconv_t cd) = (iconv_close);
int (*prove_tcgetattr)(int fd, struct termios *termios_p) = (tcgetattr);
int (*prove_tcsetattr)(int fd, int optional_actions, const struct termios *termios_p) = (tcsetattr);
int (*prove_posix_spawn)(pid_t *pid, const char *path, const posix_spawn_file_actions_t *file_actions, const posix_spawnattr_t *attrp, char *const argv[], char *const envp[]) = (posix_spawn);
int (*prove_posix_spawnp)(pid_t *pid, const char *file, const posix_spawn_file_actions_t *file_actions, const posix_spawnattr_t *attrp, char *const argv[], char *const envp[]) = (posix_spawnp);
int (*prove_statvfs)(const char *file, struct statvfs *buf) = (statvfs);
int (*prove_fstatvfs)(int fildes, struct statvfs *buf) = (fstatvfs);
int (*prove_statfs)(const char *file, struct statfs *buf) = (statfs);
int (*prove_fstatfs)(int fildes, struct statfs *buf) = (fstatfs);
int (*prove_getdomainname)(char *name, size_t len) = (getdomainname);
int (*prove_getcontext)(ucontext_t *ucp) = (getcontext);
int (*prove_setcontext)(const ucontext_t *ucp) = (setcontext);
int (*prove_swapcontext)(ucontext_t *oucp, const ucontext_t *ucp) = (swapcontext);
void (*prove_makecontext)(ucontext_t *ucp, void (*func)(void), int argc, ...) = (makecontext);
int (*prove_openpty)(int *amaster, int *aslave, char *name, const struct termios *termp, const struct winsize *winp) = (openpty);
int (*prove_forkpty)(int *amaster, char *name, const struct termios *termp, const struct winsize *winp) = (forkpty);
int (*prove_posix_openpt)(int oflag) = (posix_openpt);
int (*prove_grantpt)(int fd) = (grantpt);
int (*prove_unlockpt)(int fd) = (unlockpt);
char *(*prove_ptsname)(int fd) = (ptsname);
char *(*prove_ttyname)(int fd) = (ttyname);
int (*prove_ttyname_r)(int fd, char *buf, size_t buflen) = (ttyname_r);
int (*prove_ptsname_r)(int fd, char *buf, size_t buflen) = (ptsname_r);
long (*prove_syscall)(long sysno, ...) = (syscall);
pid_t (*prove_wait4)(pid_t pid, int *stat_loc, int options, struct rusage *usage) = (wait4);
int (*prove_mallopt)(int param, int val) = (mallopt);
wchar_t *(*prove_fgetws)(wchar_t *ws, int n, FILE *stream) = (fgetws);
unsigned long (*prove_wcslen)(const wchar_t *s) = (wcslen);
int (*prove_wcscmp)(const wchar_t *s1, const wchar_t *s2) = (wcscmp);
int (*prove_wcsncmp)(const wchar_t *s1, const wchar_t *s2, size_t n) = (wcsncmp);
wchar_t *(*prove_wcscpy)(wchar_t *dest, const wchar_t *src) = (wcscpy);
wchar_t *(*prove_wcsdup)(const wchar_t *s) = (wcsdup);
size_t (*prove_mbstowcs)(wchar_t *pwcs, const char *s, size_t n) = (mbstowcs);
size_t (*prove_wcstombs)(char *s, const wchar_t *pwcs, size_t n) = (wcstombs);
char *(*prove_nl_langinfo)(nl_item item) = (nl_langinfo);
char *(*prove_bindtextdomain)(const char *domainname, const char *dirname) = (bindtextdomain);
char *(*prove_textdomain)(const char *domainname) = (textdomain);
int (*prove_bcmp)(const void *s1, const void *s2, size_t n) = (bcmp);
int (*prove_regcomp)(regex_t *preg, const char *pattern, int cflags) = (regcomp);
int (*prove_regexec)(const regex_t *preg, const char *String, size_t nmatch, regmatch_t pmatch[], int eflags) = (regexec);
void (*prove_regfree)(regex_t *preg) = (regfree);
size_t (*prove_regerror)(int errcode, const regex_t *preg, char *errbuf, size_t errbuf_size) = (regerror);
int (*prove_glob)(const char *pattern, int flags, int (*errfunc)(const char *, int), glob_t *pglob) = (glob);
void (*prove_globfree)(glob_t *pglob) = (globfree);
FILE *(*prove_fmemopen)(void *s, size_t len, const char *modes) = (fmemopen);
FILE *(*prove_open_memstream)(char **bufloc, size_t *sizeloc) = (open_memstream);
int (*prove_memfd_create)(const char *name, unsigned int flags) = (memfd_create);
int (*prove_mkostemp)(char *template, int flags) = (mkostemp);
int (*prove_mkstemps)(char *template, int suffixlen) = (mkstemps);
int (*prove_inotify_init)(void) = (inotify_init);
int (*prove_inotify_init1)(int flags) = (inotify_init1);
int (*prove_shm_open)(const char *name, int oflag, mode_t mode) = (shm_open);
int (*prove_signalfd)(int fd, const sigset_t *mask, int flags) = (signalfd);
int (*prove_inotify_add_watch)(int fd, const char *name, uint32_t mask) = (inotify_add_watch);
int (*prove_shm_unlink)(const char *name) = (shm_unlink);
int (*prove_shmget)(key_t key, size_t size, int shmflg) = (shmget);
void *(*prove_shmat)(int shmid, const void *shmaddr, int shmflg) = (shmat);
int (*prove_shmdt)(const void *shmaddr) = (shmdt);
int (*prove_scandir)(const char *dir, struct dirent ***namelist, int (*selector)(const struct dirent *), int (*cmp)(const struct dirent **, const struct dirent **)) = (scandir);
int (*prove_dirfd)(DIR *dirp) = (dirfd);
int (*prove_timer_delete)(timer_t timerid) = (timer_delete);
int (*prove_timer_settime)(timer_t timerid, int flags, const struct itimerspec *value, struct itimerspec *ovalue) = (timer_settime);
int (*prove_utimes)(const char *file, const struct timeval tvp[2]) = (utimes);
int (*prove_utime)(const char *file, const struct utimbuf *file_times) = (utime);
int (*prove_futimens)(int fd, const struct timespec times[2]) = (futimens);
int (*prove_getgrouplist)(const char *user, gid_t group, gid_t *groups, int *ngroups) = (getgrouplist);
int (*prove_setpriority)(__priority_which_t which, id_t who, int prio) = (setpriority);
int (*prove_nice)(int inc) = (nice);
int (*prove_sched_setscheduler)(pid_t pid, int policy, const struct sched_param *param) = (sched_setscheduler);
int (*prove_sched_setaffinity)(pid_t pid, size_t cpusetsize, const cpu_set_t *cpuset) = (sched_setaffinity);
int (*prove_clock_nanosleep)(clockid_t clock_id, int flags, const struct timespec *req, struct timespec *rem) = (clock_nanosleep);
int (*prove_madvise)(void *addr, size_t len, int advice) = (madvise);
int (*prove_mlockall)(int flags) = (mlockall);
int (*prove_munlock)(const void *addr, size_t len) = (munlock);
int (*prove_munlockall)(void) = (munlockall);
int (*prove_msync)(void *addr, size_t len, int flags) = (msync);
int (*prove_sigwait)(const sigset_t *set, int *sig) = (sigwait);
int (*prove_sigaltstack)(const stack_t *ss, stack_t *oss) = (sigaltstack);
int (*prove_mkfifo)(const char *path, mode_t mode) = (mkfifo);
int (*prove_mkdirat)(int fd, const char *path, mode_t mode) = (mkdirat);
int (*prove_unlinkat)(int fd, const char *name, int flag) = (unlinkat);
int (*prove_renameat)(int oldfd, const char *old, int newfd, const char *new) = (renameat);
ssize_t (*prove_readlinkat)(int fd, const char *path, char *buf, size_t len) = (readlinkat);
int (*prove_fstatat)(int fd, const char *file, struct stat *buf, int flag) = (fstatat);
int (*prove_posix_fallocate)(int fd, off_t offset, off_t len) = (posix_fallocate);
int (*prove_posix_fadvise)(int fd, off_t offset, off_t len, int advise) = (posix_fadvise);
int (*prove_getgrnam_r)(const char *name, struct group *resultbuf, char *buffer, size_t buflen, struct group **result) = (getgrnam_r);
int (*prove_getgrgid_r)(gid_t gid, struct group *resultbuf, char *buffer, size_t buflen, struct group **result) = (getgrgid_r);
int (*prove_setns)(int fd, int nstype) = (setns);
int (*prove_unshare)(int flags) = (unshare);
int (*prove_execle)(const char *path, const char *arg, ...) = (execle);
int (*prove_execvpe)(const char *file, char *const argv[], char *const envp[]) = (execvpe);
int (*prove_fexecve)(int fd, char *const argv[], char *const envp[]) = (fexecve);
int (*prove_killpg)(pid_t pgrp, int sig) = (killpg);
int (*prove_waitid)(idtype_t idtype, __id_t id, siginfo_t *infop, int options) = (waitid);
int (*prove_on_exit)(void (*func)(int, void *), void *arg) = (on_exit);
int (*prove_at_quick_exit)(void (*func)(void)) = (at_quick_exit);
int (*prove_tcflush)(int fd, int queue_selector) = (tcflush);
int (*prove_tcdrain)(int fd) = (tcdrain);
void (*prove_cfmakeraw)(struct termios *termios_p) = (cfmakeraw);
void (*prove_setlinebuf)(FILE *stream) = (setlinebuf);
void (*prove_rewinddir)(DIR *dirp) = (rewinddir);
void (*prove_err)(int status, const char *format, ...) = (err);
void (*prove_errx)(int status, const char *format, ...) = (errx);
void (*prove_verr)(int status, const char *format, va_list a2) = (verr);
void (*prove_verrx)(int status, const char *format, va_list a2) = (verrx);
void (*prove_warn)(const char *format, ...) = (warn);
void (*prove_warnx)(const char *format, ...) = (warnx);
void (*prove_error)(int status, int errnum, const char *format, ...) = (error);
_Static_assert((long long)(CLOCK_MONOTONIC) == 1LL, "CLOCK_MONOTONIC");
_Static_assert((long long)(CLOCK_REALTIME) == 0LL, "CLOCK_REALTIME");
_Static_assert((long long)(EACCES) == 13LL, "EACCES");
_Static_assert((long long)(EADDRINUSE) == 98LL, "EADDRINUSE");
_Static_assert((long long)(EADDRNOTAVAIL) == 99LL, "EADDRNOTAVAIL");
_Static_assert((long long)(EAFNOSUPPORT) == 97LL, "EAFNOSUPPORT");
_Static_assert((long long)(EAGAIN) == 11LL, "EAGAIN");
_Static_assert((long long)(EALREADY) == 114LL, "EALREADY");
_Static_assert((long long)(EBADF) == 9LL, "EBADF");
_Static_assert((long long)(EBUSY) == 16LL, "EBUSY");
_Static_assert((long long)(ECONNABORTED) == 103LL, "ECONNABORTED");
_Static_assert((long long)(ECONNREFUSED) == 111LL, "ECONNREFUSED");
_Static_assert((long long)(ECONNRESET) == 104LL, "ECONNRESET");
_Static_assert((long long)(EDEADLK) == 35LL, "EDEADLK");
_Static_assert((long long)(EDOM) == 33LL, "EDOM");
_Static_assert((long long)(EEXIST) == 17LL, "EEXIST");
_Static_assert((long long)(EFAULT) == 14LL, "EFAULT");
_Static_assert((long long)(EHOSTUNREACH) == 113LL, "EHOSTUNREACH");
_Static_assert((long long)(EINPROGRESS) == 115LL, "EINPROGRESS");
_Static_assert((long long)(EINTR) == 4LL, "EINTR");
_Static_assert((long long)(EINVAL) == 22LL, "EINVAL");
_Static_assert((long long)(EIO) == 5LL, "EIO");
_Static_assert((long long)(EISCONN) == 106LL, "EISCONN");
_Static_assert((long long)(EMSGSIZE) == 90LL, "EMSGSIZE");
_Static_assert((long long)(ENETUNREACH) == 101LL, "ENETUNREACH");
_Static_assert((long long)(ENOBUFS) == 105LL, "ENOBUFS");
_Static_assert((long long)(ENOENT) == 2LL, "ENOENT");
_Static_assert((long long)(ENOMEM) == 12LL, "ENOMEM");
_Static_assert((long long)(ENOSPC) == 28LL, "ENOSPC");
_Static_assert((long long)(ENOSYS) == 38LL, "ENOSYS");
_Static_assert((long long)(ENOTCONN) == 107LL, "ENOTCONN");
_Static_assert((long long)(ENOTSOCK) == 88LL, "ENOTSOCK");
_Static_assert((long long)(ENOTSUP) == 95LL, "ENOTSUP");
_Static_assert((long long)(EOF) == -1LL, "EOF");
_Static_assert((long long)(EPERM) == 1LL, "EPERM");
_Static_assert((long long)(EPIPE) == 32LL, "EPIPE");
_Static_assert((long long)(EPROTO) == 71LL, "EPROTO");
_Static_assert((long long)(EPROTONOSUPPORT) == 93LL, "EPROTONOSUPPORT");
_Static_assert((long long)(ERANGE) == 34LL, "ERANGE");
_Static_assert((long long)(ETIMEDOUT) == 110LL, "ETIMEDOUT");
_Static_assert((long long)(EWOULDBLOCK) == 11LL, "EWOULDBLOCK");
_Static_assert((long long)(EXIT_FAILURE) == 1LL, "EXIT_FAILURE");
_Static_assert((long long)(EXIT_SUCCESS) == 0LL, "EXIT_SUCCESS");
_Static_assert((long long)(FD_CLOEXEC) == 1LL, "FD_CLOEXEC");
_Static_assert((long long)(F_GETFD) == 1LL, "F_GETFD");
_Static_assert((long long)(F_GETFL) == 3LL, "F_GETFL");
_Static_assert((long long)(F_OK) == 0LL, "F_OK");
_Static_assert((long long)(F_SETFD) == 2LL, "F_SETFD");
_Static_assert((long long)(F_SETFL) == 4LL, "F_SETFL");
_Static_assert((long long)(GRND_NONBLOCK) == 1LL, "GRND_NONBLOCK");
_Static_assert((long long)(INT_MAX) == 2147483647LL, "INT_MAX");
_Static_assert((long long)(INT_MIN) == -2147483648LL, "INT_MIN");
_Static_assert((long long)(LOG_ALERT) == 1LL, "LOG_ALERT");
_Static_assert((long long)(LOG_CRIT) == 2LL, "LOG_CRIT");
_Static_assert((long long)(LOG_DEBUG) == 7LL, "LOG_DEBUG");
_Static_assert((long long)(LOG_EMERG) == 0LL, "LOG_EMERG");
_Static_assert((long long)(LOG_ERR) == 3LL, "LOG_ERR");
_Static_assert((long long)(LOG_INFO) == 6LL, "LOG_INFO");
_Static_assert((long long)(LOG_NOTICE) == 5LL, "LOG_NOTICE");
_Static_assert((long long)(LOG_WARNING) == 4LL, "LOG_WARNING");
_Static_assert((long long)(MAP_ANONYMOUS) == 32LL, "MAP_ANONYMOUS");
_Static_assert((long long)(MAP_PRIVATE) == 2LL, "MAP_PRIVATE");
_Static_assert((long long)(MAP_SHARED) == 1LL, "MAP_SHARED");
_Static_assert((long long)(O_APPEND) == 1024LL, "O_APPEND");
_Static_assert((long long)(O_CLOEXEC) == 524288LL, "O_CLOEXEC");
_Static_assert((long long)(O_CREAT) == 64LL, "O_CREAT");
_Static_assert((long long)(O_EXCL) == 128LL, "O_EXCL");
_Static_assert((long long)(O_NOFOLLOW) == 131072LL, "O_NOFOLLOW");
_Static_assert((long long)(O_NONBLOCK) == 2048LL, "O_NONBLOCK");
_Static_assert((long long)(O_RDONLY) == 0LL, "O_RDONLY");
_Static_assert((long long)(O_RDWR) == 2LL, "O_RDWR");
_Static_assert((long long)(O_TRUNC) == 512LL, "O_TRUNC");
_Static_assert((long long)(O_WRONLY) == 1LL, "O_WRONLY");
_Static_assert((long long)(PATH_MAX) == 4096LL, "PATH_MAX");
_Static_assert((long long)(PROT_NONE) == 0LL, "PROT_NONE");
_Static_assert((long long)(PROT_READ) == 1LL, "PROT_READ");
_Static_assert((long long)(PROT_WRITE) == 2LL, "PROT_WRITE");
_Static_assert((long long)(RAND_MAX) == 2147483647LL, "RAND_MAX");
_Static_assert((long long)(RLIMIT_CORE) == 4LL, "RLIMIT_CORE");
_Static_assert((long long)(RLIMIT_NOFILE) == 7LL, "RLIMIT_NOFILE");
_Static_assert((long long)(R_OK) == 4LL, "R_OK");
_Static_assert((long long)(SEEK_CUR) == 1LL, "SEEK_CUR");
_Static_assert((long long)(SEEK_END) == 2LL, "SEEK_END");
_Static_assert((long long)(SEEK_SET) == 0LL, "SEEK_SET");
_Static_assert((long long)(SIGABRT) == 6LL, "SIGABRT");
_Static_assert((long long)(SIGALRM) == 14LL, "SIGALRM");
_Static_assert((long long)(SIGCHLD) == 17LL, "SIGCHLD");
_Static_assert((long long)(SIGHUP) == 1LL, "SIGHUP");
_Static_assert((long long)(SIGINT) == 2LL, "SIGINT");
_Static_assert((long long)(SIGKILL) == 9LL, "SIGKILL");
_Static_assert((long long)(SIGPIPE) == 13LL, "SIGPIPE");
_Static_assert((long long)(SIGSEGV) == 11LL, "SIGSEGV");
_Static_assert((long long)(SIGTERM) == 15LL, "SIGTERM");
_Static_assert((long long)(STDERR_FILENO) == 2LL, "STDERR_FILENO");
_Static_assert((long long)(STDIN_FILENO) == 0LL, "STDIN_FILENO");
_Static_assert((long long)(STDOUT_FILENO) == 1LL, "STDOUT_FILENO");
_Static_assert((long long)(WNOHANG) == 1LL, "WNOHANG");
_Static_assert((long long)(W_OK) == 2LL, "W_OK");
_Static_assert((long long)(X_OK) == 1LL, "X_OK");
int main(void) { return 0; }
