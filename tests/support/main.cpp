#define DOCTEST_CONFIG_IMPLEMENT
#include "core/secret.hpp"
#include "support/entry_codes.hpp"
#include <doctest/doctest.h>

int main(int count, char** arguments) {
    if (!core::init_secrets()) return 2;
    support::draw_other_entry_codes();
    return doctest::Context(count, arguments).run();
}
