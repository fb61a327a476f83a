#include "keys_only.hpp"

namespace content_tests {

std::string bonds_scale(const std::string& id, int first, const std::string& least) {
    constexpr std::array reversed{3, 15, 19, 22, 25, 27, 29, 31, 33, 35};
    std::string keys;
    for (int number = first; number <= 36; number += 2) {
        bool turned = std::ranges::find(reversed, number) != reversed.end();
        keys += "{ item = \"Q" + std::to_string(number) + (turned ? "\", reversed = true },\n" : "\" },\n");
    }
    return "\n[[scale]]\nid = \"" + id + "\"\ntitle = \"" + id + "\"\nmethod = \"mean\"\nminimum = 1\nmaximum = 5\n" +
           "least_answered = " + least +
           "\nuncertainty = \"own_mean\"\nerror_floor = { value = 0.2, source = \"A study\" }\nkeys = [\n" + keys +
           "]\n";
}

std::string bonds_36(const std::string& least) {
    std::string items;
    for (int number = 1; number <= 36; ++number)
        items += "\"Q" + std::to_string(number) + "\", ";
    return "id = \"bonds-36\"\ntitle = \"Bonds\"\nkeys_only = true\nrights = \"Keys alone.\"\nversion = \"1\"\nitems = "
           "[" +
           items + "]\nmissing = [0, -1]\n" + bonds_scale("anxiety", 2, least) + bonds_scale("avoidance", 1, least);
}

}
