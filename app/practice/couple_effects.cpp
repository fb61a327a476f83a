#include "practice/couple_effects.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "practice/row_values.hpp"
#include <fmt/format.h>

namespace practice {

namespace action = model::action;
namespace effect = model::effect;

namespace {

model::Refusal gone() {
    return {.why = model::Refusal::Why::gone};
}

// A released text arrives sentence by sentence, so that each can be brought in on its own.
std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> sentences;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool end = text[i] == '\n' || (std::string_view(".!?").find(text[i]) != std::string_view::npos &&
                                             (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'));
        if (!end && i + 1 < text.size()) continue;
        const auto sentence = core::trimmed(text.substr(begin, i + 1 - begin));
        if (!sentence.empty()) sentences.emplace_back(sentence);
        begin = i + 1;
    }
    return sentences;
}

core::Error not_open() {
    return {core::ErrorCode::invalid_state, "part is not open"};
}

template<typename Entry>
std::vector<vault::Bytes> encoded(const std::vector<Entry>& entries) {
    std::vector<vault::Bytes> bytes;
    for (const auto& entry : entries)
        bytes.push_back(model::encode(entry));
    return bytes;
}

}

Answers CoupleEffects::on(const effect::FindSitting& order) {
    const auto index = m_data.device.index_of("entry-code", order.entry_code.view());
    const auto row = m_data.store.find_open_sitting(index);
    if (!row) return {action::Broke{row.error()}};
    // One that was tried out too often is answered like a wrong one: it is not told that it was right.
    if (!*row || m_context.entry_code_closed((*row)->id)) return {action::Refused{m_context.wrong_entry_code()}};
    (void)m_context.reopen_entry_code((*row)->id); // a count that stays only closes it earlier
    if (const auto fit = m_data.store.parts_fit((*row)->id); !fit) return {action::Broke{fit.error()}};
    auto sitting = m_context.sitting_of((*row)->id);
    if (!sitting) return {action::Broke{sitting.error()}};
    return {action::SittingFound{std::move(*sitting)}};
}

// What does not open is not read back: nobody is kept from their visit by it.
std::vector<std::string> CoupleEffects::read_back_of(const store::CaseRow& in_case) {
    const auto sealed = m_data.store.read_back(in_case.id);
    if (!sealed) return {};
    return open_read_back(m_data.device, *sealed, in_case.uuid).value_or(std::vector<std::string>());
}

Answers CoupleEffects::on(const effect::StartPart& order) {
    const auto& seat = order.seat;
    const auto row = m_data.store.sitting(seat.sitting.id);
    if (!row) return {action::Broke{row.error()}};
    const auto in_case = m_data.store.case_by_id(row->in_case);
    if (!in_case) return {action::Broke{in_case.error()}};
    const auto entry_code = open_entry_code(m_data.device, *row, *in_case);
    if (!entry_code) return {action::Broke{entry_code.error()}};
    if (*entry_code == order.code.view()) return {action::Refused{{.why = model::Refusal::Why::wrong}}};
    const auto parts = m_data.store.parts_of(row->id);
    if (!parts) return {action::Broke{parts.error()}};
    const auto* part = find(*parts, owner_of(seat.partner));
    if (part == nullptr || part->status != store::PartStatus::not_started) return {action::Refused{gone()}};

    const auto names = names_of(m_data.device, *in_case);
    if (!names) return {action::Broke{names.error()}};
    const auto given = m_context.own_names(in_case->id);
    if (!given) return {action::Broke{given.error()}};
    // Nobody renames the other: what they were called by themselves stands.
    const auto name_to_keep = [&](model::Partner partner) {
        const bool stands = partner != seat.partner && given->of(partner);
        return stands ? (partner == model::Partner::a ? names->a : names->b) : model::name_of(seat.sitting, partner);
    };
    const auto seal_name = [&](std::string_view kind, const std::string& name) {
        return name.empty() ? vault::Bytes() : m_data.device.seal_value(name, {kind, in_case->uuid});
    };
    // One fact: half of it would leave a part that nobody can take up again.
    std::optional<OpenPart> own;
    const auto begun = m_data.store.at_once([&]() -> core::Done {
        if (const auto done =
                m_data.store.set_names(in_case->id, seal_name("partner-name-a", name_to_keep(model::Partner::a)),
                                       seal_name("partner-name-b", name_to_keep(model::Partner::b)));
            !done)
            return done;
        if (const auto done = start_joint(*row, seat.partner, order.code); !done) return done;
        auto open = start(*part, *row, order.code, order.progress);
        if (!open) return core::pass(open.error());
        own = std::move(*open);
        if (const auto done = m_context.append_audit("part-started", part_subject(part->id)); !done) return done;
        return m_data.store.set_sitting_status(row->id, store::SittingStatus::active, m_context.wall());
    });
    if (!begun) {
        m_keys.joint.reset();
        m_keys.share.reset();
        return {action::Broke{begun.error()}};
    }
    m_keys.part = std::move(own);
    m_data.store.expect_entries();
    auto sitting = m_context.sitting_of(row->id);
    if (!sitting) return {action::Broke{sitting.error()}};
    sitting->read_back = read_back_of(*in_case);
    model::Session session{.seat = {std::move(*sitting), seat.partner}, .part = m_keys.part->id};
    session.content.basis = m_keys.part->basis;
    return {action::PartOpened{std::move(session), false}};
}

Answers CoupleEffects::on(const effect::ResumePart& order) {
    const auto row = m_data.store.sitting(order.sitting);
    if (!row) return {action::Broke{row.error()}};
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::Broke{parts.error()}};
    const auto* part = find(*parts, owner_of(order.partner));
    if (part == nullptr || part->status != store::PartStatus::open || part->closed) return {action::Refused{gone()}};
    if (row->status == store::SittingStatus::cancelled || row->status == store::SittingStatus::finished)
        return {action::Refused{gone()}};
    const auto subject = part_subject(part->id);
    if (const auto pause = m_context.paused(subject)) return {action::Refused{*pause}};
    bool changed = false;
    auto open = resume_row(*part, *row, part->resume_slot, order.code, changed);
    if (!open && open.error().code == core::ErrorCode::wrong_secret) return {action::Refused{m_context.wrong(subject)}};
    if (!open) return {action::Broke{open.error()}};
    // The code was right: what is not on the disk is theirs to be told of.
    const auto broke = [&](const core::Error& error) -> Answers {
        return {action::Broke{error, m_context.unsaved.of(part->id)}};
    };
    const auto tries = m_context.tries_to_tell(subject);
    (void)m_data.store.clear_failures(subject); // as above
    if (const auto logged = m_context.append_audit("part-resumed", subject); !logged) return broke(logged.error());
    auto content = read_part(*open);
    if (!content) return broke(content.error());
    m_context.forget_part_keys();
    m_keys.part = std::move(*open);
    m_data.store.expect_entries();
    if (const auto* joint = find(*parts, store::PartOwner::joint);
        joint != nullptr && joint->status == store::PartStatus::open) {
        if (const auto done = open_joint_of(*joint, *row, order.partner, order.code); !done) return broke(done.error());
    }
    if (const auto done = m_data.store.set_sitting_status(row->id, store::SittingStatus::active, m_context.wall());
        !done)
        return broke(done.error());
    auto sitting = m_context.sitting_of(order.sitting);
    if (!sitting) return broke(sitting.error());
    if (const auto in_case = m_data.store.case_by_id(row->in_case)) sitting->read_back = read_back_of(*in_case);
    model::Session session{
        .seat = {std::move(*sitting), order.partner}, .part = part->id, .content = std::move(*content)};
    if (const auto done = take_back(session); !done) return broke(done.error());
    const auto noted = note_readers(*m_keys.part, *row, session.content.basis, changed, encoded(session.pending));
    if (!noted) return broke(noted.error());
    changed = changed || *noted;
    return {action::PartOpened{std::move(session), changed, tries}};
}

