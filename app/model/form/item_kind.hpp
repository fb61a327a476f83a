// The kinds of item there are, and what is true of each: one row of one table a kind. Whoever wants to know whether a
// kind has choices, values or an answer at all asks here, by the name of the question.
#pragma once
#include <span>
#include <string_view>

namespace model {

enum class ItemKind {
    choice,      // one of `choices`
    choices,     // any of `choices`
    two_way,     // the same `choices` twice: from my partner toward me, from me toward my partner
    number,      // in [minimum, maximum]; with `decimals` all three are scaled by 10^decimals
    zero_to_ten, // 0..10 with words at both ends (low_label, high_label)
    short_text,  // one line
    long_text,   // a wrapping box
    consent,     // a tick beside a statement
    date,        // a day of a year in [minimum, maximum]
    display,     // a text to read; nothing is answered
    signature,   // drawn, or a typed name
};

// What an answer to it is (model/form/answer.hpp), where it is neither skipped nor refused.
enum class AnswerShape { nothing, one_value, values, both_ways, words, tick, day, signature };

// How it is answered on the screen.
enum class EnteredBy {
    nothing,
    one_tap, // of an answer, which is all: the screen may move on by itself
    taps,
    both_ways, // a tap for each direction
    digits,
    date_fields,
    line,  // of writing
    lines, // the same, with line breaks
    tick,
    pen, // or a line of writing instead
};

std::span<const ItemKind> every_kind(); // in the order of the enum

std::string_view word_of(ItemKind kind); // in files, the same in every language: "zero_to_ten"
AnswerShape shape_of(ItemKind kind);
EnteredBy entered_by(ItemKind kind);

bool takes_answer(ItemKind kind); // false of what is only read
bool is_text(ItemKind kind);      // answered in the person's own words
bool has_choices(ItemKind kind);  // what its values mean stands in Item::choices
bool is_counted(ItemKind kind);   // its values are numbers of [minimum, maximum]
// A condition may compare with its values: the answer has one, or some.
bool has_values(ItemKind kind);
// The answer has one value: it has an order among others, and can be scored where it is whole.
bool has_one_value(ItemKind kind);
bool is_given_or_not(ItemKind kind); // consent and signature, which nobody leaves open in between
bool can_prefer_not(ItemKind kind);  // "I prefer not to say" would be an answer to it

}
