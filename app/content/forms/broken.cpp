#include "content/forms/broken.hpp"

namespace content {

void report(model::Content& content, const std::string& what, const Diagnostics& diagnostics) {
    for (const std::string& line : diagnostics.lines())
        content.broken.push_back({what, line});
}

}
