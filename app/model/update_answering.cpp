#include "model/applies.hpp"
#include "model/entering.hpp"
#include "model/turns.hpp"

namespace model {
namespace {

const Item& item_of(const screen::Question& screen, const Turn& turn) {
    return module_at(turn, screen.session, screen.module).items[screen.item];
}
ItemRef ref_of(const screen::Question& screen, const Turn& turn) {
    return {module_at(turn, screen.session, screen.module).id, item_of(screen, turn).id};
}

Screen forward(screen::Question screen, Turn& turn) {
    if (screen.from_review) return screen::Review{.session = std::move(screen.session)};
    const auto next = item_from(turn, screen.session, screen.module, screen.item + 1);
    return ask(std::move(screen.session), screen.module, next, turn);
}

Screen back(screen::Question screen, Turn& turn) {
    if (screen.from_review) return screen::Review{.session = std::move(screen.session)};
    const auto before = item_before(turn, screen.session, screen.module, screen.item);
    if (!before) return screen::ModuleIntro{.session = std::move(screen.session), .module = screen.module};
    auto next = ask(std::move(screen.session), screen.module, *before, turn);
    if (auto* question = std::get_if<screen::Question>(&next)) question->came_back = true;
    return next;
}

void give(screen::Question& screen, Answer answer, Turn& turn) {
    note(screen.session, AnswerGiven{ref_of(screen, turn), std::move(answer), turn.now.wall});
    flush(screen.session, turn);
}

bool has_decided(const screen::Question& screen, const Turn& turn) {
    const auto* answer = answer_to(screen.session, ref_of(screen, turn));
    return answer != nullptr && is_decided(*answer);
}

template<class A>
A answer_so_far(const screen::Question& screen, const Turn& turn) {
    const auto* answer = answer_to(screen.session, ref_of(screen, turn));
    const auto* same = answer == nullptr ? nullptr : std::get_if<A>(answer);
    return same == nullptr ? A{} : *same;
}

void save_typing(screen::Question& screen, Turn& turn) {
    note_typing(screen, turn);
    flush(screen.session, turn);
}

// Choosing an answer on a single-choice screen moves on by itself, but not for one who came Back to look.
void move_on_soon(screen::Question& screen, Turn& turn) {
    const bool by_choice = turn.state.practice->advance == AdvanceBy::choice;
    if (by_choice && !screen.came_back && has_decided(screen, turn))
        screen.moves_on_at = turn.now.steady + shown_chosen_for;
}

void choose(screen::Question& screen, int value, Turn& turn) {
    const auto& item = item_of(screen, turn);
    if (item.kind == ItemKind::choices) {
        auto set = answer_so_far<ChosenSet>(screen, turn);
        if (set.values.erase(value) == 0) set.values.insert(value);
        if (set.values.empty())
            give(screen, Skipped{}, turn);
        else
            give(screen, std::move(set), turn);
        return;
    }
    if (item.kind != ItemKind::choice && item.kind != ItemKind::zero_to_ten) return;
    const auto* answer = answer_to(screen.session, ref_of(screen, turn));
    const bool clears = answer != nullptr && *answer == Answer{Chosen{value}};
    if (clears)
        give(screen, Skipped{}, turn);
    else
        give(screen, Chosen{value}, turn);
    move_on_soon(screen, turn);
}

void choose_direction(screen::Question& screen, const action::DirectionTapped& tapped, Turn& turn) {
    if (item_of(screen, turn).kind != ItemKind::two_way) return;
    auto both = answer_so_far<BothWays>(screen, turn);
    auto& direction = tapped.toward_me ? both.toward_me : both.from_me;
    if (direction == tapped.value)
        direction.reset();
    else
        direction = tapped.value;
    if (!both.toward_me && !both.from_me)
        give(screen, Skipped{}, turn);
    else
        give(screen, both, turn);
}

// A second tap takes it back. What was typed or drawn before gives way to it.
void prefer_not(screen::Question& screen, Turn& turn) {
    if (!item_of(screen, turn).may_prefer_not) return;
    const auto* answer = answer_to(screen.session, ref_of(screen, turn));
    const bool takes_back = answer != nullptr && std::holds_alternative<PreferredNot>(*answer);
    screen.save_typing_at.reset();
    screen.digits.clear();
    if (screen.date) screen.date = DateEntry{.order = screen.date->order, .field = screen.date->order.front()};
    if (screen.writing) screen.writing = edit_of("", screen.writing->max_bytes, screen.writing->lines);
    give(screen, takes_back ? Answer{Skipped{}} : Answer{PreferredNot{}}, turn);
    const auto kind = item_of(screen, turn).kind;
    if (kind == ItemKind::choice || kind == ItemKind::zero_to_ten) move_on_soon(screen, turn);
}

bool write(screen::Question& screen, const Item& item, const Action& action) {
    if (const auto* starter = is<action::StarterTapped>(action)) {
        if (starter->index >= item.starters.size()) return false;
        const bool apart = screen.writing->caret > 0 && screen.writing->text[screen.writing->caret - 1] != ' ';
        return insert(*screen.writing, (apart ? " " : "") + item.starters[starter->index] + " ");
    }
    const auto* key = is<action::KeyTyped>(action);
    if (key != nullptr && key->text == "\n" && screen.writing->lines == Lines::one) return false;
    return type_text(*screen.writing, screen.keyboard, action);
}

Screen go_when_saved(screen::Question screen, Turn& turn) {
    if (!screen.session.pending.empty()) {
        screen.go_after_save = true;
        return screen;
    }
    return forward(std::move(screen), turn);
}

}

void note_typing(screen::Question& screen, Turn& turn) {
    if (!screen.stroke.empty())
        if (auto answer = enter(screen, item_of(screen, turn), action::StrokeEnded{}))
            give(screen, std::move(*answer), turn);
    if (!screen.save_typing_at || !screen.writing) return;
    screen.save_typing_at.reset();
    note(screen.session, AnswerGiven{ref_of(screen, turn), written(screen, item_of(screen, turn)), turn.now.wall});
}

Screen on(screen::ModuleIntro screen, const Action& action, Turn& turn) {
    if (const auto* done = is<action::Saved>(action)) saved(screen.session, *done, turn);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(screen.session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(screen.session, turn);
    if (is<action::ReadyTapped>(action) != nullptr)
        return ask(std::move(screen.session), screen.module, item_from(turn, screen.session, screen.module, 0), turn);
    if (is<action::BackTapped>(action) != nullptr && screen.module > 0) {
        const auto last = last_item(turn, screen.session, screen.module - 1);
        auto before = ask(std::move(screen.session), screen.module - 1, last, turn);
        if (auto* question = std::get_if<screen::Question>(&before)) question->came_back = true;
        return before;
    }
    return screen;
}

Screen on(screen::Question screen, const Action& action, Turn& turn) {
    const auto& item = item_of(screen, turn);
    if (const auto* done = is<action::Saved>(action)) {
        const bool all = saved(screen.session, *done, turn);
        if (all && screen.go_after_save) return forward(std::move(screen), turn);
        if (all && screen.moves_on_at && turn.now.steady >= *screen.moves_on_at)
            return forward(std::move(screen), turn);
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
        if (screen.save_typing_at && turn.now.steady >= *screen.save_typing_at) save_typing(screen, turn);
        if (screen.moves_on_at && turn.now.steady >= *screen.moves_on_at && screen.session.pending.empty())
            return forward(std::move(screen), turn);
        return screen;
    }
    if (is<action::RetrySave>(action) != nullptr) flush(screen.session, turn);
    // What was chosen stays chosen while the screen shows it and moves on: the second half of a double tap changes
    // nothing.
    if (screen.moves_on_at || screen.go_after_save) return screen;
    if (is<action::BackTapped>(action) != nullptr) {
        save_typing(screen, turn);
        if (screen.second_direction) {
            screen.second_direction = false;
            return screen;
        }
        return back(std::move(screen), turn);
    }
    if (is<action::SkipTapped>(action) != nullptr && item.kind != ItemKind::display) {
        screen.save_typing_at.reset();
        // A direction that was answered is kept: only the other one is skipped.
        if (answer_so_far<BothWays>(screen, turn) == BothWays{}) give(screen, Skipped{}, turn);
        return go_when_saved(std::move(screen), turn);
    }
    if (is<action::SignByDrawingTapped>(action) != nullptr && item.kind == ItemKind::signature) {
        save_typing(screen, turn);
        screen.writing.reset();
        return screen;
    }
    if (is<action::PreferNotTapped>(action) != nullptr) {
        prefer_not(screen, turn);
        return screen;
    }
    if (is<action::DoneTyping>(action) != nullptr && screen.date && step_to_open_field(*screen.date)) return screen;
    const bool done_writing =
        is<action::DoneTyping>(action) != nullptr && (screen.writing || screen.date || item.kind == ItemKind::number);
    if (is<action::NextTapped>(action) != nullptr || done_writing) {
        if (screen.save_typing_at) save_typing(screen, turn);
        const bool text = item.kind == ItemKind::short_text || item.kind == ItemKind::long_text;
        if (text && !has_decided(screen, turn))
            give(screen, Skipped{}, turn);
        else if (item.kind != ItemKind::display && !has_decided(screen, turn))
            return screen;
        return go_when_saved(std::move(screen), turn);
    }
    if (const auto* turned = is<action::PageTurned>(action)) {
        if (item.kind == ItemKind::two_way)
            screen.second_direction = turned->by > 0;
        else
            screen.choices_page =
                turned->by > 0 ? screen.choices_page + 1 : screen.choices_page - (screen.choices_page > 0 ? 1 : 0);
        return screen;
    }
    if (const auto* tapped = is<action::ChoiceTapped>(action)) choose(screen, tapped->value, turn);
    if (const auto* tapped = is<action::DirectionTapped>(action)) choose_direction(screen, *tapped, turn);
    if (is<action::ConsentTapped>(action) != nullptr && item.kind == ItemKind::consent) {
        const bool agreed = !answer_so_far<Consented>(screen, turn).agreed;
        give(screen, Consented{agreed}, turn);
    }
    if (item.kind == ItemKind::number || item.kind == ItemKind::date || item.kind == ItemKind::signature)
        if (auto answer = enter(screen, item, action)) {
            const auto* before = answer_to(screen.session, ref_of(screen, turn));
            if (before == nullptr ? is_decided(*answer) : *before != *answer) give(screen, std::move(*answer), turn);
        }
    if (screen.writing) {
        const bool changed = write(screen, item, action);
        if (changed && !screen.save_typing_at) screen.save_typing_at = turn.now.steady + typing_in_flight;
    }
    return screen;
}

}
