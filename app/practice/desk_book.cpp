#include "practice/desk_book.hpp"
#include "core/when.hpp"
#include "model/visit/plain_code.hpp"
#include "practice/effect_context.hpp"
#include "practice/row_values.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace practice {

namespace {

constexpr auto desk_subject = "desk";
constexpr std::uint32_t entry_codes = 10'000;

std::string sitting_words(core::SittingId id) {
    return fmt::format("sitting:{}", id.value);
}

std::optional<model::Partner> partner_of(store::PartOwner owner) {
    switch (owner) {
    case store::PartOwner::a:
        return model::Partner::a;
    case store::PartOwner::b:
        return model::Partner::b;
    case store::PartOwner::joint:
        break;
    }
    return std::nullopt;
}

// Four digits that no open sitting has, and that are not among those tried first.
core::Result<std::string> new_entry_code(PracticeData& data) {
    for (;;) {
        auto code = fmt::format("{:04}", vault::random_below(entry_codes));
        const auto taken = data.store.find_open_sitting(data.device.index_of("entry-code", code));
        if (!taken) return core::pass(taken.error());
        if (!*taken && !model::why_plain(code)) return code;
    }
}

}

core::Result<std::optional<model::Refusal>> DeskBook::try_pin(const core::SecretText& pin) {
    auto& data = m_context.data;
    if (auto pause = m_context.paused(desk_subject)) return pause;
    const auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    const auto matches =
        vault::check_verifier(pin.view(), practice->desk_pin_verifier, data.device, desk_pin_associated_data);
    if (!matches && matches.error().code == core::ErrorCode::wrong_secret) return m_context.wrong(desk_subject);
    if (!matches) return core::pass(matches.error());
    (void)data.store.clear_failures(desk_subject); // a count that stays only makes the next wrong try wait longer
    return std::nullopt;
}

bool DeskBook::is_open() const {
    return m_context.keys.desk;
}
void DeskBook::set_open(bool open) {
    m_context.keys.desk = open;
}
void DeskBook::forget_part_keys() {
    m_context.forget_part_keys();
}

core::Result<bool> DeskBook::save_unsaved(core::SittingId id) {
    auto& store = m_context.data.store;
    const auto parts = store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    const auto left = [&] {
        (void)m_context.unsaved.try_again(store);
        return std::ranges::any_of(*parts, [&](const store::PartRow& part) { return m_context.unsaved.of(part.id); });
    };
    if (!left()) return true;
    return store.give_back_reserve() && !left();
}
bool DeskBook::has_unsaved() const {
    return !m_context.unsaved.none();
}

core::Result<std::vector<model::TherapistName>> DeskBook::therapists() {
    return m_context.therapist_names();
}

std::string DeskBook::kit_fingerprint() {
    const auto row = m_context.data.store.practice();
    return row ? fingerprint(row->recovery_public_key) : std::string();
}

// A sitting that is over stays on the board while somebody of it would like a word.
core::Done DeskBook::add_waiting_for_a_word(std::vector<store::SittingRow>& rows) {
    auto& data = m_context.data;
    const auto wishes = data.store.wishes_of_finished(wall() - wishes_of_late);
    if (!wishes) return core::pass(wishes.error());
    std::set<std::int64_t> waiting;
    for (const auto& wish : *wishes) {
        const auto open = open_wish(data.device, wish.sealed, wish.part);
        if (open && *open == Wish::raised) waiting.insert(wish.sitting.value);
    }
    for (const auto id : waiting) {
        if (std::ranges::find(rows, core::SittingId{id}, &store::SittingRow::id) != rows.end()) continue;
        auto row = data.store.sitting({id});
        if (row) rows.push_back(std::move(*row));
    }
    return {};
}

core::Done DeskBook::add_finished(std::vector<store::SittingRow>& rows) {
    auto finished = m_context.data.store.finished_since(core::in_day_of(wall(), std::chrono::minutes(0)));
    if (!finished) return core::pass(finished.error());
    std::ranges::move(*finished, std::back_inserter(rows));
    return {};
}

