/*
 * Who owns what in OpenVPN 2.6, reduced: a stand-in for a version of the library that lacks a
 * function, a value that goes where its address goes, methods that their maker gets back from the
 * key, an element that was taken out of its stack, descriptors that are the standard streams.
 */
typedef unsigned long size_t;
typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_object_st X509_OBJECT;
typedef struct stack_st_X509_OBJECT STACK;
typedef struct ec_key_st EC_KEY;
typedef struct ec_key_method_st EC_KEY_METHOD;
typedef struct rsa_st RSA;
typedef struct rsa_meth_st RSA_METHOD;
typedef struct provider_st OSSL_PROVIDER;
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
int SUCCEEDED_STATUS(int status);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *memset(void *to, int c, size_t size);
void free(void *ptr);
int open(const char *path, int flags, ...);
int close(int fd);
int dup2(int from, int to);
void X509_OBJECT_free_contents(X509_OBJECT *object);
void OPENSSL_free(void *ptr);
int sk_X509_OBJECT_num(const STACK *sk);
X509_OBJECT *sk_X509_OBJECT_value(const STACK *sk, int i);
X509_OBJECT *sk_X509_OBJECT_delete(STACK *sk, int i);
int X509_OBJECT_get_type(const X509_OBJECT *object);
const RSA_METHOD *RSA_get_method(const RSA *rsa);
void RSA_meth_free(RSA_METHOD *meth);
const EC_KEY_METHOD *EC_KEY_OpenSSL(void);
EC_KEY_METHOD *EC_KEY_METHOD_new(const EC_KEY_METHOD *meth);
void EC_KEY_METHOD_free(EC_KEY_METHOD *meth);
int EC_KEY_set_method(EC_KEY *key, const EC_KEY_METHOD *meth);
int EVP_PKEY_assign_EC_KEY(EVP_PKEY *pkey, EC_KEY *key);
OSSL_PROVIDER *OSSL_PROVIDER_load(void *libctx, const char *name);
struct param { const char *key; void *data; size_t size; };
int import(struct param *params);
void warn(const char *text);

#if OPENSSL_VERSION_NUMBER >= 0x10100000L
EVP_MD_CTX *EVP_MD_CTX_new(void);
void X509_OBJECT_free(X509_OBJECT *object);
EVP_MD *EVP_MD_fetch(void *libctx, const char *name, const char *properties);
#else
const EVP_MD *EVP_get_digestbyname(const char *name);

static EVP_MD *EVP_MD_fetch(void *libctx, const char *name, const char *properties)
{
    return (EVP_MD *)EVP_get_digestbyname(name);
}

static EVP_MD_CTX *EVP_MD_CTX_new(void)
{
    EVP_MD_CTX *ctx = malloc(48);
    if (ctx)
        memset(ctx, 0, 48);
    return ctx;
}

static void X509_OBJECT_free(X509_OBJECT *object)
{
    if (object) {
        X509_OBJECT_free_contents(object);
        OPENSSL_free(object);
    }
}
#endif

static EVP_MD_CTX *context_new(void)
{
    return EVP_MD_CTX_new();
}

int made_by_a_stand_in(int rounds)
{
    EVP_MD_CTX *ctx = context_new();
    if (!ctx)
        return 0;
    EVP_MD_CTX_free(ctx);
    return rounds > 0;
}

int EVP_MD_get_size(const EVP_MD *md);

int nothing_to_release_before_3(const char *name)
{
    EVP_MD *md = EVP_MD_fetch(0, name, 0);
    if (!md)
        return -1;
    return EVP_MD_get_size(md);
}

int taken_out_of_the_stack(STACK *all)
{
    for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
        X509_OBJECT *object = sk_X509_OBJECT_value(all, i);
        if (X509_OBJECT_get_type(object) == 2) {
            sk_X509_OBJECT_delete(all, i);
            X509_OBJECT_free(object);
        }
    }
    return 1;
}

static int load_handle(void *handle)
{
    struct param params[] = {{"handle", &handle, sizeof handle}, {0, 0, 0}};
    return import(params);
}

int goes_with_its_address(void)
{
    char *data = calloc(1, 16);
    if (!data)
        return 0;
    return load_handle(data);
}

int finished(RSA *rsa)
{
    const RSA_METHOD *meth = RSA_get_method(rsa);
    RSA_meth_free((RSA_METHOD *)meth);
    return 1;
}

int kept_by_the_key(EC_KEY *key, EVP_PKEY *pkey)
{
    EC_KEY_METHOD *meth = EC_KEY_METHOD_new(EC_KEY_OpenSSL());
    if (!meth)
        return 0;
    if (!EC_KEY_set_method(key, meth)) {
        EC_KEY_METHOD_free(meth);
        return 0;
    }
    if (!EVP_PKEY_assign_EC_KEY(pkey, key))
        return 0;
    return 1;
}

int loaded_for_the_process(void *libctx)
{
    if (!OSSL_PROVIDER_load(libctx, "legacy"))
        return 0;
    return 1;
}

void the_standard_streams(const char *file)
{
    int out = open(file, 1);
    if (out < 0) {
        warn(file);
        return;
    }
    if (dup2(out, 1) == -1 || dup2(out, 2) == -1)
        warn(file);
    if (out > 2)
        close(out);
}

int netbits(unsigned mask);
int tell_kernel(const char *name, int bits);
unsigned int number_of(const char *text);
void renew_by_index(unsigned int index);
int is_point_to_point(const char *name);
int provider_open(void **handle, const char *name);
void provider_close(void *handle);
int socket_defined(int sd);
int accept_client(int sd);
void serve(int sd);

static void close_socket(int sd)
{
    if (close(sd))
        warn("close");
}

static void net_addr_del(const char *name, int bits)
{
    if (tell_kernel(name, bits) < 0)
        warn(name);
}

static void release_by_index(unsigned int index)
{
    if (tell_kernel("adapter", (int)index) < 0)
        warn("release");
}

void numbers_are_not_released(const char *name, unsigned mask)
{
    int bits = netbits(mask);
    if (is_point_to_point(name))
        return;
    net_addr_del(name, bits);
}

void numbers_are_not_gone(const char *text, int again)
{
    unsigned int index = number_of(text);
    release_by_index(index);
    if (again)
        renew_by_index(index);
}

const char *a_status_of_its_own(void)
{
    void *handle;
    int status = provider_open(&handle, "CHACHA20");
    if (SUCCEEDED_STATUS(status)) {
        provider_close(handle);
        return "with";
    }
    return "without";
}

void asked_whether_there_is_one(int sd)
{
    for (;;) {
        int client = accept_client(sd);
        if (socket_defined(client)) {
            serve(client);
            close_socket(client);
        }
    }
}
