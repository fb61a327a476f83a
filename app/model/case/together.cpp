#include "model/case/together.hpp"
#include "model/case/card_ids.hpp"
#include "model/case/how_answered.hpp"
#include "model/case/records.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "model/scoring/map_position.hpp"
#include <algorithm>
#include <array>
#include <cmath>

namespace model {
namespace {

constexpr std::size_t usually_picked = 3; // of a kind
constexpr double least_gap = 0.5;         // of the range from the first to the last choice
constexpr double least_strength = 0.5;    // beyond the middle, toward the strength: 5.5 of 1 to 7

bool released(const PartRecord& part, const Module& module) {
    return part.content && !is_private(module) && part.content->released.contains(whole_form(module.id));
}

// What one partner lets be used of one form: nothing unless they released it, and of it nothing private.
Answers released_answers(const PartRecord& part, const Module& module) {
    Answers answers;
    if (!released(part, module)) return answers;
    for (const auto& item : module.items) {
        if (is_private(module, item)) continue;
        if (const auto found = part.content->answers.find({module.id, item.id}); found != part.content->answers.end())
            answers.insert(*found);
    }
    return answers;
}

struct Both { // one form
    const Module& module;
    Answers a, b;
    bool by_a = false, by_b = false;
};

// How far beyond the middle of the scale, toward the strength: 1 at the very end, negative on the other side.
double toward_strength(const Scale& scale, double value) {
    const auto range = score_range(scale);
    const double half = (range.high - range.low) / 2;
    const double share = half > 0 ? (value - range.low - half) / half : 0;
    return scale.strength_at == End::high ? share : -share;
}

// Over the items that are not private and are scored.
bool answered_alike(const Module& module, const Answers& answers) {
    std::vector<const Scale*> scales;
    for (const auto& scale : module.scales)
        if (!is_private(module, scale)) scales.push_back(&scale);
    return is_straight_line(how_answered(module, scales, answers, {}));
}

// Whether one partner's score may be part of a strength: high enough, wholly beyond the middle with its band, and given
// by somebody who did not answer nearly everything alike. How far it lies beyond the middle at least.
std::optional<double> strength_of(const Module& module, const Scale& scale, const Answers& answers) {
    const auto made = score(module, scale, answers);
    if (!made.value || !made.band || toward_strength(scale, *made.value) < least_strength) return std::nullopt;
    const double least = std::min(toward_strength(scale, made.band->low), toward_strength(scale, made.band->high));
    if (least <= 0 || answered_alike(module, answers)) return std::nullopt;
    return least;
}
std::optional<double> about(const Module& module, const Scale& scale, const Answers& answers) {
    const auto made = score(module, scale, answers);
    if (!made.value) return std::nullopt;
    return toward_strength(scale, *made.value);
}

struct Weighed {
    TogetherCard card;
    double weight = 0;
};

void add_scale(std::vector<Weighed>& strengths, std::vector<Weighed>& talks, const Both& both, const Scale& scale) {
    if (is_private(both.module, scale)) return;
    const auto a = strength_of(both.module, scale, both.a), b = strength_of(both.module, scale, both.b);
    if (!scale.strength.empty() && both.by_a && both.by_b && a && b)
        strengths.push_back({{.id = id_of(both.module, scale, CardKind::strength),
                              .kind = CardKind::strength,
                              .title = {},
                              .words = scale.strength,
                              .by_a = true,
                              .by_b = true},
                             std::min(*a, *b)});
    if (scale.talk.title.empty() || !both.by_a || !both.by_b) return;
    double weight = 0;
    for (const auto& share : {about(both.module, scale, both.a), about(both.module, scale, both.b)})
        if (share) weight = std::max(weight, -*share);
    if (weight > 0)
        talks.push_back({{.id = id_of(both.module, scale, CardKind::talk),
                          .kind = CardKind::talk,
                          .title = scale.talk.title,
                          .words = scale.talk.prompt,
                          .by_a = true,
                          .by_b = true},
                         weight});
}

BothWays ways_of(const Module& module, const Item& item, const Answers& answers) {
    const auto* answer = answer_in_use(module, item, answers);
    const auto* ways = answer == nullptr ? nullptr : std::get_if<BothWays>(answer);
    return ways == nullptr ? BothWays{} : *ways;
}

void add_item(std::vector<Weighed>& talks, const Both& both, const Item& item) {
    if (is_private(both.module, item) || item.talk.title.empty() || item.choices.size() < 2) return;
    if (!both.by_a || !both.by_b) return;
    const double low = item.choices.front().value, high = item.choices.back().value;
    const double middle = (low + high) / 2, half = (high - low) / 2;
    const auto a = ways_of(both.module, item, both.a), b = ways_of(both.module, item, both.b);
    double weight = 0;
    for (const auto& level : {a.toward_me, a.from_me, b.toward_me, b.from_me})
        if (level) weight = std::max(weight, (*level - middle) / half);
    for (const auto& [giver, other] : {std::pair(a.from_me, b.toward_me), std::pair(b.from_me, a.toward_me)})
        if (giver && other)
            if (const double gap = std::abs(*giver - *other) / (high - low); gap >= least_gap)
                weight = std::max(weight, gap);
    if (weight > 0)
        talks.push_back({{.id = id_of(both.module, item),
                          .kind = CardKind::talk,
                          .title = item.talk.title,
                          .words = item.talk.prompt,
                          .by_a = true,
                          .by_b = true},
                         weight});
}

// The articles of every region that an ellipse of either touches, the nearest first.
void add_fitting(std::vector<core::ArticleId>& fitting, const Both& both) {
    if (!both.module.map || !both.by_a || !both.by_b) return;
    const auto a = position_on_map(both.module, both.a), b = position_on_map(both.module, both.b);
    if (!a || !b) return;
    for (std::size_t step = 0; step < 4; ++step)
        for (const auto* position : {&*a, &*b}) {
            if (step >= position->touched.size()) continue;
            const auto& id = both.module.map->articles[static_cast<std::size_t>(position->touched[step])];
            if (!id.empty() && std::ranges::find(fitting, id) == fitting.end()) fitting.push_back(id);
        }
}

TogetherCard article_card(const Article& article, bool fits) {
    return {.id = id_of(article),
            .kind = CardKind::article,
            .title = article.title,
            .words = {},
            .by_a = fits,
            .by_b = fits};
}

void add_articles(Together& together, const Content& content, const std::vector<core::ArticleId>& fitting) {
    for (const auto& id : fitting)
        if (const auto found = std::ranges::find(content.articles, id, &Article::id); found != content.articles.end())
            together.cards.push_back(article_card(*found, true));
    for (const auto& article : content.articles)
        if (std::ranges::find(fitting, article.id) == fitting.end())
            together.cards.push_back(article_card(article, false));
}

void add_neutral(Together& together, const Content& content) {
    for (const auto& card : content.neutral_cards)
        together.cards.push_back(
            {.id = id_of(card), .kind = CardKind::talk, .title = card.talk.title, .words = card.talk.prompt});
}

constexpr auto mission_id = "mission";

void add_mission(Together& together, const JointRecord& joint) {
    if (!joint.content || joint.content->versions.empty()) return;
    TogetherCard card{
        .id = mission_id, .kind = CardKind::mission, .title = {}, .words = {}, .by_a = true, .by_b = true};
    for (const auto& sentence : joint.content->versions.back().statement.sentences)
        card.words += (card.words.empty() ? "" : "\n") + sentence.text;
    if (!card.words.empty()) together.cards.push_back(std::move(card));
}

std::optional<std::string> released_text(const PartRecord& part, const Module& module, const Item& item) {
    if (!part.content || !part.content->released.contains({module.id, item.id})) return std::nullopt;
    const auto* answer = answer_in_use(module, item, part.content->answers);
    const auto* written = answer == nullptr ? nullptr : std::get_if<Written>(answer);
    return written == nullptr || !is_answered(*answer) ? std::nullopt : std::optional(written->text);
}

// What both wrote to the same question stands side by side.
void add_texts(Together& together, const Module& module, const VisitRecord& visit) {
    for (const auto& item : module.items) {
        if (!item.releasable || is_private(module, item)) continue;
        for (const auto author : {Partner::a, Partner::b})
            if (auto text = released_text(part_of(visit, author), module, item))
                together.cards.push_back({.id = id_of(author, module, item),
                                          .kind = CardKind::text,
                                          .title = item.text,
                                          .words = std::move(*text),
                                          .by_a = author == Partner::a,
                                          .by_b = author == Partner::b});
    }
}

void take_best_first(Together& together, std::vector<Weighed>& cards) {
    std::ranges::stable_sort(cards, std::ranges::greater{}, &Weighed::weight);
    for (auto& one : cards)
        together.cards.push_back(std::move(one.card));
}

std::vector<const Module*> only_shareable(std::vector<const Module*> forms) {
    std::erase_if(forms, [](const Module* form) { return !form->shareable || is_private(*form); });
    return forms;
}

}

Together together_of(const Content& content, const CaseFile& file, std::size_t visit) {
    Together together{.name_a = file.name_a, .name_b = file.name_b, .cards = {}, .form = {}};
    if (visit >= file.visits.size()) return together;
    const auto& record = file.visits[visit];
    together.form = record.form;
    const auto modules = forms_of(content, record);
    std::vector<Weighed> strengths, talks;
    std::vector<core::ArticleId> fitting;
    for (const auto* module : modules) {
        if (!module->shareable) continue;
        const Both both{.module = *module,
                        .a = released_answers(record.a, *module),
                        .b = released_answers(record.b, *module),
                        .by_a = released(record.a, *module),
                        .by_b = released(record.b, *module)};
        for (const auto& scale : module->scales)
            add_scale(strengths, talks, both, scale);
        for (const auto& item : module->items)
            add_item(talks, both, item);
        add_fitting(fitting, both);
    }
    take_best_first(together, strengths);
    take_best_first(together, talks);
    add_neutral(together, content);
    add_mission(together, record.joint);
    for (const auto* module : modules)
        add_texts(together, *module, record);
    add_articles(together, content, fitting);
    return together;
}

std::set<std::size_t> usual_picks(const Together& together) {
    std::set<std::size_t> picked;
    std::size_t strengths = 0, talks = 0;
    for (std::size_t i = 0; i < together.cards.size(); ++i) {
        const auto kind = together.cards[i].kind;
        if ((kind == CardKind::strength && strengths++ < usually_picked) ||
            (kind == CardKind::talk && talks++ < usually_picked) || kind == CardKind::mission)
            picked.insert(i);
    }
    return picked;
}

Together with_only(const Together& together, const std::set<std::size_t>& picked) {
    Together some{.name_a = together.name_a, .name_b = together.name_b, .cards = {}, .form = together.form};
    for (const auto index : picked)
        if (index < together.cards.size()) some.cards.push_back(together.cards[index]);
    return some;
}

std::vector<const Module*> shareable_forms(const Content& content, const core::PacketId& packet) {
    return only_shareable(packet_forms(content, packet));
}

std::vector<const Module*> shareable_forms(const Content& content, const VisitRecord& visit) {
    return only_shareable(forms_of(content, visit));
}

}
