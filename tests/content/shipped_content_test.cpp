#include "a_content_folder.hpp"
#include "content/forms/module_file.hpp"
#include "content/read/letters.hpp"
#include "content/words/writing_check.hpp"
#include "model/form/pace.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <iterator>
#include <set>

using namespace content_tests;
using model::ItemKind;

namespace {

const model::Content& shipped() {
    static const model::Content content = content::load(shipped_content()).value();
    return content;
}

const model::Module& module(const char* id) {
    const model::Module* found = model::find_module(shipped(), {id});
    REQUIRE(found != nullptr);
    return *found;
}

std::string text_of(const model::Article& article) {
    std::string text = article.title + "\n";
    for (const model::Block& block : article.blocks) {
        for (const model::Span& span : block.spans)
            text += span.text;
        text += "\n";
    }
    return text;
}

double grade(const std::string& text) {
    return content::reading_level(text, content::english_reading()).figure;
}

}

TEST_CASE("the shipped content has no complaint") {
    auto lines = content::check(shipped_content());
    REQUIRE(lines.has_value());
    for (const std::string& line : *lines)
        CHECK_MESSAGE(false, line);
    CHECK(lines->empty());
}

TEST_CASE("the first visit asks its modules in the agreed order and ends with the joint mission") {
    REQUIRE_FALSE(shipped().packets.empty());
    const model::Packet& first = shipped().packets.front();
    std::vector<std::string> order;
    for (const core::ModuleId& id : first.modules)
        order.push_back(id.value);
    CHECK(order == std::vector<std::string>{"about-us", "same-side", "how-i-connect", "wear", "steady", "my-mission"});
    CHECK(first.joint_module->value == "our-mission");
    for (const model::Packet& packet : shipped().packets)
        CHECK_FALSE(model::why_not(shipped(), packet).has_value());
}

TEST_CASE("about us meets every kind of question a first form needs") {
    std::set<ItemKind> kinds;
    for (const model::Item& item : module("about-us").items)
        kinds.insert(item.kind);
    CHECK(kinds == std::set{ItemKind::choice, ItemKind::choices, ItemKind::number, ItemKind::zero_to_ten,
                            ItemKind::short_text, ItemKind::long_text, ItemKind::consent, ItemKind::signature});
    CHECK(module("about-us").items.size() <= 13);
    // What is signed stands on the page before.
    CHECK(module("about-us").items[0].kind == ItemKind::consent);
    CHECK(module("about-us").items[1].kind == ItemKind::signature);
}

TEST_CASE("the second visit asks where it began, how it goes round, how it is and where to go") {
    const model::Packet* second = model::find_packet(shipped(), {"second-visit"});
    REQUIRE(second != nullptr);
    CHECK(second->modules ==
          std::vector<core::ModuleId>{{"first-bonds"}, {"roots"}, {"cycle"}, {"satisfaction"}, {"direction"}});
}

TEST_CASE("what only some couples are asked is in no packet of a first, second or later visit") {
    for (const char* packet : {"first-visit", "second-visit", "short-first-visit", "whole-intake", "later-visit"}) {
        CAPTURE(packet);
        const model::Packet* found = model::find_packet(shipped(), {packet});
        REQUIRE(found != nullptr);
        for (const char* form : {"closeness", "parents", "distress", "substances", "life"})
            CHECK(std::ranges::find(found->modules, core::ModuleId{form}) == found->modules.end());
    }
}

TEST_CASE("the policy on secrets stands before what is signed, and the screen is turned before what is private") {
    CHECK(module("about-us").items[1].kind == ItemKind::signature);
    CHECK(shipped().secrets_policy.starts_with("Turn the screen so that only you see it."));
    for (const char* form : {"wear", "steady", "direction", "substances", "life"}) {
        CAPTURE(form);
        CHECK(module(form).notice.find("Turn the screen so that only you see it.") != std::string::npos);
    }
}

