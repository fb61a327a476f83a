#include "practice/desk_effects.hpp"
#include <algorithm>
#include <iterator>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

constexpr std::chrono::hours audit_stands_for{12};

core::Error locked() {
    return {core::ErrorCode::invalid_state, "the desk is locked"};
}

model::SelfCheck not_all_saved() {
    return {model::Health::failed, core::message("check.unsaved", "Not all is saved"),
            core::message("check.unsaved.do",
                          "Do not switch the kiosk off: it still holds somebody's last words. Please "
                          "call the technician.")};
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
    row.changed_at = sitting.changed_at;
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

void DeskEffects::check(bool audit_too) {
    const auto now = m_book.wall();
    const bool late = !m_audit_checked_at || now < *m_audit_checked_at || now >= *m_audit_checked_at + audit_stands_for;
    if (audit_too || late) {
        m_audit = m_book.check_audit();
        m_audit_checked_at = now;
    }
    m_checked = m_book.check_anew();
    m_checked.push_back({model::Checked::audit, m_audit});
}

core::Result<model::Board> DeskEffects::board() {
    model::Board board;
    auto names = m_book.therapists();
    if (!names) return core::pass(names.error());
    board.therapists = std::move(*names);
    const auto sittings = m_book.sittings();
    if (!sittings) return core::pass(sittings.error());
    for (const auto& sitting : *sittings)
        board.rows.push_back(row_of(sitting, m_book.content(), board.therapists));
    board.checks = m_checked;
    std::ranges::move(m_book.check_now(), std::back_inserter(board.checks));
    if (m_book.has_unsaved())
        for (auto& check : board.checks)
            if (check.what == model::Checked::disk) check.found = not_all_saved();
    model::put_in_order(board.checks);
    return board;
}

Answers DeskEffects::on(const effect::UnlockDesk& order) {
    const auto refused = m_book.try_pin(order.pin);
    if (!refused) return {action::Broke{refused.error()}};
    if (*refused) return {action::Refused{**refused}};
    check(false);
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

Answers DeskEffects::on(const effect::CheckAgain&) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    check(true);
    return on(effect::ReadBoard{});
}

Answers DeskEffects::on(const effect::PrintSlip& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (!m_book.print_slip(order.sitting, order.language)) return {action::SlipFailed{}};
    return {action::SlipPrinted{}};
}

Answers DeskEffects::on(const effect::FindDayFiles&) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    return {action::DayFilesFound{m_book.day_files()}};
}

Answers DeskEffects::on(const effect::ReadDayFile& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    auto plan = m_book.read_day(order.file);
    if (!plan) return {action::DeskFailed{plan.error()}};
    return {action::DayRead{std::move(*plan)}};
}

Answers DeskEffects::on(const effect::TakeDay& order) {
    if (!m_book.is_open()) return {action::DeskFailed{locked()}};
    if (const auto taken = m_book.take_day(order.sittings); !taken) return {action::DeskFailed{taken.error()}};
    return on(effect::ReadBoard{});
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
