/*
 * CVE-2016-6309, OpenSSL 1.1.0a: a handshake message of more than 16 KiB (ssl/statem/statem.c,
 * read_state_machine).
 *
 * Facts: the buffer for the message is enlarged, which may move it; a pointer to the message inside of
 * the buffer was kept and used after that. The fix (1.1.0b, six days later) computes it anew. The
 * fault had come in with the fix of CVE-2016-6307.
 */

void *CRYPTO_realloc(void *addr, unsigned long num, const char *file, int line);
#define OPENSSL_realloc(addr, num) CRYPTO_realloc(addr, num, __FILE__, __LINE__)
long read_bytes(void *s, unsigned char *data, unsigned long length);
int process_message(void *s, const unsigned char *msg, unsigned long length);

#define HEADER_LENGTH 4

struct message_buffer {
    unsigned char *data;
    unsigned long max;
};

static int grow(struct message_buffer *buffer, unsigned long size)
{
    unsigned char *data;

    if (size <= buffer->max)
        return 1;
    data = OPENSSL_realloc(buffer->data, size);
    if (data == 0)
        return 0;
    buffer->data = data;
    buffer->max = size;
    return 1;
}

int read_state_machine_faulty(void *s, struct message_buffer *init_buf)
{
    unsigned char *base = init_buf->data;
    unsigned char *msg = base + HEADER_LENGTH;
    unsigned char *data;
    unsigned long length;

    if (read_bytes(s, base, HEADER_LENGTH) != HEADER_LENGTH)
        return -1;
    length = (unsigned long)base[1] << 16 | (unsigned long)base[2] << 8 | base[3];
    data = OPENSSL_realloc(base, length + HEADER_LENGTH);
    if (data == 0)
        return -1;
    init_buf->data = data;
    init_buf->max = length + HEADER_LENGTH;
    if (read_bytes(s, msg, length) != (long)length) // finding: use-after-release
        return -1;
    return process_message(s, data + HEADER_LENGTH, length);
}

int read_state_machine_mended(void *s, struct message_buffer *init_buf)
{
    unsigned char *base = init_buf->data;
    unsigned char *msg;
    unsigned char *data;
    unsigned long length;

    if (read_bytes(s, base, HEADER_LENGTH) != HEADER_LENGTH)
        return -1;
    length = (unsigned long)base[1] << 16 | (unsigned long)base[2] << 8 | base[3];
    data = OPENSSL_realloc(base, length + HEADER_LENGTH);
    if (data == 0)
        return -1;
    init_buf->data = data;
    init_buf->max = length + HEADER_LENGTH;
    msg = data + HEADER_LENGTH;
    if (read_bytes(s, msg, length) != (long)length)
        return -1;
    return process_message(s, msg, length);
}

/* Offsets survive a move. */
int append_message(void *s, struct message_buffer *buffer, unsigned long offset, unsigned long length)
{
    if (!grow(buffer, offset + length))
        return -1;
    if (read_bytes(s, buffer->data + offset, length) != (long)length)
        return -1;
    return process_message(s, buffer->data + offset, length);
}
