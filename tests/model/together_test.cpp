#include "a_couple.hpp"
#include "model/form/journal.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace model_tests;

namespace {

const TogetherCard* card_of(const Together& together, std::string_view title_or_words, CardKind kind) {
    const auto found = std::ranges::find_if(together.cards, [&](const TogetherCard& card) {
        return card.kind == kind && (card.title == title_or_words || card.words == title_or_words);
    });
    return found == together.cards.end() ? nullptr : &*found;
}

std::size_t count_of(const Together& together, CardKind kind) {
    return static_cast<std::size_t>(std::ranges::count(together.cards, kind, &TogetherCard::kind));
}

Together appearance(const CaseFile& file) {
    return together_of(couple_content(), file, 0);
}

bool is_shared_form(const Module& module, const CaseFile& file, Partner partner) {
    return module.shareable && part_of(file.visits.front(), partner).content->released.contains(whole_form(module.id));
}

}

TEST_CASE("a strength needs both forms released and both scores wholly beyond the middle") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b})
        choose(file, partner, "side", {"s1", "s2"}, 6);
    CHECK(count_of(appearance(file), CardKind::strength) == 0);
    share(file, Partner::a, "side");
    CHECK(count_of(appearance(file), CardKind::strength) == 0);
    share(file, Partner::b, "side");
    const auto both = appearance(file);
    const auto* card = card_of(both, "You both team.", CardKind::strength);
    REQUIRE(card != nullptr);
    CHECK(card->by_a);
    CHECK(card->by_b);
    CHECK(count_of(both, CardKind::strength) == 1);
    // 4 and 7: a mean of 5.5 whose range reaches far below the middle.
    part(file, Partner::b).answers[ref("side", "s1")] = Chosen{4};
    part(file, Partner::b).answers[ref("side", "s2")] = Chosen{7};
    CHECK(count_of(appearance(file), CardKind::strength) == 0);
    choose(file, Partner::b, "side", {"s1", "s2"}, 4); // exactly the middle is no strength
    CHECK(count_of(appearance(file), CardKind::strength) == 0);
}

TEST_CASE("a strength needs both scores at 5.5 of 1 to 7 at least, or as far at the other end") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b}) {
        share(file, partner, "side");
        share(file, partner, "connect");
        choose(file, partner, "side", {"s1", "s2"}, 7);
        choose(file, partner, "connect", {"x1", "x2", "x3", "x4"}, 1);
    }
    const auto shown = [&] { return count_of(appearance(file), CardKind::strength); };
    CHECK(shown() == 2);
    part(file, Partner::b).answers[ref("side", "s1")] = Chosen{5};
    part(file, Partner::b).answers[ref("side", "s2")] = Chosen{6};
    CHECK(shown() == 2);
    part(file, Partner::b).answers[ref("side", "s2")] = Chosen{5}; // its range, 4.0 to 6.0, lies beyond the middle
    CHECK(shown() == 1);
    choose(file, Partner::b, "connect", {"x1", "x2"}, 3);
    choose(file, Partner::b, "connect", {"x3", "x4"}, 2);
    CHECK(shown() == 1);
    choose(file, Partner::b, "connect", {"x3", "x4"}, 3);
    CHECK(shown() == 0);
}

TEST_CASE("whoever answered nearly everything alike, whichever way it counts, has no part in a strength") {
    auto content = couple_content();
    for (auto& key : content.modules.at({"connect"}).scales[1].keys)
        key.reversed = true;
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b}) {
        share(file, partner, "connect");
        choose(file, partner, "connect", {"x1", "x2", "x3", "x4"}, 1);
        choose(file, partner, "connect", {"y1", "y2", "y3", "y4"}, 7);
    }
    const auto strengths = [&] { return count_of(together_of(content, file, 0), CardKind::strength); };
    CHECK(strengths() == 2);
    choose(file, Partner::b, "connect", {"y1", "y2", "y3", "y4"}, 1);
    CHECK(strengths() == 0); // y would be none anyway; x was answered in a straight line
    part(file, Partner::b).answers[ref("connect", "y2")] = Chosen{6};
    part(file, Partner::b).answers[ref("connect", "y3")] = Chosen{6};
    part(file, Partner::b).answers[ref("connect", "y4")] = Chosen{6};
    CHECK(strengths() == 1);
}

