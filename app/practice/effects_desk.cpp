// The desk's orders. Nothing here can open a part: no key is at hand and no answer is asked for.
#include "practice/effects_rows.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

constexpr auto desk_subject = "desk";
constexpr std::uint64_t little_space = 500'000'000, no_space = 50'000'000;
constexpr std::uint32_t entry_codes = 10'000;

core::Error locked() {
    return {core::ErrorCode::invalid_state, "the desk is locked"};
}

bool open_for_move(const store::PartRow& part) {
    return part.status != store::PartStatus::sealed;
}
model::SelfCheck all_well() {
    return {model::Health::good, core::message("check.ok", "OK")};
}
std::string sitting_words(core::SittingId id) {
    return fmt::format("sitting:{}", id.value);
}
bool not_begun(const store::PartRow& part) {
    return part.status == store::PartStatus::not_started;
}

}

EffectRunner::Answers EffectRunner::on(const effect::ListStaff&) {
    auto names = therapist_names();
    if (!names) return {action::Broke{names.error()}};
    return {action::StaffListed{std::move(*names)}};
}

core::Result<model::Board> EffectRunner::board() {
    model::Board board;
    auto names = therapist_names();
    if (!names) return core::pass(names.error());
    board.therapists = std::move(*names);
    const auto sittings = m_data.store.open_sittings();
    if (!sittings) return core::pass(sittings.error());
    auto newest = core::WallTime::min();
    for (const auto& sitting : *sittings) {
        const auto in_case = m_data.store.case_by_id(sitting.in_case);
        if (!in_case) return core::pass(in_case.error());
        auto chart_code = chart_code_of(m_data.device, *in_case);
        if (!chart_code) return core::pass(chart_code.error());
        auto entry_code = open_entry_code(m_data.device, sitting, *in_case);
        if (!entry_code) return core::pass(entry_code.error());
        const auto parts = m_data.store.parts_of(sitting.id);
        if (!parts) return core::pass(parts.error());
        model::BoardRow row{
            .sitting = sitting.id, .chart_code = std::move(*chart_code), .entry_code = std::move(*entry_code)};
        const auto by = std::ranges::find(board.therapists, sitting.therapist, &model::TherapistName::id);
        if (by != board.therapists.end()) row.therapist = by->name;
        const auto* packet = model::find_packet(*m_world.content, {sitting.packet});
        row.packet = {sitting.packet};
        row.packet_title = packet == nullptr ? sitting.packet : packet->title;
        row.planned_at = time_of(sitting.planned_at_ms);
        row.status = status_of(sitting.status);
        for (const auto& part : *parts) {
            const model::BoardPart shown{status_of(part.status), progress_of(part.progress)};
            switch (part.role) {
            case store::PartRole::a:
                row.a = shown;
                break;
            case store::PartRole::b:
                row.b = shown;
                break;
            case store::PartRole::joint:
                row.joint = shown;
                break;
            }
            const auto wish = open_wish(m_data.device, part);
            if (!wish) return core::pass(wish.error());
            row.marked = row.marked || *wish;
        }
        row.can_move = std::ranges::all_of(*parts, open_for_move);
        row.can_cancel = std::ranges::all_of(*parts, not_begun);
        newest = std::max(newest, time_of(sitting.changed_at_ms));
        board.rows.push_back(std::move(row));
    }
    board.screen = m_world.screen_check ? m_world.screen_check() : all_well();
    board.storage = m_storage_check;
    const auto space = m_data.store.free_bytes();
    if (board.storage.health == model::Health::good && (!space || *space < little_space))
        board.storage = {space && *space >= no_space ? model::Health::attention : model::Health::failed,
                         core::message("check.nearly-full", "Nearly full")};
    board.clock = newest > wall() + std::chrono::minutes(2)
                      ? model::SelfCheck{model::Health::failed, core::message("check.set-back", "Set back")}
                      : all_well();
    board.backup = {model::Health::attention, core::message("check.no-backup", "None yet")};
    return board;
}

