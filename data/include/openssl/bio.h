/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_BIO_H
#define SAMPLE_OPENSSL_BIO_H

#include <openssl/opensslv.h>
#include <openssl/types.h>

#define BIO_NOCLOSE 0x00
#define BIO_CTRL_DGRAM_SET_CONNECTED 32
#define BIO_CTRL_DGRAM_GET_PEER 46

#endif
