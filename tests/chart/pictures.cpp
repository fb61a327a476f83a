#include "pictures.hpp"

namespace pictures {

void check_picture(const Picture& picture, chart::Point at, float width) {
    const auto& [canvas, drawn] = picture;
    CHECK(canvas.left >= at.x - 0.1F);
    CHECK(canvas.right <= at.x + width + 0.1F);
    CHECK(canvas.bottom <= at.y + drawn.height + 0.1F);
    const auto box_of = [](const RecordedCanvas::Words& words) { // as high as a line, as on the screen
        return chart::Box{words.left, words.at.y - 17.5F, words.right - words.left, 24};
    };
    const auto overlap = [](const chart::Box& a, const chart::Box& b) {
        constexpr float slack = 0.75F;
        return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height &&
               b.y + slack < a.y + a.height;
    };
    const auto holds = [](const chart::Box& outer, const chart::Box& inner) {
        return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.width <= outer.x + outer.width + 1 &&
               inner.y + inner.height <= outer.y + outer.height + 1;
    };
    for (std::size_t i = 0; i < canvas.words.size(); ++i)
        for (std::size_t j = i + 1; j < canvas.words.size(); ++j) {
            INFO(canvas.words[i].text, " and ", canvas.words[j].text);
            CHECK_FALSE(overlap(box_of(canvas.words[i]), box_of(canvas.words[j])));
        }
    for (std::size_t i = 0; i < drawn.hits.size(); ++i) {
        const auto& hit = drawn.hits[i];
        INFO(hit.words);
        CHECK_FALSE(hit.words.empty());
        CHECK(hit.box.width >= 48);
        CHECK(hit.box.height >= 48);
        for (const auto& words : canvas.words) {
            INFO(words.text);
            CHECK((!overlap(hit.box, box_of(words)) || holds(hit.box, box_of(words))));
        }
        for (std::size_t j = i + 1; j < drawn.hits.size(); ++j)
            CHECK_FALSE(overlap(hit.box, drawn.hits[j].box));
    }
}

}