TEST_CASE("whether to stay together is asked in private alone, and so is what the other must not read") {
    CHECK(module("direction").is_private);
    for (const auto& [id, form] : shipped().modules)
        for (const model::Item& item : form.items)
            for (const model::Choice& choice : item.choices)
                if (choice.label.find("stay together") != std::string::npos) CHECK(model::is_private(form, item));
    for (const auto& [form, item] : {std::pair{"about-us", "brings"},
                                     {"about-us", "topics"},
                                     {"roots", "roots"},
                                     {"check-in", "one-line"},
                                     {"goal", "own-words"},
                                     {"after-session", "words"}}) {
        CAPTURE(item);
        const model::Item* found = model::find_item(module(form), {item});
        REQUIRE(found != nullptr);
        CHECK(found->author_only);
        CHECK_FALSE(model::is_private(module(form), *found)); // the therapist reads it with the rest
    }
}

TEST_CASE("the alliance has eighteen items, each in one facet, and a third of them reversed") {
    const model::Module& alliance = module("same-side");
    CHECK(alliance.items.size() == 18);
    CHECK(std::ranges::count(alliance.scales.front().keys, true, &model::Key::reversed) == 6);
    std::multiset<std::string> in_facets;
    for (const model::Scale& scale : alliance.scales) {
        CHECK(scale.least_answered * 10 >= scale.keys.size() * 8);
        if (!scale.facet_of) {
            CHECK(scale.id.value == "alliance");
            CHECK(scale.keys.size() == 18);
            continue;
        }
        CHECK(scale.facet_of->value == "alliance");
        for (const model::Key& key : scale.keys) {
            in_facets.insert(key.item.value);
            auto whole = std::ranges::find(alliance.scales.front().keys, key.item, &model::Key::item);
            REQUIRE(whole != alliance.scales.front().keys.end());
            CHECK(whole->reversed == key.reversed);
        }
    }
    CHECK(alliance.scales.size() == 5);
    for (const model::Item& item : alliance.items)
        CHECK(in_facets.count(item.id.value) == 1);
}

TEST_CASE("how I connect has seven items for each of two scales and a map of them") {
    const model::Module& connect = module("how-i-connect");
    CHECK(connect.items.size() == 14);
    REQUIRE(connect.scales.size() == 2);
    for (const model::Scale& scale : connect.scales) {
        CHECK(scale.keys.size() == 7);
        CHECK(scale.least_answered == 6);
        CHECK(std::ranges::count(scale.keys, true, &model::Key::reversed) >= 2);
    }
    REQUIRE(connect.map.has_value());
    CHECK(connect.map->x.value == "avoidance");
    CHECK(connect.map->low_low == "Secure");
    CHECK(connect.map->low_high.starts_with("Anxious"));
}

TEST_CASE("every element of wear is asked both ways, and abuse and control stay private") {
    const model::Module& wear = module("wear");
    CHECK(wear.items.size() == 19);
    std::set<std::string> privates;
    for (const model::Item& item : wear.items) {
        CHECK(item.kind == ItemKind::two_way);
        CHECK(item.choices.size() == 5);
        CHECK(item.text.starts_with("My partner ") != item.text.starts_with("When things go wrong, my partner "));
        CHECK(item.detail.ends_with(" Think of the past three months."));
        CHECK(item.text.find(item.chart_label) == std::string::npos); // a name for the therapist alone
        if (item.is_private) privates.insert(item.id.value);
    }
    CHECK(privates == std::set<std::string>{"verbal-abuse", "physical-abuse", "spiritual-abuse", "power-and-control"});
    CHECK(wear.scales.empty());
    CHECK_FALSE(wear.notice.empty());
}

TEST_CASE("feeling safe is private, is not scored and says so before it asks") {
    const model::Module& steady = module("steady");
    CHECK(steady.is_private);
    CHECK(steady.items.size() == 13);
    CHECK(steady.scales.empty());
    CHECK(steady.notice.find("therapist") != std::string::npos);
    CHECK(steady.notice.find("skip") != std::string::npos);
    CHECK(steady.notice.find("Turn the screen") != std::string::npos);
    CHECK(
        std::ranges::all_of(steady.items, [](const model::Item& item) { return item.enable_when.conditions.empty(); }));
}

