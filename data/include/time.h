/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_TIME_H
#define SAMPLE_TIME_H

#ifdef __cplusplus
extern "C" {
#endif

typedef long time_t;

time_t time(time_t *tloc);

#ifdef __cplusplus
}
#endif

#endif