EffectRunner::Answers EffectRunner::on(const effect::UnlockDesk& order) {
    if (const auto pause = paused(desk_subject)) return {action::Refused{*pause}};
    const auto practice = m_data.store.practice();
    if (!practice) return {action::Broke{practice.error()}};
    const auto matches =
        vault::check_verifier(order.pin.view(), practice->desk_pin_verifier, m_data.device, desk_pin_place);
    if (!matches && matches.error().code == core::ErrorCode::wrong_secret)
        return {action::Refused{wrong(desk_subject)}};
    if (!matches) return {action::Broke{matches.error()}};
    (void)m_data.store.clear_failures(desk_subject); // a count that stays only makes the next wrong try wait longer
    m_storage_check = m_data.store.check()
                          ? all_well()
                          : model::SelfCheck{model::Health::failed, core::message("check.damaged", "Damaged")};
    auto read = board();
    if (!read) return {action::Broke{read.error()}};
    m_desk_open = true;
    // A full disk must not keep the desk from its board: it is where the trouble is seen.
    (void)note("unlocked");
    return {action::BoardRead{std::move(*read)}};
}

EffectRunner::Answers EffectRunner::on(const effect::ReadBoard&) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    auto read = board();
    if (!read) return {action::DeskFailed{read.error()}};
    return {action::BoardRead{std::move(*read)}};
}

EffectRunner::Answers EffectRunner::on(const effect::AskAboutCase& order) {
    if (!m_desk_open) return {};
    const auto known = m_data.store.find_case(m_data.device.index_of("chart-code", index_text(order.chart_code)));
    if (!known || !*known) return {action::CaseKnown{order.chart_code}};
    const auto sittings = m_data.store.sittings_of((*known)->id);
    return {action::CaseKnown{order.chart_code,
                              sittings && std::ranges::any_of(*sittings,
                                                              [](const auto& sitting) {
                                                                  return sitting.status ==
                                                                         store::SittingStatus::finished;
                                                              }),
                              {(*known)->next_packet}}};
}

EffectRunner::Answers EffectRunner::on(const effect::MakeSitting& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    const auto* packet = model::find_packet(*m_world.content, order.packet);
    if (packet == nullptr) return {action::DeskFailed{{core::ErrorCode::not_found, "packet"}}};
    if (model::why_not(*m_world.content, *packet))
        return {action::DeskFailed{{core::ErrorCode::bad_content, order.packet.value}}};
    const auto index = m_data.device.index_of("chart-code", index_text(order.chart_code));
    const auto known = m_data.store.find_case(index);
    if (!known) return {action::DeskFailed{known.error()}};
    store::SittingRow sitting;
    sitting.uuid = vault::new_uuid();
    sitting.therapist = order.therapist;
    sitting.packet = order.packet.value;
    sitting.expects_a = order.expects_a;
    sitting.expects_b = order.expects_b;
    sitting.planned_at_ms = sitting.changed_at_ms = wall().time_since_epoch().count();
    std::string entry_code;
    for (;;) {
        entry_code = fmt::format("{:04}", vault::random_below(entry_codes));
        sitting.entry_code_index = m_data.device.index_of("entry-code", entry_code);
        const auto taken = m_data.store.find_open_sitting(sitting.entry_code_index);
        if (!taken) return {action::DeskFailed{taken.error()}};
        const bool plain = entry_code.find_first_not_of(entry_code.front()) == std::string::npos;
        if (!*taken && !plain) break;
    }
    std::vector<store::Store::NewPart> parts;
    const auto add = [&](store::PartRole role) {
        const auto uuid = vault::new_uuid();
        parts.push_back({role, uuid, seal_wish(m_data.device, uuid, false)});
    };
    if (order.expects_a) add(store::PartRole::a);
    if (order.expects_b) add(store::PartRole::b);
    if (order.expects_a && order.expects_b && packet->joint_module) add(store::PartRole::joint);
    core::SittingId id;
    const auto made = m_data.store.at_once([&]() -> core::Done {
        core::Uuid case_uuid;
        if (*known) {
            sitting.in_case = (*known)->id;
            case_uuid = (*known)->uuid;
            if ((*known)->next_packet == order.packet.value)
                if (const auto used = m_data.store.set_next_packet((*known)->id, ""); !used) return used;
        } else {
            store::CaseRow row;
            row.uuid = case_uuid = vault::new_uuid();
            row.therapist = order.therapist;
            row.sealed_chart_code = m_data.device.seal_value(order.chart_code, {"chart-code", row.uuid});
            row.chart_code_index = index;
            const auto added = m_data.store.add_case(row);
            if (!added) return core::pass(added.error());
            sitting.in_case = *added;
        }
        sitting.sealed_entry_code = seal_entry_code(m_data.device, entry_code, sitting.uuid, case_uuid);
        const auto added = m_data.store.new_sitting(sitting, parts);
        if (!added) return core::pass(added.error());
        id = *added;
        return note("sitting-made", sitting_words(id));
    });
    if (!made) return {action::DeskFailed{made.error()}};
    auto read = board();
    if (!read) return {action::DeskFailed{read.error()}};
    const auto row = std::ranges::find(read->rows, id, &model::BoardRow::sitting);
    if (row == read->rows.end()) return {action::DeskFailed{{core::ErrorCode::not_found, "sitting"}}};
    auto shown = *row;
    return {action::SittingMade{std::move(*read), std::move(shown)}};
}

