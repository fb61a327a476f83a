#include "model/visit/text_edit.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <utility>

namespace model {

bool is_digit(std::string_view key) {
    return key.size() == 1 && key[0] >= '0' && key[0] <= '9';
}

std::string_view with_accent(std::string_view letter) {
    // All that Latin Extended-A has.
    constexpr std::pair<std::string_view, std::string_view> letters[] = {
        {"a", "á"}, {"c", "ć"}, {"e", "é"}, {"i", "í"}, {"l", "ĺ"}, {"n", "ń"}, {"o", "ó"}, {"r", "ŕ"},
        {"s", "ś"}, {"u", "ú"}, {"y", "ý"}, {"z", "ź"}, {"A", "Á"}, {"C", "Ć"}, {"E", "É"}, {"I", "Í"},
        {"L", "Ĺ"}, {"N", "Ń"}, {"O", "Ó"}, {"R", "Ŕ"}, {"S", "Ś"}, {"U", "Ú"}, {"Y", "Ý"}, {"Z", "Ź"}};
    for (const auto& [plain, accented] : letters)
        if (plain == letter) return accented;
    return {};
}

namespace {

// Pictures are made of several code points: people joined, a colour of skin, a flag of two letters.
bool joins(char32_t code) {
    return code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F) || code == 0x20E3 ||
           (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F);
}
bool is_flag_letter(char32_t code) {
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

char32_t code_at(std::string_view text, std::size_t at) {
    return core::utf8::next(text, at).code;
}

bool within_picture(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return false;
    const char32_t here = code_at(text, at);
    std::size_t before = core::utf8::before(text, at);
    if (joins(here) || (code_at(text, before) == 0x200D && here > 0x2000)) return true;
    if (!is_flag_letter(here)) return false;
    std::size_t letters = 0;
    while (is_flag_letter(code_at(text, before))) {
        ++letters;
        if (before == 0) break;
        before = core::utf8::before(text, before);
    }
    return letters % 2 == 1;
}

std::size_t longest_run(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (std::size_t at = 0; at < text.size(); at = core::utf8::after(text, at)) {
        run = text[at] == ' ' ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    return longest;
}

// What of `clean` makes no word longer than it may be. One that is longer already may stay, and grows no more.
std::size_t within_words(const TextEdit& edit, const std::string& clean) {
    const auto most = std::max(edit.longest_word, longest_run(edit.text));
    auto end = clean.size();
    while (end > 0) {
        auto text = edit.text;
        text.insert(edit.caret, clean, 0, end);
        if (longest_run(text) <= most) break;
        end = core::utf8::before(clean, end);
    }
    return end;
}

}

TextEdit edit_of(std::string_view text, std::size_t max_bytes, Lines lines) {
    TextEdit edit{.text = {}, .caret = 0, .max_bytes = std::max(max_bytes, text.size()), .lines = lines};
    insert(edit, text);
    return edit;
}

bool insert(TextEdit& edit, std::string_view text) {
    auto clean = core::cleaned(text, edit.lines);
    const auto room = edit.max_bytes > edit.text.size() ? edit.max_bytes - edit.text.size() : 0;
    const auto all = clean.size();
    clean.resize(core::utf8::begin_of(clean, room));
    if (edit.longest_word > 0) clean.resize(within_words(edit, clean));
    edit.cut = clean.size() < all;
    if (clean.empty()) return false;
    edit.text.insert(edit.caret, clean);
    edit.caret += clean.size();
    return true;
}

std::optional<std::size_t> little_room(const TextEdit& edit) {
    constexpr std::size_t least = 8, most = 100;
    if (edit.max_bytes == 0) return std::nullopt;
    const auto left = edit.max_bytes > edit.text.size() ? edit.max_bytes - edit.text.size() : 0;
    if (edit.cut) return 0;
    if (left <= std::clamp(edit.max_bytes / 10, least, most)) return left;
    return std::nullopt;
}

void erase_before(TextEdit& edit) {
    const auto end = edit.caret;
    step_left(edit);
    edit.text.erase(edit.caret, end - edit.caret);
    edit.cut = false;
}

void erase_after(TextEdit& edit) {
    const auto begin = edit.caret;
    step_right(edit);
    edit.text.erase(begin, edit.caret - begin);
    edit.caret = begin;
    edit.cut = false;
}

void step_left(TextEdit& edit) {
    do {
        edit.caret = core::utf8::before(edit.text, edit.caret);
    } while (within_picture(edit.text, edit.caret));
}

void step_right(TextEdit& edit) {
    do {
        edit.caret = core::utf8::after(edit.text, edit.caret);
    } while (within_picture(edit.text, edit.caret));
}

void move_caret(TextEdit& edit, std::size_t byte) {
    edit.caret = core::utf8::begin_of(edit.text, byte);
}

}
