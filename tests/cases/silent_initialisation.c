/*
 * Idioms of coturn 4.6 and curl 8 around addresses, timeouts and buffers: variables without an
 * initialiser that are written on every path on which they are read.
 */

typedef struct ssl_st SSL;
typedef unsigned int socklen_t;
struct timeval {
    long tv_sec;
    long tv_usec;
};
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

#define AF_INET 2
#define DTLS_CTRL_GET_TIMEOUT 73
long SSL_ctrl(SSL *ssl, int cmd, long larg, void *parg);
#define DTLSv1_get_timeout(ssl, arg) SSL_ctrl(ssl, DTLS_CTRL_GET_TIMEOUT, 0, (void *)(arg))
int getsockname(int fd, struct sockaddr *addr, socklen_t *len);
long recvfrom(int fd, void *buf, unsigned long n, int flags, struct sockaddr *addr, socklen_t *len);
long sendto(int fd, const void *buf, unsigned long n, int flags, const struct sockaddr *to,
            socklen_t len);
int inet_pton(int family, const char *text, void *to);
void *memset(void *to, int byte, unsigned long size);
void *memcpy(void *to, const void *from, unsigned long size);
int RAND_bytes(unsigned char *buf, int num);
int EVP_MD_get_size(const void *md);

/* The length is given before the call reads it; the address is read after success only. */
int local_port(int fd)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof(addr);

    if (getsockname(fd, (struct sockaddr *)&addr, &len) < 0)
        return -1;
    return addr.sin_port;
}

/* All members that are handed out are written, the rest by memset. */
int send_probe(int fd, const char *ip, unsigned short port)
{
    struct sockaddr_in addr;
    unsigned char probe[16];

    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_port = port;
    if (inet_pton(AF_INET, ip, &addr.sin_addr) != 1)
        return -1;
    if (RAND_bytes(probe, sizeof(probe)) != 1)
        return -1;
    if (sendto(fd, probe, sizeof(probe), 0, (const struct sockaddr *)&addr, sizeof(addr)) < 0)
        return -1;
    return 0;
}

/* Two conditions that are one: what is read in the second was written in the first. */
long wait_time(SSL *ssl, int dtls, long idle)
{
    struct timeval tv;
    int armed = 0;

    if (dtls)
        armed = DTLSv1_get_timeout(ssl, &tv) == 1;
    if (armed)
        return tv.tv_sec * 1000 + tv.tv_usec / 1000;
    return idle;
}

/* Each case writes, and the default leaves. */
int key_length(int kind)
{
    int bits;

    switch (kind) {
    case 1:
        bits = 128;
        break;
    case 2:
        bits = 192;
        break;
    case 3:
        bits = 256;
        break;
    default:
        return -1;
    }
    return bits / 8;
}

/* Written by a helper on the path on which it says so. */
static int parse_port(const char *text, unsigned short *port)
{
    unsigned value = 0;

    if (*text == '\0')
        return 0;
    for (; *text >= '0' && *text <= '9'; text++)
        value = value * 10 + (unsigned)(*text - '0');
    if (*text != '\0' || value > 65535)
        return 0;
    *port = (unsigned short)value;
    return 1;
}

int port_or(const char *text, int fallback)
{
    unsigned short port;

    return parse_port(text, &port) ? port : fallback;
}

/* As much as was received is looked at. */
int first_byte(int fd)
{
    unsigned char buf[1500];
    struct sockaddr_in from;
    socklen_t len = sizeof(from);
    long n = recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)&from, &len);

    if (n <= 0)
        return -1;
    return buf[0];
}

/* The buffer is filled up to the length that is used. */
int frame(unsigned char *out, unsigned long room, const unsigned char *data, unsigned long size)
{
    unsigned char header[4];

    if (size > 0xffff || room < sizeof(header) + size)
        return -1;
    header[0] = 0x40;
    header[1] = 0;
    header[2] = (unsigned char)(size >> 8);
    header[3] = (unsigned char)size;
    memcpy(out, header, sizeof(header));
    memcpy(out + sizeof(header), data, size);
    return (int)(sizeof(header) + size);
}

/* The loop runs at least once, as the size is checked before. */
int longest(const void *const *digests, int count)
{
    int i, best, size;

    if (count < 1)
        return 0;
    best = 0;
    for (i = 0; i < count; i++) {
        size = EVP_MD_get_size(digests[i]);
        if (size > best)
            best = size;
    }
    return best;
}
