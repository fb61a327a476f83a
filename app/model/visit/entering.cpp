#include "model/visit/entering.hpp"
#include "model/form/answer.hpp"
#include "model/visit/entering_date.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>
#include <cstdlib>

namespace model {
namespace {

// Points nearer than this to the one before say nothing more about the line.
constexpr int least_step = 5;

// In the unit the answer is stored in; the text is digits with at most one point.
std::optional<std::int64_t> number_of(const std::string& digits, int decimals) {
    if (digits.empty() || digits.size() > 12) return std::nullopt;
    std::int64_t value = 0;
    int places = -1;
    for (const char digit : digits) {
        if (digit == '.') {
            places = 0;
            continue;
        }
        value = value * 10 + (digit - '0');
        if (places >= 0) ++places;
    }
    for (int i = std::max(places, 0); i < decimals; ++i)
        value *= 10;
    return value;
}

std::optional<Answer> enter_number(screen::Question& screen, const Item& item, Among<known::Numbers> action) {
    std::string digits = screen.digits;
    const auto point = digits.find('.');
    if (const auto* key = is<action::KeyTyped>(action)) {
        if (is_digit(key->text)) {
            if (point != std::string::npos && digits.size() - point > static_cast<std::size_t>(item.decimals))
                return std::nullopt;
            if (digits == "0") digits.clear();
            digits += key->text;
        } else if ((key->text == "." || key->text == ",") && item.decimals > 0 && point == std::string::npos) {
            digits += digits.empty() ? "0." : ".";
        } else {
            return std::nullopt;
        }
        const auto value = number_of(digits, item.decimals);
        if (!value || *value > item.maximum) return std::nullopt;
    } else if (is<action::BackspaceTyped>(action) != nullptr) {
        if (!digits.empty()) digits.pop_back();
    } else {
        return std::nullopt;
    }
    screen.digits = std::move(digits);
    // Saved first; a number still below the least is on its way to a larger one and counts as no answer yet.
    const auto value = number_of(screen.digits, item.decimals);
    return value && *value >= item.minimum ? Answer{Chosen{static_cast<int>(*value)}} : Answer{Skipped{}};
}

Signed signature_of(const screen::Question& screen, const ItemRef& ref) {
    const auto found = screen.session.content.answers.find(ref);
    const bool none = found == screen.session.content.answers.end() || screen.earlier != screen::Earlier::shown;
    const auto* sign = none ? nullptr : std::get_if<Signed>(&found->second);
    return sign == nullptr ? Signed{} : *sign;
}

std::size_t points_of(const Signed& sign) {
    std::size_t points = 0;
    for (const auto& stroke : sign.strokes)
        points += stroke.size();
    return points;
}

void draw_to(Stroke& stroke, SignaturePoint at, std::size_t points_before) {
    if (points_before + stroke.size() >= most_points) return;
    at.x = std::min(at.x, signature_width);
    at.y = std::min(at.y, signature_height);
    if (!stroke.empty() && std::abs(stroke.back().x - at.x) + std::abs(stroke.back().y - at.y) < least_step) return;
    stroke.push_back(at);
}

void begin_writing(screen::Question& screen, const Item& item, const Answer* answer, Lines lines) {
    const auto* written = answer == nullptr ? nullptr : std::get_if<Written>(answer);
    screen.writing = edit_of(written == nullptr ? "" : written->text, item.max_bytes, lines);
    screen.keyboard.shift = screen.writing->text.empty();
}

std::optional<Answer> enter_signature(screen::Question& screen, const ItemRef& ref, Among<known::Signatures> action) {
    if (is<action::SignByNameTapped>(action) != nullptr && !screen.writing) {
        screen.writing = edit_of(signature_of(screen, ref).typed, most_typed_signature, Lines::one);
        screen.keyboard = Keyboard{.shift = screen.writing->text.empty()};
        screen.stroke.clear();
        return std::nullopt;
    }
    if (screen.writing) return std::nullopt; // the screen's writing is taken care of where all writing is
    auto sign = signature_of(screen, ref);
    if (const auto* begun = is<action::StrokeBegun>(action)) {
        screen.stroke.clear();
        if (sign.strokes.size() < most_strokes) draw_to(screen.stroke, begun->at, points_of(sign));
    } else if (const auto* drawn = is<action::StrokeDrawn>(action)) {
        if (!screen.stroke.empty()) draw_to(screen.stroke, drawn->to, points_of(sign));
    } else if (is<action::StrokeEnded>(action) != nullptr && !screen.stroke.empty()) {
        sign.typed.clear();
        sign.strokes.push_back(std::exchange(screen.stroke, {}));
        return sign;
    } else if (is<action::SignatureCleared>(action) != nullptr) {
        screen.stroke.clear();
        return Skipped{};
    }
    return std::nullopt;
}

}

void begin_entering(screen::Question& screen, const Item& item, const Answer* answer,
                    const core::Catalogue* catalogue) {
    switch (entered_by(item.kind)) {
    case EnteredBy::digits:
        screen.digits = number_entry(item, answer);
        return;
    case EnteredBy::date_fields:
        screen.date = date_entry(date_order_of(catalogue), answer);
        return;
    case EnteredBy::line:
        return begin_writing(screen, item, answer, Lines::one);
    case EnteredBy::lines:
        return begin_writing(screen, item, answer, Lines::many);
    case EnteredBy::pen:
        if (const auto* sign = answer == nullptr ? nullptr : std::get_if<Signed>(answer);
            sign != nullptr && !sign->typed.empty())
            screen.writing = edit_of(sign->typed, most_typed_signature, Lines::one);
        return;
    case EnteredBy::nothing:
    case EnteredBy::one_tap:
    case EnteredBy::taps:
    case EnteredBy::both_ways:
    case EnteredBy::tick:
        return;
    }
}

void clear_entered(screen::Question& screen) {
    screen.digits.clear();
    if (screen.date) screen.date = DateEntry{.order = screen.date->order, .field = screen.date->order.front()};
    if (screen.writing) screen.writing = edit_of("", screen.writing->max_bytes, screen.writing->lines);
}

std::optional<Answer> enter(screen::Question& screen, const Item& item, Among<known::Entering> action) {
    switch (entered_by(item.kind)) {
    case EnteredBy::digits:
        return enter_number(screen, item, action);
    case EnteredBy::date_fields:
        return screen.date ? enter_date(*screen.date, item, action) : std::nullopt;
    case EnteredBy::pen:
        return screen.session.content.at ? enter_signature(screen, *screen.session.content.at, action) : std::nullopt;
    case EnteredBy::nothing:
    case EnteredBy::one_tap:
    case EnteredBy::taps:
    case EnteredBy::both_ways:
    case EnteredBy::line: // what is written is saved a moment later, not key by key
    case EnteredBy::lines:
    case EnteredBy::tick:
        return std::nullopt;
    }
    return std::nullopt;
}

Answer written(const screen::Question& screen, const Item& item) {
    if (core::trimmed(screen.writing->text).empty()) return Skipped{};
    if (entered_by(item.kind) == EnteredBy::pen) return Signed{.strokes = {}, .typed = screen.writing->text};
    return Written{screen.writing->text};
}

bool has_keys(const screen::Question& screen, const Item& item) {
    return screen.writing || screen.date || entered_by(item.kind) == EnteredBy::digits;
}

bool step_to_open_field(screen::Question& screen) {
    return screen.date && step_to_open_field(*screen.date);
}

void put_keyboard_away(screen::Question& screen, const Item& item) {
    if (entered_by(item.kind) == EnteredBy::pen) screen.writing.reset();
}

std::string number_entry(const Item& item, const Answer* answer) {
    const auto* chosen = answer == nullptr ? nullptr : std::get_if<Chosen>(answer);
    return chosen == nullptr ? std::string() : number_words(chosen->value, item.decimals);
}

}
