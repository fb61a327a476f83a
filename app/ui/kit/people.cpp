#include "ui/kit/people.hpp"
#include "core/i18n.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>

namespace ui {

using core::tr;

namespace {

bool same_name(const model::Sitting& sitting) {
    return !sitting.name_a.empty() && model::plain_letters(sitting.name_a) == model::plain_letters(sitting.name_b);
}

std::string told_apart(const std::string& name, model::Partner partner) {
    return core::fill(partner == model::Partner::a ? tr("couple.first-of-name", "{name} (first)")
                                                   : tr("couple.second-of-name", "{name} (second)"),
                      {{"name", name}});
}

}

std::string called(const std::string& name, model::Partner partner) {
    if (!name.empty()) return name;
    return partner == model::Partner::a ? tr("couple.first-partner", "First partner")
                                        : tr("couple.second-partner", "Second partner");
}

std::string called(const model::Sitting& sitting, model::Partner partner) {
    return called(name_words(sitting, partner), partner);
}

std::string name_words(const model::Sitting& sitting, model::Partner partner) {
    const auto& name = model::name_of(sitting, partner);
    return same_name(sitting) ? told_apart(name, partner) : name;
}

std::string partner_words(const model::Sitting& sitting, model::Partner partner) {
    const auto name = name_words(sitting, partner);
    return name.empty() ? tr("couple.your-partner", "your partner") : name;
}

std::string therapist_within(const std::string& name) {
    for (const auto* title : {"Dr. ", "Dr ", "Sr. "})
        if (name.starts_with(title)) return core::fill(tr("people.titled-man", "{name}"), {{"name", name}});
    for (const auto* title : {"Dra. ", "Dra ", "Sra. ", "Srta. "})
        if (name.starts_with(title)) return core::fill(tr("people.titled-woman", "{name}"), {{"name", name}});
    return name;
}

namespace {

std::string listed(std::string words, const std::vector<std::string>& more) {
    for (std::size_t i = 0; i < more.size(); ++i)
        words = core::fill(i + 1 == more.size() ? tr("people.and", "{names} and {last}")
                                                : tr("people.list", "{names}, {last}"),
                           {{"names", words}, {"last", more[i]}});
    return words;
}

}

std::string readers_words(const model::Sitting& sitting) {
    return listed(sitting.therapist, sitting.colleagues);
}

std::string readers_within(const model::Sitting& sitting) {
    auto colleagues = sitting.colleagues;
    std::ranges::transform(colleagues, colleagues.begin(), therapist_within);
    return listed(therapist_within(sitting.therapist), colleagues);
}

long readers_count(const model::Sitting& sitting) {
    return 1 + static_cast<long>(sitting.colleagues.size());
}

}
