// What to say of a command that there is not.
#pragma once
#include <string>
#include <vector>

namespace commands {

// "chek: there is no such command; allowed are: check, extract (did you mean check?)". The guess is left out when no
// name is near.
std::string no_such_command(const std::string& said, const std::vector<std::string>& names);

}
