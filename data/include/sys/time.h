/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_SYS_TIME_H
#define SAMPLE_SYS_TIME_H

struct timeval {
    long tv_sec;
    long tv_usec;
};

#endif
