#include "model/form/applies.hpp"
#include "model/form/pace.hpp"
#include "model/form/privacy.hpp"
#include "model/visit/entering.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>
#include <span>

namespace model {
namespace {

struct Place {
    std::size_t module, item;
};

std::optional<Place> find(const Content& content, const Packet& packet, const ItemRef& ref) {
    for (std::size_t m = 0; m < packet.modules.size(); ++m) {
        if (packet.modules[m] != ref.module) continue;
        const auto* module = find_module(content, ref.module);
        if (module == nullptr) return std::nullopt;
        for (std::size_t i = 0; i < module->items.size(); ++i)
            if (module->items[i].id == ref.item) return Place{m, i};
    }
    return std::nullopt;
}

// From a question on, or from the first form's own page.
Progress count(const Content& content, const Packet& packet, const Answers& answers, std::optional<Place> from) {
    Progress progress;
    auto left = time_to_finish(content, packet);
    const auto at = from.value_or(Place{0, 0});
    for (std::size_t m = 0; m < packet.modules.size(); ++m) {
        const auto* module = find_module(content, packet.modules[m]);
        if (module == nullptr) continue;
        if (m > at.module || !from) left += time_for_intro(*module);
        const auto asked = which_may_apply(*module, answers);
        for (std::size_t i = 0; i < module->items.size(); ++i) {
            if (!asked[i]) continue;
            ++progress.screens_total;
            const bool done = m < at.module || (m == at.module && i < at.item);
            if (done)
                ++progress.screens_done;
            else
                left += time_for(module->items[i]);
        }
    }
    progress.left = std::chrono::ceil<std::chrono::seconds>(left);
    return progress;
}

// Own words for the shared page, where there is one; and whole forms, which are asked about whatever was answered, so
// that nobody meets another page for what they said or left out.
bool has_something_to_release(const Session& session, const UpdateContext& context) {
    const auto& packet = packet_of(context, session.seat.sitting);
    const auto& content = context.content(session.seat.sitting);
    if (!shareable_forms(content, packet.id).empty()) return true;
    if (!packet.joint_module || session.seat.sitting.joint == PartStatus::absent) return false;
    return std::ranges::any_of(packet.modules, [&](const core::ModuleId& id) {
        const auto* module = find_module(content, id);
        return module != nullptr && std::ranges::any_of(module->items, [&](const Item& item) {
                   const auto* answer =
                       item.releasable ? answer_in_use(*module, item, session.content.answers) : nullptr;
                   return answer != nullptr && is_answered(*answer);
               });
    });
}

}

Progress progress_at_start(const Content& today, const Sitting& sitting) {
    const auto& content = content_of(today, sitting);
    const auto* found = find_packet(content, sitting.packet);
    return found == nullptr ? Progress{} : count(content, *found, {}, std::nullopt);
}

Progress progress_of(const Content& today, const Session& session) {
    const auto& sitting = session.seat.sitting;
    const auto& content = content_of(today, sitting);
    const auto* packet = find_packet(content, sitting.packet);
    if (packet == nullptr || !session.content.at) return progress_at_start(today, sitting);
    const auto place = find(content, *packet, *session.content.at);
    return place ? count(content, *packet, session.content.answers, *place) : progress_at_start(today, sitting);
}

bool knows_the_way(const Content& today, const Seat& seat) {
    const auto& sitting = seat.sitting;
    if (!sitting.own_names.of(seat.partner) || name_of(sitting, seat.partner).empty()) return false;
    const auto& content = content_of(today, sitting);
    const auto* packet = find_packet(content, sitting.packet);
    const auto* first =
        packet == nullptr || packet->modules.empty() ? nullptr : find_module(content, packet->modules.front());
    return first != nullptr && !holds_private(*first);
}

const Packet& packet_of(const UpdateContext& context, const Sitting& sitting) {
    static const Packet none;
    const auto* packet = find_packet(context.content(sitting), sitting.packet);
    return packet == nullptr ? none : *packet;
}

const Module& module_at(const UpdateContext& context, const Session& session, std::size_t index) {
    static const Module none;
    const auto& packet = packet_of(context, session.seat.sitting);
    const auto* module = index < packet.modules.size()
                             ? find_module(context.content(session.seat.sitting), packet.modules[index])
                             : nullptr;
    return module == nullptr ? none : *module;
}

std::size_t module_count(const UpdateContext& context, const Session& session) {
    return packet_of(context, session.seat.sitting).modules.size();
}

const Answer* answer_to(const Session& session, const ItemRef& item) {
    const auto found = session.content.answers.find(item);
    return found == session.content.answers.end() ? nullptr : &found->second;
}

namespace {

// Something that the person did, which "Saved" is said of: no page that came up, nor what was put there for them, which
// is in no language.
bool is_theirs(const Entry& entry) {
    const auto* given = std::get_if<AnswerGiven>(&entry);
    if (given != nullptr) return !given->language.empty();
    return std::holds_alternative<TextReleased>(entry) || std::holds_alternative<AnswersPutAway>(entry);
}

}

void record_entry(Session& session, Entry entry) {
    replay(session.content, entry);
    session.pending.push_back(std::move(entry));
}

void flush(Session& session, UpdateContext& context) {
    if (session.saving || session.pending.empty()) return;
    session.saving = true;
    session.sent = session.pending.size();
    context.order(effect::SaveEntries{session.part, session.pending, progress_of(context.content(), session)});
}

namespace {

bool is_on_its_way(const auto& session, core::PartId part) {
    return part == session.part && session.saving;
}

bool take_saved(auto& session, std::size_t count, UpdateContext& context) {
    session.saving = session.trouble = false;
    const auto on_disk = static_cast<std::ptrdiff_t>(std::min(count, session.pending.size()));
    session.pending.erase(session.pending.begin(), session.pending.begin() + on_disk);
    flush(session, context);
    return session.pending.empty();
}

bool take_failed(auto& session, core::PartId part) {
    if (!is_on_its_way(session, part)) return false;
    session.saving = false;
    session.trouble = true;
    return true;
}

}

bool saved(Session& session, const action::Saved& saved, UpdateContext& context) {
    if (!is_on_its_way(session, saved.part)) return false;
    const auto on_disk = std::span(session.pending).first(std::min(saved.count, session.pending.size()));
    // Who was told that something is not saved is told that it is, whatever it was.
    session.saved_once = session.saved_once || session.trouble || std::ranges::any_of(on_disk, is_theirs);
    return take_saved(session, saved.count, context);
}

bool saved(JointSession& session, const action::Saved& saved, UpdateContext& context) {
    if (!is_on_its_way(session, saved.part)) return false;
    session.saved_once = true;
    return take_saved(session, saved.count, context);
}

bool failed(Session& session, const action::SaveFailed& failed) {
    return take_failed(session, failed.part);
}

bool failed(JointSession& session, const action::SaveFailed& failed) {
    return take_failed(session, failed.part);
}

void flush(JointSession& session, UpdateContext& context) {
    if (session.saving || session.pending.empty()) return;
    session.saving = true;
    session.sent = session.pending.size();
    context.order(effect::SaveJointEntries{session.part, session.pending});
}

bool joint_ready(const Sitting& sitting) {
    const auto done = [](PartStatus status) { return status == PartStatus::sealed; };
    return sitting.joint != PartStatus::absent && sitting.joint != PartStatus::sealed && done(sitting.a) &&
           done(sitting.b);
}

namespace {

// An agreement that stands before this place and was not given.
std::optional<Place> consent_missing(const UpdateContext& context, const Session& session, Place before) {
    for (std::size_t m = 0; m <= before.module && m < module_count(context, session); ++m) {
        const auto& module = module_at(context, session, m);
        const auto end = m < before.module ? module.items.size() : std::min(before.item, module.items.size());
        for (std::size_t i = 0; i < end; ++i) {
            if (module.items[i].kind != ItemKind::consent) continue;
            if (!applies(module, module.items[i], session.content.answers)) continue;
            const auto* answer = answer_to(session, {module.id, module.items[i].id});
            const auto* consented = answer == nullptr ? nullptr : std::get_if<Consented>(answer);
            if (consented == nullptr || !consented->agreed) return Place{m, i};
        }
    }
    return std::nullopt;
}

}

Screen ask(Session session, std::size_t module_index, std::size_t item_index, UpdateContext& context) {
    if (const auto consent = consent_missing(context, session, {module_index, item_index}))
        return screen::WithoutConsent{.session = std::move(session), .module = consent->module, .item = consent->item};
    const auto& module = module_at(context, session, module_index);
    if (item_index >= module.items.size()) return after_module(std::move(session), module_index, context);
    const auto& item = module.items[item_index];
    const ItemRef ref{module.id, item.id};
    screen::Question question{.session = std::move(session), .module = module_index, .item = item_index};
    const auto* answer = answer_to(question.session, ref);
    if (answer != nullptr && takes_answer(item.kind) && stays_covered(module, item))
        question.earlier = screen::Earlier::covered;
    begin_entering(question, item, question.earlier == screen::Earlier::shown ? answer : nullptr,
                   context.state.catalogue.get());
    if (question.session.content.at != ref) record_entry(question.session, Visited{ref});
    // Whoever comes back to a name may change it: from now on it is known whom the answers so far are about.
    const auto& content = question.session.content;
    if (const auto name = person_named(module, item.id, content.answers);
        name && !content.about.contains(ref) && !answers_about(module, item.id, content.answers).empty())
        record_entry(question.session, AnswersAbout{ref, *name});
    flush(question.session, context);
    return question;
}

std::size_t item_from(const UpdateContext& context, const Session& session, std::size_t module, std::size_t item) {
    const auto asked = which_apply(module_at(context, session, module), session.content.answers);
    while (item < asked.size() && !asked[item])
        ++item;
    return item;
}

std::optional<std::size_t> item_before(const UpdateContext& context, const Session& session, std::size_t module,
                                       std::size_t item) {
    const auto asked = which_apply(module_at(context, session, module), session.content.answers);
    while (item > 0)
        if (asked[--item]) return item;
    return std::nullopt;
}

std::size_t last_item(const UpdateContext& context, const Session& session, std::size_t module) {
    return item_before(context, session, module, module_at(context, session, module).items.size()).value_or(0);
}

Screen after_module(Session session, std::size_t module_index, UpdateContext& context) {
    if (module_index + 1 < module_count(context, session))
        return screen::Rest{.session = std::move(session), .module = module_index + 1};
    if (has_something_to_release(session, context)) return screen::Release{.session = std::move(session)};
    return screen::Review{.session = std::move(session)};
}

namespace {

// What the couple agreed on stands in the part before anything is asked about it. A form that was begun stays as it is.
void give_read_back(Session& session, UpdateContext& context) {
    const auto& sentences = session.seat.sitting.read_back;
    for (std::size_t m = 0; m < module_count(context, session); ++m) {
        const auto& module = module_at(context, session, m);
        const auto begun = [&](const Item& item) { return answer_to(session, {module.id, item.id}) != nullptr; };
        if (std::ranges::any_of(module.items, begun)) continue;
        std::size_t next = 0;
        for (const Item& item : module.items)
            if (item.given && next < sentences.size())
                record_entry(session,
                             AnswerGiven{{module.id, item.id}, Written{sentences[next++]}, context.now.wall, {}});
    }
}

// They left after the last question of a form, and not of the last one.
bool between_forms(const Session& session, Place at, const UpdateContext& context) {
    if (at.module + 1 >= module_count(context, session) || !session.content.at) return false;
    const auto& module = module_at(context, session, at.module);
    const bool past = answer_to(session, *session.content.at) != nullptr || !takes_answer(module.items[at.item].kind);
    return past && item_from(context, session, at.module, at.item + 1) >= module.items.size();
}

}

Screen go_on(Session session, UpdateContext& context) {
    give_read_back(session, context);
    const auto& content = context.content(session.seat.sitting);
    if (!can_be_asked(content, session.seat.sitting.packet)) {
        context.order(effect::ForgetKeys{});
        const auto partner = session.seat.partner;
        return screen::NotAsked{.sitting = std::move(session.seat.sitting), .partner = partner};
    }
    if (session.content.at) {
        const auto place = find(content, packet_of(context, session.seat.sitting), *session.content.at);
        if (place) {
            if (between_forms(session, *place, context))
                return screen::Rest{.session = std::move(session), .module = place->module + 1};
            const auto item = item_from(context, session, place->module, place->item);
            return ask(std::move(session), place->module, item, context);
        }
    }
    return screen::ModuleIntro{.session = std::move(session)};
}

Screen go_on_past_intro(Session session, UpdateContext& context) {
    auto first = go_on(std::move(session), context);
    auto* intro = std::get_if<screen::ModuleIntro>(&first);
    if (intro == nullptr) return first;
    const auto item = item_from(context, intro->session, intro->module, 0);
    return ask(std::move(intro->session), intro->module, item, context);
}

}
