// Reads the disk as the next kiosk, or the therapist, would: with nothing but codes, passphrase and the files.
#pragma once
#include "visits/a_visit.hpp"

using namespace practice;

namespace promises {

template<typename Wanted>
std::optional<Wanted> first_of(const std::vector<model::Action>& answers) {
    for (const auto& answer : answers)
        if (const auto* wanted = answer.as<Wanted>()) return *wanted;
    return std::nullopt;
}

EffectRunner next_kiosk(visits::Visit& visit);

// Nothing when the code opens no sitting, as after its end.
std::optional<model::Sitting> sitting_of(EffectRunner& kiosk, const std::string& entry_code);

std::optional<model::PartContent> resumed(EffectRunner& kiosk, const model::Sitting& sitting, model::Partner partner,
                                          std::string_view code);

std::optional<std::vector<model::CaseSummary>> caseload_of(EffectRunner& kiosk, std::string_view therapist);

// All of one partner's answers of the newest visit, private ones too, as the therapist opens them.
std::optional<model::Answers> sealed_answers(EffectRunner& kiosk, core::CaseId id, model::Partner partner);

}
