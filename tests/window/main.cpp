#define DOCTEST_CONFIG_IMPLEMENT
#include "core/secret.hpp"
#include "support/entry_codes.hpp"
#include "window/child.hpp"
#include <doctest/doctest.h>
#include <unistd.h>

int main(int count, char** arguments) {
    if (!core::init_secrets()) return 2;
    support::draw_other_entry_codes();
    if (window::is_child(count, arguments)) {
        const int result = window::run_child(count, arguments);
#if defined(__SANITIZE_ADDRESS__)
        // The search for leaks stops every thread, and now and then trips over one of the graphics driver's. The same
        // code is searched in tests/platform and tests/visits.
        _exit(result);
#endif
        return result;
    }
    return doctest::Context(count, arguments).run();
}
