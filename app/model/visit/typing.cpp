#include "model/visit/marked_letters.hpp"
#include "model/visit/update_context.hpp"

namespace model {
namespace {

bool switch_keys(Keyboard& keyboard, Among<known::SwitchKeys> action) {
    if (is<action::ShiftTapped>(action) != nullptr) {
        keyboard.shift = !keyboard.shift;
    } else if (is<action::SymbolsTapped>(action) != nullptr) {
        // From letters with marks the way leads back to the letters; a capital that waits is no key for more signs.
        keyboard = {.shift = false, .symbols = !keyboard.marks_of && !keyboard.symbols};
    } else if (is<action::MarksTapped>(action) != nullptr) {
        keyboard = Keyboard{.marks_of = ""};
    } else if (const auto* of = is<action::MarksOfChosen>(action)) {
        if (keyboard.marks_of && !letters_with_marks(of->letter).small.empty()) keyboard.marks_of = of->letter;
    } else {
        return false;
    }
    return true;
}

}

bool type_secret(SecretEntry& entry, Among<known::SecretKeys> action, core::Now now, CodeLength length) {
    const auto fixed_length = length.digits;
    if (entry.working || switch_keys(entry.keyboard, action)) return false;
    if (entry.refusal && entry.refusal->why == Refusal::Why::paused) {
        if (entry.refusal->until && now.steady < *entry.refusal->until) return false;
        entry.refusal.reset();
    }
    if (is<action::ShowTapped>(action) != nullptr) entry.shown = !entry.shown;
    if (is<action::BackspaceTyped>(action) != nullptr) {
        entry.typed.drop_last();
        entry.cut = false;
    }
    if (const auto* key = is<action::KeyTyped>(action)) {
        const auto text = core::cleaned(key->text, Lines::one);
        const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
        if (fixed_length > 0 && (!digits || entry.typed.length() + text.size() > fixed_length)) return false;
        entry.refusal.reset();
        const auto accented = entry.typed.view().ends_with(accent) ? with_accent(text) : std::string_view();
        if (!accented.empty()) entry.typed.drop_last();
        entry.cut = !entry.typed.append(accented.empty() ? text : accented);
        entry.keyboard.shift = false;
        entry.keyboard.marks_of.reset();
        return fixed_length > 0 && entry.typed.length() == fixed_length && !length.waits_for_ok;
    }
    if (is<action::DoneTyping>(action) != nullptr)
        return fixed_length > 0 ? entry.typed.length() == fixed_length : !entry.typed.empty();
    return false;
}

bool refused(SecretEntry& entry, Among<known::SecretAnswers> action) {
    const auto* why = is<action::Refused>(action);
    if (why == nullptr) return false;
    entry.refusal = why->refusal;
    entry.typed.clear();
    entry.cut = entry.working = false;
    return true;
}

bool type_text(TextEdit& edit, Keyboard& keyboard, Among<known::TextKeys> action) {
    if (switch_keys(keyboard, action)) return false;
    if (const auto* key = is<action::KeyTyped>(action)) {
        const auto before_caret = std::string_view(edit.text).substr(0, edit.caret);
        const auto accented = before_caret.ends_with(accent) ? with_accent(key->text) : std::string_view();
        if (!accented.empty()) erase_before(edit);
        const bool changed = insert(edit, accented.empty() ? std::string_view(key->text) : accented);
        const bool new_sentence = key->text == " " && edit.caret >= 2 &&
                                  std::string_view(".!?").find(edit.text[edit.caret - 2]) != std::string_view::npos;
        // The letter that an accent waits for may be a capital.
        keyboard.shift = !keyboard.symbols && (new_sentence || (keyboard.shift && key->text == accent));
        keyboard.marks_of.reset();
        return changed;
    }
    const auto before = edit.text.size();
    if (is<action::BackspaceTyped>(action) != nullptr)
        erase_before(edit);
    else if (is<action::DeleteTyped>(action) != nullptr)
        erase_after(edit);
    else if (const auto* place = is<action::CaretPlaced>(action))
        move_caret(edit, place->byte);
    else if (const auto* step = is<action::CaretStepped>(action)) {
        if (step->by < 0)
            step_left(edit);
        else
            step_right(edit);
    }
    return edit.text.size() != before;
}

}
