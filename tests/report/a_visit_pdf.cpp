#include "a_visit_pdf.hpp"

std::vector<std::string> private_pages(const std::vector<std::string>& pages) {
    std::vector<std::string> found;
    for (const auto& page : pages)
        if (says(page, "Private page ")) found.push_back(page);
    return found;
}

std::vector<std::string> public_pages(const std::vector<std::string>& pages) {
    std::vector<std::string> found;
    for (const auto& page : pages)
        if (!says(page, "Private page ")) found.push_back(page);
    return found;
}

std::string section(const std::vector<std::string>& pages, const std::string& name) {
    std::string text;
    for (const auto& page : public_pages(pages)) {
        const std::string head = page.substr(0, page.find('\n', page.find("RG-2041")));
        if (name.empty() ? head.ends_with("2026") : head.ends_with("· " + name)) text += page;
    }
    return flat(text);
}
