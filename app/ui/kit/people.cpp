#include "ui/kit/people.hpp"
#include "core/i18n.hpp"

namespace ui {

using core::tr;

std::string called(const std::string& name, model::Partner partner) {
    if (!name.empty()) return name;
    return partner == model::Partner::a ? tr("couple.first-partner", "First partner")
                                        : tr("couple.second-partner", "Second partner");
}

std::string called(const model::Sitting& sitting, model::Partner partner) {
    return called(model::name_of(sitting, partner), partner);
}

std::string partner_words(const model::Sitting& sitting, model::Partner partner) {
    const auto& name = model::name_of(sitting, partner);
    return name.empty() ? tr("couple.your-partner", "your partner") : name;
}

}
