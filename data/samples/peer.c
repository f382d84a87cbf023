/* Addresses of peers: who sent a datagram, and to which session it belongs. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "skylark.h"

#define BEACON_MAGIC 0x534b4232u

struct beacon {
    uint32_t magic;
    uint16_t version;
    uint16_t port;
    char site[32];
};

struct peer_slot {
    struct sockaddr_storage addr;
    int in_use;
};

in_port_t sk_peer_port(const struct sockaddr_storage *ss)
{
    if (ss->ss_family == AF_INET)
        return ((const struct sockaddr_in *)ss)->sin_port;
    if (ss->ss_family == AF_INET6)
        return ((const struct sockaddr_in6 *)ss)->sin6_port;
    return 0;
}

/* The session that a datagram from this sender is handed to, or -1. */
int sk_peer_session(const struct peer_slot *slots, int count, const struct sockaddr_storage *from)
{
    int i;
    for (i = 0; i < count; i++)
        if (slots[i].in_use && sk_peer_port(&slots[i].addr) == sk_peer_port(from))
            return i;
    return -1;
}

/* One datagram: its length, where 0 is a valid empty one, or -1. */
ssize_t sk_peer_receive(int fd, unsigned char *buf, size_t cap, struct sockaddr_storage *from)
{
    socklen_t from_len;
    ssize_t n;
    n = recvfrom(fd, buf, cap, MSG_TRUNC, (struct sockaddr *)from, &from_len);
    if (n < 0 || (size_t)n > cap)
        return -1;
    return n;
}

/* The port that the system has chosen for a socket bound to port 0, or -1. */
int sk_peer_local_port(int fd)
{
    struct sockaddr_storage self;
    socklen_t len = sizeof self;
    if (getsockname(fd, (struct sockaddr *)&self, &len) != 0)
        return -1;
    return ntohs(sk_peer_port(&self));
}

/* Announces the relay to the gateways of one site. */
int sk_beacon_send(int fd, uint16_t port, const char *site)
{
    struct beacon b;
    size_t len = strlen(site);
    if (len >= sizeof b.site)
        return -1;
    b.magic = htonl(BEACON_MAGIC);
    b.version = htons(2);
    b.port = htons(port);
    memcpy(b.site, site, len + 1);
    return send(fd, &b, sizeof b, 0) == (ssize_t)sizeof b ? 0 : -1;
}
