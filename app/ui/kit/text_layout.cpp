#include "core/utf8.hpp"
#include "ui/kit/script_lines.hpp"
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

bool breaks_after(char32_t letter) {
    return letter == U'-' || letter == U'/' || letter == 0x2010 || letter == 0x2013 || letter == 0x2014;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

// A number that is dialled stays on one line: no break beside what only groups its digits.
bool groups_digits(std::string_view text, std::size_t begin, std::size_t end) {
    const bool before = begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == ')');
    return before && end < text.size() && is_digit(text[end]);
}

// A face's em; ImGui keeps its height instead.
float box_width(const ImFont& font) {
    return std::round(font.FontSize * 0.5f);
}

}

float advance(const ImFont& font, char32_t letter) {
    if (letter < static_cast<char32_t>(font.IndexAdvanceX.Size) &&
        font.FindGlyphNoFallback(static_cast<ImWchar>(letter))) {
        return font.IndexAdvanceX[static_cast<int>(letter)];
    }
    return is_invisible(letter) ? 0 : box_width(font);
}

float line_width(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end,
                 Scripts* scripts) {
    if (scripts != nullptr && needs_scripts(text, runs, begin, end))
        if (const auto set = scripts->set(order_for(text, runs, begin, end)); set && !set->lines.empty())
            return set->lines.front().width;
    Faces faces(runs, begin);
    float width = 0;
    for (std::size_t at = begin; at < end;) {
        const ImFont& font = *faces.at(at).font;
        width += advance(font, core::utf8::next(text, at).code);
    }
    return width;
}

std::vector<TextLine> wrap(std::string_view text, std::span<const FaceRun> runs, float width, std::size_t lines_at_most,
                           Scripts* scripts) {
    std::vector<TextLine> lines;
    if (lines_at_most == 0) return lines;
    Faces faces(runs, 0);
    TextLine line;                  // so far; `end` and `width` leave out spaces at its end
    float x = 0;                    // with spaces at its end
    std::optional<TextLine> broken; // the line as it would be, broken at the last place it may be
    float x_at_break = 0;
    const auto finish = [&](TextLine done) {
        lines.push_back(done);
        line = {done.next, done.next, done.next, 0};
        broken.reset();
        return lines.size() < lines_at_most;
    };
    std::size_t looked_at = 0; // paragraphs that begin before it
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (scripts != nullptr && begin >= looked_at) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            looked_at = end + 1;
            if (needs_scripts(text, runs, begin, end)) {
                at = set_lines(lines, text, runs, begin, end, width, lines_at_most, *scripts);
                if (lines.size() >= lines_at_most) return lines;
                line = {at, at, at, 0};
                if (at < end) continue;
                if (end == text.size()) return lines;
                lines.back().next = ++at;
                line = {at, at, at, 0};
                continue;
            }
        }
        const ImFont& font = *faces.at(at).font;
        const char32_t letter = core::utf8::next(text, at).code;
        if (letter == U'\n') {
            line.next = at;
            if (!finish(line)) return lines;
            x = 0;
            continue;
        }
        const float step = advance(font, letter);
        if ((letter == U' ' && !groups_digits(text, begin, at)) || letter == U'\t') {
            x += step;
            broken = line;
            broken->next = at;
            x_at_break = x;
            continue;
        }
        // Half a pixel of grace: widths that were measured before are sums in another order.
        if (x + step > width + 0.5f && begin > line.begin) {
            if (broken) {
                const float rest = x - x_at_break, rest_width = line.end > broken->next ? rest : 0;
                const std::size_t rest_end = std::max(line.end, broken->next);
                if (!finish(*broken)) return lines;
                line.end = rest_end;
                line.width = rest_width;
                x = rest;
            }
            if (x + step > width + 0.5f && begin > line.begin) {
                line.next = begin;
                line.end = begin;
                line.width = x;
                if (!finish(line)) return lines;
                x = 0;
            }
        }
        x += step;
        line.end = at;
        line.width = x;
        if (breaks_after(letter) && !groups_digits(text, begin, at)) {
            broken = line;
            broken->next = at;
            x_at_break = x;
        }
    }
    line.next = text.size();
    lines.push_back(line);
    return lines;
}

float balanced_width(std::string_view text, std::span<const FaceRun> runs, float width, std::size_t lines,
                     Scripts* scripts) {
    if (lines < 2) return width;
    float low = width / static_cast<float>(lines) / 2, high = width;
    while (high - low > 2) {
        const float middle = (low + high) / 2;
        const auto tried = wrap(text, runs, middle, lines + 1, scripts);
        // A width that has to cut a word is no balance.
        const bool cuts = std::ranges::any_of(tried, [&](const TextLine& line) {
            return line.next == line.end && line.next < text.size() &&
                   !breaks_after(static_cast<unsigned char>(text[line.end - 1]));
        });
        (tried.size() > lines || cuts ? low : high) = middle;
    }
    return high;
}

void draw_line(ImDrawList& list, std::string_view text, std::span<const FaceRun> runs, const TextLine& line, float x,
               float top, Scripts* scripts) {
    if (line.set && scripts != nullptr) return draw_set(list, runs, line, x, top, *scripts);
    const auto letters = static_cast<int>(line.end - line.begin);
    if (letters <= 0) return;
    Faces faces(runs, line.begin);
    std::vector<std::pair<ImVec2, Color>> boxes;
    std::vector<RuledPart> ruled;
    const float box_height = runs.front().font->FontSize;
    list.PrimReserve(letters * 6, letters * 4);
    int drawn = 0;
    for (std::size_t at = line.begin; at < line.end;) {
        const FaceRun& face = faces.at(at);
        const char32_t letter = core::utf8::next(text, at).code;
        if (face.ruled != Ruled::no) {
            if (ruled.empty() || ruled.back().face != &face) ruled.push_back({&face, x, x});
            ruled.back().right = x + advance(*face.font, letter);
        }
        if (const ImFontGlyph* glyph = glyph_of(*face.font, letter)) {
            if (glyph->Visible) {
                const float left = std::round(x), y = std::round(top);
                list.PrimRectUV({left + glyph->X0, y + glyph->Y0}, {left + glyph->X1, y + glyph->Y1},
                                {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, packed(face.color));
                ++drawn;
            }
            x += glyph->AdvanceX;
        } else if (!is_invisible(letter)) {
            boxes.push_back({{std::round(x), std::round(top)}, face.color});
            x += box_width(*face.font);
        }
    }
    list.PrimUnreserve((letters - drawn) * 6, (letters - drawn) * 4);
    const float line_width = std::max(1.0f, std::round(box_height / 16));
    for (const auto& [at, color] : boxes) {
        const ImVec2 from{at.x + line_width, std::round(at.y + box_height * 0.22f)};
        const ImVec2 to{at.x + box_width(*runs.front().font) - line_width, std::round(at.y + box_height * 0.82f)};
        list.AddRect(from, to, packed(color), 0, 0, line_width);
    }
    for (const RuledPart& part : ruled)
        draw_rule(list, part, top);
}

}
