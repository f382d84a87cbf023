/* Sockets: connecting, listening, waiting, moving bytes. */
#define NULL ((void *)0)
#define AF_UNSPEC 0
#define AF_INET 2
#define SOCK_STREAM 1
#define SOCK_DGRAM 2
#define AI_PASSIVE 1
#define SOL_SOCKET 1
#define SO_REUSEADDR 2
#define SO_ERROR 4
#define F_GETFL 3
#define F_SETFL 4
#define O_NONBLOCK 2048
#define POLLIN 1
#define EINTR 4
#define INADDR_ANY 0
#define errno (*__errno_location())

typedef unsigned long size_t;
typedef long ssize_t;
typedef unsigned int socklen_t;
struct sockaddr {
    unsigned short sa_family;
    char sa_data[14];
};
struct in_addr {
    unsigned int s_addr;
};
struct sockaddr_in {
    unsigned short sin_family;
    unsigned short sin_port;
    struct in_addr sin_addr;
    char sin_zero[8];
};
struct addrinfo {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    socklen_t ai_addrlen;
    struct sockaddr *ai_addr;
    char *ai_canonname;
    struct addrinfo *ai_next;
};
struct pollfd {
    int fd;
    short events;
    short revents;
};

int *__errno_location(void);
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **found);
void freeaddrinfo(struct addrinfo *found);
int socket(int domain, int type, int protocol);
int connect(int fd, const struct sockaddr *address, socklen_t length);
int bind(int fd, const struct sockaddr *address, socklen_t length);
int listen(int fd, int backlog);
int accept(int fd, struct sockaddr *address, socklen_t *length);
int setsockopt(int fd, int level, int name, const void *value, socklen_t length);
int getsockopt(int fd, int level, int name, void *value, socklen_t *length);
int getsockname(int fd, struct sockaddr *address, socklen_t *length);
int fcntl(int fd, int command, ...);
int poll(struct pollfd *fds, unsigned long count, int timeout);
ssize_t send(int fd, const void *data, size_t length, int flags);
ssize_t recv(int fd, void *data, size_t length, int flags);
ssize_t recvfrom(int fd, void *data, size_t length, int flags, struct sockaddr *from,
                 socklen_t *size);
ssize_t sendto(int fd, const void *data, size_t length, int flags, const struct sockaddr *to,
               socklen_t size);
int close(int fd);
unsigned short htons(unsigned short value);
unsigned short ntohs(unsigned short value);
unsigned int htonl(unsigned int value);
void *memset(void *to, int byte, size_t n);
void *memcpy(void *to, const void *from, size_t n);
void free(void *ptr);
void report(const char *what);

int tcp_connect(const char *host, const char *service)
{
    struct addrinfo hints;
    struct addrinfo *found = NULL;
    int fd;

    memset(&hints, 0, sizeof(hints));
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host, service, &hints, &found) != 0)
        return -1;
    fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (fd < 0) {
        freeaddrinfo(found);
        return -1;
    }
    if (connect(fd, found->ai_addr, found->ai_addrlen) < 0) {
        close(fd);
        freeaddrinfo(found);
        return -1;
    }
    freeaddrinfo(found);
    return fd;
}

int tcp_listen(unsigned short port)
{
    struct sockaddr_in address;
    int fd = -1;
    int on = 1;

    fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        goto failed;
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0)
        goto failed;
    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0)
        goto failed;
    if (listen(fd, 16) < 0)
        goto failed;
    return fd;

failed:
    report("cannot listen");
    if (fd >= 0)
        close(fd);
    return -1;
}

int udp_bound(unsigned short port, unsigned short *bound)
{
    struct sockaddr_in address = {0};
    socklen_t length = sizeof(address);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    if (fd == -1)
        return -1;
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(port);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) == -1) {
        close(fd);
        return -1;
    }
    if (getsockname(fd, (struct sockaddr *)&address, &length) == -1) {
        close(fd);
        return -1;
    }
    *bound = ntohs(address.sin_port);
    return fd;
}

int set_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL, 0);

    if (flags < 0)
        return -1;
    if (fcntl(fd, F_SETFL, flags | O_NONBLOCK) < 0)
        return -1;
    return 0;
}

int send_all(int fd, const char *data, size_t length)
{
    size_t done = 0;

    while (done < length) {
        ssize_t n = send(fd, data + done, length - done, 0);

        if (n < 0) {
            if (errno == EINTR)
                continue;
            return -1;
        }
        done += (size_t)n;
    }
    return 0;
}

int receive_exactly(int fd, char *data, size_t length)
{
    size_t done = 0;
    ssize_t n;

    while (done < length) {
        n = recv(fd, data + done, length - done, 0);
        if (n <= 0)
            return -1;
        done += (size_t)n;
    }
    return 0;
}

int receive_number(int fd, unsigned int *number)
{
    unsigned char bytes[4];
    ssize_t n;

    n = recv(fd, bytes, sizeof(bytes), 0);
    if (n != (ssize_t)sizeof(bytes))
        return -1;
    *number = (unsigned int)bytes[0] << 24 | (unsigned int)bytes[1] << 16 |
              (unsigned int)bytes[2] << 8 | bytes[3];
    return 0;
}

int wait_readable(int fd, int timeout)
{
    struct pollfd waiting;
    int n;

    waiting.fd = fd;
    waiting.events = POLLIN;
    waiting.revents = 0;
    n = poll(&waiting, 1, timeout);
    if (n < 0)
        return -1;
    if (n == 0)
        return 0;
    return (waiting.revents & POLLIN) != 0;
}

int connect_failed(int fd)
{
    int code = 0;
    socklen_t length = sizeof(code);

    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &length) < 0)
        return -1;
    return code;
}

int reflect(int fd)
{
    char datagram[1500];
    struct sockaddr_in from;
    socklen_t size = sizeof(from);
    ssize_t n;
    ssize_t sent;

    n = recvfrom(fd, datagram, sizeof(datagram), 0, (struct sockaddr *)&from, &size);
    if (n < 0)
        return -1;
    sent = sendto(fd, datagram, (size_t)n, 0, (struct sockaddr *)&from, size);
    if (sent < 0) {
        report("the answer is lost");
        return -1;
    }
    return 0;
}

int accept_nonblocking(int listener)
{
    int client;

    client = accept(listener, NULL, NULL);
    if (client < 0)
        return -1;
    if (set_nonblocking(client) < 0) {
        close(client);
        return -1;
    }
    return client;
}

int pending_error(int fd, int *code)
{
    int value;
    int ret;
    socklen_t length = sizeof(value);

    ret = getsockopt(fd, SOL_SOCKET, SO_ERROR, &value, &length);
    if (ret < 0)
        return -1;
    *code = value;
    return 0;
}

int receive_header(int fd, unsigned char *kind, unsigned char *body)
{
    unsigned char header[16];
    ssize_t n;

    n = recv(fd, header, sizeof(header), 0);
    if (n != 16)
        return -1;
    *kind = header[0];
    memcpy(body, header + 1, 15);
    return 0;
}

int local_port(int fd, unsigned short *port)
{
    struct sockaddr_in address;
    socklen_t length = sizeof(address);

    if (getsockname(fd, (struct sockaddr *)&address, &length) < 0)
        return -1;
    *port = ntohs(address.sin_port);
    return 0;
}

int first_address(const char *host, struct sockaddr_in *out)
{
    struct addrinfo hints = {0};
    struct addrinfo *found;

    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo(host, NULL, &hints, &found) != 0) {
        report(host);
        return 0;
    }
    memcpy(out, found->ai_addr, sizeof(*out));
    freeaddrinfo(found);
    return 1;
}
