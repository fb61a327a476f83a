// Numbers as the language being spoken writes them. Files that programs read never use these.
#pragma once
#include <string>

namespace core {

std::string decimal(double value, int places); // "4.8"; "4,8" where a comma is written
std::string plain(double value);               // as short as it can be said: "4", "3.5"

}
