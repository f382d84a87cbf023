/*
 * Who owns what in mosquitto 2.0 and FreeRDP 2.11, reduced: elements that a list keeps, a block that grows
 * in a wrapper of realloc, a buffer that is walked through, an object that a static variable keeps, a copy
 * that a structure makes.
 */
typedef unsigned long size_t;
typedef struct bio_method_st BIO_METHOD;
BIO_METHOD *BIO_meth_new(int type, const char *name);
int BIO_meth_set_ctrl(BIO_METHOD *method, long (*control)(void *, int, long, void *));
void *calloc(size_t count, size_t size);
void *malloc(size_t size);
void *realloc(void *ptr, size_t size);
void free(void *ptr);
char *strdup(const char *text);
size_t usable_size(void *ptr);
struct json { struct json *next; char *text; };
struct client { char *name; struct client *next; };
struct table { struct client *first; };
static struct client *clients;
static size_t used;
int is_object(struct json *item);
void HASH_ADD_KEY(struct client *head, const char *key, struct client *item);
void HASH_DEL(struct client *head, struct client *item);
int join_groups(const char *name);
char *split_word(char **text, const char *ends);
char *copy_text(const char *text);
void take_word(const char *word);
int fill(char *text, size_t size);

static void free_client(struct client *client)
{
    free(client->name);
    free(client);
}

static struct client *add_client(struct table *table, const char *name)
{
    struct client *client = calloc(1, sizeof *client);
    if (!client)
        return 0;
    client->name = strdup(name);
    if (!client->name) {
        free(client);
        return 0;
    }
    HASH_ADD_KEY(table->first, client->name, client);
    return client;
}

int kept_by_the_table(struct table *table)
{
    struct client *client = add_client(table, "");
    if (!client)
        return 1;
    client = add_client(table, "$SYS");
    return client ? 0 : 1;
}

int kept_by_the_list(const char *name)
{
    struct client *client = calloc(1, sizeof *client);
    if (!client)
        return 1;
    HASH_ADD_KEY(clients, name, client);
    if (join_groups(name)) {
        HASH_DEL(clients, client);
        free_client(client);
        return 1;
    }
    return 0;
}

static void *grow(void *ptr, size_t size)
{
    void *more;
#ifdef TRACKED
    if (ptr)
        used -= usable_size(ptr);
#endif
    more = realloc(ptr, size);
#ifdef TRACKED
    if (more)
        used += usable_size(more);
#endif
    return more;
}

int grown_by_a_wrapper(int count)
{
    char *codes = malloc(10), *more;
    if (!codes)
        return 1;
    for (int i = 0; i < count; i++) {
        more = grow(codes, (size_t)i * 2 + 10);
        if (!more) {
            free(codes);
            return 1;
        }
        codes = more;
    }
    free(codes);
    return 0;
}

int walked_through(size_t size)
{
    char *text = malloc(size), *whole = text, *word;
    if (!text)
        return 1;
    if (!fill(text, size)) {
        free(text);
        return 1;
    }
    word = split_word(&text, "\n");
    while (word) {
        take_word(word);
        word = split_word(&text, "\n");
    }
    free(whole);
    return 0;
}

BIO_METHOD *made_once(void)
{
    static BIO_METHOD *method = 0;
    if (!method) {
        method = BIO_meth_new(5, "ours");
        if (!method)
            return 0;
        BIO_meth_set_ctrl(method, 0);
    }
    return method;
}

int used_and_kept(void)
{
    return made_once() != 0;
}

static struct client *new_client(const char *name)
{
    struct client *client = calloc(1, sizeof *client);
    if (!client)
        return 0;
    client->name = copy_text(name);
    return client;
}

int a_copy_of_its_own(const char *text)
{
    char *name = strdup(text);
    struct client *client = new_client(name);
    int found = name && client && is_object(0);
    if (client)
        free_client(client);
    free(name);
    return found;
}
