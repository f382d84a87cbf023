/* Files, text and memory with the C library alone. */
#define NULL ((void *)0)
#define SEEK_SET 0
#define SEEK_END 2
#define O_RDONLY 0
#define O_WRONLY 1
#define O_CREAT 64
#define O_EXCL 128
#define PROT_READ 1
#define MAP_PRIVATE 2
#define MAP_FAILED ((void *)-1)

typedef unsigned long size_t;
typedef long ssize_t;
typedef struct _file FILE;
typedef struct _directory DIR;
struct dirent {
    char d_name[256];
};
struct stat {
    long st_size;
    unsigned int st_mode;
};
struct settings {
    char *host;
    char *certificate;
    int port;
};

FILE *fopen(const char *name, const char *mode);
int fclose(FILE *file);
int fseek(FILE *file, long offset, int whence);
long ftell(FILE *file);
size_t fread(void *out, size_t size, size_t count, FILE *file);
size_t fwrite(const void *data, size_t size, size_t count, FILE *file);
char *fgets(char *out, int size, FILE *file);
int fflush(FILE *file);
int ferror(FILE *file);
int open(const char *path, int flags, ...);
ssize_t read(int fd, void *out, size_t size);
ssize_t write(int fd, const void *data, size_t size);
int fstat(int fd, struct stat *status);
int close(int fd);
int rename(const char *from, const char *to);
int unlink(const char *path);
void *mmap(void *at, size_t length, int protection, int flags, int fd, long offset);
int munmap(void *at, size_t length);
DIR *opendir(const char *path);
struct dirent *readdir(DIR *directory);
int closedir(DIR *directory);
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *ptr, size_t size);
char *strdup(const char *text);
void free(void *ptr);
void OPENSSL_free(void *ptr);
size_t strlen(const char *text);
char *strchr(const char *text, int character);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
size_t strcspn(const char *text, const char *reject);
long strtol(const char *text, char **end, int base);
void *memcpy(void *to, const void *from, size_t n);
void *memset(void *to, int byte, size_t n);
void report(const char *what);

char *read_file(const char *path, size_t *length)
{
    char *text = NULL;
    long size;
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) != 0)
        goto failed;
    size = ftell(file);
    if (size < 0)
        goto failed;
    if (fseek(file, 0, SEEK_SET) != 0)
        goto failed;
    text = malloc((size_t)size + 1);
    if (text == NULL)
        goto failed;
    if (fread(text, 1, (size_t)size, file) != (size_t)size)
        goto failed;
    text[size] = 0;
    *length = (size_t)size;
    fclose(file);
    return text;

failed:
    free(text);
    fclose(file);
    return NULL;
}

int copy_file(const char *from, const char *to)
{
    char block[4096];
    int source;
    int target;
    ssize_t n;

    source = open(from, O_RDONLY);
    if (source < 0)
        return -1;
    target = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (target < 0) {
        close(source);
        return -1;
    }
    while ((n = read(source, block, sizeof(block))) > 0) {
        if (write(target, block, (size_t)n) != n) {
            close(target);
            close(source);
            return -1;
        }
    }
    close(source);
    if (close(target) < 0)
        return -1;
    return n < 0 ? -1 : 0;
}

int write_atomically(const char *path, const char *scratch, const void *data, size_t length)
{
    FILE *file;

    file = fopen(scratch, "wb");
    if (file == NULL)
        return -1;
    if (fwrite(data, 1, length, file) != length) {
        fclose(file);
        unlink(scratch);
        return -1;
    }
    if (fclose(file) != 0) {
        unlink(scratch);
        return -1;
    }
    if (rename(scratch, path) != 0) {
        unlink(scratch);
        return -1;
    }
    return 0;
}

int parse_port(const char *text, int *port)
{
    char *end = NULL;
    long value;

    value = strtol(text, &end, 10);
    if (end == text || *end != 0)
        return -1;
    if (value < 1 || value > 65535)
        return -1;
    *port = (int)value;
    return 0;
}

char *join(const char *folder, const char *name)
{
    size_t first = strlen(folder);
    size_t second = strlen(name);
    char *path = malloc(first + second + 2);

    if (path == NULL)
        return NULL;
    memcpy(path, folder, first);
    path[first] = '/';
    memcpy(path + first + 1, name, second + 1);
    return path;
}

struct settings *settings_new(const char *host, const char *certificate, int port)
{
    struct settings *made = calloc(1, sizeof(*made));

    if (!made)
        return NULL;
    made->host = strdup(host);
    if (!made->host) {
        free(made);
        return NULL;
    }
    made->certificate = strdup(certificate);
    if (!made->certificate) {
        free(made->host);
        free(made);
        return NULL;
    }
    made->port = port;
    return made;
}

void settings_free(struct settings *settings)
{
    if (settings == NULL)
        return;
    free(settings->host);
    free(settings->certificate);
    free(settings);
}

struct settings *settings_read(const char *path)
{
    char line[256];
    char host[128];
    int port = 443;
    int named = 0;
    FILE *file;

    file = fopen(path, "r");
    if (file == NULL) {
        report(path);
        return NULL;
    }
    while (fgets(line, sizeof(line), file) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strncmp(line, "host=", 5) == 0 && strlen(line + 5) < sizeof(host)) {
            memcpy(host, line + 5, strlen(line + 5) + 1);
            named = 1;
        } else if (strncmp(line, "port=", 5) == 0) {
            if (parse_port(line + 5, &port) != 0) {
                fclose(file);
                return NULL;
            }
        }
    }
    fclose(file);
    if (!named)
        return NULL;
    return settings_new(host, "", port);
}

int count_entries(const char *path)
{
    int count = 0;
    struct dirent *entry;
    DIR *directory = opendir(path);

    if (directory == NULL)
        return -1;
    while ((entry = readdir(directory)) != NULL) {
        if (entry->d_name[0] != '.')
            count++;
    }
    closedir(directory);
    return count;
}

int checksum(const char *path, unsigned int *sum)
{
    struct stat status;
    unsigned char *bytes;
    unsigned int total = 0;
    int fd = open(path, O_RDONLY);

    if (fd < 0)
        return -1;
    if (fstat(fd, &status) < 0) {
        close(fd);
        return -1;
    }
    bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (bytes == MAP_FAILED)
        return -1;
    for (long at = 0; at < status.st_size; at++)
        total = total * 31 + bytes[at];
    munmap(bytes, (size_t)status.st_size);
    *sum = total;
    return 0;
}

char *append(char *text, size_t *length, size_t *room, const char *more)
{
    size_t added = strlen(more);

    if (*length + added + 1 > *room) {
        size_t wanted = (*length + added + 1) * 2;
        char *grown = realloc(text, wanted);

        if (grown == NULL) {
            free(text);
            return NULL;
        }
        text = grown;
        *room = wanted;
    }
    memcpy(text + *length, more, added + 1);
    *length += added;
    return text;
}
