/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_ERRNO_H
#define SAMPLE_ERRNO_H

#ifdef __cplusplus
extern "C" {
#endif

int *__errno_location(void) __attribute__((const));
#define errno (*__errno_location())

#ifdef __cplusplus
}
#endif

#endif
