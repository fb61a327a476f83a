// The characters that screens and pages can show.
#pragma once

namespace core {

struct LetterRange {
    char16_t first, last;
};

// Latin-1 and Latin Extended-A, the quotes, dashes and signs of plain sentences: the fonts are drawn with these before
// the first frame. Lato has every one of them; it has no U+2011.
inline constexpr LetterRange letters_at_hand[] = {
    {0x20, 0x7E},     {0xA0, 0x17F},    {0x2010, 0x2010}, {0x2012, 0x2015}, {0x2018, 0x201E},
    {0x2020, 0x2022}, {0x2026, 0x2026}, {0x2032, 0x2033}, {0x20AC, 0x20AC}, {0x2122, 0x2122},
    {0x2190, 0x2193}, {0x2212, 0x2212}, {0x2260, 0x2260}, {0x2264, 0x2265},
};

// Letters of any script, marks, signs and emoji, with what joins them. Not what steers the text around it, what has no
// meaning in Unicode, and what only a program's own font would have.
bool can_be_shown(char32_t letter);

}
