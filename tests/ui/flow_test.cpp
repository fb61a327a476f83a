#include "kit_support.hpp"
#include "ui/layout/flow.hpp"
#include <algorithm>

using namespace ui;
using kit::part;

namespace {

// The words on each of its pages, in a room of this height.
std::vector<std::string> pages_of(const std::function<Flow(Page&)>& made, float room) {
    std::vector<std::string> pages;
    part([&](Page& page) {
        auto flow = made(page);
        const auto count = flow.pages(room);
        for (std::size_t i = 0; i < count; ++i) {
            const auto before = page.tree.widgets.size();
            flow.draw_page({64, 100, flow.width(), room}, i);
            std::string words;
            for (auto at = before; at < page.tree.widgets.size(); ++at)
                words += page.tree.widgets[at].name + "|";
            pages.push_back(words);
        }
    });
    return pages;
}

}

TEST_CASE("a page lower than a line still takes one, whatever letter it begins with") {
    for (const char* text : {"éüß", "…", "one two"}) {
        CAPTURE(text);
        const auto pages = pages_of(
            [&](Page& page) {
                Flow flow(page, 600);
                flow.text(text);
                return flow;
            },
            8);
        CHECK(pages == std::vector<std::string>{std::string(text) + "|"});
    }
}

TEST_CASE("a text with an icon stays on one page, but for one that is higher than a page") {
    const std::string words = "One sentence that needs a line of its own, and some more of them.";
    const auto made = [&](Page& page) {
        Flow flow(page, 400);
        flow.text("Above");
        flow.icon_text(Icon::lock, words);
        return flow;
    };
    float line = 0, high = 0;
    part([&](Page& page) {
        line = page.type(Style::body).line;
        high = made(page).height();
    });
    REQUIRE(high >= 3 * line);
    CHECK(pages_of(made, high) == std::vector<std::string>{"Above|" + words + "|"});
    CHECK(pages_of(made, high - 1) == std::vector<std::string>{"Above|", words + "|"});
    const auto cut = pages_of(made, line);
    CHECK(cut.size() > 2);
    std::string all;
    for (const auto& page : cut)
        all += page.substr(0, page.size() - 1) + " ";
    CHECK(all == "Above " + words + " ");
}

TEST_CASE("a page ends between words, within one only where it fills the line") {
    float width = 0;
    part([&](Page& page) { width = page.text_width("the couple RG-", Style::body) + 1; });
    const auto made = [&](const char* text) {
        return [=](Page& page) {
            Flow flow(page, width);
            flow.text(text);
            return flow;
        };
    };
    const auto pages = pages_of(made("the couple RG-2041 waits"), 30);
    REQUIRE(pages.size() > 1);
    CHECK(pages.front() == "the couple|");
    const auto cut = pages_of(made("Donaudampfschifffahrtsgesellschaft"), 30);
    REQUIRE(cut.size() > 1);
    CHECK(cut.front().starts_with("Donaudampf"));
}
