/*
 * eclipse-tinydtls/tinydtls#8 (April 2019): bytes of the stack in a handshake message (dtls.c,
 * dtls_send_client_key_exchange).
 *
 * Facts: the message was put together in a buffer on the stack, of which only the identity and its
 * length were written, while the length that was sent had been rounded up to whole blocks. The fix
 * clears the buffer first. Found by valgrind at the call of send. Reduced to a message of fixed length.
 */

typedef unsigned char uint8;

#define DTLS_CKXEC_LENGTH 64

struct dtls_peer {
    int fd;
    uint8 identity[32];
    unsigned long identity_length;
};

void *memcpy(void *to, const void *from, unsigned long size);
void *memset(void *to, int byte, unsigned long size);
long send(int fd, const void *buf, unsigned long len, int flags);

static int dtls_send_client_key_exchange_faulty(const struct dtls_peer *peer)
{
    uint8 buf[DTLS_CKXEC_LENGTH];
    uint8 *p = buf;

    if (peer->identity_length > sizeof(peer->identity))
        return -1;
    *p++ = (uint8)(peer->identity_length >> 8);
    *p++ = (uint8)peer->identity_length;
    memcpy(p, peer->identity, peer->identity_length);

    if (send(peer->fd, buf, sizeof(buf), 0) != (long)sizeof(buf)) // finding: partial-initialisation
        return -1;
    return 0;
}

static int dtls_send_client_key_exchange_mended(const struct dtls_peer *peer)
{
    uint8 buf[DTLS_CKXEC_LENGTH];
    uint8 *p = buf;

    if (peer->identity_length > sizeof(peer->identity))
        return -1;
    memset(buf, 0, sizeof(buf));
    *p++ = (uint8)(peer->identity_length >> 8);
    *p++ = (uint8)peer->identity_length;
    memcpy(p, peer->identity, peer->identity_length);

    if (send(peer->fd, buf, sizeof(buf), 0) != (long)sizeof(buf))
        return -1;
    return 0;
}

/* Not cleared, but just as much is sent as has been written. */
static int dtls_send_identity(const struct dtls_peer *peer)
{
    uint8 buf[DTLS_CKXEC_LENGTH];
    unsigned long size = 2 + peer->identity_length;

    if (peer->identity_length > sizeof(peer->identity))
        return -1;
    buf[0] = (uint8)(peer->identity_length >> 8);
    buf[1] = (uint8)peer->identity_length;
    memcpy(buf + 2, peer->identity, peer->identity_length);
    if (send(peer->fd, buf, size, 0) != (long)size)
        return -1;
    return 0;
}

int handshake(const struct dtls_peer *peer)
{
    if (dtls_send_client_key_exchange_faulty(peer) < 0)
        return -1;
    if (dtls_send_client_key_exchange_mended(peer) < 0)
        return -1;
    return dtls_send_identity(peer);
}