EffectRunner::Answers EffectRunner::on(const effect::OpenSitting& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    auto sitting = sitting_of(order.sitting);
    if (!sitting) return {action::DeskFailed{sitting.error()}};
    (void)note("sitting-opened", sitting_words(order.sitting));
    m_desk_open = false;
    return {action::SittingFound{std::move(*sitting)}};
}

EffectRunner::Answers EffectRunner::on(const effect::ParkAndReset& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    m_part.reset();
    m_joint.reset();
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::DeskFailed{parts.error()}};
    const bool begun = !std::ranges::all_of(*parts, not_begun);
    const auto reset = m_data.store.at_once([&]() -> core::Done {
        const auto status = begun ? store::SittingStatus::parked : store::SittingStatus::waiting;
        if (auto done = m_data.store.set_sitting_status(order.sitting, status, wall()); !done) return done;
        return note("reset", sitting_words(order.sitting));
    });
    if (!reset) return {action::DeskFailed{reset.error()}};
    if (const auto done = m_data.store.checkpoint(); !done) return {action::DeskFailed{done.error()}};
    m_desk_open = false;
    return {action::Parked{}};
}

EffectRunner::Answers EffectRunner::on(const effect::MoveToTherapist& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    const auto moved = m_data.store.at_once([&]() -> core::Done {
        if (auto done = m_data.store.move_sitting(order.sitting, order.to, wall()); !done) return done;
        return note("sitting-moved", fmt::format("{} therapist:{}", sitting_words(order.sitting), order.to.value));
    });
    if (!moved) return {action::DeskFailed{moved.error()}};
    return on(effect::ReadBoard{});
}

EffectRunner::Answers EffectRunner::on(const effect::CancelSitting& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    const auto cancelled = m_data.store.at_once([&]() -> core::Done {
        if (auto done = m_data.store.cancel_sitting(order.sitting, wall()); !done) return done;
        return note("sitting-cancelled", sitting_words(order.sitting));
    });
    if (!cancelled) return {action::DeskFailed{cancelled.error()}};
    return on(effect::ReadBoard{});
}

EffectRunner::Answers EffectRunner::on(const effect::ShowWish& order) {
    if (!m_desk_open) return {action::DeskFailed{locked()}};
    if (const auto pause = paused(desk_subject)) return {action::Refused{*pause}};
    const auto practice = m_data.store.practice();
    if (!practice) return {action::Broke{practice.error()}};
    if (const auto matches =
            vault::check_verifier(order.pin.view(), practice->desk_pin_verifier, m_data.device, desk_pin_place);
        !matches)
        return {action::Refused{wrong(desk_subject)}};
    (void)m_data.store.clear_failures(desk_subject); // as above
    if (const auto noted = note("wish-shown", sitting_words(order.sitting)); !noted)
        return {action::DeskFailed{noted.error()}};
    const auto sitting = sitting_of(order.sitting);
    if (!sitting) return {action::Broke{sitting.error()}};
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::Broke{parts.error()}};
    std::vector<model::Asked> who;
    for (const auto& part : *parts) {
        const auto wish = open_wish(m_data.device, part);
        if (!wish) return {action::Broke{wish.error()}};
        if (!*wish) continue;
        switch (part.role) {
        case store::PartRole::a:
            who.push_back({model::Role::a, sitting->name_a});
            break;
        case store::PartRole::b:
            who.push_back({model::Role::b, sitting->name_b});
            break;
        case store::PartRole::joint:
            who.emplace_back();
            break;
        }
    }
    return {action::WishShown{std::move(who)}};
}

}
