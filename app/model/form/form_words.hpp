// Inside of form_json.cpp: the words that stand for enums in a form that is kept, which stay as they are for ever.
#pragma once
#include "model/form/module.hpp"
#include <span>
#include <stdexcept>
#include <utility>

namespace model {

template<class Enum>
using Words = std::span<const std::pair<Enum, std::string_view>>;

inline Words<Test> words_of(Test) {
    static constexpr std::pair<Test, std::string_view> words[] = {
        {Test::answered, "answered"}, {Test::unanswered, "unanswered"}, {Test::equals, "equals"},
        {Test::differs, "differs"},   {Test::above, "above"},           {Test::at_least, "at_least"},
        {Test::below, "below"},       {Test::at_most, "at_most"}};
    return words;
}
inline Words<InBrief> words_of(InBrief) {
    static constexpr std::pair<InBrief, std::string_view> words[] = {
        {InBrief::why, "why"}, {InBrief::hope, "hope"}, {InBrief::urgency, "urgency"}};
    return words;
}
inline Words<Method> words_of(Method) {
    static constexpr std::pair<Method, std::string_view> words[] = {
        {Method::mean, "mean"}, {Method::sum, "sum"}, {Method::points, "points"}};
    return words;
}
inline Words<Uncertainty> words_of(Uncertainty) {
    static constexpr std::pair<Uncertainty, std::string_view> words[] = {
        {Uncertainty::own_mean, "own_mean"}, {Uncertainty::sem, "sem"}, {Uncertainty::none, "none"}};
    return words;
}
inline Words<Side> words_of(Side) {
    static constexpr std::pair<Side, std::string_view> words[] = {{Side::above, "above"}, {Side::below, "below"}};
    return words;
}
inline Words<Bound> words_of(Bound) {
    static constexpr std::pair<Bound, std::string_view> words[] = {{Bound::inclusive, "inclusive"},
                                                                   {Bound::exclusive, "exclusive"}};
    return words;
}
inline Words<Way> words_of(Way) {
    static constexpr std::pair<Way, std::string_view> words[] = {{Way::toward_me, "toward_me"},
                                                                 {Way::from_me, "from_me"}};
    return words;
}
inline Words<End> words_of(End) {
    static constexpr std::pair<End, std::string_view> words[] = {{End::low, "low"}, {End::high, "high"}};
    return words;
}
inline Words<BlockKind> words_of(BlockKind) {
    static constexpr std::pair<BlockKind, std::string_view> words[] = {
        {BlockKind::paragraph, "paragraph"}, {BlockKind::heading, "heading"}, {BlockKind::bullet, "bullet"}};
    return words;
}

template<class Enum>
std::string_view word_for(Enum value) {
    for (const auto& [known, word] : words_of(value))
        if (known == value) return word;
    throw std::invalid_argument("enum");
}
inline std::string_view word_for(ItemKind kind) {
    return word_of(kind);
}

template<class Enum>
Enum value_for(std::string_view word) {
    if constexpr (std::is_same_v<Enum, ItemKind>) {
        for (const auto kind : every_kind())
            if (word_of(kind) == word) return kind;
    } else {
        for (const auto& [known, name] : words_of(Enum()))
            if (name == word) return known;
    }
    throw std::invalid_argument("word");
}

}
