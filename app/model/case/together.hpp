// What a couple looks at together: cards made of what each partner released, and cards that any couple may be shown. A
// card has words; no score, no answer and no private item has a place in these types. One that is about both is made
// only of what both released, and nobody can tell from it who gave cause for it, nor whether anybody did.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/asked_form.hpp"
#include <set>

namespace model {

struct CaseFile; // what cards are made of; never what they hold
struct VisitRecord;

enum class CardKind {
    strength, // a sentence about both
    talk,     // an open question
    article,  // an explanation
    mission,  // what both agreed to stand for, a sentence a line
    text,     // what one of them wrote
};
struct TogetherCard {
    std::string id; // of its place in the content, the same in every language
    CardKind kind = CardKind::strength;
    std::string title, words;
    bool by_a = false, by_b = false; // who released what it is made of; neither: it is any couple's
    bool operator==(const TogetherCard&) const = default;
};
struct Together {
    std::string name_a, name_b;
    std::vector<TogetherCard> cards;       // by kind; of one kind the best first
    std::shared_ptr<const AskedForm> form; // whose words they are; none: the content's
    bool operator==(const Together& other) const {
        return name_a == other.name_a && name_b == other.name_b && cards == other.cards && same(form, other.form);
    }
};

// All that may be shown of a visit (an index into file.visits).
//  - A strength: both released the form, both scores lie at 5.5 of 1 to 7 or beyond (as far on any other range) and
//    wholly beyond the middle with their bands, and neither answered the form in a straight line (how_answered.hpp).
//  - A talking card, where both released the form: a score of either on the far side of the middle; or, of a two-way
//    item, an answer above the middle choice, or two views of the same thing that lie apart. Then those that any couple
//    may talk about, always.
//  - Explanations of the regions that either ellipse on a map touches, where both released the form: they are of the
//    pair and say nothing about one alone. Then all the others.
//  - The words that both agreed on last, and each text that its author released.
Together together_of(const Content& content, const CaseFile& file, std::size_t visit);

// Places in `cards`: the first three strengths, the first three talking cards, the mission.
std::set<std::size_t> usual_picks(const Together& together);
Together with_only(const Together& together, const std::set<std::size_t>& picked);

inline const Content& content_of(const Content& today, const Together& together) {
    return content_of(today, together.form);
}
// The card in the words of today's content and of the form it was made of, as they are in the language spoken, which
// may be another than the one it was made in.
TogetherCard told(const Content& today, const Together& together, TogetherCard card);
// What of the content a card is made of; none is set for the mission.
struct CardSource {
    const Module* module = nullptr;
    const Scale* scale = nullptr;
    const Item* item = nullptr;
    const Article* article = nullptr;
};
CardSource source_of(const Content& content, const TogetherCard& card);

// A partner's consent to use a form: it stands among what they released, as the form without an item.
inline ItemRef whole_form(const core::ModuleId& module) {
    return {module, {}};
}
// The forms that a partner may let be used, whatever they answered: of a packet that is given, and of a visit that was.
std::vector<const Module*> shareable_forms(const Content& content, const core::PacketId& packet);
std::vector<const Module*> shareable_forms(const Content& content, const VisitRecord& visit);

}
