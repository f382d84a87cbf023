/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STDINT_H
#define SAMPLE_STDINT_H

typedef __UINT8_TYPE__ uint8_t;
typedef __UINT16_TYPE__ uint16_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __UINT64_TYPE__ uint64_t;

#endif
