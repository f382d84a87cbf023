/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_OPENSSL_SSL_H
#define SAMPLE_OPENSSL_SSL_H

#include <stdint.h>

#include <openssl/bio.h>
#include <openssl/x509.h>

#define DTLS1_VERSION 0xFEFF
#define DTLS1_2_VERSION 0xFEFD

#define SSL_ERROR_NONE 0
#define SSL_ERROR_SSL 1
#define SSL_ERROR_WANT_READ 2
#define SSL_ERROR_WANT_WRITE 3
#define SSL_ERROR_SYSCALL 5
#define SSL_ERROR_ZERO_RETURN 6

#define SSL_VERIFY_NONE 0x00
#define SSL_VERIFY_PEER 0x01
#define SSL_VERIFY_FAIL_IF_NO_PEER_CERT 0x02

#define SSL_OP_BIT(n) ((uint64_t)1 << (uint64_t)n)
#define SSL_OP_NO_QUERY_MTU SSL_OP_BIT(12)
#define SSL_OP_NO_COMPRESSION SSL_OP_BIT(17)
#define SSL_OP_NO_RENEGOTIATION SSL_OP_BIT(30)

#define SSL_CB_ALERT 0x4000

#define SSL_CTRL_SET_TLSEXT_HOSTNAME 55
#define DTLS_CTRL_GET_TIMEOUT 73
#define DTLS_CTRL_HANDLE_TIMEOUT 74
#define DTLS_CTRL_SET_LINK_MTU 120
#define SSL_CTRL_SET_MIN_PROTO_VERSION 123
#define TLSEXT_NAMETYPE_host_name 0

typedef int (*SSL_verify_cb)(int preverify_ok, X509_STORE_CTX *x509_ctx);
typedef unsigned int (*SSL_psk_client_cb_func)(SSL *ssl, const char *hint,
                                               char *identity, unsigned int max_identity_len,
                                               unsigned char *psk, unsigned int max_psk_len);
typedef unsigned int (*SSL_psk_server_cb_func)(SSL *ssl, const char *identity,
                                               unsigned char *psk, unsigned int max_psk_len);

#endif