Answers CoupleEffects::on(const effect::ResumeJoint& order) {
    const auto row = m_data.store.sitting(order.sitting);
    if (!row) return {action::Broke{row.error()}};
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::Broke{parts.error()}};
    const auto* joint = find(*parts, store::PartOwner::joint);
    if (joint == nullptr || joint->status != store::PartStatus::open) return {action::Refused{gone()}};
    const auto subject = part_subject(joint->id);
    if (const auto pause = m_context.paused(subject)) return {action::Refused{*pause}};
    const auto opened = open_joint_by_either(*joint, *row, order.code);
    if (!opened && opened.error().code == core::ErrorCode::wrong_secret)
        return {action::Refused{m_context.wrong(subject)}};
    if (!opened) return {action::Broke{opened.error()}};
    const auto broke = [&](const core::Error& error) -> Answers {
        return {action::Broke{error, m_context.unsaved.of(joint->id)}};
    };
    const auto joined = join(*joint);
    if (!joined) return broke(joined.error());
    // With one code of two the tries stay counted: else whoever has the one could try out the other without a pause.
    if (!*joined) return {action::Refused{{.why = model::Refusal::Why::other_too}}};
    (void)m_data.store.clear_failures(subject); // as above
    if (const auto logged = m_context.append_audit("part-resumed", subject); !logged) return broke(logged.error());
    auto session = joint_session(order.sitting);
    if (!session) return broke(session.error());
    return {action::JointOpened{std::move(*session)}};
}

Answers CoupleEffects::on(const effect::OpenJoint& order) {
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {action::Broke{parts.error()}};
    const auto* joint = find(*parts, store::PartOwner::joint);
    if (joint == nullptr || joint->status != store::PartStatus::open) return {action::Refused{gone()}};
    const auto joined = join(*joint);
    if (!joined) return {action::Broke{joined.error()}};
    if (!*joined) return {action::Refused{{.why = model::Refusal::Why::other_too}}};
    auto session = joint_session(order.sitting);
    if (!session) return {action::Broke{session.error()}};
    if (session->sitting.joint != model::PartStatus::open) return {action::Refused{gone()}};
    return {action::JointOpened{std::move(*session)}};
}

