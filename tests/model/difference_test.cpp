#include "model/case/difference.hpp"
#include <doctest/doctest.h>
#include <random>

using namespace model;

namespace {

// Marked words in brackets.
std::string shown(const std::vector<Stretch>& stretches) {
    std::string all;
    for (const auto& stretch : stretches)
        all += stretch.marked ? "[" + stretch.text + "]" : stretch.text;
    return all;
}
std::string joined(const std::vector<Stretch>& stretches) {
    std::string all;
    for (const auto& stretch : stretches)
        all += stretch.text;
    return all;
}
// The words and signs that both have, one blank apart.
std::string kept(const std::vector<Stretch>& stretches) {
    std::string all;
    for (const auto& stretch : stretches) {
        if (stretch.marked) continue;
        for (const auto& token : tokens_of(stretch.text))
            all += stretch.text.substr(token.begin, token.end - token.begin) + " ";
    }
    return all;
}

Statement statement(std::initializer_list<const char*> sentences) {
    Statement made;
    for (const char* sentence : sentences)
        made.sentences.push_back({made.sentences.size() % 2 == 0 ? Partner::a : Partner::b, sentence});
    return made;
}

// One letter a row: = same, ~ changed, > moved, - taken out, + added.
std::string fates(const std::vector<SentenceDifference>& differences) {
    std::string all;
    for (const auto& one : differences)
        all += std::string("=~>-+")[static_cast<std::size_t>(one.kind)];
    return all;
}

Statement side(const std::vector<SentenceDifference>& differences, bool before) {
    Statement made;
    for (const auto& one : differences)
        if (const auto& sentence = before ? one.before : one.after) made.sentences.push_back(*sentence);
    return made;
}

}

TEST_CASE("words that came in or were taken out are marked, and those that stay are not") {
    const auto found = word_difference("We come home, and we say so when we cannot.",
                                       "We come home early, and we tell each other when we cannot.");
    CHECK(shown(found.before) == "We come home, and we [say so] when we cannot.");
    CHECK(shown(found.after) == "We come home [early], and we [tell each other] when we cannot.");
    CHECK_FALSE(found.too_long);
}

TEST_CASE("a sign is a word of its own, so that a new full stop marks no word") {
    const auto found = word_difference("We laugh", "We laugh!");
    CHECK(shown(found.before) == "We laugh");
    CHECK(shown(found.after) == "We laugh[!]");
    CHECK(shown(word_difference("I don't", "I don’t").after) == "I [don’t]");
}

TEST_CASE("nothing is marked where both are the same, empty, or differ in blanks alone") {
    CHECK(word_difference("", "").before.empty());
    CHECK(shown(word_difference("the same", "the same").after) == "the same");
    CHECK(shown(word_difference("two  words\nhere ", " two words here").before) == "two  words\nhere ");
    CHECK(shown(word_difference("two  words\nhere ", " two words here").after) == " two words here");
}

TEST_CASE("all is marked where one side is empty or every word was replaced") {
    CHECK(shown(word_difference("", "all new").after) == "[all new]");
    CHECK(shown(word_difference("all gone", "").before) == "[all gone]");
    const auto found = word_difference("one two three", "four five");
    CHECK(shown(found.before) == "[one two three]");
    CHECK(shown(found.after) == "[four five]");
}

TEST_CASE("letters with accents and pictures of several code points are never cut") {
    const auto found =
        word_difference("Él 👨‍👩‍👧 está aquí — ¿sí?", "Él 👩‍👧 está allí — ¿no?");
    CHECK(shown(found.before) == "Él [👨‍👩‍👧] está [aquí] — ¿[sí]?");
    CHECK(shown(found.after) == "Él [👩‍👧] está [allí] — ¿[no]?");
    const std::string broken = "ab\xC3 \xE2\x80 \xF0\x9F";
    CHECK(joined(word_difference(broken, "ab").before) == broken);
}

TEST_CASE("beyond a thousand words that differ on each side, all between the first and the last is marked") {
    std::string before = "first", after = "first";
    for (int i = 0; i < 90'000; ++i) {
        before += " before" + std::to_string(i);
        after += " after" + std::to_string(i) + " more" + std::to_string(i);
    }
    before += " last";
    after += " last";
    REQUIRE(after.size() > 1'000'000);
    const auto found = word_difference(before, after);
    CHECK(found.too_long);
    CHECK(joined(found.before) == before);
    CHECK(joined(found.after) == after);
    REQUIRE(found.before.size() == 3);
    CHECK(found.before.front() == Stretch{"first ", false});
    CHECK(found.before.back() == Stretch{" last", false});
    CHECK_FALSE(word_difference(before, before + " more").too_long);
}

