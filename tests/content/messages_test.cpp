#include "content/forms/content.hpp"
#include "content/words/messages.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <map>

namespace {

using content::CatalogueEntry;

model::Content a_content() {
    model::Module module;
    module.id = {"plain"};
    module.file = "modules/plain.toml";
    module.title = "Plain";
    module.intro = "Two questions.\nNo right answers.";
    model::Item first;
    first.id = {"first"};
    first.text = "How are you?";
    first.choices = {{1, "Well"}, {2, "So \"so\""}};
    first.starters = {"I am…", "We are…"};
    auto second = first;
    second.id = {"second"};
    second.text = "And your partner?";
    module.items = {first, second};
    model::Scale scale;
    scale.id = {"calm"};
    scale.title = "Calm";
    scale.low_means = "stirred up";
    scale.high_means = "at rest";
    scale.cuts = {{.at = 3, .means = "calmer than most", .source = "Somebody 1999"}};
    scale.norms = {{.group = "people in Ohio", .source = "Somebody 1999"}};
    module.scales = {scale};
    module.map = model::Map{{"calm"}, {"calm"}, "a", "b", "c", "d"};
    model::Content content;
    content.modules[module.id] = module;
    content.packets = {{.id = {"first"}, .title = "First visit", .modules = {{"plain"}}, .joint_module = {}}};
    content.secrets_policy = "What you write stays here.";
    content.articles = {{.id = {"bubble"},
                         .title = "Your bubble",
                         .picture = {},
                         .blocks = {{model::BlockKind::paragraph, {{"Stay ", false}, {"close", true}, {".", false}}}}}};
    return content;
}

// Says whatever it was told, by "context|english".
class Words final : public core::Catalogue {
public:
    std::map<std::string, std::string> said;
    const char* find(const char* context, const char* english) const override {
        const auto found = said.find(std::string(context) + "|" + english);
        return found == said.end() ? nullptr : found->second.c_str();
    }
    const char* find(const char*, const char*, int) const override { return nullptr; }
};

std::multimap<std::string, std::string> texts_of(model::Content content) {
    std::multimap<std::string, std::string> texts;
    content::for_each_text(content, [&](const std::string& context, std::string& text, const std::string&) {
        texts.emplace(context, text);
    });
    return texts;
}

// A translation of everything, each text in brackets.
std::vector<CatalogueEntry> whole(const model::Content& content) {
    std::vector<CatalogueEntry> messages;
    for (const auto& [context, text] : texts_of(content))
        messages.push_back({.context = context, .english = text, .many = {}, .said = {"[" + text + "]"}});
    return messages;
}

std::vector<std::string> faults(const model::Content& content, const std::vector<CatalogueEntry>& messages,
                                const std::vector<CatalogueEntry>& unsure = {}) {
    return content::check_translation(content, messages, unsure, "locale/es.po").faults;
}

CatalogueEntry* find(std::vector<CatalogueEntry>& messages, const std::string& context) {
    const auto found = std::ranges::find(messages, context, &CatalogueEntry::context);
    REQUIRE(found != messages.end());
    return &*found;
}

}

TEST_CASE("every text that a person reads has a context that says where it stands") {
    const auto texts = texts_of(a_content());
    const auto is = [&](const char* context, const char* text) {
        const auto [from, to] = texts.equal_range(context);
        return std::any_of(from, to, [&](const auto& entry) { return entry.second == text; });
    };
    CHECK(is("plain.title", "Plain"));
    CHECK(is("plain.intro", "Two questions.\nNo right answers."));
    CHECK(is("plain.first.text", "How are you?"));
    CHECK(is("plain.second.starter", "We are…"));
    CHECK(is("plain.choice", "Well"));
    CHECK(is("plain.scale.calm.title", "Calm"));
    CHECK(is("plain.scale.calm.low_means", "stirred up"));
    CHECK(is("plain.scale.calm.cut", "calmer than most"));
    CHECK(is("plain.scale.calm.norm", "people in Ohio"));
    CHECK(is("plain.map.low_high", "b"));
    CHECK(is("packet.first.title", "First visit"));
    CHECK(is("content.secrets_policy", "What you write stays here."));
    CHECK(is("article.bubble.title", "Your bubble"));
    CHECK(is("article.bubble.text", "Stay **close**."));
    CHECK_FALSE(texts.contains("plain.notice"));
    CHECK(texts.size() == 25);
}

TEST_CASE("translated content has the same places and values, and keeps what has no translation") {
    Words words;
    words.said = {{"plain.first.text|How are you?", "¿Cómo estás?"},
                  {"plain.choice|Well", "Bien"},
                  {"article.bubble.text|Stay **close**.", "**Cerca**, siempre **cerca**"}};
    const auto content = a_content();
    const auto made = content::translated(content, words);
    const auto& module = made.modules.at({"plain"});
    CHECK(module.items[0].text == "¿Cómo estás?");
    CHECK(module.items[1].text == "And your partner?");
    for (const auto& item : module.items) {
        CHECK(item.choices[0].label == "Bien");
        CHECK(item.choices[0].value == 1);
        CHECK(item.choices[1].label == "So \"so\"");
    }
    const auto& spans = made.articles[0].blocks[0].spans;
    REQUIRE(spans.size() == 3);
    CHECK(spans[0].text == "Cerca");
    CHECK(spans[0].bold);
    CHECK(spans[1].text == ", siempre ");
    CHECK_FALSE(spans[1].bold);
    CHECK(spans[2].bold);
    CHECK(content.modules.at({"plain"}).items[0].text == "How are you?");
}