core::Result<std::vector<DeskSitting>> DeskBook::sittings() {
    auto& data = m_context.data;
    auto rows = data.store.open_sittings();
    if (!rows) return core::pass(rows.error());
    if (auto done = add_finished(*rows); !done) return core::pass(done.error());
    if (auto done = add_waiting_for_a_word(*rows); !done) return core::pass(done.error());
    std::vector<DeskSitting> sittings;
    for (const auto& row : *rows) {
        const auto in_case = data.store.case_by_id(row.in_case);
        if (!in_case && in_case.error().code == core::ErrorCode::tampered) continue; // the storage tile says so
        if (!in_case) return core::pass(in_case.error());
        auto chart_code = chart_code_of(data.device, *in_case);
        if (!chart_code) return core::pass(chart_code.error());
        auto entry_code = open_entry_code(data.device, row, *in_case);
        if (!entry_code) return core::pass(entry_code.error());
        if (row.status == store::SittingStatus::finished) entry_code->clear(); // it opens nothing any more
        auto parts = parts_of(row.id);
        if (!parts) return core::pass(parts.error());
        sittings.push_back({.id = row.id,
                            .chart_code = std::move(*chart_code),
                            .entry_code = std::move(*entry_code),
                            .therapist = row.therapist,
                            .packet = {row.packet},
                            .planned_at = time_of(row.planned_at_ms),
                            .changed_at = time_of(row.changed_at_ms),
                            .status = status_of(row.status),
                            .parts = std::move(*parts),
                            .code_closed = m_context.entry_code_closed(row.id)});
    }
    return sittings;
}

core::Result<std::vector<DeskPart>> DeskBook::parts_of(core::SittingId id) {
    const auto rows = m_context.data.store.parts_of(id);
    if (!rows) return core::pass(rows.error());
    std::vector<DeskPart> parts;
    for (const auto& row : *rows) {
        const auto wish = open_wish(m_context.data.device, row);
        if (!wish) return core::pass(wish.error());
        const auto status = status_of(row);
        const bool locked_out = status == model::PartStatus::open && may_have_try(row.id);
        parts.push_back(
            {partner_of(row.owner), {status, progress_of(row.progress), locked_out}, *wish == Wish::raised});
    }
    return parts;
}

core::Result<model::Sitting> DeskBook::sitting(core::SittingId id) {
    return m_context.sitting_of(id);
}

std::optional<model::KnownCode> DeskBook::known_code(const std::string& chart_code) {
    auto& data = m_context.data;
    const auto row = data.store.find_case(data.device.index_of("chart-code", index_text(chart_code)));
    if (!row) return std::nullopt;
    model::KnownCode known{.chart_code = chart_code};
    if (!*row) return known;
    const auto sittings = data.store.sittings_of((*row)->id);
    if (!sittings) return std::nullopt;
    known.is_case = true;
    known.next_packet = {(*row)->next_packet};
    known.therapist = (*row)->therapist;
    for (const auto& sitting : *sittings) {
        const core::WallTime changed{std::chrono::milliseconds(sitting.changed_at_ms)};
        if (sitting.status == store::SittingStatus::finished)
            known.last_here = std::max(known.last_here.value_or(changed), changed);
        else if (sitting.status != store::SittingStatus::cancelled)
            known.has_open = true;
    }
    return known;
}

