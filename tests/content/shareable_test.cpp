// What a form says there is to look at together.
#include "content/words/messages.hpp"
#include "content/words/writing_check.hpp"
#include "refused.hpp"
#include <algorithm>
#include <set>

using namespace content_tests;

namespace {

const std::string ways = R"(
[[item]]
id = "away"
kind = "two_way"
text = "Being away"
response = "agree"
talk_title = "Being there"
talk_prompt = "When do you want each other near?"
)";

// The plain form with words for everything that can be looked at together.
std::string shareable() {
    auto text = plain_with("version = \"1\"\n", "version = \"1\"\nshareable = true\n");
    text = with(text, "\n[[scale]]", ways + "\n[[scale]]");
    return with(text, "high_means = \"Open\"\n",
                "high_means = \"Open\"\nstrength = \"You both talk.\"\nstrength_at = \"low\"\n"
                "talk_title = \"Talking\"\ntalk_prompt = \"What do you talk about?\"\n");
}
std::string shareable_with(std::string_view from, std::string_view to) {
    return with(shareable(), from, to);
}

// With a second scale and a map between the two.
std::string mapped(std::string_view articles) {
    return shareable() + with(one_scale, "\"talk\"", "\"listen\"") +
           "\n[map]\nx = \"talk\"\ny = \"listen\"\nlow_low = \"A\"\nlow_high = \"B\"\nhigh_low = \"C\"\nhigh_high = "
           "\"D\"\n" +
           std::string(articles);
}

}

TEST_CASE("a form keeps its strength, talking cards and the articles of its regions") {
    ContentFolder folder;
    folder.write(m, mapped("high_low_article = \"hello\"\n"));
    CHECK(folder.diagnostics().empty());
    const auto content = folder.load();
    const auto& form = content.modules.at({"plain"});
    CHECK(form.shareable);
    CHECK(form.scales.front().strength == "You both talk.");
    CHECK(form.scales.front().strength_at == model::End::low);
    CHECK(form.scales.front().talk == model::TalkCard{"Talking", "What do you talk about?"});
    CHECK(form.scales.back().strength_at == model::End::high);
    CHECK(form.items.back().talk.title == "Being there");
    REQUIRE(form.map.has_value());
    CHECK(form.map->articles[2] == core::ArticleId{"hello"});
    CHECK(form.map->articles[0].empty());
}

TEST_CASE("each fault of what may be looked at together is named with its line and key") {
    const std::string closed = "shareable = true\n";
    each_is_refused({
        {"strength in a form that is not shareable", m, shareable_with(closed, ""),
         "scale talk.strength: belongs to a module with shareable = true"},
        {"talk in a form that is not shareable", m, shareable_with(closed, ""),
         "item away.talk_prompt: belongs to a module with shareable = true"},
        {"private form", m, shareable_with(closed, "shareable = true\nprivate = true\n"),
         "shareable: a private module reaches the therapist alone"},
        {"strength of a private form", m, shareable_with(closed, "shareable = true\nprivate = true\n"),
         "scale talk.strength: does not belong to what is private"},
        {"private item", m,
         shareable_with("talk_title = \"Being there\"", "private = true\ntalk_title = \"Being there\""),
         "item away.talk_title: does not belong to what is private"},
        {"private scale", m, shareable_with("method =", "private = true\nmethod ="),
         "scale talk.talk_prompt: does not belong to what is private"},
        {"title alone", m, shareable_with("talk_prompt = \"When do you want each other near?\"\n", ""),
         "plain.toml:25: item away.talk_prompt: is missing; talk_title and talk_prompt stand together"},
        {"prompt alone", m, shareable_with("talk_title = \"Talking\"\n", ""), "scale talk.talk_title: is missing"},
        {"title too long", m, shareable_with("\"Talking\"", "\"" + std::string(41, 'x') + "\""),
         "scale talk.talk_title: is longer than 40 characters"},
        {"prompt too long", m, shareable_with("What do you talk about?", std::string(121, 'x')),
         "scale talk.talk_prompt: is longer than 120 characters"},
        {"strength too long", m, shareable_with("You both talk.", std::string(91, 'x')),
         "scale talk.strength: is longer than 90 characters"},
        {"unknown end", m, shareable_with("\"low\"", "\"left\""), "strength_at: \"left\" is unknown; allowed are: low"},
        {"end without a strength", m, plain_with("method =", "strength_at = \"low\"\nmethod ="),
         "scale talk.strength_at: belongs to a scale with strength or talk_title"},
        {"talk of a question that is scored", m,
         shareable_with("text = \"We talk.\"", "text = \"We talk.\"\ntalk_title = \"Talk\""),
         "item first.talk_title: is unknown here"},
        {"joint", "modules/ours.toml", with(joint_module, "joint = true", "joint = true\nshareable = true"),
         "shareable: a joint module is both partners' already"},
        {"repeated", m,
         shareable_with("\n[[response]]", "\n[repeat]\nid = \"who\"\nmost = 1\nask = \"Who?\"\n\n[[response]]"),
         "shareable: a module that is repeated has nothing that both answered"},
        {"nothing to offer", m, plain_with("version =", "shareable = true\nversion ="),
         "plain.toml:5: shareable: there is nothing to look at together"},
        {"region of an unknown article", m, mapped("low_high_article = \"none\"\n"),
         "map.low_high_article: there is no article \"none\"; its file would be articles/none.md"},
        {"region of no id", m, mapped("low_high_article = \"No Id\"\n"),
         "map.low_high_article: \"No Id\" is not an id"},
    });
}

