// Names and texts in any script, as people read and write them.
#include "kit_support.hpp"
#include "staff_samples.hpp"
#include "support/layout_check.hpp"
#include "ui/kit/setter.hpp"
#include <chrono>

using namespace ui;
using kit::part;
using kit::pixels_of;
using kit::written;

namespace {

const std::string hebrew = "שלום עולם", family = "👩‍👩‍👧";

int pixels_with_color(Rect rect) {
    const auto image = support::offscreen(support::lying, 100).image();
    int count = 0;
    for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.bottom()); ++y)
        for (int x = static_cast<int>(rect.x); x < static_cast<int>(rect.right()); ++x) {
            const auto at = 4 * static_cast<std::size_t>(y * image.width + x);
            count += image.rgba[at] > 200 && image.rgba[at + 2] < 100; // yellow
        }
    return count;
}

}

TEST_CASE("words of many scripts stand on a screen, and an emoji has its colours") {
    const Tree tree = part([](Page& page) {
        page.text({64, 100, 600, 0}, "Maya, مايا, מאיה, Μάγια, Майя, माया, มายา, 玛雅");
        page.text({64, 300, 600, 0}, "😀", {.style = Style::title});
    });
    REQUIRE(tree.widgets.size() == 2);
    CHECK(pixels_of(colors(model::Theme::day).ink, tree.widgets[0].rect) > 200);
    CHECK(pixels_with_color(tree.widgets[1].rect) > 100);
}

TEST_CASE("what no font has is a box that can be seen, with its number") {
    const std::string odd = "\xF4\x8F\xBF\xBD"; // U+10FFFD
    Setter setter;
    CHECK(setter.set({.text = odd, .faces = {{odd.size(), 24, Weight::regular}}, .width = {}}).without_font == 1);
    const Tree tree = part([&](Page& page) { page.text({64, 100, 600, 0}, "Maya " + odd); });
    part([&](Page& page) { page.text({64, 100, 600, 0}, "Maya "); });
    const int without = pixels_of(colors(model::Theme::day).ink, tree.widgets[0].rect);
    part([&](Page& page) { page.text({64, 100, 600, 0}, "Maya " + odd); });
    CHECK(pixels_of(colors(model::Theme::day).ink, tree.widgets[0].rect) > without + 10);
}

TEST_CASE("a paragraph of a script that is written from the right begins at the right of its box") {
    const Tree tree = part([](Page& page) {
        page.text({64, 100, 600, 0}, hebrew + " Maya");
        page.text({64, 200, 600, 0}, "Maya " + hebrew);
        page.text({64, 300, 600, 0}, "Maya\n" + hebrew);
        page.text({64, 400, 600, 0}, hebrew, {.align = Align::center});
        page.text({64, 500, 600, 0}, fill("{name} is next.", {{"name", hebrew}}));
        page.text({64, 600, 600, 0}, hebrew, {.weight = Weight::bold}); // a name beside its mark
    });
    CHECK(tree.widgets[0].rect.right() == doctest::Approx(664).epsilon(0.001));
    CHECK(tree.widgets[0].rect.x > 400);
    CHECK(tree.widgets[1].rect.x == 64);
    CHECK(tree.widgets[2].rect.x == 64);
    CHECK(tree.widgets[2].rect.right() == 664);
    CHECK(tree.widgets[3].rect.center().x == doctest::Approx(364).epsilon(0.01));
    CHECK(tree.widgets[4].rect.x == 64);
    CHECK(tree.widgets[5].rect.x == 64);
}

TEST_CASE("the caret stands where the next letter goes, also where letters go to the left") {
    const auto box = [](const std::string& text) {
        const Tree tree = part([&](Page& page) {
            page.writing_box({64, 160, 1152, 184}, written(text, text.size()), true, "text", "Your answer");
        });
        return *tree.find_id("text");
    };
    const Widget alone = box("שלום");
    REQUIRE(alone.carets.size() == 5);
    CHECK(alone.carets.front().x > 1100);
    for (std::size_t stop = 1; stop < alone.carets.size(); ++stop)
        CHECK(alone.carets[stop].x < alone.carets[stop - 1].x);
    const Widget longer = box("שלום ע");
    CHECK(longer.carets.back().x < alone.carets.back().x);
    // In a line of Latin letters the word grows at its left end.
    const Widget within = box("abc שלו");
    CHECK(within.carets.back().x == doctest::Approx(within.carets[4].x).epsilon(0.01));
    const auto meant = tap(alone, {alone.carets[2].x + 1, alone.carets[2].y + 5});
    REQUIRE(meant);
    CHECK(meant->as<model::action::CaretPlaced>()->byte == 4);
}

