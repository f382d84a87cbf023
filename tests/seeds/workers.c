/* Threads, queues and caches around TLS sessions. */
#define NULL ((void *)0)
#define SSL_ERROR_ZERO_RETURN 6
#define QUEUE 64

typedef unsigned long size_t;
typedef unsigned long pthread_t;
typedef struct {
    long words[5];
} pthread_mutex_t;
typedef struct {
    long words[6];
} pthread_cond_t;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
typedef struct ssl_session_st SSL_SESSION;
struct entry {
    char *host;
    SSL_SESSION *session;
    struct entry *next;
};
struct cache {
    pthread_mutex_t lock;
    struct entry *first;
    unsigned int size;
};
struct queue {
    pthread_mutex_t lock;
    pthread_cond_t filled;
    int items[QUEUE];
    unsigned int head;
    unsigned int count;
};
struct job {
    SSL *ssl;
    int fd;
};

int pthread_create(pthread_t *thread, const void *attributes, void *(*start)(void *), void *data);
int pthread_join(pthread_t thread, void **result);
int pthread_mutex_init(pthread_mutex_t *mutex, const void *attributes);
int pthread_mutex_destroy(pthread_mutex_t *mutex);
int pthread_mutex_lock(pthread_mutex_t *mutex);
int pthread_mutex_unlock(pthread_mutex_t *mutex);
int pthread_cond_init(pthread_cond_t *condition, const void *attributes);
int pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex);
int pthread_cond_signal(pthread_cond_t *condition);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_accept(SSL *ssl);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_SESSION_up_ref(SSL_SESSION *session);
void SSL_SESSION_free(SSL_SESSION *session);
SSL_SESSION *d2i_SSL_SESSION(SSL_SESSION **out, const unsigned char **data, long length);
int i2d_SSL_SESSION(SSL_SESSION *session, unsigned char **out);
void ERR_clear_error(void);
unsigned long ERR_get_error(void);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
char *strdup(const char *text);
int strcmp(const char *a, const char *b);
void free(void *ptr);
void OPENSSL_free(void *ptr);
int close(int fd);
void report(const char *what);

struct cache *cache_new(void)
{
    struct cache *cache = malloc(sizeof(*cache));

    if (cache == NULL)
        return NULL;
    if (pthread_mutex_init(&cache->lock, NULL) != 0) {
        free(cache);
        return NULL;
    }
    cache->first = NULL;
    cache->size = 0;
    return cache;
}

static void entry_free(struct entry *entry)
{
    SSL_SESSION_free(entry->session);
    free(entry->host);
    free(entry);
}

void cache_free(struct cache *cache)
{
    struct entry *entry;
    struct entry *next;

    if (cache == NULL)
        return;
    for (entry = cache->first; entry != NULL; entry = next) {
        next = entry->next;
        entry_free(entry);
    }
    pthread_mutex_destroy(&cache->lock);
    free(cache);
}

int cache_put(struct cache *cache, const char *host, SSL_SESSION *session)
{
    struct entry *entry = calloc(1, sizeof(*entry));

    if (entry == NULL)
        return -1;
    entry->host = strdup(host);
    if (entry->host == NULL) {
        free(entry);
        return -1;
    }
    if (SSL_SESSION_up_ref(session) != 1) {
        free(entry->host);
        free(entry);
        return -1;
    }
    entry->session = session;
    pthread_mutex_lock(&cache->lock);
    entry->next = cache->first;
    cache->first = entry;
    cache->size++;
    pthread_mutex_unlock(&cache->lock);
    return 0;
}

SSL_SESSION *cache_find(struct cache *cache, const char *host)
{
    SSL_SESSION *found = NULL;
    struct entry *entry;

    pthread_mutex_lock(&cache->lock);
    for (entry = cache->first; entry != NULL; entry = entry->next) {
        if (strcmp(entry->host, host) == 0) {
            if (SSL_SESSION_up_ref(entry->session) == 1)
                found = entry->session;
            break;
        }
    }
    pthread_mutex_unlock(&cache->lock);
    return found;
}

