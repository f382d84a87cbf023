/*
 * CVE-2014-3507, OpenSSL before 1.0.1i: DTLS fragments without content (ssl/d1_both.c,
 * dtls1_process_out_of_seq_message).
 *
 * Facts: a queue takes an item unless it has one of the same number already; the result of the insert
 * was ignored, so that each repeated fragment was lost. The fix frees it when the insert fails.
 * openssl/openssl#30442 reports the same in dtls1_buffer_message. Two findings of one root: the result
 * that nobody looks at, and the item that is lost by it.
 */

struct item {
    unsigned long priority;
    unsigned long length;
    struct item *next;
    unsigned char data[256];
};

struct queue {
    struct item *first;
};

void *malloc(unsigned long size);
void free(void *ptr);
long read_message(void *s, unsigned char *data, unsigned long length);

static struct item *item_new(unsigned long priority, unsigned long length)
{
    struct item *item = malloc(sizeof(*item));

    if (item == 0)
        return 0;
    item->priority = priority;
    item->length = length;
    item->next = 0;
    return item;
}

/* The item, which the queue owns then; null if there is one of the same priority. */
static struct item *queue_insert(struct queue *queue, struct item *item)
{
    struct item *curr;

    for (curr = queue->first; curr != 0; curr = curr->next) {
        if (curr->priority == item->priority)
            return 0;
    }
    item->next = queue->first;
    queue->first = item;
    return item;
}

int process_out_of_seq_faulty(void *s, struct queue *queue, unsigned long seq, unsigned long len)
{
    struct item *item;

    if (len > sizeof(item->data))
        return -1;
    item = item_new(seq, len); // finding: leaked-resource
    if (item == 0)
        return -1;
    if (len > 0 && read_message(s, item->data, len) != (long)len) {
        free(item);
        return -1;
    }
    queue_insert(queue, item); // finding: unchecked-result
    return 0;
}

int process_out_of_seq_mended(void *s, struct queue *queue, unsigned long seq, unsigned long len)
{
    struct item *item;

    if (len > sizeof(item->data))
        return -1;
    item = item_new(seq, len);
    if (item == 0)
        return -1;
    if (len > 0 && read_message(s, item->data, len) != (long)len) {
        free(item);
        return -1;
    }
    if (queue_insert(queue, item) == 0)
        free(item);
    return 0;
}

/* The queue's items are taken off one by one. */
void queue_clear(struct queue *queue)
{
    struct item *item;

    while ((item = queue->first) != 0) {
        queue->first = item->next;
        free(item);
    }
}
