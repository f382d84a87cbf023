/* The configuration file: lines of "key = value", '#' starts a comment. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "skylark.h"

void sk_log_openssl(const char *what)
{
    unsigned long code;
    char text[256];
    while ((code = dl_ERR_get_error()) != 0) {
        dl_ERR_error_string_n(code, text, sizeof text);
        sk_log(SK_LOG_WARN, "%s: %s", what, text);
    }
}

static int parse_number(const char *text, unsigned long max, unsigned long *out)
{
    char *end = NULL;
    unsigned long value;
    if (text[0] < '0' || text[0] > '9')
        return -1;
    errno = 0;
    value = strtoul(text, &end, 10);
    if (errno != 0 || *end != '\0' || value > max)
        return -1;
    *out = value;
    return 0;
}

static int copy_text(char *dst, size_t cap, const char *src)
{
    size_t len = strlen(src);
    if (len >= cap)
        return -1;
    memcpy(dst, src, len + 1);
    return 0;
}

static int copy_psk(struct sk_config *cfg, const char *text)
{
    size_t len = strlen(text);
    if (len == 0 || len > sizeof cfg->psk)
        return -1;
    memcpy(cfg->psk, text, len);
    cfg->psk_len = len;
    return 0;
}

static int config_set(struct sk_config *cfg, const char *key, const char *value)
{
    if (strcmp(key, "port") == 0)
        return parse_number(value, 65535, &cfg->port);
    if (strcmp(key, "mtu") == 0)
        return parse_number(value, 9000, &cfg->mtu);
    if (strcmp(key, "collector") == 0) {
        strcpy(cfg->collector, value);
        return 0;
    }
    if (strcmp(key, "ca") == 0)
        return copy_text(cfg->ca_file, sizeof cfg->ca_file, value);
    if (strcmp(key, "certificate") == 0)
        return copy_text(cfg->cert_file, sizeof cfg->cert_file, value);
    if (strcmp(key, "key") == 0)
        return copy_text(cfg->key_file, sizeof cfg->key_file, value);
    if (strcmp(key, "state") == 0)
        return copy_text(cfg->state_file, sizeof cfg->state_file, value);
    if (strcmp(key, "state_pass") == 0)
        return copy_text(cfg->state_pass, sizeof cfg->state_pass, value);
    if (strcmp(key, "ciphers") == 0)
        return copy_text(cfg->ciphers, sizeof cfg->ciphers, value);
    if (strcmp(key, "identity") == 0)
        return copy_text(cfg->psk_identity, sizeof cfg->psk_identity, value);
    if (strcmp(key, "psk") == 0)
        return copy_psk(cfg, value);
    return -1;
}

int sk_config_load(const char *path, struct sk_config *cfg)
{
    char line[4096], key[32], value[4000];
    FILE *f = fopen(path, "r");
    int ret = 0;
    if (f == NULL)
        return -1;
    while (ret == 0 && fgets(line, sizeof line, f) != NULL) {
        if (line[0] == '#' || line[0] == '\n')
            continue;
        if (sscanf(line, "%31[a-z_] = %3999s", key, value) != 2)
            ret = -1;
        else
            ret = config_set(cfg, key, value);
    }
    if (ferror(f))
        ret = -1;
    (void)fclose(f);
    dl_OPENSSL_cleanse(line, sizeof line);
    dl_OPENSSL_cleanse(value, sizeof value);
    return ret;
}

/* What the gateway calls itself in the collector's list: "product/identity@host".
 * At most 95 characters, as everywhere in the list. */
void sk_config_banner(char *out, const struct sk_config *cfg)
{
    char product[16];
    strcpy(product, "skylark");
    sprintf(out, "%s/%s@%s", product, cfg->psk_identity, cfg->collector);
}
