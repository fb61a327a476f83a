#include "report/keepsake_picture.hpp"
#include <iterator>

namespace report {
namespace {

constexpr float frame = 36; // from the edge of the paper, beyond what printers leave white
constexpr chart::Color a_mid{0x9C, 0xC0, 0xCD}, b_mid{0xE3, 0xAE, 0x72}, b_soft{0xFB, 0xF1, 0xE3},
    shared_mid{0x8A, 0x6A, 0x8C};

}

// The proportions are the screen's.
void draw_circles(PdfCanvas& canvas, const Picture& picture) {
    const float r = picture.radius, apart = r * 8 / 7, stroke = r * 20 / 168;
    const chart::Point a{middle - apart / 2, picture.centre}, b{middle + apart / 2, picture.centre};
    const auto echo = [&](chart::Point at, float radius, std::uint8_t strength) {
        chart::Color color = inks.line;
        color.a = strength;
        canvas.ring(at, radius, 0.7F, color, {0xFF, 0xFF, 0xFF, 0});
    };
    const float grown[] = {1.2F, 1.42F, 1.66F};
    const std::uint8_t strengths[] = {190, 130, 75};
    for (std::size_t i = 0; i < std::size(grown); ++i)
        for (const chart::Point at : {a, b})
            echo(at, r * grown[i], strengths[i]);
    for (const chart::Point at : {a, b})
        canvas.disc(at, r, inks.paper);
    canvas.disc(b, r - stroke, b_soft);
    canvas.disc(a, r, a_mid);
    canvas.lens(a, r, b, r - stroke / 2, shared_mid);
    canvas.ring(b, r, stroke, b_mid, {0xFF, 0xFF, 0xFF, 0});
}

void draw_frame(PdfCanvas& canvas) {
    const auto box = [](float inset) {
        return chart::Box{inset, inset, page_width - 2 * inset, page_height - 2 * inset};
    };
    canvas.fill_rect(box(frame), 16, inks.line);
    canvas.fill_rect(box(frame + 0.9F), 15.1F, inks.paper);
}

}