TEST_CASE("where the strength lies at the low end, low scores are the strength and high ones are to be talked about") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b}) {
        choose(file, partner, "connect", {"x1", "x2", "x3", "x4"}, 2);
        choose(file, partner, "connect", {"y1", "y2", "y3", "y4"}, 6);
        share(file, partner, "connect");
    }
    const auto together = appearance(file);
    CHECK(card_of(together, "You both x.", CardKind::strength) != nullptr);
    CHECK(card_of(together, "You both y.", CardKind::strength) == nullptr);
    CHECK(card_of(together, "Talk y", CardKind::talk) != nullptr);
    CHECK(card_of(together, "Talk x", CardKind::talk) == nullptr);
}

TEST_CASE("a low score is something to talk about only where both released the form, and then nobody's") {
    auto file = an_empty_case();
    choose(file, Partner::a, "side", {"s3", "s4"}, 6);
    choose(file, Partner::b, "side", {"s3", "s4"}, 2);
    share(file, Partner::a, "side");
    CHECK(card_of(appearance(file), "Talk repair", CardKind::talk) == nullptr);
    part(file, Partner::a).released.clear();
    share(file, Partner::b, "side");
    CHECK(card_of(appearance(file), "Talk repair", CardKind::talk) == nullptr); // it would be of whoever released it
    share(file, Partner::a, "side");
    const auto by_both = appearance(file);
    const auto* two = card_of(by_both, "Talk repair", CardKind::talk);
    REQUIRE(two != nullptr);
    CHECK(two->by_a); // whose score was low is not said
    CHECK(two->by_b);
    CHECK(two->words == "What about repair?");
}

TEST_CASE("what any couple may talk about is always offered, after what is this couple's, whatever was shared") {
    auto content = couple_content();
    content.neutral_cards = {{"thanks", {"Thanks", "For what?"}}, {"laugh", {"Laughing", "When?"}}};
    auto file = an_empty_case();
    const auto nothing = together_of(content, file, 0);
    CHECK(count_of(nothing, CardKind::talk) == 2);
    CHECK(usual_picks(nothing).size() == 2);
    choose(file, Partner::b, "side", {"s3", "s4"}, 2);
    for (const auto partner : {Partner::a, Partner::b})
        share(file, partner, "side");
    const auto some = together_of(content, file, 0);
    REQUIRE(count_of(some, CardKind::talk) == 3);
    const auto* neutral = card_of(some, "Laughing", CardKind::talk);
    REQUIRE(neutral != nullptr);
    CHECK(neutral->words == "When?");
    CHECK(some.cards[0].title == "Talk repair");
    // In the language spoken, whatever form the visit was asked with.
    content.neutral_cards[1].talk = {"Risa", "¿Cuándo?"};
    CHECK(told(content, some, *neutral).title == "Risa");
    CHECK(told(content, some, *neutral).words == "¿Cuándo?");
}

TEST_CASE("an element that wears is a card where its level is high, or where both see the same thing apart") {
    auto file = an_empty_case();
    share(file, Partner::a, "wear");
    part(file, Partner::a).answers[ref("wear", "away")] = BothWays{5, 5};
    CHECK(count_of(appearance(file), CardKind::talk) == 0);
    share(file, Partner::b, "wear");
    part(file, Partner::a).answers[ref("wear", "away")] = BothWays{3, 3};
    CHECK(count_of(appearance(file), CardKind::talk) == 0);
    part(file, Partner::a).answers[ref("wear", "away")] = BothWays{4, std::nullopt};
    CHECK(card_of(appearance(file), "Talk away", CardKind::talk) != nullptr);
    // From me never, says one; sometimes, says the other: neither is high, and they lie apart.
    part(file, Partner::a).answers[ref("wear", "away")] = BothWays{2, 1};
    part(file, Partner::b).answers[ref("wear", "away")] = BothWays{3, 2};
    CHECK(card_of(appearance(file), "Talk away", CardKind::talk) != nullptr);
    part(file, Partner::b).answers[ref("wear", "away")] = BothWays{2, 2};
    CHECK(count_of(appearance(file), CardKind::talk) == 0);
    part(file, Partner::b).answers[ref("wear", "control")] = BothWays{5, 5}; // even in memory it is not looked at
    CHECK(count_of(appearance(file), CardKind::talk) == 0);
}

