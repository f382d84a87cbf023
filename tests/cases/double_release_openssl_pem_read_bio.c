/*
 * CVE-2022-4450, OpenSSL 1.1.1 and 3.0 before February 2023: PEM input without payload
 * (crypto/pem/pem_lib.c, PEM_read_bio_ex).
 *
 * Facts: for a payload of zero bytes the function failed, but the out-parameter `header` already held
 * the buffer that its exit had released; callers free what they were given, so it was released twice.
 * Reduced with the caller in one function, as the two shared the pointer: first the exit, then the
 * caller's cleanup. The fix hands the buffers out only after everything has succeeded.
 */

typedef struct bio_st BIO;

void *CRYPTO_malloc(unsigned long num, const char *file, int line);
void CRYPTO_free(void *ptr, const char *file, int line);
#define OPENSSL_malloc(num) CRYPTO_malloc(num, __FILE__, __LINE__)
#define OPENSSL_free(addr) CRYPTO_free(addr, __FILE__, __LINE__)
int BIO_gets(BIO *bp, char *buf, int size);
int BIO_read(BIO *b, void *data, int dlen);
int memcmp(const void *left, const void *right, unsigned long size);
void consume(const char *header, const unsigned char *data, long len);

static int read_pem_faulty(BIO *bp, char **header_out, unsigned char **data_out, long *len_out)
{
    char *header = 0;
    unsigned char *data = 0;
    int len, ret = 0;

    header = OPENSSL_malloc(256);
    data = OPENSSL_malloc(4096);
    if (header == 0 || data == 0)
        goto end;
    if (BIO_gets(bp, header, 256) <= 0 || memcmp(header, "-----BEGIN", 10) != 0)
        goto end;
    *header_out = header;
    len = BIO_read(bp, data, 4096);
    if (len <= 0)
        goto end;
    *data_out = data;
    *len_out = len;
    header = 0;
    data = 0;
    ret = 1;

end:
    OPENSSL_free(header);
    OPENSSL_free(data);
    return ret;
}

int print_pem_faulty(BIO *bp)
{
    char *header = 0;
    unsigned char *data = 0;
    long len = 0;
    int ok = read_pem_faulty(bp, &header, &data, &len);

    if (ok)
        consume(header, data, len);
    OPENSSL_free(header); // finding: double-release
    OPENSSL_free(data);
    return ok;
}

static int read_pem_mended(BIO *bp, char **header_out, unsigned char **data_out, long *len_out)
{
    char *header = 0;
    unsigned char *data = 0;
    int len, ret = 0;

    header = OPENSSL_malloc(256);
    data = OPENSSL_malloc(4096);
    if (header == 0 || data == 0)
        goto end;
    if (BIO_gets(bp, header, 256) <= 0 || memcmp(header, "-----BEGIN", 10) != 0)
        goto end;
    len = BIO_read(bp, data, 4096);
    if (len <= 0)
        goto end;
    *header_out = header;
    *data_out = data;
    *len_out = len;
    header = 0;
    data = 0;
    ret = 1;

end:
    OPENSSL_free(header);
    OPENSSL_free(data);
    return ret;
}

int print_pem_mended(BIO *bp)
{
    char *header = 0;
    unsigned char *data = 0;
    long len = 0;
    int ok = read_pem_mended(bp, &header, &data, &len);

    if (ok)
        consume(header, data, len);
    OPENSSL_free(header);
    OPENSSL_free(data);
    return ok;
}

/* Two releases of one name: the second has another buffer, or none. */
int skip_headers(BIO *bp, int count)
{
    char *line = 0;
    int i;

    for (i = 0; i < count; i++) {
        OPENSSL_free(line);
        line = OPENSSL_malloc(80);
        if (line == 0)
            return 0;
        if (BIO_gets(bp, line, 80) <= 0)
            break;
    }
    OPENSSL_free(line);
    return i == count;
}
