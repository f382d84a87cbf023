/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STRINGS_H
#define SAMPLE_STRINGS_H

#ifdef __cplusplus
extern "C" {
#endif

int strcasecmp(const char *s1, const char *s2);

#ifdef __cplusplus
}
#endif

#endif
