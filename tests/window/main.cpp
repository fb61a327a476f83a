#define DOCTEST_CONFIG_IMPLEMENT
#include "core/secret.hpp"
#include "window/child.hpp"
#include <doctest/doctest.h>

int main(int count, char** arguments) {
    if (!core::init_secrets()) return 2;
    if (window::is_child(count, arguments)) return window::run_child(count, arguments);
    return doctest::Context(count, arguments).run();
}
