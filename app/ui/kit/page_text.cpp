#include "ui/kit/page.hpp"
#include "ui/kit/paragraph.hpp"
#include <algorithm>
#include <cmath>
#include <imgui.h>

namespace ui {
namespace {

constexpr float any_height = 1e9f;
constexpr std::string_view blanks = " \t\n";

// What stands between two bytes of the runs' text.
std::vector<Page::Run> part_of(std::span<const Page::Run> runs, std::size_t begin, std::size_t end) {
    std::vector<Page::Run> part;
    std::size_t at = 0; // the first byte of a run
    for (const auto& run : runs) {
        const auto from = std::max(begin, at), to = std::min(end, at + run.text.size());
        if (from < to) {
            part.push_back(run);
            part.back().text = run.text.substr(from - at, to - from);
        }
        at += run.text.size();
    }
    return part;
}

// The last of several lines is one word that is short beside the others, or less than a fifth of them.
bool ends_alone(std::string_view text, std::span<const TextLine> lines) {
    if (lines.size() < 2 || lines.back().next != text.size()) return false;
    const auto& last = lines.back();
    const auto words = text.substr(last.begin, last.end - last.begin);
    float widest = 0;
    for (const auto& line : lines)
        widest = std::max(widest, line.width);
    const bool own = last.begin > 0 && text[last.begin - 1] == '\n';
    const bool one_word = words.find(' ') == std::string_view::npos;
    return !own && last.width < widest / (one_word ? 2 : 5);
}

}

FaceRun Page::face_run(std::size_t end, Style style, Weight weight, Color ink) const {
    const Fonts& fonts = *m_surface.fonts;
    const ImFont* font = fonts.face(style, weight);
    // The large sizes are drawn in Regular only.
    const bool bold = font != fonts.face(style, Weight::regular);
    return {
        .end = end, .font = font, .color = ink, .em = fonts.em(style), .weight = bold ? Weight::bold : Weight::regular};
}

Page::Paragraph Page::lay_out(std::span<const Run> runs, float width, const TextLook& look,
                              float height_at_most) const {
    Paragraph paragraph;
    const TypeSize size = type(look.style);
    for (const Run& run : runs) {
        paragraph.text += run.text;
        paragraph.faces.push_back(face_run(paragraph.text.size(), look.style, run.weight,
                                           run.color.value_or(look.color.value_or(color.ink))));
        paragraph.faces.back().ruled = run.ruled;
    }
    paragraph.line_height = size.line;
    if (paragraph.text.empty()) return paragraph;
    const auto lines_at_most = static_cast<std::size_t>(std::max(1.0f, std::ceil(height_at_most / size.line)));
    float panel_width = width * scale();
    paragraph.lines = wrap(paragraph.text, paragraph.faces, panel_width, lines_at_most, m_surface.scripts);
    if (look.balanced && paragraph.lines.size() > 1 && paragraph.lines.back().next == paragraph.text.size()) {
        panel_width =
            balanced_width(paragraph.text, paragraph.faces, panel_width, paragraph.lines.size(), m_surface.scripts);
        paragraph.lines = wrap(paragraph.text, paragraph.faces, panel_width, lines_at_most, m_surface.scripts);
    }
    if (ends_alone(paragraph.text, paragraph.lines)) {
        // The same lines, somewhat narrower, so that no word is left alone on the last one.
        for (float share = 0.96f; share > 0.6f; share -= 0.04f) {
            auto tried = wrap(paragraph.text, paragraph.faces, panel_width * share, paragraph.lines.size() + 1,
                              m_surface.scripts);
            if (tried.size() != paragraph.lines.size()) break;
            if (ends_alone(paragraph.text, tried)) continue;
            paragraph.lines = std::move(tried);
            break;
        }
    }
    for (const TextLine& line : paragraph.lines)
        paragraph.width = std::max(paragraph.width, line.width / scale());
    return paragraph;
}

Rect Page::draw_paragraph(const Paragraph& paragraph, Rect rect, const TextLook& look, bool spoken) {
    const float high = paragraph.height();
    float y = rect.y + (look.middle ? std::max(0.0f, (rect.h - high) / 2) : 0);
    // A name or a title in one line stays beside what stands left of it.
    const bool stays = paragraph.lines.size() == 1 && look.weight == Weight::bold;
    const auto left_of = [&](float width, bool from_right = false) {
        switch (look.align) {
        case Align::left:
            return from_right && !stays ? rect.right() - width : rect.x;
        case Align::center:
            return rect.x + (rect.w - width) / 2;
        case Align::right:
            return rect.right() - width;
        }
        return rect.x;
    };
    // From side to side where lines begin at both.
    const auto at_right = static_cast<std::size_t>(std::ranges::count_if(paragraph.lines, &TextLine::from_right));
    const bool both = look.align == Align::left && at_right > 0 && at_right < paragraph.lines.size();
    const float wide = both ? std::max(rect.w, paragraph.width) : paragraph.width;
    const Rect used{left_of(wide, at_right > 0), y, wide, high};
    const float box = paragraph.lines.empty() ? 0 : paragraph.faces.front().font->FontSize / scale();
    // A face's middle lies a little below the middle of its capitals, which is what the eye takes for it.
    const float down = (paragraph.line_height - box) / 2 - type(look.style).px * 0.035f;
    for (const TextLine& line : paragraph.lines) {
        const float wide = line.width / scale();
        if (spoken)
            Page::box({left_of(wide, line.from_right()) - 8, y, wide + 16, paragraph.line_height}, color.action_soft,
                      8);
        draw_line(*list(), paragraph.text, paragraph.faces, line, left_of(wide, line.from_right()) * scale(),
                  (y + down) * scale(), m_surface.scripts);
        y += paragraph.line_height;
    }
    return used;
}

float Page::text_width(std::string_view text, Style style, Weight weight) const {
    const FaceRun face = face_run(text.size(), style, weight, {});
    return line_width(text, {&face, 1}, 0, text.size(), m_surface.scripts) / scale();
}

float Page::text_height(std::string_view text, float width, Style style, Weight weight) const {
    if (text.empty()) return 0;
    const FaceRun face = face_run(text.size(), style, weight, {});
    const auto lines = wrap(text, {&face, 1}, width * scale(), text.size() + 1, m_surface.scripts);
    return static_cast<float>(lines.size()) * type(style).line;
}

float Page::text(Rect rect, std::string_view words, TextLook look, Role role) {
    const Run run{std::string(words), look.weight, look.color};
    return runs(rect, {&run, 1}, look, role);
}

float Page::runs(Rect rect, std::span<const Run> parts, TextLook look, Role role) {
    const Paragraph paragraph = lay_out(parts, rect.w, look, std::max(1.0f, height() - rect.y + type(look.style).line));
    if (paragraph.lines.empty()) return 0;
    Widget widget;
    widget.id = next_id("text");
    widget.role = role;
    widget.name = paragraph.text;
    const bool spoken = !view.spoken.empty() && view.spoken == widget.id;
    widget.rect = draw_paragraph(paragraph, rect, look, spoken);
    widget.ink = look.color.value_or(color.ink);
    widget.paper = spoken ? color.action_soft : look.paper.value_or(color.bg);
    widget.text_px = type(look.style).px;
    const float used = widget.rect.h;
    add(std::move(widget));
    return used;
}

float Page::runs_height(std::span<const Run> parts, float width, Style style) const {
    return lay_out(parts, width, {.style = style}, any_height).height();
}

Page::CutRuns Page::cut(std::span<const Run> parts, Size room, Style style) const {
    const float line = type(style).line;
    auto count = static_cast<std::size_t>(std::max(1.0f, std::floor(room.h / line)));
    if (static_cast<float>(count + 1) * line <= room.h) ++count; // what the division lost
    const auto laid = lay_out(parts, room.w, {.style = style}, static_cast<float>(count + 1) * line);
    if (laid.lines.size() <= count) return {{parts.begin(), parts.end()}, {}};
    const TextLine& last = laid.lines[count - 1];
    const std::string_view text = laid.text;
    auto cut = last.next;
    if (cut == last.end) // after a hyphen, or within a word: before it, where something stands before it on the line
        if (const auto blank = text.find_last_of(blanks, cut - 1);
            blank != std::string_view::npos && blank > last.begin)
            cut = blank;
    const auto end = cut > 0 ? text.find_last_not_of(blanks, cut - 1) : std::string_view::npos;
    const auto begin = text.find_first_not_of(blanks, cut);
    return {part_of(parts, 0, end == std::string_view::npos ? 0 : end + 1),
            part_of(parts, std::min(begin, text.size()), text.size())};
}

}