TEST_CASE("content without any translation comes out as it went in") {
    const auto content = a_content();
    CHECK(texts_of(content::translated(content, Words{})) == texts_of(content));
}

TEST_CASE("the template names each text once, with its context and every file it stands in") {
    const auto made = content::message_template(a_content());
    CHECK(made.find("#: content/modules/plain.toml\nmsgctxt \"plain.title\"\nmsgid \"Plain\"\nmsgstr \"\"\n") !=
          std::string::npos);
    CHECK(made.find("msgid \"\"\n\"Two questions.\\n\"\n\"No right answers.\"\n") != std::string::npos);
    CHECK(made.find("msgid \"So \\\"so\\\"\"") != std::string::npos);
    CHECK(made.find("msgid \"Well\"") == made.rfind("msgid \"Well\""));
    CHECK(made.find("POT-Creation-Date") == std::string::npos);
    CHECK(made == content::message_template(a_content()));
}

TEST_CASE("a whole translation has no faults") {
    CHECK(faults(a_content(), whole(a_content())).empty());
}

TEST_CASE("a text without a translation is named with its file") {
    auto messages = whole(a_content());
    std::erase_if(messages, [](const CatalogueEntry& message) { return message.context == "plain.second.text"; });
    const auto lines = faults(a_content(), messages);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0] == "locale/es.po: plain.second.text: has no translation of \"And your partner?\" "
                      "(modules/plain.toml)");
}

TEST_CASE("one changed source text makes its translation stale, and one that is gone too") {
    auto content = a_content();
    const auto messages = whole(content);
    content.modules.at({"plain"}).items[0].text = "How are you today?";
    content.articles[0].title.clear();
    const auto lines = faults(content, messages);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].find("plain.first.text: has no translation of \"How are you today?\"") != std::string::npos);
    CHECK(std::ranges::any_of(lines, [](const std::string& line) {
        return line == "locale/es.po: plain.first.text: is stale, its source text has changed: \"How are you?\"";
    }));
    CHECK(std::ranges::any_of(lines, [](const std::string& line) {
        return line == "locale/es.po: article.bubble.title: is stale, its source text is gone: \"Your bubble\"";
    }));
}

TEST_CASE("what could not be read is not said to be gone from the translation") {
    auto content = a_content();
    const auto messages = whole(content);
    content.packets.clear();
    content.articles.clear();
    content.secrets_policy.clear();
    content.modules.at({"plain"}).items[0].text = "How are you today?";
    content.broken = {{"packets", "packets.toml:1: is not TOML"}};
    const auto lines = faults(content, messages);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].find("plain.first.text: has no translation of") != std::string::npos);
    CHECK(lines[1].find("plain.first.text: is stale, its source text has changed") != std::string::npos);
}

TEST_CASE("a translation that its translator marked fuzzy counts as none and is said to be fuzzy") {
    auto messages = whole(a_content());
    const auto all = messages;
    std::erase_if(messages, [](const CatalogueEntry& message) { return message.context == "plain.title"; });
    const auto lines = faults(a_content(), messages, all);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("plain.title: is marked fuzzy") != std::string::npos);
}

TEST_CASE("places and bold marks must be those of the source, in the program's sentences too") {
    auto messages = whole(a_content());
    find(messages, "article.bubble.text")->said = {"Quédate **cerca."};
    messages.push_back({"thanks.title", "Thank you, {name}.", {}, {"Gracias, {nombre}."}});
    messages.push_back({"n", "one visit", "{n} visits", {"una visita", "{n} visitas"}});
    messages.push_back({"m", "one visit", "{n} visits", {"una visita", "visitas"}});
    messages.push_back({"o", "one visit", "{n} visits", {"una visita", ""}});
    const auto lines = faults(a_content(), messages);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].find("article.bubble.text: has a ** without its other half") != std::string::npos);
    CHECK(lines[1].find("thanks.title: has the places {nombre}, its source text has {name}") != std::string::npos);
    CHECK(lines[2].find("m: has the places none, its source text has {n}") != std::string::npos);
    CHECK(lines[3].find("o: is empty") != std::string::npos);
}

TEST_CASE("a sentence of the program is not taken for a stale text of the content") {
    auto messages = whole(a_content());
    messages.push_back({"welcome.tap", "Tap anywhere to begin.", {}, {"Toque para empezar."}});
    CHECK(faults(a_content(), messages).empty());
}

TEST_CASE("a form of which nothing is translated is a practice's own: noted, and no fault") {
    const auto content = a_content();
    auto messages = whole(content);
    std::erase_if(messages, [](const CatalogueEntry& message) { return message.context.starts_with("plain."); });
    const auto report = content::check_translation(content, messages, {}, "locale/es.po");
    CHECK(report.faults.empty());
    REQUIRE(report.notes.size() == 1);
    CHECK(report.notes[0] ==
          "locale/es.po: plain (modules/plain.toml): has no translation at all; it is shown in its own "
          "words");
}