TEST_CASE("the best come first, and three strengths, three talking cards and the mission are picked") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b}) {
        share(file, partner, "wear");
        share(file, partner, "side");
    }
    part(file, Partner::a).answers[ref("wear", "away")] = BothWays{4, 4};
    part(file, Partner::a).answers[ref("wear", "late")] = BothWays{5, 1};
    choose(file, Partner::a, "side", {"s1", "s2"}, 3);
    choose(file, Partner::a, "side", {"s3", "s4"}, 2);
    JointContent joint;
    joint.versions = {{{}, {{{Partner::a, "We are kind first."}, {Partner::b, "We come back."}}}}};
    joint.statement.sentences = {{Partner::a, "Not agreed."}};
    file.visits.front().joint = {.status = PartStatus::sealed, .sealed_at = {}, .content = joint, .problem = {}};
    const auto together = appearance(file);
    std::vector<std::string> talks;
    for (const auto& card : together.cards)
        if (card.kind == CardKind::talk) talks.push_back(card.title);
    CHECK(talks == std::vector<std::string>{"Talk late", "Talk repair", "Talk away", "Talk team"});
    const auto picked = with_only(together, usual_picks(together));
    CHECK(count_of(picked, CardKind::talk) == 3);
    REQUIRE(count_of(picked, CardKind::mission) == 1);
    CHECK(card_of(picked, "We are kind first.\nWe come back.", CardKind::mission) != nullptr);
    CHECK(count_of(picked, CardKind::article) == 0);
    CHECK(picked.name_a == "Maya");
}

TEST_CASE("explanations are of the pair: of every region that either ellipse touches, and only when both released") {
    auto file = an_empty_case();
    const std::vector<std::string> x{"x1", "x2", "x3", "x4"}, y{"y1", "y2", "y3", "y4"};
    choose(file, Partner::a, "connect", x, 1);
    choose(file, Partner::a, "connect", y, 7);
    choose(file, Partner::b, "connect", x, 7);
    choose(file, Partner::b, "connect", y, 1);
    const auto fitting = [&] {
        std::vector<std::string> ids;
        for (const auto& card : appearance(file).cards)
            if (card.kind == CardKind::article && card.by_a) ids.push_back(card.title);
        return ids;
    };
    share(file, Partner::a, "connect");
    CHECK(fitting().empty());
    share(file, Partner::b, "connect");
    CHECK(fitting() == std::vector<std::string>{"About anxious", "About avoidant"});
    // A band that crosses the line could be either of two.
    part(file, Partner::a).answers[ref("connect", "y1")] = Chosen{1};
    CHECK(fitting() == std::vector<std::string>{"About anxious", "About avoidant", "About secure"});
    CHECK(count_of(appearance(file), CardKind::article) == 4); // anybody may read the rest
}

TEST_CASE("a text is shown where its own author released it, beside the other's to the same question") {
    auto file = an_empty_case();
    for (const auto partner : {Partner::a, Partner::b})
        for (const auto* id : {"me", "us", "kept"})
            part(file, partner).answers[ref("mission", id)] =
                Written{std::string(partner == Partner::a ? "A" : "B") + id};
    part(file, Partner::a).released = {ref("mission", "us"), ref("mission", "kept")};
    part(file, Partner::b).released = {ref("mission", "us"), ref("mission", "me")};
    const auto together = appearance(file);
    std::vector<std::string> words;
    for (const auto& card : together.cards)
        if (card.kind == CardKind::text) words.push_back(card.words);
    CHECK(words == std::vector<std::string>{"Bme", "Aus", "Bus"});
}

TEST_CASE("the whole of a form does not release its texts, nor a text its form") {
    auto file = an_empty_case();
    part(file, Partner::a).answers[ref("mission", "me")] = Written{"Mine."};
    share(file, Partner::a, "mission");
    CHECK(count_of(appearance(file), CardKind::text) == 0);
    for (const auto partner : {Partner::a, Partner::b}) {
        choose(file, partner, "side", {"s1", "s2"}, 7);
        part(file, partner).released.insert(ref("side", "s1"));
    }
    CHECK(count_of(appearance(file), CardKind::strength) == 0);
}

