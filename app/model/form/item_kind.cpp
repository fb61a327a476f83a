#include "model/form/item_kind.hpp"
#include <array>
#include <cstddef>

namespace model {
namespace {

enum class Values { none, labelled, counted };

struct Row {
    std::string_view word;
    AnswerShape answer = AnswerShape::nothing;
    Values values = Values::none;
    EnteredBy entered = EnteredBy::nothing;
};

// Without a default: a kind that has no row here does not compile.
constexpr Row row_of(ItemKind kind) {
    switch (kind) {
    case ItemKind::choice:
        return {"choice", AnswerShape::one_value, Values::labelled, EnteredBy::one_tap};
    case ItemKind::choices:
        return {"choices", AnswerShape::values, Values::labelled, EnteredBy::taps};
    case ItemKind::two_way:
        return {"two_way", AnswerShape::both_ways, Values::labelled, EnteredBy::both_ways};
    case ItemKind::number:
        return {"number", AnswerShape::one_value, Values::counted, EnteredBy::digits};
    case ItemKind::zero_to_ten:
        return {"zero_to_ten", AnswerShape::one_value, Values::counted, EnteredBy::one_tap};
    case ItemKind::short_text:
        return {"short_text", AnswerShape::words, Values::none, EnteredBy::line};
    case ItemKind::long_text:
        return {"long_text", AnswerShape::words, Values::none, EnteredBy::lines};
    case ItemKind::consent:
        return {"consent", AnswerShape::tick, Values::none, EnteredBy::tick};
    case ItemKind::date:
        return {"date", AnswerShape::day, Values::none, EnteredBy::date_fields};
    case ItemKind::display:
        return {"display", AnswerShape::nothing, Values::none, EnteredBy::nothing};
    case ItemKind::signature:
        return {"signature", AnswerShape::signature, Values::none, EnteredBy::pen};
    }
    return {};
}

// The enum counts up from nothing without a gap, and what is beyond its end has no word.
constexpr std::size_t how_many = [] {
    int kinds = 0;
    while (!row_of(static_cast<ItemKind>(kinds)).word.empty())
        ++kinds;
    return static_cast<std::size_t>(kinds);
}();

constexpr auto all = [] {
    std::array<ItemKind, how_many> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        kinds[i] = static_cast<ItemKind>(i);
    return kinds;
}();

}

std::span<const ItemKind> every_kind() {
    return all;
}

std::string_view word_of(ItemKind kind) {
    return row_of(kind).word;
}

AnswerShape shape_of(ItemKind kind) {
    return row_of(kind).answer;
}

EnteredBy entered_by(ItemKind kind) {
    return row_of(kind).entered;
}

bool takes_answer(ItemKind kind) {
    return shape_of(kind) != AnswerShape::nothing;
}

bool is_text(ItemKind kind) {
    return shape_of(kind) == AnswerShape::words;
}

bool has_choices(ItemKind kind) {
    return row_of(kind).values == Values::labelled;
}

bool is_counted(ItemKind kind) {
    return row_of(kind).values == Values::counted;
}

bool has_values(ItemKind kind) {
    return has_one_value(kind) || shape_of(kind) == AnswerShape::values;
}

bool has_one_value(ItemKind kind) {
    return shape_of(kind) == AnswerShape::one_value;
}

bool is_given_or_not(ItemKind kind) {
    return shape_of(kind) == AnswerShape::tick || shape_of(kind) == AnswerShape::signature;
}

bool can_prefer_not(ItemKind kind) {
    return takes_answer(kind) && !is_given_or_not(kind);
}

}
