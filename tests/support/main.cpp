#define DOCTEST_CONFIG_IMPLEMENT
#include "core/secret.hpp"
#include <doctest/doctest.h>

int main(int count, char** arguments) {
    if (!core::init_secrets()) return 2;
    return doctest::Context(count, arguments).run();
}