TEST_CASE("the stretches of each side give its text back, and what is not marked is the same on both") {
    std::mt19937 random(5);
    const char* pieces[] = {"we", "home", "kind", " ", "  ", "\n", ",", ".", "é", "🙂", "’", "\xC2\xA0", "\xFF"};
    const auto text = [&] {
        std::string made;
        for (auto left = random() % 40; left > 0; --left)
            made += pieces[random() % std::size(pieces)];
        return made;
    };
    for (int round = 0; round < 2000; ++round) {
        const auto before = text(), after = text();
        const auto found = word_difference(before, after);
        REQUIRE(joined(found.before) == before);
        REQUIRE(joined(found.after) == after);
        REQUIRE(kept(found.before) == kept(found.after));
    }
}

TEST_CASE("a sentence of which most words stay was changed; others are new or taken out") {
    const auto before =
        statement({"We turn to each other first.", "We plan one evening a week.", "We tell the truth."});
    const auto after = statement(
        {"We turn to each other first.", "We plan two evenings a week.", "Money is shared.", "Nobody sleeps angry."});
    const auto found = difference(before, after);
    CHECK(fates(found) == "=~-++");
    CHECK(count_of(found, DiffKind::added) == 2);
    CHECK(count_of(found, DiffKind::taken_out) == 1);
    CHECK(count_of(found, DiffKind::changed) == 1);
    CHECK(shown(found[1].words.before) == "We plan [one evening] a week.");
    CHECK(shown(found[1].words.after) == "We plan [two evenings] a week.");
    CHECK(shown(found[2].words.before) == "[We tell the truth.]");
    CHECK(shown(found[3].words.after) == "[Money is shared.]");
}

TEST_CASE("a sentence that stands elsewhere is neither new nor taken out") {
    const auto found = difference(statement({"We laugh.", "Money is shared.", "Nobody sleeps angry."}),
                                  statement({"Money is shared.", "Nobody sleeps angry.", "We laugh."}));
    CHECK(fates(found) == ">==>");
    CHECK(count_of(found, DiffKind::moved) == 1);
    CHECK(count_of(found, DiffKind::added) == 0);
    CHECK(shown(found.front().words.before) == "We laugh.");
}

TEST_CASE("statements without a sentence, and the same ones, have no differences to tell") {
    CHECK(difference({}, {}).empty());
    const auto some = statement({"We laugh.", "We laugh.", "We sing."});
    CHECK(fates(difference(some, some)) == "===");
    CHECK(fates(difference(some, {})) == "---");
    CHECK(fates(difference({}, some)) == "+++");
    auto wider = some;
    wider.sentences[0].text = "We  laugh. ";
    CHECK(fates(difference(some, wider)) == "===");
}

TEST_CASE("the rows of each side give its statement back") {
    std::mt19937 random(6);
    const char* texts[] = {"We laugh.", "We laugh a lot.", "We laugh, a lot!", "Money is shared.", "We sing.", "",
                           "🙂"};
    const auto make = [&](std::size_t most) {
        Statement made;
        for (auto left = random() % most; left > 0; --left)
            made.sentences.push_back({random() % 2 == 0 ? Partner::a : Partner::b, texts[random() % std::size(texts)]});
        return made;
    };
    for (int round = 0; round < 500; ++round) {
        const auto before = make(9), after = make(9);
        const auto found = difference(before, after);
        auto back_before = side(found, true), back_after = side(found, false);
        REQUIRE(back_before == before);
        REQUIRE(back_after == after);
    }
}

TEST_CASE("of very many sentences those at both ends are kept, and what moved is still found") {
    Statement before, after;
    for (int i = 0; i < 400; ++i)
        before.sentences.push_back({Partner::a, "Sentence number " + std::to_string(i) + "."});
    after = before;
    std::swap(after.sentences[10], after.sentences[300]);
    const auto found = difference(before, after);
    CHECK(side(found, true) == before);
    CHECK(side(found, false) == after);
    CHECK(count_of(found, DiffKind::same) == 109);
    CHECK(count_of(found, DiffKind::moved) == 291);
    CHECK(count_of(found, DiffKind::added) == 0);
}
