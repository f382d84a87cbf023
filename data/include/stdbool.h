/* Declarations for the sample only: see ../samples/README.md. */
#ifndef SAMPLE_STDBOOL_H
#define SAMPLE_STDBOOL_H

#ifndef __cplusplus
#define bool _Bool
#define true 1
#define false 0
#endif

#endif
