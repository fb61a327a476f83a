#include "ui/kit/people.hpp"
#include "core/i18n.hpp"
#include "model/case/plain_letters.hpp"

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

std::string readers_words(const model::Sitting& sitting) {
    auto words = sitting.therapist;
    for (std::size_t i = 0; i < sitting.colleagues.size(); ++i)
        words = core::fill(i + 1 == sitting.colleagues.size() ? tr("people.and", "{names} and {last}")
                                                              : tr("people.list", "{names}, {last}"),
                           {{"names", words}, {"last", sitting.colleagues[i]}});
    return words;
}

long readers_count(const model::Sitting& sitting) {
    return 1 + static_cast<long>(sitting.colleagues.size());
}

}
