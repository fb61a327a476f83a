#include "ui/kit/script_lines.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

bool steers_lines(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || (letter >= 0x202A && letter <= 0x202E);
}

// Setting takes more time than a text is longer: a long one is set piece by piece, each ending where a word does.
constexpr std::size_t piece_at_once = 1500;

std::size_t piece_end(std::string_view text, std::size_t begin, std::size_t end) {
    if (end - begin <= piece_at_once) return end;
    const std::size_t most = core::utf8::begin_of(text, begin + piece_at_once);
    const std::size_t blank = text.find_last_of(" \t", most - 1);
    return blank != std::string_view::npos && blank > begin + piece_at_once / 2 ? blank + 1 : most;
}

const FaceRun& face_of(std::span<const FaceRun> runs, std::size_t byte) {
    const auto found = std::ranges::upper_bound(runs, byte, {}, &FaceRun::end);
    return found == runs.end() ? runs.back() : *found;
}

}

// What would reorder a line is no such mark: it is seen, and does nothing.
bool is_invisible(char32_t letter) {
    return letter == U'\r' || letter == U'\t' || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x2060 && letter <= 0x2069) || (letter >= 0xFE00 && letter <= 0xFE0F) || letter == 0xFEFF ||
           letter == 0xAD;
}

const ImFontGlyph* glyph_of(const ImFont& font, char32_t letter) {
    return letter <= 0xFFFF ? font.FindGlyphNoFallback(static_cast<ImWchar>(letter)) : nullptr;
}

bool needs_scripts(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end) {
    Faces faces(runs, begin);
    for (std::size_t at = begin; at < end;) {
        if (static_cast<unsigned char>(text[at]) < 0x80) { // as most are
            ++at;
            continue;
        }
        const ImFont& font = *faces.at(at).font;
        const auto letter = core::utf8::next(text, at);
        if (!letter.broken && glyph_of(font, letter.code) == nullptr && !is_invisible(letter.code) &&
            !steers_lines(letter.code))
            return true;
    }
    return false;
}

SetOrder order_for(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end) {
    SetOrder order{.text = std::string(text.substr(begin, end - begin)), .faces = {}, .width = {}};
    for (const FaceRun& run : runs) {
        if (run.end <= begin) continue;
        order.faces.push_back({std::min(run.end, end) - begin, run.em, run.weight});
        if (run.end >= end) break;
    }
    return order;
}

std::size_t set_lines(std::vector<TextLine>& lines, std::string_view text, std::span<const FaceRun> runs,
                      std::size_t begin, std::size_t end, float width, std::size_t lines_at_most, Scripts& scripts) {
    auto direction = Direction::as_written;
    while (begin < end && lines.size() < lines_at_most) {
        const std::size_t piece = piece_end(text, begin, end);
        SetOrder order = order_for(text, runs, begin, piece);
        order.width = width + 0.5f;
        order.direction = direction;
        const auto set = scripts.set(order);
        if (!set || set->lines.empty()) return begin;
        // The last line of a piece is not full yet: the next piece begins with it.
        const std::size_t whole = piece < end && set->lines.size() > 1 ? set->lines.size() - 1 : set->lines.size();
        for (std::size_t i = 0; i < whole && lines.size() < lines_at_most; ++i) {
            const SetLine& line = set->lines[i];
            lines.push_back({begin + line.begin, begin + line.end, begin + line.next, line.width,
                             std::shared_ptr<const SetLine>(set, &line), begin});
        }
        direction = set->lines.front().from_right ? Direction::from_right : Direction::from_left;
        begin += whole < set->lines.size() ? set->lines[whole].begin : order.text.size();
    }
    return begin;
}

void draw_rule(ImDrawList& list, const RuledPart& part, float top) {
    const ImFont& font = *part.face->font;
    const float thick = std::max(1.0f, std::round(font.FontSize / 16));
    // Under the letters, or through the middle of the small ones.
    const float below = part.face->ruled == Ruled::under ? font.FontSize * 0.1f : -font.FontSize * 0.22f;
    const float y = std::round(top) + std::round(font.Ascent + below - thick / 2);
    list.AddRectFilled({std::round(part.left), y}, {std::round(part.right), y + thick}, packed(part.face->color));
}

void draw_set(ImDrawList& list, std::span<const FaceRun> runs, const TextLine& line, float x, float top,
              Scripts& scripts) {
    const ImFont& first = *runs.front().font;
    const float left = std::round(x), baseline = std::round(top) + first.Ascent, em = first.FontSize;
    // Any number of marks may stand on one letter: they reach into the lines beside it and no further.
    list.PushClipRect({left - em, std::round(top - em * 0.5f)}, {left + line.width + em, std::round(top + em * 1.5f)},
                      true);
    std::vector<RuledPart> ruled;
    for (const SetGlyph& glyph : line.set->glyphs) {
        const FaceRun& face = face_of(runs, line.set_from + glyph.byte);
        if (face.ruled != Ruled::no) {
            if (ruled.empty() || ruled.back().face != &face) ruled.push_back({&face, left + glyph.x, left + glyph.x});
            ruled.back().right = std::max(ruled.back().right, left + glyph.x + glyph.width);
        }
        if (glyph.drawing == 0) continue;
        const ImVec2 at{left + std::round(glyph.x), baseline + std::round(glyph.y)};
        if (const auto* drawn = scripts.drawn(glyph.drawing)) {
            const ImVec2 from{at.x + static_cast<float>(drawn->left), at.y + static_cast<float>(drawn->top)};
            const ImVec2 to{from.x + static_cast<float>(drawn->width), from.y + static_cast<float>(drawn->height)};
            const Color color = drawn->colored ? Color{255, 255, 255, face.color.a} : face.color;
            list.AddImage(reinterpret_cast<ImTextureID>(drawn->texture), from, to, {drawn->u0, drawn->v0},
                          {drawn->u1, drawn->v1}, packed(color));
        } else {
            list.AddRect({at.x + 1, at.y - em * 0.5f}, {at.x + std::max(3.0f, glyph.width - 1), at.y},
                         packed(face.color));
        }
    }
    list.PopClipRect();
    for (const RuledPart& part : ruled)
        draw_rule(list, part, top);
}

}
