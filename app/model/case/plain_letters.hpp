// Texts told apart by their letters alone.
#pragma once
#include <string>
#include <string_view>

namespace model {

// Small letters without accents, for every letter that can be shown: "Łukasz" is "lukasz", "Großmann" is "grossmann".
// All else stays as it is. `text` is UTF-8.
std::string plain_letters(std::string_view text);

}
