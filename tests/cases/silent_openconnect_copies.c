/*
 * Who owns what in openconnect 9.01, reduced: a macro that grows a block and keeps the old pointer, a
 * list that is put back when it cannot grow, an output of a call that failed, a loop that is left by
 * one break with one error, a form that was gone through before it is tested.
 */
typedef unsigned long size_t;
void *malloc(size_t size);
void *realloc(void *ptr, size_t size);
void free(void *ptr);
char *strdup(const char *text);
#define grow_inplace(p, size)        \
    do {                             \
        void *old_ = p;              \
        p = realloc(p, size);        \
        if (size && !p)              \
            free(old_);              \
    } while (0)
struct list { char **item; size_t count; };
struct form { char *id; };
int request(int kind, char **body);
int has_cookie(int kind);
int verify(const char *password);
int again(void);
void tell(int error);

int grown_in_place(const char *text, size_t more)
{
    char *path = strdup(text);
    if (!path)
        return 1;
    grow_inplace(path, more + 1);
    if (!path)
        return 2;
    free(path);
    return 0;
}

int put_back(struct list *list)
{
    char **saved = list->item;
    list->item = realloc(list->item, sizeof(char *) * (list->count + 1));
    if (!list->item) {
        list->item = saved;
        return -1;
    }
    return 0;
}

int nothing_from_a_failure(int kind)
{
    char *body = 0;
    int ret;
    for (;;) {
        ret = request(kind, &body);
        if (has_cookie(kind)) {
            free(body);
            ret = 0;
            break;
        }
        if (ret < 0)
            break;
        free(body);
    }
    return ret;
}

int left_without_an_error(const char *given)
{
    char *password = 0;
    int error;
    for (;;) {
        if (!given) {
            error = verify("");
            if (!error) {
                password = strdup("");
                break;
            }
        } else {
            error = verify(given);
        }
        tell(error);
        if (!again())
            break;
    }
    if (error)
        return -1;
    free(password);
    return 0;
}

int gone_through(struct form *form, const char *id)
{
    int count = 0;
    free(form->id);
    form->id = 0;
    form->id = strdup(id);
    if (!form->id)
        return -1;
    if (again())
        count++;
    if (form) {
        free(form->id);
        form->id = 0;
    }
    return count;
}
