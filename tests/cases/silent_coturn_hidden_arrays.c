/*
 * Idioms of coturn 4.6, openconnect 9.01, libcoap 4.3, curl 7.88: what a function writes behind a type that
 * hides an array, through a pointer to a constant pointer, or as many bytes as its result says.
 */

typedef unsigned char hmackey_t[64];
typedef struct ssl_st SSL;
struct sockaddr;
struct ip_info { const char *address; };
union address { struct { unsigned short sa_family; } ss; char bytes[28]; };
struct epoll_event { unsigned int events; void *data; };

int SSL_read(SSL *ssl, void *buf, int num);
int asprintf(char **strp, const char *fmt, ...);
int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event);
int getsockname(int sockfd, struct sockaddr *addr, unsigned int *addrlen);
char *strncpy(char *dest, const char *src, unsigned long n);
int puts(const char *s);
void free(void *ptr);
void send_bytes(unsigned long length, const unsigned char *bytes);

#define EPOLL_CTL_DEL 2
#define STRCPY(dst, src) \
    do { \
        if ((const char *)(dst) != (const char *)(src)) \
            strncpy((char *)(dst), (const char *)(src), sizeof(dst)); \
    } while (0)

static struct ip_info current = {"192.0.2.1"};

static int produce_key(const char *user, hmackey_t key)
{
    int index;

    if (!user[0])
        return -1;
    for (index = 0; index < 64; index++)
        key[index] = (unsigned char)user[0];
    return 0;
}

int key_of(const char *user)
{
    hmackey_t key;

    if (produce_key(user, key) < 0)
        return -1;
    return key[0];
}

static int get_ip_info(const struct ip_info **info)
{
    if (info)
        *info = &current;
    return 0;
}

const char *address(void)
{
    const struct ip_info *info;

    if (get_ip_info(&info) < 0)
        return 0;
    return info->address;
}

void copied(const char *name)
{
    char text[20];

    STRCPY(text, name);
    puts(text);
}

static unsigned int length_of(const union address *addr)
{
    return addr->ss.sa_family == 2 ? 16 : 28;
}

int either_family(int fd)
{
    union address own;
    unsigned int length;

    own.ss.sa_family = 10;
    length = length_of(&own);
    if (getsockname(fd, (struct sockaddr *)&own, &length) < 0) {
        own.ss.sa_family = 2;
        length = length_of(&own);
        if (getsockname(fd, (struct sockaddr *)&own, &length) < 0)
            return -1;
    }
    return own.ss.sa_family;
}

int forget(int queue, int fd)
{
    struct epoll_event event;

    return epoll_ctl(queue, EPOLL_CTL_DEL, fd, &event);
}

long one_number(SSL *ssl)
{
    unsigned long numbers[2];
    int length = SSL_read(ssl, numbers, 2 * sizeof(unsigned long));

    if (length != sizeof(unsigned long))
        return -1;
    return (long)numbers[0];
}

int greeting(const char *name)
{
    char *text;

    if (asprintf(&text, "hello, %s", name) == -1)
        return -1;
    puts(text);
    free(text);
    return 0;
}

static unsigned long encode(unsigned char *bytes, unsigned long value)
{
    unsigned long length = 0;

    while (value) {
        bytes[length++] = (unsigned char)value;
        value >>= 8;
    }
    return length;
}

void token(unsigned long value)
{
    unsigned char bytes[8];
    unsigned long length = encode(bytes, value);

    send_bytes(length, bytes);
}

static void set_log_file_name(const char *directory, char *name)
{
    strncpy(name, directory, 16);
}

void open_log(const char *directory)
{
    char name[16];

    set_log_file_name(directory, name);
    puts(name);
}

int pipe_over_tls(void *filter);
int status_of(int result);
int secure_write(void *filter, const char *data, int *written);

#define CURLE_OK 0
#define CURLE_SEND_ERROR 55

long send_data(void *filter, const char *data, int *code)
{
    int error = CURLE_SEND_ERROR;
    int written;

    if (pipe_over_tls(filter) >= 0)
        error = status_of(secure_write(filter, data, &written));
    if (error != CURLE_OK) {
        *code = error;
        written = -1;
    }
    return (long)written;
}
