/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STDDEF_H
#define SAMPLE_STDDEF_H

typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;

#ifdef __cplusplus
#define NULL __null
#else
#define NULL ((void *)0)
#endif

#endif
