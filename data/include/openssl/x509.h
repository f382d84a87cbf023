/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_X509_H
#define SAMPLE_OPENSSL_X509_H

#include <openssl/opensslv.h>
#include <openssl/types.h>

#define NID_commonName 13
#define X509_V_OK 0
#define X509_V_FLAG_NO_CHECK_TIME 0x200000

#endif