TEST_CASE("a picture of several code points is one letter") {
    const Tree tree = part([](Page& page) {
        page.writing_box({64, 160, 1152, 184}, written(family, family.size()), true, "text", "Your answer");
    });
    CHECK(tree.find_id("text")->caret_bytes == std::vector<std::size_t>{0, family.size()});
}

TEST_CASE("hundreds of marks on one letter stay in their lines") {
    std::string text = "e";
    for (int i = 0; i < 300; ++i)
        text += "\u0301\u0323";
    const auto drawn = [](const std::string& words) {
        part([&](Page& page) { page.text({64, 400, 600, 0}, words); });
        return pixels_of(colors(model::Theme::day).bg, {0, 0, 1280, 380}) +
               pixels_of(colors(model::Theme::day).bg, {0, 450, 1280, 350});
    };
    CHECK(drawn(text) == drawn("e"));
}

TEST_CASE("a megabyte of Arabic is shown as quickly as what can be seen of it") {
    std::string text;
    while (text.size() < (1 << 20))
        text += "مرحبا بالعالم ";
    support::offscreen(support::lying, 100);
    part([](Page& page) { page.text({64, 120, 600, 0}, "مرحبا"); });
    const auto begin = std::chrono::steady_clock::now();
    part([&](Page& page) { page.text({64, 120, 600, 0}, text); });
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(400));
    // As long as a text may be.
    const auto answer = text.substr(0, 20'000);
    const Tree box = part([&](Page& page) {
        page.writing_box({64, 120, 1152, 184}, written(answer, answer.size()), true, "text", "Your answer");
    });
    CHECK(box.widgets[0].caret_bytes.back() == answer.size());
}

TEST_CASE("what the two wrote in their scripts holds on its pages, in every text size") {
    const std::string arabic = "أريد أن نكون لطفاء أولاً، حتى عندما نكون متعبين. ",
                      thai = "ฉันอยากรักษาสัญญาที่ให้ไว้กับคุณเสมอ ", hindi = "मैं चाहता हूँ कि हम पहले दयालु हों। ",
                      chinese = "即使在疲惫的时候，我也希望我们先善待彼此。";
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            auto joint = asking::joint();
            auto& content = joint.session.content;
            content.drafts[0].text = arabic + arabic;
            content.drafts[1].text = thai + thai;
            content.drafts[2].text = hindi + "Maya " + hebrew;
            content.drafts[3].text = chinese + chinese + " 😀";
            content.statement.sentences = {{model::Partner::a, arabic}, {model::Partner::b, chinese}};
            joint.session.sitting.name_a = hebrew;
            joint.session.sitting.name_b = "王小明";
            auto question = asking::question("stand");
            question.writing = model::edit_of(arabic + "\n" + hebrew + " 12 abc", 2000, core::Lines::many);
            for (const auto& [name, screen] : std::initializer_list<std::pair<std::string, model::Screen>>{
                     {"joint", joint}, {"writing", question}}) {
                auto state = asking::state_with(screen, {.theme = model::Theme::day, .percent = percent});
                CAPTURE(name);
                CAPTURE(percent);
                auto tree = support::draw(state, panel);
                // The trail's target reaches over the words beside it, which mean the same.
                std::erase_if(tree.widgets, [](const Widget& widget) { return widget.id == "trail"; });
                CHECK(support::joined(support::layout_complaints(tree)) == "");
                support::keep(support::offscreen(panel, percent),
                              support::picture_name("scripts-" + name, state, panel));
            }
        }
}

TEST_CASE("a chart code that begins from the right does not stand over the name beside it") {
    auto desk = asking::desk();
    desk.board.rows[0].chart_code = "שלוםeeRG-2042d";
    desk.open_row = desk.board.rows[0].sitting;
    const auto tree = asking::drawn(desk);
    const auto *code = tree.find_name("שלוםeeRG-2042d"), *therapist = tree.find_name("Dr. Okafor");
    REQUIRE((code != nullptr && therapist != nullptr));
    CHECK(code->rect.right() <= therapist->rect.x);
}
