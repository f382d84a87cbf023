/*
 * Idioms of stunnel 5.68 and qtbase 5.15: one name with another type on each side of a preprocessor
 * condition, texts that an index keeps, a handle that outlives what it stands for, errors in a log.
 */

typedef struct ssl_st SSL;
typedef struct ssl_conf_ctx_st SSL_CONF_CTX;
typedef struct service *SC_HANDLE;
typedef int CRYPTO_EX_new(void *parent, void *ptr);
typedef int CRYPTO_EX_dup(void *to, const void *from);
typedef void CRYPTO_EX_free(void *parent, void *ptr);

int openpty(int *amaster, int *aslave, char *name, const void *termp, const void *winp);
int open(const char *path, int flags);
char *strcpy(char *dest, const char *src);
char *strdup(const char *s);
unsigned long strlen(const char *s);
int SSL_get_ex_new_index(long argl, void *argp, CRYPTO_EX_new *new_func, CRYPTO_EX_dup *dup_func,
                         CRYPTO_EX_free *free_func);
int SSL_CONF_cmd(SSL_CONF_CTX *ctx, const char *option, const char *value);
SC_HANDLE OpenService(const char *name);
int DeleteService(SC_HANDLE service);
int CloseServiceHandle(SC_HANDLE service);

int pty_allocate(int *ptyfd, int *ttyfd, char *namebuf, const char *minors)
{
#ifdef HAVE_OPENPTY
    char buf[64];
    int i;

    i = openpty(ptyfd, ttyfd, buf, 0, 0);
    if (i < 0)
        return -1;
    strcpy(namebuf, buf);
    return 0;
#else
    unsigned long i;

    for (i = 0; i < strlen(minors); i++) {
        *ptyfd = open(minors + i, 2);
        if (*ptyfd < 0)
            continue;
        *ttyfd = *ptyfd;
        strcpy(namebuf, minors + i);
        return 0;
    }
    return -1;
#endif
}

int index_ssl;

int ssl_init(void)
{
    index_ssl = SSL_get_ex_new_index(0, strdup("CLI pointer"), 0, 0, 0);
    if (index_ssl < 0)
        return 1;
    return 0;
}

int conf_init(SSL_CONF_CTX *cctx, const char *cmd, const char *param)
{
    switch (SSL_CONF_cmd(cctx, cmd, param)) {
    case 2:
        break;
    case 1:
        break;
    case -2:
        return 1;
    default:
        return 1;
    }
    return 0;
}

int uninstall(const char *name)
{
    SC_HANDLE service = OpenService(name);

    if (!service)
        return 1;
    if (!DeleteService(service)) {
        CloseServiceHandle(service);
        return 1;
    }
    CloseServiceHandle(service);
    return 0;
}
