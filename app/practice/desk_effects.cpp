#include "practice/desk_effects.hpp"
#include <algorithm>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

constexpr std::uint64_t little_space = 500'000'000, no_space = 50'000'000;

core::Error locked() {
    return {core::ErrorCode::invalid_state, "the desk is locked"};
}

model::SelfCheck all_well() {
    return {model::Health::good, core::message("check.ok", "OK")};
}
bool open_for_move(const DeskPart& part) {
    return part.shown.status != model::PartStatus::sealed;
}
bool not_begun(const DeskPart& part) {
    return part.shown.status == model::PartStatus::not_started;
}

model::BoardRow row_of(const DeskSitting& sitting, const model::Content& content,
                       const std::vector<model::TherapistName>& therapists) {
    model::BoardRow row{.sitting = sitting.id, .chart_code = sitting.chart_code, .entry_code = sitting.entry_code};
    const auto by = std::ranges::find(therapists, sitting.therapist, &model::TherapistName::id);
    if (by != therapists.end()) row.therapist = by->name;
    const auto* packet = model::find_packet(content, sitting.packet);
    row.packet = sitting.packet;
    row.packet_title = packet == nullptr ? sitting.packet.value : packet->title;
    row.planned_at = sitting.planned_at;
    row.status = sitting.status;
    for (const auto& part : sitting.parts) {
        auto& shown = !part.partner ? row.joint : *part.partner == model::Partner::a ? row.a : row.b;
        shown = part.shown;
        row.marked = row.marked || part.wish;
    }
    row.code_closed = sitting.code_closed;
    row.can_move = std::ranges::all_of(sitting.parts, open_for_move);
    row.can_cancel = std::ranges::all_of(sitting.parts, not_begun);
    return row;
}

}

Answers DeskEffects::on(const effect::ListStaff&) {
    auto names = m_book.therapists();
    if (!names) return {action::Broke{names.error()}};
    return {action::StaffListed{std::move(*names), m_book.kit_fingerprint()}};
}

model::SelfCheck DeskEffects::storage_check() {
    if (const auto checked = m_book.check_storage(); !checked)
        return {model::Health::failed, checked.error().code == core::ErrorCode::tampered
                                           ? core::message("check.changed", "Changed outside")
                                           : core::message("check.damaged", "Damaged")};
    const auto takes_more = m_book.try_disk();
    if (takes_more) return all_well();
    return {model::Health::failed, takes_more.error().code == core::ErrorCode::disk_full
                                       ? core::message("check.full", "Full")
                                       : core::message("check.not-written", "Cannot be written")};
}

core::Result<model::Board> DeskEffects::board() {
    model::Board board;
    auto names = m_book.therapists();
    if (!names) return core::pass(names.error());
    board.therapists = std::move(*names);
    const auto sittings = m_book.open_sittings();
    if (!sittings) return core::pass(sittings.error());
    auto newest = core::WallTime::min();
    for (const auto& sitting : *sittings) {
        board.rows.push_back(row_of(sitting, m_book.content(), board.therapists));
        newest = std::max(newest, sitting.changed_at);
    }
    board.screen = m_book.screen_check().value_or(all_well());
    board.storage = m_storage_check;
    if (m_book.has_unsaved())
        board.storage = {model::Health::failed, core::message("check.unsaved", "Not all is saved")};
    const auto space = m_book.free_bytes();
    if (board.storage.health == model::Health::good && (!space || *space < little_space))
        board.storage = {space && *space >= no_space ? model::Health::attention : model::Health::failed,
                         core::message("check.nearly-full", "Nearly full")};
    board.clock = newest > m_book.wall() + std::chrono::minutes(2)
                      ? model::SelfCheck{model::Health::failed, core::message("check.set-back", "Set back")}
                      : all_well();
    board.backup = m_book.backup_check();
    return board;
}

Answers DeskEffects::on(const effect::UnlockDesk& order) {
    const auto refused = m_book.try_pin(order.pin);
    if (!refused) return {action::Broke{refused.error()}};
    if (*refused) return {action::Refused{**refused}};
    m_storage_check = storage_check();
    auto read = board();
    if (!read) return {action::Broke{read.error()}};
    m_book.set_open(true);
    // A full disk must not keep the desk from its board: it is where the trouble is seen.
    (void)m_book.append_audit("unlocked");
    return {action::BoardRead{std::move(*read)}};
}

