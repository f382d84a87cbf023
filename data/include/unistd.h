/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_UNISTD_H
#define SAMPLE_UNISTD_H

#ifdef __cplusplus
extern "C" {
#endif

typedef int pid_t;

pid_t getpid(void);
int unlink(const char *pathname);

#ifdef __cplusplus
}
#endif

#endif
