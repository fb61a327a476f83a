#include "core/letters.hpp"
#include "core/plain_text.hpp"
#include <doctest/doctest.h>

TEST_CASE("letters, marks and pictures of every script can be shown, what steers or means nothing cannot") {
    for (const char32_t letter :
         {U'a',  U'é', U'ſ', U'ش',      U'ש',      U'Ω',      U'Ж',      U'न',      U'ส',      U'静',
          U'한', U'😀', U'✓', U'\u0301', U'\u094D', U'\u200C', U'\u200D', U'\uFE0F', U'\u00AD', U'\uFFFD'}) {
        CAPTURE(static_cast<unsigned>(letter));
        CHECK(core::can_be_shown(letter));
    }
    for (const char32_t letter : {U'\0', U'\x1B', U'\x85', U'\u200B', U'\u200E', U'\u202E', U'\u2067', U'\u2028',
                                  U'\uFEFF', U'\uE000', U'\uFFFE', U'\u0378', U'\U0010FFFD'}) {
        CAPTURE(static_cast<unsigned>(letter));
        CHECK_FALSE(core::can_be_shown(letter));
    }
}

TEST_CASE("what is typed keeps what joins its letters and loses what would reorder others'") {
    CHECK(core::cleaned("می\u200Cخواهم 👩\u200D👧", core::Lines::one) == "می\u200Cخواهم 👩\u200D👧");
    CHECK(core::cleaned("a\u202Eb\u2067c\u200Fd\x1B", core::Lines::one) == "abcd");
}