core::Result<core::SittingId> DeskBook::make_sitting(const model::effect::MakeSitting& order, bool with_joint) {
    auto& data = m_context.data;
    const auto index = data.device.index_of("chart-code", index_text(order.chart_code));
    const auto known = data.store.find_case(index);
    if (!known) return core::pass(known.error());
    const auto entry_code = new_entry_code(data);
    if (!entry_code) return core::pass(entry_code.error());
    store::SittingRow sitting;
    sitting.uuid = vault::new_uuid();
    sitting.therapist = order.therapist;
    sitting.packet = order.packet.value;
    sitting.expects_a = order.expects_a;
    sitting.expects_b = order.expects_b;
    sitting.changed_at_ms = wall().time_since_epoch().count();
    sitting.planned_at_ms = order.planned_at.value_or(wall()).time_since_epoch().count();
    sitting.entry_code_index = data.device.index_of("entry-code", *entry_code);
    std::vector<store::Store::NewPart> parts;
    const auto add = [&](store::PartOwner owner) {
        const auto uuid = vault::new_uuid();
        parts.push_back({owner, uuid, seal_wish(data.device, uuid, Wish::none)});
    };
    if (order.expects_a) add(store::PartOwner::a);
    if (order.expects_b) add(store::PartOwner::b);
    if (with_joint) add(store::PartOwner::joint);
    core::SittingId id;
    const auto made = data.store.at_once([&]() -> core::Done {
        core::Uuid case_uuid;
        if (*known) {
            sitting.in_case = (*known)->id;
            case_uuid = (*known)->uuid;
            if ((*known)->next_packet == order.packet.value)
                if (const auto used = data.store.set_next_packet((*known)->id, ""); !used) return used;
        } else {
            store::CaseRow row;
            row.uuid = case_uuid = vault::new_uuid();
            row.therapist = order.therapist;
            row.sealed_chart_code = data.device.seal_value(order.chart_code, {"chart-code", row.uuid});
            row.chart_code_index = index;
            const auto added = data.store.add_case(row);
            if (!added) return core::pass(added.error());
            sitting.in_case = *added;
        }
        sitting.sealed_entry_code = seal_entry_code(data.device, *entry_code, sitting.uuid, case_uuid);
        const auto added = data.store.new_sitting(sitting, parts);
        if (!added) return core::pass(added.error());
        id = *added;
        return append_audit("sitting-made", id);
    });
    if (!made) return core::pass(made.error());
    return id;
}

core::Done DeskBook::park(core::SittingId id) {
    auto& store = m_context.data.store;
    const auto parts = store.parts_of(id);
    if (!parts) return core::pass(parts.error());
    const bool begun = !std::ranges::all_of(
        *parts, [](const store::PartRow& part) { return part.status == store::PartStatus::not_started; });
    const auto put_away = [&]() -> core::Done {
        const auto status = begun ? store::SittingStatus::parked : store::SittingStatus::waiting;
        if (auto done = store.set_sitting_status(id, status, wall()); !done) return done;
        return append_audit("reset", id);
    };
    auto parked = store.at_once(put_away);
    const bool full = !parked && parked.error().code == core::ErrorCode::disk_full;
    if (full && store.give_back_reserve()) parked = store.at_once(put_away);
    if (!parked) return parked;
    auto done = store.checkpoint();
    store.keep_reserve();
    return done;
}

core::Done DeskBook::move(core::SittingId id, core::TherapistId to) {
    auto& store = m_context.data.store;
    return store.at_once([&]() -> core::Done {
        if (auto done = store.move_sitting(id, to, wall()); !done) return done;
        return m_context.append_audit("sitting-moved", fmt::format("{} therapist:{}", sitting_words(id), to.value));
    });
}

core::Done DeskBook::cancel(core::SittingId id) {
    auto& store = m_context.data.store;
    return store.at_once([&]() -> core::Done {
        if (auto done = store.cancel_sitting(id, wall()); !done) return done;
        return append_audit("sitting-cancelled", id);
    });
}

core::Done DeskBook::reopen_entry_code(core::SittingId id) {
    return m_context.reopen_entry_code(id);
}

core::Done DeskBook::append_audit(std::string_view what, std::optional<core::SittingId> about) {
    return m_context.append_audit(what, about ? sitting_words(*about) : std::string());
}

bool DeskBook::reads_same_day() const {
    const auto& practice = m_context.world.practice;
    return practice != nullptr && practice->reads_same_day;
}

const model::Content& DeskBook::content() const {
    return *m_context.world.content;
}
core::WallTime DeskBook::wall() const {
    return m_context.wall();
}

}