Answers CoupleEffects::on(const effect::SaveEntries& order) {
    if (!m_keys.part || m_keys.part->id != order.part) return {action::SaveFailed{order.part, not_open()}};
    if (const auto done = keep(*m_keys.part, encoded(order.entries), progress_row(order.progress)); !done)
        return {action::SaveFailed{order.part, done.error()}};
    return {action::Saved{order.part, order.entries.size()}};
}

Answers CoupleEffects::on(const effect::SaveJointEntries& order) {
    if (!m_keys.joint || m_keys.joint->id != order.part) return {action::SaveFailed{order.part, not_open()}};
    if (const auto done = keep(*m_keys.joint, encoded(order.entries), std::nullopt); !done)
        return {action::SaveFailed{order.part, done.error()}};
    return {action::Saved{order.part, order.entries.size()}};
}

Answers CoupleEffects::on(const effect::SealPart& order) {
    if (!m_keys.part || m_keys.part->id != order.part) return {action::SealFailed{not_open()}};
    const auto row = m_data.store.sitting(order.seat.sitting.id);
    if (!row) return {action::SealFailed{row.error()}};
    const auto before = m_context.sitting_of(row->id);
    if (!before) return {action::SealFailed{before.error()}};
    const auto& asked = model::content_of(*m_context.world.content, *before);
    auto content = order.content;
    content.basis = m_keys.part->basis;
    auto bytes = model::encode(content);
    auto packet = packet_for(*m_keys.part, *row, bytes);
    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
    if (!packet) return {action::SealFailed{packet.error()}};
    std::vector<vault::Bytes> drafts;
    for (const auto& item : order.content.released) {
        const auto* module = model::find_module(asked, item.module);
        const auto* found = module == nullptr ? nullptr : model::find_item(*module, item.item);
        const auto* answer = found == nullptr ? nullptr : model::answer_in_use(*module, *found, order.content.answers);
        const auto* written = answer == nullptr ? nullptr : std::get_if<model::Written>(answer);
        if (found == nullptr || !found->releasable || model::is_private(*module, *found) || written == nullptr)
            continue;
        for (auto& sentence : sentences_of(written->text))
            drafts.push_back(
                model::encode(model::JointEntry{model::DraftShared{{order.seat.partner, item, std::move(sentence)}}}));
    }
    const auto shared = released(std::move(drafts));
    if (!shared) return {action::SealFailed{shared.error()}};
    model::Sitting sitting;
    if (const auto done = seal(*m_keys.part, row->id, *packet, *shared, sitting); !done)
        return {action::SealFailed{done.error()}};
    if (m_keys.joint) m_keys.joint->count += shared->drafts.size();
    m_keys.part.reset();
    return {action::PartSealed{std::move(sitting), order.seat.partner}};
}

Answers CoupleEffects::on(const effect::SealJoint& order) {
    if (!m_keys.joint || m_keys.joint->id != order.part) return {action::SealFailed{not_open()}};
    const auto row = m_data.store.sitting(order.sitting);
    if (!row) return {action::SealFailed{row.error()}};
    auto content = order.content;
    content.basis = m_keys.joint->basis;
    const auto bytes = model::encode(content);
    auto packet = packet_for(*m_keys.joint, *row, bytes);
    if (!packet) return {action::SealFailed{packet.error()}};
    model::Sitting sitting;
    if (const auto done = seal(*m_keys.joint, row->id, *packet, {}, sitting); !done)
        return {action::SealFailed{done.error()}};
    m_keys.joint.reset();
    return {action::JointSealed{std::move(sitting)}};
}

Answers CoupleEffects::on(const effect::ForgetKeys&) {
    m_context.forget_part_keys();
    m_keys.desk = false;
    return {};
}

Answers CoupleEffects::on(const effect::TryUnsaved&) {
    return {}; // it is tried before every order
}

Answers CoupleEffects::on(const effect::NoteTouch&) {
    if (m_context.world.signs) m_context.world.signs->note_touch(m_context.wall());
    return {};
}

Answers CoupleEffects::on(const effect::RaiseWish& order) {
    const auto parts = m_data.store.parts_of(order.sitting);
    if (!parts) return {};
    const auto* part = find(*parts, order.partner ? owner_of(*order.partner) : store::PartOwner::joint);
    // A failure stays silent on purpose: nothing about this may be seen on the screen.
    if (part == nullptr) return {};
    (void)m_data.store.set_wish(part->id, seal_wish(m_data.device, part->uuid, Wish::raised));
    if (m_context.world.signal && !m_context.world.signal()) (void)m_context.append_audit("signal-failed");
    return {};
}

}
