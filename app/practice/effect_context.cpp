#include "practice/effect_context.hpp"
#include "practice/audit.hpp"
#include "practice/row_values.hpp"
#include "practice/tries.hpp"
#include <fmt/format.h>

namespace practice {

EffectContext::EffectContext(PracticeData data, World world)
    : data(std::move(data)), world(std::move(world)), started(this->world.now().steady) {}

core::Done EffectContext::append_audit(std::string_view what, std::string_view about) {
    const auto who = keys.therapist ? fmt::format("therapist:{}", keys.therapist->who.id.value)
                     : keys.desk    ? std::string("desk")
                                    : std::string("couple");
    return audit::append(data, wall(), who, what, about);
}

core::Result<model::Sitting> EffectContext::sitting_of(core::SittingId id) {
    const auto row = data.store.sitting(id);
    if (!row) return core::pass(row.error());
    const auto in_case = data.store.case_by_id(row->in_case);
    if (!in_case) return core::pass(in_case.error());
    const auto parts = data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    const auto by = therapist(row->therapist);
    if (!by) return core::pass(by.error());
    model::Sitting sitting{.id = id, .packet = {row->packet}};
    const auto therapist_name = data.device.open_value(by->sealed_name, {"therapist-name", by->uuid});
    if (!therapist_name) return core::pass(therapist_name.error());
    sitting.therapist = *therapist_name;
    const auto names = names_of(data.device, *in_case);
    if (!names) return core::pass(names.error());
    sitting.name_a = names->a;
    sitting.name_b = names->b;
    for (const auto& part : *parts) {
        const auto status = status_of(part.status);
        switch (part.owner) {
        case store::PartOwner::a:
            sitting.a = status;
            break;
        case store::PartOwner::b:
            sitting.b = status;
            break;
        case store::PartOwner::joint:
            sitting.joint = status;
            break;
        }
    }
    return sitting;
}

core::Result<std::vector<model::TherapistName>> EffectContext::therapist_names() {
    const auto rows = data.store.therapists();
    if (!rows) return core::pass(rows.error());
    std::vector<model::TherapistName> names;
    for (const auto& row : *rows) {
        auto name = data.device.open_value(row.sealed_name, {"therapist-name", row.uuid});
        if (!name) return core::pass(name.error());
        names.push_back({row.id, std::move(*name)});
    }
    return names;
}

core::Result<store::TherapistRow> EffectContext::therapist(core::TherapistId id) {
    auto rows = data.store.therapists();
    if (!rows) return core::pass(rows.error());
    for (auto& row : *rows)
        if (row.id == id) return std::move(row);
    return core::fail(core::ErrorCode::not_found, "therapist");
}

namespace {

// Shorter waits pass unnoticed while a person types again.
constexpr std::chrono::seconds worth_saying{8};

model::Refusal refusal(int failures, core::SteadyTime now, std::chrono::milliseconds left) {
    if (left < worth_saying) return {.why = model::Refusal::Why::wrong, .failures = failures, .until = {}};
    return {.why = model::Refusal::Why::paused, .failures = failures, .until = now + left};
}

}

std::optional<model::Refusal> EffectContext::paused(const std::string& subject) {
    const auto now = world.now();
    const auto pause = pause_before(data, subject, now.wall, now.steady - started);
    if (!pause) return std::nullopt;
    return model::Refusal{
        .why = model::Refusal::Why::paused, .failures = pause->failures, .until = now.steady + pause->left};
}

model::Refusal EffectContext::wrong(const std::string& subject) {
    const auto now = world.now();
    // A failure that cannot be counted must not be a free try.
    const auto longest = model::Refusal{
        .why = model::Refusal::Why::paused, .failures = 0, .until = now.steady + std::chrono::minutes(5)};
    const auto pause = count_wrong(data, subject, now.wall);
    if (!pause) return longest;
    return refusal(pause->failures, now.steady, pause->left);
}

}
