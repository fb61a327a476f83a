// What somebody wrote, for a table that names nobody. For the files of this folder alone.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace report {

// Each word that is also a word of one of these names, whatever its capitals and accents, becomes "[name]". A nickname,
// a place or an employer stays: no program finds all that tells who somebody is. On one line, for SPSS ends a row
// there.
std::string without_names(std::string_view text, const std::vector<std::string>& names);

}
