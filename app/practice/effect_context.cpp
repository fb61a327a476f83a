#include "practice/effect_context.hpp"
#include "practice/audit.hpp"
#include "practice/row_values.hpp"
#include "practice/tries.hpp"
#include <fmt/format.h>

namespace practice {

EffectContext::EffectContext(PracticeData data, World world) : data(std::move(data)), world(std::move(world)) {}

void EffectContext::forget_part_keys() {
    for (auto* part : {&keys.part, &keys.joint}) {
        if (*part) unsaved.hold((*part)->id, std::move((*part)->unsaved));
        part->reset();
    }
    keys.share.reset();
    keys.forgotten.reset();
}

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
    model::Sitting sitting{.id = id, .packet = {row->packet}};
    auto readers = reader_names(*row);
    if (!readers) return core::pass(readers.error());
    sitting.therapist = std::move(readers->front());
    sitting.colleagues.assign(readers->begin() + 1, readers->end());
    const auto names = names_of(data.device, *in_case);
    if (!names) return core::pass(names.error());
    sitting.name_a = names->a;
    sitting.name_b = names->b;
    const auto own = own_names(in_case->id);
    if (!own) return core::pass(own.error());
    sitting.own_names = *own;
    auto form = forms.read_or_blank(form_of(*parts));
    if (!form) return core::pass(form.error());
    sitting.form = std::move(*form);
    for (const auto& part : *parts) {
        const auto status = status_of(part);
        const bool chosen = part.status != store::PartStatus::not_started;
        const int digits = chosen || !world.practice ? part.code_digits : world.practice->code_digits;
        switch (part.owner) {
        case store::PartOwner::a:
            sitting.a = status;
            sitting.code_digits.a = digits;
            break;
        case store::PartOwner::b:
            sitting.b = status;
            sitting.code_digits.b = digits;
            break;
        case store::PartOwner::joint:
            sitting.joint = status;
            break;
        }
    }
    return sitting;
}

core::Result<model::OfBoth<bool>> EffectContext::own_names(core::CaseId id) {
    const auto sittings = data.store.sittings_of(id);
    if (!sittings) return core::pass(sittings.error());
    model::OfBoth<bool> own{false, false};
    for (const auto& sitting : *sittings) {
        if (own.a && own.b) break;
        const auto parts = data.store.parts_of(sitting.id);
        if (!parts) return core::pass(parts.error());
        for (const auto& part : *parts) {
            if (part.status == store::PartStatus::not_started) continue;
            if (part.owner == store::PartOwner::a) own.a = true;
            if (part.owner == store::PartOwner::b) own.b = true;
        }
    }
    return own;
}

core::Result<std::vector<std::string>> EffectContext::reader_names(const store::SittingRow& sitting) {
    auto readers = data.store.readers_of(sitting.in_case);
    if (!readers) return core::pass(readers.error());
    std::erase(*readers, sitting.therapist); // who was given the sitting may be one of them
    readers->insert(readers->begin(), sitting.therapist);
    std::vector<std::string> names;
    for (const auto& reader : *readers) {
        const auto row = therapist(reader);
        if (!row && reader != sitting.therapist && row.error().code == core::ErrorCode::tampered)
            continue; // no slot either
        if (!row) return core::pass(row.error());
        auto name = therapist_name(data.device, *row);
        if (!name) return core::pass(name.error());
        names.push_back(std::move(*name));
    }
    return names;
}

core::Result<std::vector<model::TherapistName>> EffectContext::therapist_names() {
    const auto rows = data.store.therapists();
    if (!rows) return core::pass(rows.error());
    std::vector<model::TherapistName> names;
    for (const auto& row : *rows) {
        auto name = therapist_name(data.device, row);
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
    if (const auto row = fmt::format("therapists:{}", id.value); data.store.findings().rows.contains(row))
        return core::fail(core::ErrorCode::tampered, row);
    return core::fail(core::ErrorCode::not_found, "therapist");
}

namespace {

constexpr int most_guesses = 50; // at one entry code

std::string entry_subject(core::SittingId id) {
    return fmt::format("entry:{}", id.value);
}

// Shorter waits pass unnoticed while a person types again.
constexpr std::chrono::seconds worth_saying{8};

model::Refusal refusal(int failures, core::SteadyTime now, std::chrono::milliseconds left) {
    if (left < worth_saying) return {.why = model::Refusal::Why::wrong, .failures = failures, .until = {}};
    return {.why = model::Refusal::Why::paused, .failures = failures, .until = now + left};
}

}

std::string part_subject(core::PartId id) {
    return fmt::format("part:{}", id.value);
}

store::Moment EffectContext::moment() const {
    const auto now = world.now();
    return {now.wall, now.steady, world.boot};
}

core::Done EffectContext::count_failure(const std::string& subject) {
    return data.store.count_failure(subject, moment());
}

int EffectContext::tries_to_tell(const std::string& subject) {
    const auto row = data.store.throttle(subject);
    if (!row || (row->failures == 1 && since_failure(*row, moment()) < std::chrono::minutes(1))) return 0;
    return row->failures;
}

core::Done EffectContext::allow_try(const std::string& subject) {
    const auto row = data.store.throttle(subject);
    if (!row) return core::pass(row.error());
    return row->failures == 0 || row->used < row->allowed ? core::Done() : data.store.allow_try(subject);
}

std::optional<model::Refusal> EffectContext::paused(const std::string& subject) {
    const auto now = world.now();
    const auto pause = pause_before(data, subject, moment());
    if (!pause) return std::nullopt;
    return model::Refusal{
        .why = model::Refusal::Why::paused, .failures = pause->failures, .until = now.steady + pause->left};
}

model::Refusal EffectContext::wrong(const std::string& subject) {
    const auto now = world.now();
    // A failure that cannot be counted must not be a free try.
    const auto longest = model::Refusal{
        .why = model::Refusal::Why::paused, .failures = 0, .until = now.steady + std::chrono::minutes(5)};
    const auto pause = count_wrong(data, subject, moment());
    if (!pause) return longest;
    return refusal(pause->failures, now.steady, pause->left);
}

model::Refusal EffectContext::wrong_entry_code() {
    const auto counted = data.store.at_once([&]() -> core::Done {
        const auto open = data.store.open_sittings();
        if (!open) return core::pass(open.error());
        for (const auto& sitting : *open)
            if (auto done = count_failure(entry_subject(sitting.id)); !done) return done;
        return audit::append(data, wall(), "unknown", "refused", "entry");
    });
    if (counted) return {.why = model::Refusal::Why::wrong};
    return {.why = model::Refusal::Why::paused,
            .failures = 0,
            .until = world.now().steady + std::chrono::minutes(5)}; // no free try
}

bool EffectContext::entry_code_closed(core::SittingId id) {
    const auto row = data.store.throttle(entry_subject(id));
    return !row || row->failures >= most_guesses;
}

core::Done EffectContext::reopen_entry_code(core::SittingId id) {
    return data.store.clear_failures(entry_subject(id));
}

core::Done EffectContext::finish_if_done(core::SittingId id) {
    const auto parts = data.store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    for (const auto& part : *parts)
        if (part.status != store::PartStatus::sealed && !part.closed) return {};
    return data.store.set_sitting_status(id, store::SittingStatus::finished, wall());
}

}
