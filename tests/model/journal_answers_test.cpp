#include "model/form/journal.hpp"
#include <doctest/doctest.h>
#include <random>

using namespace model;

namespace {

const ItemRef item{{"about-us"}, {"sign"}};

core::Result<Entry> decoded(const std::string& answer) {
    const std::string text =
        R"({"is":"answer","of":{"module":"about-us","item":"sign"},"at":5,"schema":1,"answer":)" + answer + "}";
    return decode_entry({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

Stroke long_stroke(std::size_t points) {
    Stroke stroke;
    for (std::size_t i = 0; i < points; ++i)
        stroke.push_back({static_cast<std::uint16_t>(i % 3001), static_cast<std::uint16_t>(i % 1001)});
    return stroke;
}

const std::vector<Answer>& every_answer() {
    static const std::vector<Answer> answers{
        Skipped{},
        Chosen{-3},
        ChosenSet{},
        ChosenSet{{1, 4}},
        BothWays{2, 5},
        BothWays{2, std::nullopt},
        BothWays{std::nullopt, 5},
        Written{"We keep our word.\n\"Ågren\""},
        Consented{true},
        Consented{false},
        PreferredNot{},
        Dated{std::chrono::year(1988) / 3 / 4},
        Dated{std::chrono::year(2000) / 2 / 29},
        Dated{std::chrono::year(1) / 1 / 1},
        Signed{},
        Signed{{{{0, 0}}, {{3000, 1000}, {5, 7}}}, ""},
        Signed{{}, "Maya Ågren"},
        Signed{std::vector<Stroke>(most_strokes, Stroke{{1, 2}}), ""},
        Signed{{long_stroke(most_points)}, ""},
    };
    return answers;
}

}

TEST_CASE("every kind of answer comes back from the journal and from a sealed part as it was") {
    PartContent part;
    for (std::size_t i = 0; i < every_answer().size(); ++i) {
        CAPTURE(i);
        const AnswerGiven given{item, every_answer()[i], core::WallTime(core::Milliseconds(12))};
        const auto entry = decode_entry(encode(Entry{given}));
        REQUIRE(entry.has_value());
        CHECK(std::get<AnswerGiven>(*entry).answer == given.answer);
        CHECK(std::get<AnswerGiven>(*entry).at == given.at);
        part.answers[{{"m"}, {std::to_string(i)}}] = given.answer;
    }
    const auto back = decode_part(encode(part));
    REQUIRE(back.has_value());
    CHECK(*back == part);
}

TEST_CASE("a date that there is not is damage") {
    CHECK(decoded(R"({"date":[1988,3,4]})").has_value());
    for (const char* date : {"[1988,2,30]",
                             "[1999,2,29]",
                             "[1988,13,1]",
                             "[1988,0,1]",
                             "[1988,1,0]",
                             "[1988,1,32]",
                             "[0,1,1]",
                             "[10000,1,1]",
                             "[-5,1,1]",
                             "[1988,3]",
                             "[1988,3,4,5]",
                             "[]",
                             "{}",
                             "\"1988-03-04\"",
                             "[1988.0,3,4]",
                             "[1988,3,4e0]",
                             "[99999999999999999999,1,1]",
                             "[true,1,1]",
                             "null",
                             "{\"0\":1,\"1\":1,\"2\":1}"}) {
        CAPTURE(date);
        const auto entry = decoded(std::string(R"({"date":)") + date + "}");
        REQUIRE_FALSE(entry.has_value());
        CHECK(entry.error().code == core::ErrorCode::damaged);
    }
}

TEST_CASE("strokes that are too many, too long, outside the box or torn are damage") {
    CHECK(decoded(R"({"signed":"","strokes":[[0,0,3000,1000]]})").has_value());
    std::string many = "[[1,1]", endless = "[[1,1";
    for (std::size_t i = 0; i < most_strokes; ++i)
        many += ",[1,1]";
    for (std::size_t i = 0; i < most_points; ++i)
        endless += ",1,1";
    for (const std::string& strokes :
         {std::string("[[1]]"), std::string("[[1,2,3]]"), std::string("[[]]"), std::string("[[3001,0]]"),
          std::string("[[0,1001]]"), std::string("[[-1,0]]"), std::string("[[1.5,2]]"), std::string("[[\"1\",\"2\"]]"),
          std::string("[1,2]"), std::string("{}"), std::string("null"), std::string("[[18446744073709551615,1]]"),
          std::string("[[65537,1]]"), std::string("[{\"x\":1}]"), many + "]", endless + "]]"}) {
        CAPTURE(strokes.substr(0, 40));
        const auto entry = decoded(R"({"signed":"","strokes":)" + strokes + "}");
        REQUIRE_FALSE(entry.has_value());
        CHECK(entry.error().code == core::ErrorCode::damaged);
    }
    CHECK_FALSE(decoded(R"({"signed":"Maya","strokes":[[1,1]]})").has_value());
    CHECK_FALSE(
        decoded(R"({"signed":")" + std::string(most_typed_signature + 1, 'a') + R"(","strokes":[]})").has_value());
    CHECK_FALSE(decoded(R"({"signed":true,"strokes":[]})").has_value());
    CHECK_FALSE(decoded(R"({"signed":"Maya"})").has_value());
    CHECK_FALSE(decoded(R"({"strokes":[[1,1]]})").has_value());
}

TEST_CASE("a signature with any byte changed comes back whole or not at all") {
    const Entry given = AnswerGiven{item, Signed{{long_stroke(40), {{7, 7}}}, ""}, {}};
    const auto bytes = encode(given);
    std::mt19937 dice(4711);
    for (int i = 0; i < 3000; ++i) {
        auto damaged = bytes;
        for (unsigned changes = 0; changes < 1 + dice() % 3; ++changes)
            damaged[dice() % damaged.size()] = static_cast<std::uint8_t>(dice());
        damaged.resize(damaged.size() - dice() % 2 * (dice() % 20));
        const auto entry = decode_entry(damaged);
        if (!entry) continue;
        const auto* answer = std::get_if<AnswerGiven>(&*entry);
        const auto* sign = answer == nullptr ? nullptr : std::get_if<Signed>(&answer->answer);
        if (sign == nullptr) continue;
        for (const auto& stroke : sign->strokes)
            for (const auto point : stroke)
                CHECK((point.x <= signature_width && point.y <= signature_height));
    }
}

TEST_CASE("whose answers are whose comes back as it was decided, from the journal and from a sealed part") {
    const ItemRef person{{"bonds"}, {"caregiver-1"}}, about{{"bonds"}, {"warm-1"}};
    PartContent content;
    content.answers[person] = Written{"Rosa"};
    content.answers[about] = Chosen{3};
    for (const Entry& entry : {Entry(AnswersAbout{person, "Rosa"}), Entry(AnswersPutAway{person, {about}})}) {
        const auto bytes = encode(entry);
        const auto read = decode_entry(bytes);
        REQUIRE(read.has_value());
        auto again = content;
        replay(content, entry);
        replay(again, *read);
        CHECK(again == content);
        const auto sealed = decode_part(encode(content));
        REQUIRE(sealed.has_value());
        CHECK(*sealed == content);
    }
    CHECK_FALSE(content.answers.contains(about));
}
