/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_SYS_TYPES_H
#define SAMPLE_SYS_TYPES_H

#include <stddef.h>

typedef __PTRDIFF_TYPE__ ssize_t;

#endif
