#include "chart/small_text.hpp"
#include <algorithm>
#include <cmath>

namespace chart {

Color faded(Color color, double share) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * share));
    return color;
}

void put_small(Canvas& canvas, float x, float middle, std::string_view text, Align align, Color color, Weight weight) {
    canvas.text({x, middle + to_baseline}, text, small, weight, align, color);
}

float small_width(const Ruler& ruler, std::string_view text, Weight weight) {
    return ruler.measure(text, small, weight);
}

float widest(const Ruler& ruler, const std::vector<std::string>& lines, Weight weight) {
    float width = 0;
    for (const std::string& line : lines)
        width = std::max(width, small_width(ruler, line, weight));
    return width;
}

std::vector<double> ticks_of(const Range& range) {
    const double span = range.high - range.low;
    if (span < 1 || span > 12) return {range.low, (range.low + range.high) / 2, range.high};
    std::vector<double> values;
    for (double value = range.low; value <= range.high; value += 1)
        values.push_back(value);
    return values;
}

void draw_point(Canvas& canvas, model::Partner partner, Point at, const ScoreColors& colors) {
    if (partner == model::Partner::a)
        canvas.disc(at, 8, colors.a);
    else
        canvas.ring(at, 8, 3.5F, colors.b, colors.surface);
}

void draw_both_points(Canvas& canvas, Point a, Point b, const ScoreColors& colors) {
    canvas.ring(b, 9, 3, colors.b, colors.surface);
    canvas.disc(a, 4.5F, colors.a);
}

}