TEST_CASE("a card can be told again in the words of another language, and its words alone change") {
    const auto content = couple_content();
    auto other = content;
    for (auto& [id, module] : other.modules) {
        for (auto& item : module.items) {
            item.text = "~" + item.text;
            if (!item.talk.title.empty()) item.talk = {"~" + item.talk.title, "~" + item.talk.prompt};
        }
        for (auto& scale : module.scales) {
            scale.strength = "~" + scale.strength;
            scale.talk = {"~" + scale.talk.title, "~" + scale.talk.prompt};
        }
    }
    for (auto& article : other.articles)
        article.title = "~" + article.title;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto file = a_random_case(content, seed);
        const auto here = together_of(content, file, 0), there = together_of(other, file, 0);
        REQUIRE(here.cards.size() == there.cards.size());
        for (std::size_t i = 0; i < here.cards.size(); ++i) {
            CHECK(told(other, here, here.cards[i]) == there.cards[i]);
            CHECK(told(content, there, there.cards[i]) == here.cards[i]);
        }
    }
}

TEST_CASE("ids of cards are unique, so that none is told in the words of another") {
    const auto content = couple_content();
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto together = together_of(content, a_random_case(content, seed), 0);
        std::set<std::string> ids;
        for (const auto& card : together.cards)
            CHECK_MESSAGE(ids.insert(card.id).second, card.id);
    }
}

TEST_CASE("whatever is answered in private, all that may be shown together is the same") {
    const auto content = couple_content();
    for (unsigned seed = 0; seed < 400; ++seed) {
        auto file = a_random_case(content, seed);
        const auto before = together_of(content, file, 0);
        Random random(seed + 1000);
        answer_again(content, file, random, [](Partner, const Module& module, const Item& item) {
            return item.is_private || module.is_private;
        });
        CHECK(together_of(content, file, 0) == before);
        for (const auto partner : {Partner::a, Partner::b})
            std::erase_if(part(file, partner).answers,
                          [&](const auto& answer) { return keeps_private(content, answer.first); });
        CHECK(together_of(content, file, 0) == before);
    }
}

TEST_CASE("a form that was not released contributes nothing, and nor does a text") {
    const auto content = couple_content();
    for (unsigned seed = 0; seed < 400; ++seed) {
        auto file = a_random_case(content, seed);
        const auto before = together_of(content, file, 0);
        Random random(seed + 5000);
        answer_again(content, file, random, [&](Partner partner, const Module& module, const Item& item) {
            const auto& released = part(file, partner).released;
            return !is_shared_form(module, file, partner) &&
                   !(item.releasable && released.contains({module.id, item.id}));
        });
        CHECK(together_of(content, file, 0) == before);
    }
}

TEST_CASE("no answer and no score is in what is shown together, but for the texts that were released") {
    const auto content = couple_content();
    for (unsigned seed = 0; seed < 100; ++seed) {
        const auto together = together_of(content, a_random_case(content, seed), 0);
        for (const auto& card : together.cards) {
            const auto source = source_of(content, card);
            if (card.kind == CardKind::strength) CHECK(card.words == source.scale->strength);
            if (card.kind == CardKind::talk)
                CHECK(card.words == (source.scale != nullptr ? source.scale->talk : source.item->talk).prompt);
            if (card.kind == CardKind::article) CHECK(card.words.empty());
        }
    }
}

TEST_CASE("a visit that is not there, and parts that could not be opened, offer what anybody may read") {
    const auto content = couple_content();
    auto file = a_random_case(content, 3);
    CHECK(together_of(content, file, 9).cards.empty());
    file.visits.front().a.content.reset();
    file.visits.front().b.content.reset();
    file.visits.front().joint = {};
    const auto together = together_of(content, file, 0);
    CHECK(together.cards.size() == content.articles.size());
    CHECK(usual_picks(together).empty());
}

TEST_CASE("the consent to use a whole form survives the journal and the seal, and is taken back by the same fact") {
    PartContent content;
    for (const bool released : {true, false, true}) {
        const auto entry = decode_entry(encode(Entry{TextReleased{whole_form({"side"}), released}}));
        REQUIRE(entry.has_value());
        replay(content, *entry);
        CHECK(content.released.contains(whole_form({"side"})) == released);
    }
    const auto sealed = decode_part(encode(content));
    REQUIRE(sealed.has_value());
    CHECK(*sealed == content);
}