TEST_CASE("pursuing and withdrawing are asked of both, as often of the one as of the other") {
    const model::Module& cycle = module("cycle");
    CHECK(cycle.items.size() == 6);
    for (const model::Item& item : cycle.items)
        CHECK(item.kind == ItemKind::two_way);
}

TEST_CASE("the small scales have four items, one of them reversed, and distress is a sum") {
    for (const char* form : {"satisfaction", "closeness", "parents"}) {
        CAPTURE(form);
        const model::Scale& scale = module(form).scales.at(0);
        CHECK(scale.method == model::Method::mean);
        CHECK(scale.keys.size() == 4);
        CHECK(std::ranges::count(scale.keys, true, &model::Key::reversed) == 1);
    }
    CHECK(module("distress").scales.at(0).method == model::Method::sum);
    CHECK(module("distress").scales.at(0).cuts.empty());
}

TEST_CASE("the person who gave care is named in the middle of a sentence, never at its beginning") {
    for (const model::Item& item : module("first-bonds").items)
        CHECK_FALSE(item.text.starts_with("{person}"));
}

TEST_CASE("the mission texts are five, each for its author to release, and one together") {
    const model::Module& mine = module("my-mission");
    CHECK(mine.items.size() == 5);
    for (const model::Item& item : mine.items) {
        CHECK(item.kind == ItemKind::long_text);
        CHECK(item.releasable);
        CHECK_FALSE(item.starters.empty());
    }
    CHECK(module("our-mission").joint);
}

TEST_CASE("the shipped content keeps every rule of writing") {
    const auto report = content::check_writing(shipped(), content::english_writing());
    for (const auto& line : report.breaches)
        CHECK_MESSAGE(false, line);
    CHECK(report.notes.empty());
    CHECK(report.figures.size() == shipped().modules.size() + shipped().articles.size() + 1);
}

TEST_CASE("articles, instructions and notices read at grade 6 or lower") {
    for (const model::Article& article : shipped().articles) {
        CAPTURE(article.title);
        CAPTURE(grade(text_of(article)));
        CHECK(grade(text_of(article)) <= 6.0);
        CHECK(content::words_of(text_of(article)).size() >= 150);
        CHECK(content::words_of(text_of(article)).size() <= 250);
        CHECK_FALSE(article.picture.empty());
    }
    CHECK(grade(shipped().secrets_policy) <= 6.0);
    for (const auto& [id, module] : shipped().modules) {
        CAPTURE(id.value);
        CAPTURE(grade(module.intro));
        CHECK(grade(module.intro) <= 6.0);
        if (!module.notice.empty()) CHECK(grade(module.notice) <= 6.0);
    }
}

TEST_CASE("the eleven explanations are offered in the agreed order, each with a drawing of its name") {
    std::vector<std::string> order;
    for (const model::Article& article : shipped().articles) {
        order.push_back(article.id.value);
        CHECK(article.picture == article.id.value);
    }
    CHECK(order == std::vector<std::string>{"couple-bubble", "where-bonds-begin", "secure", "ambivalent", "avoidant",
                                            "disorganized", "past-into-love", "healing", "familiar-pulls",
                                            "cracks-and-craters", "writing-a-mission"});
}

TEST_CASE("each pattern is told as a child, in love, what it protects, what helps and what a partner can do") {
    for (const char* id : {"secure", "ambivalent", "avoidant", "disorganized"}) {
        CAPTURE(id);
        auto found = std::ranges::find(shipped().articles, core::ArticleId{id}, &model::Article::id);
        REQUIRE(found != shipped().articles.end());
        std::vector<std::string> headings;
        for (const model::Block& block : found->blocks)
            if (block.kind == model::BlockKind::heading) headings.push_back(block.spans.front().text);
        REQUIRE(headings.size() == 5);
        CHECK(headings[0] == "In a child");
        CHECK(headings[1] == "In a grown-up who loves");
        CHECK(headings[2] == "What it protects");
        CHECK(headings[3].starts_with("What helps"));
        CHECK(headings[4] == "What a partner can do");
    }
}

