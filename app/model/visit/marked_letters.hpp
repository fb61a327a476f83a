// Letters with marks, by the plain letter that they are found under: all of Latin-1 and of Latin Extended-A.
#pragma once
#include <span>
#include <string_view>

namespace model {

struct MarkedLetters {
    std::span<const std::string_view> small, capital;
};
// `letter`: a small one or a capital. Nothing for what bears no marks.
MarkedLetters letters_with_marks(std::string_view letter);

}
