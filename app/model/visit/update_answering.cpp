#include "model/form/applies.hpp"
#include "model/visit/entering.hpp"
#include "model/visit/update_context.hpp"

namespace model {
namespace {

const Item& item_of(const screen::Question& screen, const UpdateContext& context) {
    return module_at(context, screen.session, screen.module).items[screen.item];
}
ItemRef ref_of(const screen::Question& screen, const UpdateContext& context) {
    return {module_at(context, screen.session, screen.module).id, item_of(screen, context).id};
}

Screen forward(screen::Question screen, UpdateContext& context) {
    return leave(std::move(screen), screen::Leaving::forward, context);
}

void give_unsaved(screen::Question& screen, Answer answer, UpdateContext& context) {
    record_entry(screen.session, AnswerGiven{ref_of(screen, context), std::move(answer), context.now.wall,
                                             context.content(screen.session.seat.sitting).language});
    screen.earlier = screen::Earlier::shown;
}

void give(screen::Question& screen, Answer answer, UpdateContext& context) {
    give_unsaved(screen, std::move(answer), context);
    flush(screen.session, context);
}

// What stands on the screen.
const Answer* answer_on(const screen::Question& screen, const UpdateContext& context) {
    return screen.earlier == screen::Earlier::shown ? answer_to(screen.session, ref_of(screen, context)) : nullptr;
}

bool has_decided(const screen::Question& screen, const UpdateContext& context) {
    const auto* answer = answer_on(screen, context);
    return answer != nullptr && is_decided(*answer);
}

template<class A>
A answer_so_far(const screen::Question& screen, const UpdateContext& context) {
    const auto* answer = answer_on(screen, context);
    const auto* same = answer == nullptr ? nullptr : std::get_if<A>(answer);
    return same == nullptr ? A{} : *same;
}

void save_typing(screen::Question& screen, UpdateContext& context) {
    record_typing(screen, context);
    flush(screen.session, context);
}

// Choosing an answer on a single-choice screen moves on by itself, but not for one who came Back to look, nor for one
// who goes from key to key.
void move_on_soon(screen::Question& screen, UpdateContext& context) {
    const bool by_choice = context.state.practice->advance == AdvanceBy::choice && !context.state.keys_in_use;
    // Whoever hears what they chose goes on when they have heard it.
    if (by_choice && !screen.came_back && !context.state.speech.on && has_decided(screen, context))
        screen.moves_on_at = context.now.steady + shown_chosen_for;
}

void choose(screen::Question& screen, int value, UpdateContext& context) {
    const auto& item = item_of(screen, context);
    if (entered_by(item.kind) == EnteredBy::taps) {
        auto set = answer_so_far<ChosenSet>(screen, context);
        if (set.values.erase(value) == 0) set.values.insert(value);
        if (set.values.empty())
            give(screen, Skipped{}, context);
        else
            give(screen, std::move(set), context);
        return;
    }
    if (entered_by(item.kind) != EnteredBy::one_tap) return;
    const auto* answer = answer_on(screen, context);
    const bool clears = answer != nullptr && *answer == Answer{Chosen{value}};
    if (clears)
        give(screen, Skipped{}, context);
    else
        give(screen, Chosen{value}, context);
    move_on_soon(screen, context);
}

void choose_direction(screen::Question& screen, const action::DirectionTapped& tapped, UpdateContext& context) {
    if (entered_by(item_of(screen, context).kind) != EnteredBy::both_ways) return;
    auto both = answer_so_far<BothWays>(screen, context);
    auto& direction = tapped.toward_me ? both.toward_me : both.from_me;
    if (direction == tapped.value)
        direction.reset();
    else
        direction = tapped.value;
    if (!both.toward_me && !both.from_me)
        give(screen, Skipped{}, context);
    else
        give(screen, both, context);
    screen.leads_to_other = tapped.alone && tapped.toward_me && both.toward_me;
    if (screen.leads_to_other || (both.toward_me && both.from_me)) move_on_soon(screen, context);
}

// A tap beside the one before corrects it; on the same one it is the second half of a double tap.
bool corrects(const screen::Question& screen, Known<screen::Question> action, const UpdateContext& context) {
    const auto* answer = answer_on(screen, context);
    if (answer == nullptr) return false;
    if (const auto* tapped = is<action::ChoiceTapped>(action)) return *answer != Answer{Chosen{tapped->value}};
    if (is<action::PreferNotTapped>(action) != nullptr) return !std::holds_alternative<PreferredNot>(*answer);
    const auto* tapped = is<action::DirectionTapped>(action);
    const auto* both = std::get_if<BothWays>(answer);
    return tapped != nullptr && both != nullptr &&
           (tapped->toward_me ? both->toward_me : both->from_me) != tapped->value;
}

void show_direction(screen::Question& screen, bool toward_me) {
    screen.second_direction = !toward_me;
    screen.choices_page = 0;
}

// After what was chosen has been seen: the other direction, where that stands on a page of its own, or what comes next.
Screen move_on(screen::Question screen, UpdateContext& context) {
    if (!screen.leads_to_other) return forward(std::move(screen), context);
    screen.leads_to_other = false;
    screen.moves_on_at.reset();
    show_direction(screen, false);
    return screen;
}

// A second tap takes it back. What was typed or drawn before gives way to it.
void prefer_not(screen::Question& screen, UpdateContext& context) {
    if (!item_of(screen, context).may_prefer_not) return;
    const auto* answer = answer_on(screen, context);
    const bool takes_back = answer != nullptr && std::holds_alternative<PreferredNot>(*answer);
    screen.save_typing_at.reset();
    clear_entered(screen);
    give(screen, takes_back ? Answer{Skipped{}} : Answer{PreferredNot{}}, context);
    if (entered_by(item_of(screen, context).kind) == EnteredBy::one_tap) move_on_soon(screen, context);
}

// The dots of a starter stand for the words to come.
std::string beginning_of(std::string_view starter) {
    for (const std::string_view dots : {"…", "..."})
        if (starter.ends_with(dots)) starter.remove_suffix(dots.size());
    return std::string(core::trimmed(starter));
}

bool write(screen::Question& screen, const Item& item, Known<screen::Question> action) {
    if (const auto* starter = is<action::StarterTapped>(action)) {
        if (starter->index >= item.starters.size()) return false;
        const bool apart = screen.writing->caret > 0 && screen.writing->text[screen.writing->caret - 1] != ' ';
        screen.keyboard.shift = false; // what follows goes on with the sentence
        return insert(*screen.writing, (apart ? " " : "") + beginning_of(item.starters[starter->index]) + " ");
    }
    const auto* key = is<action::KeyTyped>(action);
    if (key != nullptr && key->text == "\n" && screen.writing->lines == Lines::one) return false;
    return type_text(*screen.writing, screen.keyboard, action);
}

Screen go_when_saved(screen::Question screen, UpdateContext& context) {
    if (!screen.session.pending.empty()) {
        flush(screen.session, context); // what could not be saved before is tried again
        screen.go_after_save = true;
        return screen;
    }
    return forward(std::move(screen), context);
}

}

void record_typing(screen::Question& screen, UpdateContext& context) {
    if (!screen.stroke.empty())
        if (auto answer = enter(screen, item_of(screen, context), action::StrokeEnded{}))
            give(screen, std::move(*answer), context);
    if (!screen.save_typing_at || !screen.writing) return;
    screen.save_typing_at.reset();
    give_unsaved(screen, written(screen, item_of(screen, context)), context);
}

Screen on(screen::ModuleIntro screen, Known<screen::ModuleIntro> action, UpdateContext& context) {
    if (is<action::ReviewTapped>(action) != nullptr) return screen::Review{.session = std::move(screen.session)};
    if (const auto* done = is<action::Saved>(action)) saved(screen.session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(screen.session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(screen.session, context);
    go_to_page(screen.page, action);
    if (is<action::ReadyTapped>(action) != nullptr)
        return ask(std::move(screen.session), screen.module, item_from(context, screen.session, screen.module, 0),
                   context);
    if (is<action::BackTapped>(action) != nullptr && screen.module > 0) {
        const auto last = last_item(context, screen.session, screen.module - 1);
        auto before = ask(std::move(screen.session), screen.module - 1, last, context);
        if (auto* question = std::get_if<screen::Question>(&before)) question->came_back = true;
        return before;
    }
    return screen;
}

Screen on(screen::Question screen, Known<screen::Question> action, UpdateContext& context) {
    const auto& item = item_of(screen, context);
    if (const auto* done = is<action::Saved>(action)) {
        const bool all = saved(screen.session, *done, context);
        if (all && screen.go_after_save) return forward(std::move(screen), context);
        if (all && screen.moves_on_at && context.now.steady >= *screen.moves_on_at)
            return move_on(std::move(screen), context);
        return screen;
    }
    if (const auto* trouble = is<action::SaveFailed>(action)) {
        if (failed(screen.session, *trouble)) {
            screen.moves_on_at.reset();
            screen.go_after_save = false;
        }
        return screen;
    }
    if (is<action::TimePassed>(action) != nullptr) {
        if (screen.save_typing_at && context.now.steady >= *screen.save_typing_at) save_typing(screen, context);
        if (screen.moves_on_at && context.now.steady >= *screen.moves_on_at && screen.session.pending.empty())
            return move_on(std::move(screen), context);
        return screen;
    }
    if (is<action::RetrySave>(action) != nullptr) flush(screen.session, context);
    if (screen.moves_on_at && !screen.go_after_save) {
        if (is<action::BackTapped>(action) != nullptr) { // they would rather stay
            screen.moves_on_at.reset();
            screen.came_back = true;
            return screen;
        }
        if (corrects(screen, action, context)) screen.moves_on_at.reset();
    }
    // What was chosen stays chosen while the screen shows it and moves on: the second half of a double tap changes
    // nothing.
    if (screen.moves_on_at || screen.go_after_save) return screen;
    if (is<action::BackTapped>(action) != nullptr) {
        save_typing(screen, context);
        if (screen.second_direction) {
            show_direction(screen, true);
            return screen;
        }
        return leave(std::move(screen), screen::Leaving::back, context);
    }
    const bool goes_on = is<action::NextTapped>(action) != nullptr;
    if (screen.earlier == screen::Earlier::covered && !goes_on && is<action::ReviewTapped>(action) == nullptr) {
        if (is<action::AnswerAnewTapped>(action) == nullptr) return screen;
        // Own words are gone on with; they stand there once their author asked for them.
        screen.earlier = is_text(item.kind) ? screen::Earlier::shown : screen::Earlier::anew;
        if (is_text(item.kind))
            begin_entering(screen, item, answer_to(screen.session, ref_of(screen, context)),
                           context.state.catalogue.get());
        return screen;
    }
    // What was said before stays where nothing else was.
    if (screen.earlier != screen::Earlier::shown && goes_on && !screen.save_typing_at)
        return go_when_saved(std::move(screen), context);
    if (is<action::SkipTapped>(action) != nullptr && takes_answer(item.kind)) {
        screen.save_typing_at.reset();
        // A direction that was answered is kept: only the other one is skipped.
        if (answer_so_far<BothWays>(screen, context) == BothWays{}) give(screen, Skipped{}, context);
        return go_when_saved(std::move(screen), context);
    }
    if (is<action::SignByDrawingTapped>(action) != nullptr) {
        save_typing(screen, context);
        put_keyboard_away(screen, item);
        return screen;
    }
    if (is<action::ReviewTapped>(action) != nullptr) {
        save_typing(screen, context);
        return leave(std::move(screen), screen::Leaving::to_review, context);
    }
    if (is<action::PreferNotTapped>(action) != nullptr) {
        prefer_not(screen, context);
        return screen;
    }
    const bool done_typing = is<action::DoneTyping>(action) != nullptr && has_keys(screen, item);
    if (done_typing && step_to_open_field(screen)) return screen;
    if (goes_on || done_typing) {
        if (screen.save_typing_at) save_typing(screen, context);
        if (is_text(item.kind) && !has_decided(screen, context))
            give(screen, Skipped{}, context);
        else if (takes_answer(item.kind) && !has_decided(screen, context))
            return screen;
        return go_when_saved(std::move(screen), context);
    }
    if (go_to_page(screen.choices_page, action)) return screen;
    if (const auto* turned = is<action::DirectionChosen>(action);
        turned != nullptr && entered_by(item.kind) == EnteredBy::both_ways)
        show_direction(screen, turned->toward_me);
    if (const auto* tapped = is<action::ChoiceTapped>(action)) choose(screen, tapped->value, context);
    if (const auto* tapped = is<action::DirectionTapped>(action)) choose_direction(screen, *tapped, context);
    if (is<action::ConsentTapped>(action) != nullptr && entered_by(item.kind) == EnteredBy::tick) {
        const bool agreed = !answer_so_far<Consented>(screen, context).agreed;
        give(screen, Consented{agreed}, context);
    }
    if (auto answer = enter(screen, item, action)) {
        const auto* before = answer_on(screen, context);
        if (before == nullptr ? is_decided(*answer) : *before != *answer) give(screen, std::move(*answer), context);
    }
    if (screen.writing) {
        const bool changed = write(screen, item, action);
        if (changed && !screen.save_typing_at) screen.save_typing_at = context.now.steady + typing_in_flight;
    }
    return screen;
}

}
