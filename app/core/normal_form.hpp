// One form for text that looks the same: an é typed as one letter and an é typed as e and an accent are the same word.
// Unicode's canonical composition (NFC, UAX #15). What is not well-formed UTF-8 stays as it is.
#pragma once
#include "core/secret.hpp"
#include <string>

namespace core {

std::string normal_form(std::string_view text);
// What was typed in between is wiped. Text that outgrows SecretText::capacity stays as it is.
SecretText normal_form(const SecretText& text);

// For comparing names: normal form without the difference of capitals. Not for showing.
std::string folded(std::string_view text);
// Without the blanks around it, with one blank for several, in normal form.
std::string tidied(std::string_view text);

}
