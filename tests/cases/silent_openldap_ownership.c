/*
 * Who owns what in OpenLDAP 2.5, wpa_supplicant 2.10 and FreeRDP 2.11, reduced: a structure that is
 * overwritten whole, a pointer that is stepped on, a thread that gets its argument, alternatives that
 * exclude each other, what a tree keeps behind a cast, a standard stream in a switch, a copy that was
 * tested instead of its original, what is inside of what is freed, a pointer that is kept as a number.
 */
typedef unsigned long size_t;
typedef struct file FILE;
typedef char *text_t;
extern FILE *input;
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void free(void *ptr);
char *strdup(const char *text);
FILE *fopen(const char *path, const char *mode);
int fclose(FILE *stream);
int feof(FILE *stream);
int open(const char *path, int flags, ...);
int close(int fd);
int dup2(int from, int to);
int fprintf(FILE *stream, const char *format, ...);
struct level { FILE *file; struct level *before; };
struct info { void *tree; };
struct handle { size_t lower; };
struct key { unsigned char part[32]; };
int thread_create(void **thread, void (*start)(void *), void *argument);
int tree_insert(void **tree, text_t item, int flags);
void init_key(struct key *key);
int set_key(struct key *key, const char *text);
void library_free_key(struct key *key);
void own_free(void *ptr);
void *own_malloc(size_t size);
void *lookup_entry(void *store, const char *name);
void *open_store(const char *path);
void store_free_entry(void *store, void *entry);
void store_close(void *store);
void free_cipher(void *cipher);
int open_cipher(void **cipher, int kind);
int use_cipher(void *cipher);
void to_text(const void *id, char **text, int *status);
char *host_name(void);

int overwritten_whole(struct level *level)
{
    while (feof(level->file)) {
        struct level *before = level->before;
        if (!before)
            return 0;
        fclose(level->file);
        *level = *before;
        free(before);
    }
    return 1;
}

size_t *stepped_on(size_t count)
{
    size_t *ids = malloc((count + 2) * sizeof *ids);
    if (ids) {
        *ids++ = count;
        *ids = 0;
    }
    return ids;
}

int given_to_a_thread(void **thread, void (*start)(void *), const char *name)
{
    char *argument = strdup(name);
    if (!argument)
        return 1;
    int rc = thread_create(thread, start, argument);
    if (rc)
        free(argument);
    return rc;
}

int either_of_two(void)
{
    FILE *stream;
#if defined(HAVE_TERMIOS_H) || defined(HAVE_SGTTY_H)
    if (!(stream = fopen("/dev/tty", "r")))
        return 0;
#else
    stream = input;
#endif
    int ended = feof(stream);
#if defined(HAVE_TERMIOS_H) || defined(HAVE_SGTTY_H)
    fclose(stream);
#endif
    return ended;
}

int true_is_defined(void)
{
    FILE *out;
#if HARDCODE
    if (!(out = fopen("table.h", "w")))
        return 0;
#else
    if (!(out = fopen("table.dat", "w")))
        return 0;
#endif
#ifdef HARDCODE
    fprintf(out, "};\n");
    fclose(out);
#else
    fclose(out);
#endif
    return 1;
}

static struct level *add_level(struct info *info)
{
    struct level *level = calloc(1, sizeof *level);
    if (!level)
        return 0;
    int rc = tree_insert(&info->tree, (text_t)level, 0);
    if (rc) {
        free(level);
        return 0;
    }
    return level;
}

int kept_by_the_tree(struct info *info)
{
    struct level *level = add_level(info);
    if (!level)
        return -1;
    return 0;
}

void detached(void)
{
    int fd = open("/dev/null", 2);
    if (fd == -1)
        return;
    if (dup2(fd, 0) < 0 || dup2(fd, 1) < 0)
        fprintf(input, "no standard streams\n");
    switch (fd) {
    default:
        close(fd);
    case 0:
    case 1:
    case 2:
        break;
    }
}

int tested_by_a_copy(const char *given, int (*use)(const char *))
{
    const char *name = given;
    char *made = 0;
    if (!name) {
        made = host_name();
        if (!made)
            return -1;
        name = made;
    }
    if (use(name) < 0) {
        if (!given)
            free(made);
        return -1;
    }
    free(made);
    return 0;
}

int freed_inside_and_whole(const char *text)
{
    int ret = -1;
    struct key *key = own_malloc(sizeof *key);
    if (!key)
        return -1;
    init_key(key);
    if (!set_key(key, text))
        goto done;
    ret = 0;
done:
    library_free_key(key);
    own_free(key);
    return ret;
}

int an_entry_of_the_store(const char *name)
{
    void *store = open_store("sam");
    void *entry = 0;
    int found = 0;
    if (!store)
        goto done;
    entry = lookup_entry(store, name);
    found = entry != 0;
done:
    store_free_entry(store, entry);
    store_close(store);
    return found;
}

static void set_lower(struct handle *handle, void *pointer)
{
    handle->lower = ~((size_t)pointer);
}

int kept_as_a_number(struct handle *handle)
{
    struct level *level = calloc(1, sizeof *level);
    if (!level)
        return -1;
    set_lower(handle, level);
    return 0;
}

struct ciphers { void *there; void *back; };

struct ciphers *opened_in_a_structure(int kind)
{
    struct ciphers *both = calloc(1, sizeof *both);
    if (!both)
        return 0;
    int failed = open_cipher(&both->there, kind);
    open_cipher(&both->back, kind);
    if (failed) {
        free(both);
        return 0;
    }
    if (!use_cipher(both->there) || !use_cipher(both->back)) {
        free_cipher(both->there);
        free_cipher(both->back);
        free(both);
        return 0;
    }
    return both;
}

size_t told_by_a_status(const void *id, size_t (*length)(const char *))
{
    char *text;
    int status;
    to_text(id, &text, &status);
    if (status != 0)
        return 0;
    size_t found = length(text);
    free(text);
    return found;
}
