#include "commands/check_content.hpp"
#include "commands/terminal.hpp"
#include "content/forms/check_report.hpp"
#include "content/forms/content.hpp"
#include "content/words/locales.hpp"
#include "content/words/messages.hpp"
#include "content/words/writing_check.hpp"
#include <fmt/format.h>

namespace commands {

namespace {

struct Found {
    std::vector<std::string> notes, mistakes;

    void add(const std::vector<std::string>& new_notes, const std::vector<std::string>& new_mistakes) {
        notes.insert(notes.end(), new_notes.begin(), new_notes.end());
        mistakes.insert(mistakes.end(), new_mistakes.begin(), new_mistakes.end());
    }
};

void measure(const model::Content& content, const content::WritingRules& rules, Found& found) {
    const auto writing = content::check_writing(content, rules);
    fmt::print("{}\n", content::writing_table(writing.figures, rules));
    found.add(writing.notes, writing.breaches);
}

}

int check_content(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& locale_folders) {
    const auto read = content::load(folder);
    if (!read) return refuse(read.error());
    Found found;
    found.add(read->notes, {});
    for (const auto& broken : read->broken)
        found.mistakes.push_back(broken.why);
    measure(*read, content::english_writing(), found);
    fmt::print("{}\n", content::packet_lines(*read));
    for (const auto& tag : content::other_languages(locale_folders)) {
        const auto about = content::locale_file(tag, locale_folders);
        if (!about) found.mistakes.push_back(about.error().detail);
        const auto words = content::catalogue_of(tag, locale_folders);
        if (!about || !words) continue; // what is wrong with the words is said below
        auto translated = content::translated(*read, **words);
        // A form that stays in English is judged as English alone.
        std::erase_if(translated.modules,
                      [&](const auto& form) { return form.second.intro == read->modules.at(form.first).intro; });
        measure(translated, about->writing, found);
    }
    const auto translation = content::translation_of(*read, folder, locale_folders);
    found.add(translation.notes, translation.faults);
    std::fflush(stdout); // what comes last must stand last, wherever the two go
    for (const auto& note : content::in_order(found.notes))
        fmt::print(stderr, "note: {}\n", note);
    const auto mistakes = content::in_order(found.mistakes);
    for (const auto& mistake : mistakes)
        fmt::print(stderr, "{}\n", mistake);
    if (!mistakes.empty()) {
        fmt::print(stderr, "{}\n", content::verdict(mistakes, *read));
        return 1;
    }
    fmt::print("{}: {} modules, {} packets and {} articles, nothing to complain about\n", folder.string(),
               read->modules.size(), read->packets.size(), read->articles.size());
    return 0;
}

}
