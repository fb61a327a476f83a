#include "report/brief_sheet.hpp"
#include <utility>

namespace report {

float BriefSheet::text(const std::string& words, const Type& type, float x, float y, float width, std::size_t most,
                       chart::Align align) {
    const auto& setter = m_flow.typesetter();
    m_words += (m_words.empty() || words.empty() ? "" : " ") + words;
    const auto lines = most == 0 ? setter.lines(words, type, width, Cut::never, align)
                                 : setter.few_lines(words, type, width, most, align);
    for (const SetLine& line : lines) {
        m_lines.push_back({line, x + line.x, y + line.baseline, type.color});
        y += line.height;
    }
    return y;
}

void BriefSheet::mark(model::Partner partner, float x, float baseline, float size) {
    draw([=](PdfCanvas& canvas) { chart::draw_mark(canvas, partner, {x, baseline}, size, score_colors); });
}

void BriefSheet::end(std::string name, std::string spoken) {
    auto words = std::exchange(m_words, {});
    m_flow.piece({std::move(name), spoken.empty() ? std::move(words) : std::move(spoken)},
                 [lines = std::exchange(m_lines, {}), shapes = std::exchange(m_shapes, {})](PdfCanvas& canvas) {
                     for (const auto& shape : shapes)
                         shape(canvas);
                     for (const auto& one : lines)
                         canvas.set(one.line, {one.x, one.baseline}, one.color);
                 });
}

void BriefSheet::rule(float x, float y, float width) {
    m_flow.ornament([=](PdfCanvas& canvas) { canvas.line({x, y}, {x + width, y}, 0.6F, inks.line); });
}

}
