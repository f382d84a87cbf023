/*
 * openssl/openssl#31273 (May 2026): objects from a file (providers/implementations/storemgmt/
 * file_store_any2obj.c).
 *
 * Facts: the input is released in the middle of the function, and a later step jumps to the exit that
 * releases it again. (The jump could not happen in practice, as the step shrinks a buffer; the pointer
 * is set to null all the same.)
 */

typedef struct bio_st BIO;
typedef struct buf_mem_st {
    unsigned long length;
    char *data;
} BUF_MEM;

BIO *BIO_new_file(const char *filename, const char *mode);
int BIO_read(BIO *b, void *data, int dlen);
int BIO_free(BIO *a);
BUF_MEM *BUF_MEM_new(void);
void BUF_MEM_free(BUF_MEM *a);
unsigned long BUF_MEM_grow(BUF_MEM *str, unsigned long len);
int hand_out(const char *data, unsigned long length);

int any2obj_decode_faulty(const char *name)
{
    BIO *in = 0;
    BUF_MEM *mem = BUF_MEM_new();
    int len, ok = 0;

    if (mem == 0)
        goto err;
    in = BIO_new_file(name, "rb");
    if (in == 0 || BUF_MEM_grow(mem, 4096) == 0)
        goto err;
    len = BIO_read(in, mem->data, 4096);
    if (len <= 0)
        goto err;
    BIO_free(in);
    if (BUF_MEM_grow(mem, (unsigned long)len) == 0)
        goto err;
    ok = hand_out(mem->data, mem->length);
    BUF_MEM_free(mem);
    return ok;

err:
    BIO_free(in); // finding: double-release
    BUF_MEM_free(mem);
    return 0;
}

int any2obj_decode_mended(const char *name)
{
    BIO *in = 0;
    BUF_MEM *mem = BUF_MEM_new();
    int len, ok = 0;

    if (mem == 0)
        goto err;
    in = BIO_new_file(name, "rb");
    if (in == 0 || BUF_MEM_grow(mem, 4096) == 0)
        goto err;
    len = BIO_read(in, mem->data, 4096);
    if (len <= 0)
        goto err;
    BIO_free(in);
    in = 0;
    if (BUF_MEM_grow(mem, (unsigned long)len) == 0)
        goto err;
    ok = hand_out(mem->data, mem->length);
    BUF_MEM_free(mem);
    return ok;

err:
    BIO_free(in);
    BUF_MEM_free(mem);
    return 0;
}

/* Released early, or at the end: a flag keeps the two apart. */
int first_byte(const char *name, int keep)
{
    BIO *in = BIO_new_file(name, "rb");
    unsigned char byte = 0;
    int len;

    if (in == 0)
        return -1;
    len = BIO_read(in, &byte, 1);
    if (!keep)
        BIO_free(in);
    if (len != 1)
        byte = 0;
    if (keep)
        BIO_free(in);
    return byte;
}
