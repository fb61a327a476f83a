// The language that a question stood in goes with its answer: how a form does is told by language.
#include "model/form/journal.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

const ItemRef asked{{"form"}, {"ask"}};

enum class Asks { choice, text };

Content content_in(const std::string& language, Asks asks = Asks::choice) {
    Content content;
    content.language = language;
    auto& form = content.modules[{"form"}];
    form.id = {"form"};
    if (asks == Asks::choice)
        form.items = {{.id = {"ask"}, .kind = ItemKind::choice, .choices = {{1, "One"}, {2, "Two"}}}};
    else
        form.items = {{.id = {"tell"}, .kind = ItemKind::long_text, .max_bytes = 200}};
    content.packets = {{.id = {"packet"}, .title = "Packet", .modules = {{"form"}}, .joint_module = {}}};
    return content;
}

State at_the_question(const std::string& language, std::shared_ptr<const AskedForm> form = {},
                      Asks asks = Asks::choice) {
    State state;
    state.content = std::make_shared<const Content>(content_in(language, asks));
    state.practice = std::make_shared<const Practice>();
    screen::ModuleIntro intro;
    intro.session.seat.sitting.packet = {"packet"};
    intro.session.seat.sitting.form = std::move(form);
    state.screen = std::move(intro);
    return update(std::move(state), action::ReadyTapped{}, {}).state;
}

const PartContent& content_at(const State& state) {
    const auto* question = std::get_if<screen::Question>(&state.screen);
    REQUIRE(question != nullptr);
    return question->session.content;
}

}

TEST_CASE("an answer says in which language it was asked, a choice and a text alike") {
    auto state = at_the_question("es");
    CHECK(content_at(state).languages.empty());
    state = update(std::move(state), action::ChoiceTapped{1}, {}).state;
    CHECK(content_at(state).languages == std::set<std::string>{"es"});

    auto writing = at_the_question("es", {}, Asks::text);
    writing = update(std::move(writing), action::KeyTyped{"x"}, {}).state;
    writing = update(std::move(writing), action::DoneTyping{}, {{}, core::SteadyTime(std::chrono::hours(1))}).state;
    CHECK(content_at(writing).languages == std::set<std::string>{"es"});
}

TEST_CASE("a form that was not kept in the language spoken is asked in the source language, and says so") {
    AskedForm form;
    form.in.emplace("en", content_in("en"));
    auto state = at_the_question("es", std::make_shared<const AskedForm>(form));
    state = update(std::move(state), action::ChoiceTapped{1}, {}).state;
    CHECK(content_at(state).languages == std::set<std::string>{"en"});
}

TEST_CASE("the language is in the journal and in the sealed part, and what was written without it still reads") {
    PartContent content;
    for (const auto* language : {"es", "en", "es"}) {
        const AnswerGiven given{asked, Chosen{2}, {}, language};
        const auto entry = decode_entry(encode(Entry{given}));
        REQUIRE(entry);
        CHECK(std::get<AnswerGiven>(*entry).language == language);
        replay(content, *entry);
    }
    CHECK(content.languages == std::set<std::string>{"en", "es"});
    const auto sealed = decode_part(encode(content));
    REQUIRE(sealed);
    CHECK(*sealed == content);

    const std::string before = R"({"answers":[],"released":[],"schema":2})";
    const auto old = decode_part(std::vector<std::uint8_t>(before.begin(), before.end()));
    REQUIRE(old);
    CHECK(old->languages.empty());
    const auto without = encode(Entry{AnswerGiven{asked, Chosen{2}, {}}});
    CHECK(std::string(without.begin(), without.end()).find("\"in\"") == std::string::npos);
    CHECK(std::get<AnswerGiven>(*decode_entry(without)).language.empty());
}
