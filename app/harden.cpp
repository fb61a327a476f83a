#include "harden.hpp"
#include <cstdlib>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void harden_process() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    // Pages in use may be locked only where the service allows it (LimitMEMLOCK); without it secrets are still locked
    // one by one.
    rlimit locked{};
    if (getrlimit(RLIMIT_MEMLOCK, &locked) == 0 && locked.rlim_cur == RLIM_INFINITY)
        mlockall(MCL_CURRENT | MCL_ONFAULT);
    // glib's slice allocator keeps freed pieces; plain malloc lets them be wiped.
    setenv("G_SLICE", "always-malloc", 1);
}
