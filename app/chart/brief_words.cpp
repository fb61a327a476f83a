#include "chart/brief_words.hpp"
#include "core/i18n.hpp"

namespace chart {
namespace {

using core::fill;
using core::tr;
using core::trn;

std::string or_nothing(const std::string& words) {
    return words.empty() ? tr("brief.nothing-stands-out", "Nothing that stands out.") : words;
}

}

std::string manner_words(const model::Brief& brief, const Names& names) {
    std::string words;
    for (const auto partner : model::both_partners) {
        const auto& manner = brief.manner.of(partner);
        const auto add = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
        if (manner.not_agreed)
            add(fill(tr("brief.not-agreed", "{name} did not agree to take part."), {{"name", names.of(partner)}}));
        if (manner.longest_run > 0)
            add(fill(tr("brief.run", "{name} chose the same answer {count} times in a row."),
                     {{"name", names.of(partner)}, {"count", std::to_string(manner.longest_run)}}));
        if (manner.skipped > 0)
            add(fill(trn("brief.skipped", "{name} skipped 1.", "{name} skipped {count}.",
                         static_cast<long long>(manner.skipped)),
                     {{"name", names.of(partner)}, {"count", std::to_string(manner.skipped)}}));
    }
    return or_nothing(words);
}

std::string changed_words(const model::Brief& brief, const Names& names) {
    std::string words;
    for (const auto& one : brief.changed) {
        const auto& change = one.since.change;
        words += (words.empty() ? "" : " ") + fill(change.second > change.first
                                                       ? tr("brief.higher", "{name}: {scale} higher.")
                                                       : tr("brief.lower", "{name}: {scale} lower."),
                                                   {{"name", names.of(one.partner)}, {"scale", one.scale->title}});
    }
    return or_nothing(words);
}

std::string opened_words(const std::string& name, model::PrivateAnswers answers) {
    switch (answers) {
    case model::PrivateAnswers::none:
        return fill(tr("private.none", "{name} none yet"), {{"name", name}});
    case model::PrivateAnswers::not_opened:
        return fill(tr("private.not-opened", "{name} not opened"), {{"name", name}});
    case model::PrivateAnswers::opened:
        return fill(tr("private.opened", "{name} opened"), {{"name", name}});
    }
    return {};
}

std::string mission_words(const model::Brief& brief) {
    std::string text;
    if (brief.mission)
        for (const auto& sentence : brief.mission->statement.sentences)
            text += (text.empty() ? "" : " ") + sentence.text;
    return text;
}

}
