// Leaving a question, and what becomes of the answers about somebody whose name was changed.
#include "model/form/applies.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

using screen::Leaving;

// Whom an item is about, or asks for.
std::optional<core::ItemId> person_of(const Module& module, std::size_t index) {
    const auto& item = module.items[index];
    if (item.person) return item.person;
    if (names_a_person(module, item.id)) return item.id;
    return std::nullopt;
}

// The first item about that person that was never reached.
std::optional<std::size_t> not_reached(const Module& module, const core::ItemId& person, const Answers& answers) {
    const auto asked = which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        const auto& item = module.items[i];
        if (item.person == person && asked[i] && takes_answer(item.kind) && !answers.contains({module.id, item.id}))
            return i;
    }
    return std::nullopt;
}

Screen ask_from_review(Session session, std::size_t module, std::size_t item, UpdateContext& context) {
    auto next = ask(std::move(session), module, item, context);
    if (auto* question = std::get_if<screen::Question>(&next)) question->from_review = true;
    return next;
}

}

Screen leave_question(screen::Question screen, Leaving leaving, UpdateContext& context) {
    auto& session = screen.session;
    const auto& module = module_at(context, session, screen.module);
    if (leaving == Leaving::to_review || (leaving == Leaving::back && screen.from_review))
        return screen::Review{.session = std::move(session)};
    if (leaving == Leaving::back) {
        const auto before = item_before(context, session, screen.module, screen.item);
        if (!before) return screen::ModuleIntro{.session = std::move(session), .module = screen.module};
        auto next = ask(std::move(session), screen.module, *before, context);
        if (auto* question = std::get_if<screen::Question>(&next)) question->came_back = true;
        return next;
    }
    if (screen.from_review) {
        const auto person = person_of(module, screen.item);
        const auto next = person ? not_reached(module, *person, session.content.answers) : std::nullopt;
        if (next) return ask_from_review(std::move(session), screen.module, *next, context);
        return screen::Review{.session = std::move(session)};
    }
    const auto next = item_from(context, session, screen.module, screen.item + 1);
    return ask(std::move(session), screen.module, next, context);
}

Screen leave(screen::Question screen, Leaving leaving, UpdateContext& context) {
    const auto& module = module_at(context, screen.session, screen.module);
    if (!unsettled(module, module.items[screen.item].id, screen.session.content))
        return leave_question(std::move(screen), leaving, context);
    flush(screen.session, context);
    return screen::WhoseAnswers{.session = std::move(screen.session),
                                .module = screen.module,
                                .item = screen.item,
                                .leaving = leaving,
                                .from_review = screen.from_review};
}

Screen on(screen::WhoseAnswers screen, Known<screen::WhoseAnswers> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    go_to_page(screen.page, action);
    if (is<action::BackTapped>(action) != nullptr) {
        auto next = ask(std::move(session), screen.module, screen.item, context);
        if (auto* question = std::get_if<screen::Question>(&next)) question->from_review = screen.from_review;
        return next;
    }
    const auto* settled = is<action::PersonSettled>(action);
    if (settled == nullptr) return screen;
    const auto& module = module_at(context, session, screen.module);
    const auto& person = module.items[screen.item].id;
    const ItemRef ref{module.id, person};
    const auto name = person_named(module, person, session.content.answers);
    if (!settled->same)
        record_entry(session, AnswersPutAway{ref, answers_about(module, person, session.content.answers)});
    else if (name)
        record_entry(session, AnswersAbout{ref, *name});
    else if (const auto then = unsettled(module, person, session.content))
        record_entry(session, AnswerGiven{ref, Written{*then}, context.now.wall});
    flush(session, context);
    // Somebody else is asked about before the review, whichever way they were going there.
    const auto anew = settled->same || !name ? std::nullopt : not_reached(module, person, session.content.answers);
    if (anew && (screen.from_review || screen.leaving == Leaving::to_review))
        return ask_from_review(std::move(session), screen.module, *anew, context);
    return leave_question({.session = std::move(session),
                           .module = screen.module,
                           .item = screen.item,
                           .from_review = screen.from_review},
                          screen.leaving, context);
}

}