Answers DeskEffects::on(const effect::ReadBoard&) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    auto read = board();
    if (!read) return {action::DeskFailed{read.error()}};
    return {action::BoardRead{std::move(*read)}};
}

Answers DeskEffects::on(const effect::AskAboutCase& order) {
    if (!m_book.is_open()) return {};
    auto known = m_book.known_code(order.chart_code);
    if (!known) return {};
    return {action::CaseKnown{std::move(*known)}};
}

Answers DeskEffects::on(const effect::MakeSitting& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    const auto* packet = model::find_packet(m_book.content(), order.packet);
    if (packet == nullptr) return {action::DeskFailed{{core::ErrorCode::not_found, "packet"}}};
    if (model::why_not(m_book.content(), *packet))
        return {action::DeskFailed{{core::ErrorCode::bad_content, order.packet.value}}};
    if (model::needs_reading_today(m_book.content(), *packet) && !m_book.reads_same_day())
        return {action::DeskFailed{{core::ErrorCode::bad_content, order.packet.value}}};
    const bool with_joint = order.expects_a && order.expects_b && packet->joint_module;
    const auto made = m_book.make_sitting(order, with_joint);
    if (!made) return {action::DeskFailed{made.error()}};
    auto read = board();
    if (!read) return {action::DeskFailed{read.error()}};
    const auto row = std::ranges::find(read->rows, *made, &model::BoardRow::sitting);
    if (row == read->rows.end()) return {action::DeskFailed{{core::ErrorCode::not_found, "sitting"}}};
    auto shown = *row;
    return {action::SittingMade{std::move(*read), std::move(shown)}};
}

Answers DeskEffects::on(const effect::OpenSitting& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    auto sitting = m_book.sitting(order.sitting);
    if (!sitting) return {action::DeskFailed{sitting.error()}};
    (void)m_book.append_audit("sitting-opened", order.sitting);
    (void)m_book.reopen_entry_code(order.sitting); // its couple is here; a code that stays closed is opened here again
    m_book.set_open(false);
    return {action::SittingFound{std::move(*sitting)}};
}

Answers DeskEffects::on(const effect::AllowTry& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (const auto done = m_book.allow_try(order.sitting, order.partner); !done)
        return {action::DeskFailed{done.error()}};
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::ClosePart& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    m_book.forget_part_keys();
    const auto saved = m_book.save_unsaved(order.sitting);
    if (!saved) return {action::DeskFailed{saved.error()}};
    if (!*saved) return {action::DeskFailed{{core::ErrorCode::io, "entries that are not saved"}, true}};
    if (const auto done = m_book.close_part(order.sitting, order.partner); !done)
        return {action::DeskFailed{done.error()}};
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::ParkAndReset& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    m_book.forget_part_keys();
    const auto saved = m_book.save_unsaved(order.sitting);
    if (!saved) return {action::DeskFailed{saved.error()}};
    if (!*saved) return {action::DeskFailed{{core::ErrorCode::io, "entries that are not saved"}, true}};
    if (const auto parked = m_book.park(order.sitting); !parked) return {action::DeskFailed{parked.error()}};
    m_book.set_open(false);
    return {action::Parked{}};
}

Answers DeskEffects::on(const effect::MoveToTherapist& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (const auto moved = m_book.move(order.sitting, order.to); !moved) return {action::DeskFailed{moved.error()}};
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::CancelSitting& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (const auto done = m_book.cancel(order.sitting); !done) return {action::DeskFailed{done.error()}};
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::AcknowledgeWish& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (const auto done = m_book.acknowledge(order.sitting); !done) return {action::DeskFailed{done.error()}};
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::ShowWish& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    const auto refused = m_book.try_pin(order.pin);
    if (!refused) return {action::Broke{refused.error()}};
    if (*refused) return {action::Refused{**refused}};
    if (const auto logged = m_book.append_audit("wish-shown", order.sitting); !logged)
        return {action::DeskFailed{logged.error()}};
    const auto sitting = m_book.sitting(order.sitting);
    if (!sitting) return {action::Broke{sitting.error()}};
    const auto parts = m_book.parts_of(order.sitting);
    if (!parts) return {action::Broke{parts.error()}};
    std::vector<model::Asked> who;
    for (const auto& part : *parts) {
        if (!part.wish) continue;
        if (part.partner)
            who.push_back({part.partner, model::name_of(*sitting, *part.partner)});
        else
            who.emplace_back();
    }
    return {action::WishShown{std::move(who)}};
}

}
