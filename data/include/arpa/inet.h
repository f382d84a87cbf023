/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_ARPA_INET_H
#define SAMPLE_ARPA_INET_H

#include <netinet/in.h>

#ifdef __cplusplus
extern "C" {
#endif

uint32_t htonl(uint32_t hostlong);
uint16_t htons(uint16_t hostshort);
uint16_t ntohs(uint16_t netshort);

#ifdef __cplusplus
}
#endif

#endif
