/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STDLIB_H
#define SAMPLE_STDLIB_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

void *malloc(size_t size);
void free(void *ptr);
int rand(void);
void srand(unsigned int seed);
unsigned long strtoul(const char *nptr, char **endptr, int base);

#ifdef __cplusplus
}
#endif

#endif
