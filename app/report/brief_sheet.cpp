#include "report/brief_sheet.hpp"
#include <utility>

namespace report {

using namespace brief_page;

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

void BriefSheet::heading(const std::string& title, const std::string& beside, float x, float y, float width) {
    const float left = std::max(width / 2, width - width_of(title, brief_type::heading) - 12);
    const float room = beside.empty() ? 0 : std::min(left, width_of(beside, brief_type::soft) + 8);
    text(title, brief_type::heading, x, y, width - room, 1);
    if (!beside.empty()) right(beside, brief_type::soft, x + width - room, y + 3.5F, room);
    end("H2");
}

void BriefSheet::small_heading(const std::string& title, const std::string& beside, float x, float y) {
    const float room = beside.empty() ? 0 : std::min(column * 0.6F, width_of(beside, brief_type::soft) + 4);
    text(title, brief_type::strong, x, y, column - room, 1);
    if (!beside.empty()) right(beside, brief_type::soft, x + column - room, y, room);
    end("H3");
}

}
