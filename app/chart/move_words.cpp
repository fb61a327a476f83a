#include "chart/move_words.hpp"
#include "core/i18n.hpp"

namespace chart {
namespace {

using core::fill;
using core::tr;
using model::MoreOf;
using model::Partner;

Partner partner_of(MoreOf more) {
    return more == MoreOf::a ? Partner::a : Partner::b;
}

// What the sentences of one move are filled with.
struct Sentence {
    const model::Move& move;
    const Names& names;

    std::string of(const std::string& words, std::optional<Partner> more, Partner teller) const {
        return fill(words, {{"move", move.own->title},
                            {"name", more ? names.of(*more) : std::string()},
                            {"other", more ? names.of(model::other(*more)) : std::string()},
                            {"teller", names.of(teller)},
                            {"listener", names.of(model::other(teller))}});
    }
};

// Of the one teller whose answers are there.
std::string one_sided(const Sentence& say, Partner teller, MoreOf more) {
    if (more == MoreOf::neither)
        return say.of(tr("moves.one-neither", "{move}: {teller} tells no difference between the two that stands out."),
                      std::nullopt, teller);
    return say.of(tr("moves.one", "{move}: {name} more than {other}, as {teller} tells it."), partner_of(more), teller);
}

std::string two_sided(const Sentence& say, MoreOf by_a, MoreOf by_b) {
    if (by_a == MoreOf::neither && by_b == MoreOf::neither)
        return say.of(tr("moves.neither", "{move}: neither tells a difference between the two that stands out."),
                      std::nullopt, Partner::a);
    if (by_a == by_b)
        return say.of(tr("moves.both", "{move}: {name} more than {other}, as both tell it."), partner_of(by_a),
                      Partner::a);
    if (by_a == MoreOf::neither || by_b == MoreOf::neither) {
        const Partner teller = by_a == MoreOf::neither ? Partner::b : Partner::a;
        return say.of(tr("moves.by-one", "{move}: {name} more than {other}, as {teller} tells it; {listener} tells no "
                                         "difference that stands out."),
                      partner_of(teller == Partner::a ? by_a : by_b), teller);
    }
    return by_a == MoreOf::a ? say.of(tr("moves.each-self", "{move}: each of the two tells it more of themselves."),
                                      std::nullopt, Partner::a)
                             : say.of(tr("moves.each-other", "{move}: each of the two tells it more of the other."),
                                      std::nullopt, Partner::a);
}

}

std::string move_title(const model::Move& move, const std::string& name) {
    return fill(tr("moves.title", "{move} · {name}"), {{"move", move.own->title}, {"name", name}});
}

std::vector<std::string> move_words(const model::Moves& moves, const Names& names) {
    std::vector<std::string> words;
    for (const auto& move : moves.moves) {
        const Sentence say{move, names};
        const auto &by_a = move.more.a, &by_b = move.more.b;
        if (by_a && by_b)
            words.push_back(two_sided(say, *by_a, *by_b));
        else if (by_a || by_b)
            words.push_back(one_sided(say, by_a ? Partner::a : Partner::b, by_a ? *by_a : *by_b));
        else
            words.push_back(say.of(tr("moves.not-scored", "{move}: too few answers to tell who does it more."),
                                   std::nullopt, Partner::a));
    }
    return words;
}

std::string moves_guide() {
    return tr("moves.guide", "Each row is one partner's move: as they tell it of themselves, and as the other sees it. "
                             "Fear of a partner can look like stepping back. Read Private first.");
}

}
