// One page for every code and PIN: title, a sentence, dots for the digits, what went wrong, and the keypad.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

struct CodePage {
    std::string title, sentence;
    const model::SecretEntry& entry;
    std::string wrong_words;  // when the digits did not match
    std::string problem = {}; // instead of the refusal: "Those two were not the same."
    bool staff = false;       // a pause is told in seconds
    bool hide = false;        // Hide screen stands in the header
    std::size_t digits = 4;
    ButtonSpec back = {};
    std::optional<ButtonSpec> other = {}; // beside Back
};
void draw_code_page(Page& page, const CodePage& code);

// True while nothing may be typed: too many tries, and the pause is not over.
bool paused(const Page& page, const model::SecretEntry& entry);
// What came of the last try in words for the person there, or empty. Seconds are said to staff only.
std::string refusal_words(const Page& page, const model::SecretEntry& entry, std::string wrong_words, bool staff);
// "{count} tries did not match."
std::string tries_words(int failures);
// "You can try again in 45 seconds."
std::string wait_words(const Page& page, const model::SecretEntry& entry);
ButtonSpec back_button();
// "four digits"; "digits" where it is not known how many.
std::string digits_words(std::size_t count);

}
