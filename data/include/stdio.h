/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STDIO_H
#define SAMPLE_STDIO_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _IO_FILE FILE;

#define EOF (-1)
#define _IONBF 2

FILE *fopen(const char *pathname, const char *mode);
int fclose(FILE *stream);
int setvbuf(FILE *stream, char *buf, int mode, size_t size);
size_t fread(void *ptr, size_t size, size_t nmemb, FILE *stream);
size_t fwrite(const void *ptr, size_t size, size_t nmemb, FILE *stream);
char *fgets(char *s, int size, FILE *stream);
int fputs(const char *s, FILE *stream);
int ferror(FILE *stream);
int rename(const char *oldpath, const char *newpath);
int snprintf(char *str, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int sprintf(char *str, const char *format, ...) __attribute__((format(printf, 2, 3)));
int sscanf(const char *str, const char *format, ...) __attribute__((format(scanf, 2, 3)));

#ifdef __cplusplus
}
#endif

#endif
