/*
 * Code that other analysers reported and whose authors showed to be right: Mbed-TLS/mbedtls#3311
 * (cppcheck: a length that every mode sets which does not leave), openssl/openssl#6329 (a compiler: a
 * variable that is used only when it was set).
 */

typedef struct evp_cipher_st EVP_CIPHER;

#define MODE_GCM 1
#define MODE_CCM 2
#define MODE_STREAM 3
#define MODE_CBC 4
#define ERR_FEATURE_UNAVAILABLE (-0x7080)
#define ERR_INTERNAL (-0x6C00)

struct transform {
    unsigned long keylen, ivlen, fixed_ivlen, maclen, minlen;
};

struct suite {
    int mode;
    unsigned long key_bits, mac_size, iv_size;
};

void *memcpy(void *to, const void *from, unsigned long size);

/* mac_key_len is written by the modes that go on, and the others leave before it is read. */
int populate_transform(struct transform *transform, const struct suite *suite,
                       const unsigned char *keyblk, unsigned char *mac_enc, unsigned char *key)
{
    unsigned long mac_key_len;
    unsigned long iv_copy_len;

    transform->keylen = suite->key_bits / 8;
    if (suite->mode == MODE_GCM || suite->mode == MODE_CCM) {
        transform->maclen = 0;
        mac_key_len = 0;
        transform->ivlen = 12;
        transform->fixed_ivlen = 4;
        transform->minlen = 8 + 16;
    } else if (suite->mode == MODE_STREAM || suite->mode == MODE_CBC) {
        mac_key_len = suite->mac_size;
        transform->maclen = mac_key_len;
        transform->ivlen = suite->iv_size;
        transform->fixed_ivlen = 0;
        transform->minlen = transform->maclen;
    } else {
        return ERR_FEATURE_UNAVAILABLE;
    }

    if (mac_key_len > 64)
        return ERR_INTERNAL;
    memcpy(mac_enc, keyblk, mac_key_len);
    iv_copy_len = transform->fixed_ivlen ? transform->fixed_ivlen : transform->ivlen;
    memcpy(key, keyblk + 2 * mac_key_len, transform->keylen + iv_copy_len);
    return 0;
}

/* The index is used only when the search has set it, which a flag says. */
int preferred_group(const unsigned short *ours, int count, const unsigned short *theirs, int peers)
{
    int found = 0;
    int best;
    int i, j;

    for (i = 0; i < count && !found; i++) {
        for (j = 0; j < peers; j++) {
            if (ours[i] == theirs[j]) {
                found = 1;
                best = i;
                break;
            }
        }
    }
    if (!found)
        return -1;
    return ours[best];
}

/* An enumeration of which every value has a case, and a return that is not reached. */
enum direction { DIRECTION_SEND, DIRECTION_RECEIVE };

int record_overhead(enum direction direction, int header, int tag)
{
    int overhead;

    switch (direction) {
    case DIRECTION_SEND:
        overhead = header + tag;
        break;
    case DIRECTION_RECEIVE:
        overhead = header;
        break;
    default:
        return -1;
    }
    return overhead;
}

/* Set in the first round, read from the second on. */
int is_sorted(const unsigned short *suites, int count)
{
    unsigned short last;
    int i;

    for (i = 0; i < count; i++) {
        if (i > 0 && suites[i] < last)
            return 0;
        last = suites[i];
    }
    return 1;
}