int session_load(const unsigned char *data, long length, struct cache *cache, const char *host)
{
    SSL_SESSION *session;
    int ret;

    session = d2i_SSL_SESSION(NULL, &data, length);
    if (session == NULL) {
        report("this is no session");
        return -1;
    }
    ret = cache_put(cache, host, session);
    SSL_SESSION_free(session);
    return ret;
}

unsigned char *session_store(SSL_SESSION *session, int *length)
{
    unsigned char *data;
    unsigned char *at;
    int needed;

    needed = i2d_SSL_SESSION(session, NULL);
    if (needed <= 0)
        return NULL;
    data = malloc((size_t)needed);
    if (data == NULL)
        return NULL;
    at = data;
    if (i2d_SSL_SESSION(session, &at) <= 0) {
        free(data);
        return NULL;
    }
    *length = needed;
    return data;
}

int queue_init(struct queue *queue)
{
    if (pthread_mutex_init(&queue->lock, NULL) != 0)
        return -1;
    if (pthread_cond_init(&queue->filled, NULL) != 0) {
        pthread_mutex_destroy(&queue->lock);
        return -1;
    }
    queue->head = 0;
    queue->count = 0;
    return 0;
}

int queue_push(struct queue *queue, int item)
{
    int ret = -1;

    pthread_mutex_lock(&queue->lock);
    if (queue->count < QUEUE) {
        queue->items[(queue->head + queue->count) % QUEUE] = item;
        queue->count++;
        pthread_cond_signal(&queue->filled);
        ret = 0;
    }
    pthread_mutex_unlock(&queue->lock);
    return ret;
}

int queue_pop(struct queue *queue)
{
    int item;

    pthread_mutex_lock(&queue->lock);
    while (queue->count == 0)
        pthread_cond_wait(&queue->filled, &queue->lock);
    item = queue->items[queue->head];
    queue->head = (queue->head + 1) % QUEUE;
    queue->count--;
    pthread_mutex_unlock(&queue->lock);
    return item;
}

void *serve(void *data)
{
    struct job *job = data;
    char buffer[256];
    int n;

    n = SSL_accept(job->ssl);
    if (n == 1) {
        ERR_clear_error();
        n = SSL_read(job->ssl, buffer, (int)sizeof(buffer));
        if (n <= 0 && SSL_get_error(job->ssl, n) != SSL_ERROR_ZERO_RETURN)
            report("the connection broke");
    } else if (SSL_get_error(job->ssl, n) != SSL_ERROR_ZERO_RETURN) {
        report("no handshake");
    }
    SSL_free(job->ssl);
    close(job->fd);
    free(job);
    return NULL;
}

int serve_in_thread(SSL_CTX *ctx, int fd, pthread_t *thread)
{
    struct job *job = NULL;
    SSL *ssl = NULL;

    job = malloc(sizeof(*job));
    if (job == NULL)
        goto failed;
    ssl = SSL_new(ctx);
    if (ssl == NULL)
        goto failed;
    if (SSL_set_fd(ssl, fd) != 1)
        goto failed;
    job->ssl = ssl;
    job->fd = fd;
    if (pthread_create(thread, NULL, serve, job) != 0)
        goto failed;
    return 0;

failed:
    SSL_free(ssl);
    free(job);
    return -1;
}

int run_all(pthread_t *threads, unsigned int count, void *data)
{
    unsigned int started = 0;
    int ret = 0;

    while (started < count) {
        if (pthread_create(&threads[started], NULL, serve, data) != 0) {
            ret = -1;
            break;
        }
        started++;
    }
    while (started > 0) {
        started--;
        if (pthread_join(threads[started], NULL) != 0)
            ret = -1;
    }
    return ret;
}
