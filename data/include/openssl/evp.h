/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_EVP_H
#define SAMPLE_OPENSSL_EVP_H

#include <openssl/opensslv.h>
#include <openssl/types.h>

#define EVP_MAX_MD_SIZE 64
#define EVP_CTRL_AEAD_GET_TAG 0x10
#define EVP_CTRL_AEAD_SET_TAG 0x11

#endif