TEST_CASE("what is looked at together keeps the rules of writing") {
    ContentFolder folder;
    auto text = shareable_with("You both talk.", "You both have an enmeshed way of talking.");
    text = with(text, "What do you talk about?",
                "Considering institutional responsibilities, what communication opportunities continuously "
                "deteriorate this afternoon?");
    folder.write(m, with(text, "\"Being there\"", "\"Your wife\""));
    CHECK(folder.diagnostics().empty());
    const auto report = content::check_writing(folder.load(), content::english_writing());
    CHECK(one_says(report.breaches, "scale talk.strength: \"enmeshed\" is a word of the clinic"));
    CHECK(one_says(report.breaches, "scale talk.talk_prompt: reads at grade"));
    CHECK(one_says(report.breaches, "item away.talk_title: \"wife\" says who a partner is"));
    CHECK(report.breaches.size() == 3);
}

TEST_CASE("each of these words has a context of its own for translators") {
    ContentFolder folder;
    folder.write(m, shareable());
    auto content = folder.load();
    std::set<std::string> contexts;
    content::for_each_text(
        content, [&](const std::string& context, std::string&, const std::string&) { contexts.insert(context); });
    for (const auto* context : {"plain.scale.talk.strength", "plain.scale.talk.talk_title",
                                "plain.scale.talk.talk_prompt", "plain.away.talk_title", "plain.away.talk_prompt"})
        CHECK_MESSAGE(contexts.contains(context), context);
}

TEST_CASE("the shipped forms offer something to look at together for everything that is not private") {
    const auto loaded = content::load(shipped_content());
    REQUIRE(loaded.has_value());
    std::set<std::string> forms;
    for (const auto& [id, form] : loaded->modules) {
        if (form.shareable) forms.insert(id.value);
        for (const auto& scale : form.scales) {
            CAPTURE(id.value + "." + scale.id.value);
            // What is answered both ways has cards of its items.
            if (std::ranges::any_of(scale.keys, [](const auto& key) { return key.way.has_value(); })) {
                CHECK(scale.strength.empty());
                CHECK(scale.talk.title.empty());
                continue;
            }
            CHECK(scale.strength.empty() == !form.shareable);
            CHECK(scale.talk.title.empty() == !form.shareable);
        }
        for (const auto& item : form.items) {
            CAPTURE(id.value + "." + item.id.value);
            CHECK(item.talk.title.empty() ==
                  (item.is_private || item.kind != model::ItemKind::two_way || !form.shareable));
        }
    }
    CHECK(forms == std::set<std::string>{"check-in", "cycle", "how-i-connect", "same-side", "satisfaction", "wear"});
    const auto& regions = loaded->modules.at({"how-i-connect"}).map->articles;
    for (const auto& id : regions)
        CHECK(std::ranges::find(loaded->articles, id, &model::Article::id) != loaded->articles.end());
}

TEST_CASE("no talking card blames: a prompt is a question, and no title names what wears a couple down") {
    const auto loaded = content::load(shipped_content());
    REQUIRE(loaded.has_value());
    for (const auto& [id, form] : loaded->modules)
        for (const auto& item : form.items) {
            if (item.talk.title.empty()) continue;
            CAPTURE(item.talk.title);
            CHECK(item.talk.title != item.text);
            CHECK(item.talk.prompt.ends_with("?"));
        }
}
