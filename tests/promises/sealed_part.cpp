#include "sealed_part.hpp"

namespace promises {

EffectRunner next_kiosk(visits::Visit& visit) {
    auto data = open_practice(visit.folder.path());
    REQUIRE(data.has_value());
    return EffectRunner(std::move(*data), visit.world());
}

std::optional<model::Sitting> sitting_of(EffectRunner& kiosk, const std::string& entry_code) {
    auto found =
        first_of<model::action::SittingFound>(kiosk.run(model::effect::FindSitting{core::SecretText(entry_code)}));
    if (!found) return std::nullopt;
    return found->sitting;
}

std::optional<model::PartContent> resumed(EffectRunner& kiosk, const model::Sitting& sitting, model::Partner partner,
                                          std::string_view code) {
    auto opened = first_of<model::action::PartOpened>(
        kiosk.run(model::effect::ResumePart{sitting.id, partner, core::SecretText(code)}));
    if (!opened) return std::nullopt;
    return opened->session.content;
}

std::optional<std::vector<model::CaseSummary>> caseload_of(EffectRunner& kiosk, std::string_view therapist) {
    const auto staff = first_of<model::action::StaffListed>(kiosk.run(model::effect::ListStaff{}));
    if (!staff) return std::nullopt;
    for (const auto& name : staff->therapists) {
        if (name.name != therapist) continue;
        auto unlocked = first_of<model::action::Unlocked>(
            kiosk.run(model::effect::UnlockTherapist{name, core::SecretText(visits::passphrase)}));
        if (unlocked) return std::move(unlocked->cases);
    }
    return std::nullopt;
}

std::optional<model::Answers> sealed_answers(EffectRunner& kiosk, core::CaseId id, model::Partner partner) {
    const auto opened = first_of<model::action::CaseOpened>(kiosk.run(model::effect::OpenCase{id}));
    if (!opened || opened->file.visits.empty()) return std::nullopt;
    const auto& visit = opened->file.visits.front();
    const auto& part = part_of(visit, partner);
    if (!part.content) return std::nullopt;
    const auto kept =
        first_of<model::action::PrivateRead>(kiosk.run(model::effect::ReadPrivate{visit.sitting, partner}));
    if (!kept) return std::nullopt;
    auto answers = part.content->answers;
    answers.insert(kept->record.answers.begin(), kept->record.answers.end());
    return answers;
}

}
