// Forms as they were asked: how they are kept, what is read of them, and whose privacy counts.
#include "a_couple.hpp"
#include "model/form/asked_form.hpp"
#include "model/form/privacy.hpp"
#include <doctest/doctest.h>

using namespace model_tests;

namespace {

// Every field has a value that it does not begin with.
Module with_every_field() {
    Module module{.id = {"id"},
                  .title = "title",
                  .intro = "intro",
                  .notice = "notice",
                  .rights = "rights",
                  .version = "72",
                  .is_private = true,
                  .joint = true,
                  .shareable = true,
                  .fixed_wording = true,
                  .needs_reading_today = true,
                  .after_session = true,
                  .same_items_as = core::ModuleId{"other"},
                  .file = "modules/id.toml",
                  .keys_only = true,
                  .already_reversed = true,
                  .missing = {-9, 99},
                  .missing_words = {"NA"}};
    module.items = {{.id = {"item"},
                     .kind = ItemKind::date,
                     .text = "text “with” ñ",
                     .detail = "detail",
                     .choices = {{-1, "no"}, {2, ""}},
                     .minimum = -3,
                     .maximum = 4,
                     .decimals = 2,
                     .unit = "years",
                     .low_label = "low",
                     .high_label = "high",
                     .max_bytes = 500,
                     .starters = {"I", "We"},
                     .is_private = true,
                     .given = true,
                     .author_only = true,
                     .brief = InBrief::hope,
                     .opens_private = true,
                     .releasable = true,
                     .may_prefer_not = true,
                     .chart_label = "chart",
                     .talk = {"talk", "prompt"},
                     .enable_when = {.conditions = {{{"before"}, Test::at_most, -2}}, .any = true},
                     .words_of = {"words"},
                     .person = core::ItemId{"person"}}};
    module.scales = {{.id = {"scale"},
                      .title = "title",
                      .method = Method::sum,
                      .keys = {{{"item"}, true, {{1, 2}, {3, -4}}, -5, Way::from_me}, {{"other"}, false}},
                      .minimum = -1,
                      .maximum = 5,
                      .add = -7,
                      .divide_by = 9,
                      .least_answered = 2,
                      .uncertainty = Uncertainty::sem,
                      .facet_of = core::ScaleId{"whole"},
                      .low_means = "low",
                      .high_means = "high",
                      .strength = "strength",
                      .talk = {"talk", "prompt"},
                      .strength_at = End::low,
                      .is_private = true,
                      .prorate = true,
                      .standard_deviation = Published{0.1, "source"},
                      .reliability = Published{0.93, "source"},
                      .cuts = {{2.5, Side::below, Bound::exclusive, "means", "source"}},
                      .norms = {{"group", 3.25, 0.5, "source"}},
                      .words_of = {"words"},
                      .person = core::ItemId{"person"}}};
    module.map = Map{{"x"}, {"y"}, "ll", "lh", "hl", "hh", {core::ArticleId{"one"}, {}, {}, core::ArticleId{"four"}}};
    return module;
}

Contents kept(const Contents& contents) {
    auto read = decode_contents(encode(contents));
    REQUIRE(read.has_value());
    return *read;
}

Content a_form() {
    return only_packet(couple_content(), {"first"});
}

const Item& item_in(const Content& content, const ItemRef& item) {
    const auto* found = find_item(content.modules.at(item.module), item.item);
    REQUIRE(found != nullptr);
    return *found;
}

}

TEST_CASE("a form that was kept is the same in every field, and so are its bytes") {
    Content content;
    content.packets = {{.id = {"packet"},
                        .title = "Packet",
                        .modules = {{"id"}, {"second"}},
                        .joint_module = core::ModuleId{"joint"},
                        .later_visit = true}};
    content.modules[{"id"}] = with_every_field();
    content.modules[{"second"}] = Module{.id = {"second"}, .items = {{.id = {"item"}}}, .scales = {{.id = {"s"}}}};
    content.secrets_policy = "policy";
    Content other = content;
    other.language = "es";
    other.modules.at({"id"}).title = "título";
    const Contents contents{{"en", content}, {"es", other}};
    const auto again = kept(contents);
    REQUIRE(again.size() == 2);
    for (const auto& [tag, read] : again) {
        CAPTURE(tag);
        CHECK(read.language == tag);
        CHECK(read.modules == contents.at(tag).modules);
        CHECK(read.packets == contents.at(tag).packets);
        CHECK(read.secrets_policy == "policy");
    }
    CHECK(encode(again) == encode(contents));
}

TEST_CASE("whatever is changed in a form, its bytes are others") {
    const auto module = with_every_field();
    const auto before = encode(module);
    const auto differs = [&](auto change) {
        auto changed = module;
        change(changed);
        CHECK(encode(changed) != before);
    };
    differs([](Module& m) { m.version = "73"; });
    differs([](Module& m) { m.items[0].text += "!"; });
    differs([](Module& m) { m.items[0].is_private = false; });
    differs([](Module& m) { m.items[0].opens_private = false; });
    differs([](Module& m) { m.items[0].author_only = false; });
    differs([](Module& m) { m.items[0].brief = InBrief::why; });
    differs([](Module& m) { m.items[0].brief.reset(); });
    differs([](Module& m) { m.items[0].choices[0].value = 0; });
    differs([](Module& m) { m.items[0].kind = ItemKind::choice; });
    differs([](Module& m) { m.scales[0].keys[0].reversed = false; });
    differs([](Module& m) { m.scales[0].keys[0].way = Way::toward_me; });
    differs([](Module& m) { m.after_session = false; });
    differs([](Module& m) { m.scales[0].keys[0].points[1].points = 4; });
    differs([](Module& m) { m.scales[0].keys[0].points[1].from = 2; });
    differs([](Module& m) { m.scales[0].keys[0].unanswered = 0; });
    differs([](Module& m) { m.scales[0].keys[0].unanswered.reset(); });
    differs([](Module& m) { m.scales[0].add = 7; });
    differs([](Module& m) { m.scales[0].divide_by.reset(); });
    differs([](Module& m) { m.scales[0].strength_at = End::high; });
    differs([](Module& m) { m.scales[0].reliability->value = 0.92; });
    differs([](Module& m) { m.map.reset(); });
}

