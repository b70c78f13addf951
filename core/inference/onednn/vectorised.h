#pragma once

/// A function is compiled for several generations of the processor, and the best one is taken at start.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define SKIAGRAPH_VECTORISED \
  __attribute__((noinline, target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SKIAGRAPH_VECTORISED
#endif
