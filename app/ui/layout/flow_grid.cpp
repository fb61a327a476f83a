#include "ui/layout/flow.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

const std::string& words_below(const GridChoice& choice) {
    return choice.off_because.empty() ? choice.note : choice.off_because;
}

// The tick of a chosen answer and the room beside it.
float tick_room(const Page& page) {
    return page.icon_size() * 28 / 24 + 8;
}

}

float answer_height(const Page& page, std::string_view name, float width, float least) {
    // The widest padding an answer has; a label that fits in one line needs no more than the least.
    const bool one_line =
        page.text_width(name, Style::heading, Weight::bold) + 64 + page.icon_size() * 28 / 24 + 8 <= width;
    const float line = page.type(Style::heading).line + 8;
    return one_line && line <= least ? least : std::max(least, page.answer_height(name, width));
}

void add_grid(Page& page, Flow& flow, std::vector<GridChoice> choices, std::size_t most_columns) {
    if (choices.empty()) return;
    const float tick = tick_room(page);
    float widest = 0;
    for (const auto& choice : choices)
        widest = std::max(widest, page.text_width(choice.name, Style::heading, Weight::bold) + 48 + tick);
    const float across = std::floor((flow.width() + 8) / (widest + 8));
    const auto columns = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1.f, across)), 1,
                                                 std::min(most_columns, choices.size()));
    const float width = (flow.width() - 8 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t begin = 0; begin < choices.size(); begin += columns) {
        const std::vector<GridChoice> row(choices.begin() + static_cast<std::ptrdiff_t>(begin),
                                          choices.begin() +
                                              static_cast<std::ptrdiff_t>(std::min(begin + columns, choices.size())));
        float answer = 0, reason = 0;
        for (const auto& choice : row) {
            answer = std::max(answer, answer_height(page, choice.name, width, page.portrait() ? 88.f : 72.f));
            if (!words_below(choice).empty())
                reason = std::max(reason, 4 + page.text_height(words_below(choice), width, Style::small));
        }
        flow.block(answer + reason, [&page, row, width, answer](Rect at) {
            float x = at.x;
            for (const auto& choice : row) {
                const Rect place{x, at.y, width, answer};
                if (choice.off_because.empty()) {
                    page.answer(place, choice.id, choice.name, choice.chosen, choice.action);
                } else {
                    page.button(place, {.id = choice.id,
                                        .name = choice.name,
                                        .enabled = false,
                                        .action = choice.action,
                                        .style = Style::heading});
                }
                const bool trouble = !choice.off_because.empty() && choice.off_is_trouble;
                if (!words_below(choice).empty())
                    page.text({x, at.y + answer + 4, width, 0}, words_below(choice),
                              {.style = Style::small, .color = trouble ? page.color.alert : page.color.soft});
                x += width + 8;
            }
        });
    }
}

}
