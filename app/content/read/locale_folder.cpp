#include "content/read/locale_folder.hpp"
#include "core/i18n.hpp"
#include <algorithm>
#include <set>

namespace content {

namespace fs = std::filesystem;

bool is_language_tag(std::string_view text) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto letter_or_digit = [&](char c) { return small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    const auto language = text.substr(0, text.find('-'));
    if (language.size() < 2 || language.size() > 3 || !std::ranges::all_of(language, small)) return false;
    for (auto rest = text.substr(language.size()); !rest.empty();) {
        rest.remove_prefix(1); // the dash
        const auto subtag = rest.substr(0, rest.find('-'));
        if (subtag.empty() || subtag.size() > 8 || !std::ranges::all_of(subtag, letter_or_digit)) return false;
        rest.remove_prefix(subtag.size());
    }
    return true;
}

std::optional<fs::path> first_in(const std::vector<fs::path>& folders, const std::string& name) {
    std::error_code failed;
    for (const auto& folder : folders)
        if (auto file = folder / name; fs::exists(file, failed)) return file;
    return std::nullopt;
}

std::vector<std::string> other_languages(const std::vector<fs::path>& locale_folders) {
    std::set<std::string> tags;
    for (const auto& folder : locale_folders) {
        std::error_code failed;
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
            const auto& file = at->path();
            for (const auto* kind : {".mo", ".po", ".toml"})
                if (file.extension() == kind) tags.insert(file.stem().string());
        }
    }
    std::erase_if(tags, [](const auto& tag) { return !is_language_tag(tag); });
    tags.erase(std::string(core::source_language));
    return {tags.begin(), tags.end()};
}

}