TEST_CASE("bytes that are no form are damaged, and those of a later program are not guessed at") {
    const auto bytes = encode(Contents{{"en", a_form()}});
    for (std::size_t length = 0; length < bytes.size(); length += 97) {
        const auto read = decode_contents(std::span(bytes).first(length));
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == core::ErrorCode::damaged);
    }
    std::string later(bytes.begin(), bytes.end());
    const auto at = later.find("\"schema\":1");
    REQUIRE(at != std::string::npos);
    later.replace(at, 10, "\"schema\":2");
    const auto read = decode_contents(std::vector<std::uint8_t>(later.begin(), later.end()));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == core::ErrorCode::newer_version);
}

TEST_CASE("a form holds its packet's modules, and nothing of a packet that is not there") {
    auto content = couple_content();
    content.packets.front().modules = {{"wear"}};
    content.packets.front().joint_module = core::ModuleId{"mission"};
    const auto form = only_packet(content, {"first"});
    CHECK(form.modules.size() == 2);
    CHECK(form.modules.contains({"wear"}));
    CHECK(form.modules.contains({"mission"}));
    CHECK(form.articles.empty());
    CHECK(can_be_asked(form, {"first"}));
    CHECK(only_packet(content, {"gone"}).packets.empty());
    CHECK_FALSE(can_be_asked(content, {"gone"}));
    content.modules.erase({"wear"});
    CHECK_FALSE(can_be_asked(content, {"first"}));
}

TEST_CASE("a form is read in today's language, or in the source language where it had no other") {
    auto form = std::make_shared<AskedForm>();
    form->in["en"] = a_form();
    form->in["es"] = a_form();
    form->in["es"].language = "es";
    Content today;
    const std::shared_ptr<const AskedForm> none;
    CHECK(&content_of(today, none) == &today);
    CHECK(&content_of(today, form) == &form->in.at("en"));
    today.language = "es";
    CHECK(&content_of(today, form) == &form->in.at("es"));
    today.language = "fr";
    CHECK(&content_of(today, form) == &form->in.at("en"));
    CHECK(content_of(today, std::make_shared<const AskedForm>()).modules.empty());
}

TEST_CASE("what was private then or is private now is private, and what rests on it too") {
    auto then = a_form(), now = couple_content();
    SUBCASE("an item that was, and is not now") {
        now.modules.at({"side"}).items.back().is_private = false;
        CHECK(is_private(stricter(then, now), ref("side", "fear")));
    }
    SUBCASE("a form that was, and is not now") {
        now.modules.at({"safe"}).is_private = false;
        for (auto& item : now.modules.at({"safe"}).items)
            item.is_private = false;
        CHECK(is_private(stricter(then, now), ref("safe", "p1")));
    }
    SUBCASE("an item that is now, with the scales that count it and the map they make") {
        now.modules.at({"connect"}).items.front().is_private = true;
        const auto read = stricter(then, now);
        const auto& module = read.modules.at({"connect"});
        CHECK(is_private(read, ref("connect", "x1")));
        CHECK_FALSE(is_private(read, ref("connect", "x2")));
        CHECK(is_private(module, module.scales[0]));
        CHECK_FALSE(is_private(module, module.scales[1]));
        CHECK_FALSE(module.map.has_value());
    }
    SUBCASE("a form that is now") {
        now.modules.at({"wear"}).is_private = true;
        const auto read = stricter(then, now);
        CHECK(is_private(read.modules.at({"wear"})));
        CHECK_FALSE(read.modules.at({"wear"}).shareable);
    }
    SUBCASE("an item that was asked because of one that is private now") {
        then.modules.at({"side"}).items[1].enable_when.conditions = {{{"s1"}, Test::equals, 3}};
        then.modules.at({"side"}).items[2].enable_when.conditions = {{{"s2"}, Test::answered, 0}};
        now.modules.at({"side"}).items[0].is_private = true;
        const auto read = stricter(then, now);
        for (const auto* id : {"s1", "s2", "s3"})
            CHECK(is_private(read, ref("side", id)));
        CHECK_FALSE(is_private(read, ref("side", "s4")));
    }
    SUBCASE("what may not be shared or released any more is not") {
        now.modules.at({"side"}).shareable = false;
        now.modules.at({"mission"}).items[0].releasable = false;
        const auto read = stricter(then, now);
        CHECK_FALSE(read.modules.at({"side"}).shareable);
        CHECK_FALSE(item_in(read, ref("mission", "me")).releasable);
        CHECK(item_in(read, ref("mission", "us")).releasable);
    }
    SUBCASE("what is gone now is as it was") {
        const auto read = stricter(then, {});
        CHECK(read.modules == then.modules);
    }
    SUBCASE("a change that nobody would mind changes nothing") {
        for (auto& [id, module] : now.modules)
            module.title = "New";
        CHECK(stricter(then, now).modules == then.modules);
    }
}
