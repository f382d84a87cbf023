/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_ERR_H
#define SAMPLE_OPENSSL_ERR_H

#include <openssl/opensslv.h>
#include <openssl/types.h>

#endif
