/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_OPENSSLV_H
#define SAMPLE_OPENSSL_OPENSSLV_H

#ifndef OPENSSL_VERSION_NUMBER
#define OPENSSL_VERSION_NUMBER 0x30000160L /* 3.0.22 */
#endif

#endif