TEST_CASE("no explanation tells its reader what they are") {
    for (const model::Article& article : shipped().articles) {
        CAPTURE(article.title);
        auto words = content::words_of(text_of(article));
        CHECK(std::ranges::count(words, std::string("you're")) == 0);
        const std::vector<std::string> you_are{"you", "are"};
        CHECK(std::ranges::search(words, you_are).empty());
    }
}

TEST_CASE("every character shipped is one the kiosk's font has") {
    auto drawable = [](const std::string& text) { return content::strange_letters(text).empty(); };
    for (const auto& [id, module] : shipped().modules) {
        CHECK(drawable(module.title + module.intro + module.notice));
        for (const model::Item& item : module.items) {
            CHECK(drawable(item.text + item.detail + item.chart_label));
            for (const std::string& starter : item.starters)
                CHECK(drawable(starter));
        }
    }
    for (const model::Article& article : shipped().articles)
        CHECK(drawable(text_of(article)));
}

TEST_CASE("the examples of the manual are accepted as they stand") {
    std::ifstream file(shipped_content() / "README.md");
    std::string manual{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> examples;
    for (std::size_t at = 0; (at = manual.find("```toml\n", at)) != std::string::npos;) {
        std::size_t end = manual.find("```", at + 8);
        examples.push_back(manual.substr(at + 8, end - at - 8));
        at = end + 3;
    }
    auto example_with = [&](std::string_view words) {
        auto found = std::ranges::find_if(
            examples, [&](const std::string& example) { return example.find(words) != std::string::npos; });
        REQUIRE(found != examples.end());
        return *found;
    };
    // What stands there for a form that is not published.
    const auto own_range_of = [](const std::string& example) {
        const std::size_t begin = example.find("uncertainty = "), end = example.find("low_means");
        return example.substr(begin, end - begin);
    };
    ContentFolder folder;
    const std::string week = example_with("id = \"our-week\"");
    folder.write("modules/our-week.toml", week);
    folder.write("packets.toml", packets + "\n" + example_with("[[packet]]"));
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().packets.size() == 2);

    folder.write("modules/our-week.toml", with(week, own_range_of(week), example_with("\"sem\"")));
    CHECK(folder.diagnostics().empty());
    const model::Scale scale = folder.load().modules.at({"our-week"}).scales[0];
    CHECK(scale.cuts.size() == 1);
    CHECK(scale.norms.size() == 1);

    folder.write("bonds.toml", example_with("keys_only"));
    content::Diagnostics diagnostics("bonds.toml");
    CHECK(content::read_module(folder.path() / "bonds.toml", diagnostics).has_value());
    CHECK(diagnostics.empty());
}

TEST_CASE("what asks about ending one's life is asked only where somebody reads it on the same day") {
    for (const auto& [id, form] : shipped().modules)
        CHECK(form.needs_reading_today == (id.value == "life"));
    for (const model::Packet& packet : shipped().packets)
        CHECK(model::needs_reading_today(shipped(), packet) == (packet.id.value == "health"));
}

TEST_CASE("a packet takes the minutes that are planned for it") {
    const auto minutes = [](const char* id) {
        const auto* packet = model::find_packet(shipped(), {id});
        REQUIRE(packet != nullptr);
        return std::chrono::ceil<std::chrono::minutes>(model::time_for(shipped(), *packet)).count();
    };
    CHECK(minutes("second-visit") <= 10);
    CHECK(minutes("later-visit") <= 4);
    CHECK(minutes("after-session") <= 4);
    CHECK(minutes("short-first-visit") < minutes("first-visit"));
    CHECK(minutes("first-visit") < minutes("whole-intake"));
}
