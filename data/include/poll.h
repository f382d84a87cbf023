/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_POLL_H
#define SAMPLE_POLL_H

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned long nfds_t;

#define POLLIN 0x001

struct pollfd {
    int fd;
    short events;
    short revents;
};

int poll(struct pollfd *fds, nfds_t nfds, int timeout);

#ifdef __cplusplus
}
#endif

#endif
