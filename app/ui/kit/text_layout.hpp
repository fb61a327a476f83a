// Breaks text into lines and draws them, at panel pixels. A paragraph with letters that its faces lack is set by
// `scripts`, as a whole; without these, or while they are not ready, such a letter is drawn as an empty box.
#pragma once
#include "ui/kit/scripts.hpp"
#include <span>

struct ImDrawList;
struct ImFont;

namespace ui {

// The face from the end of the one before up to byte `end`.
struct FaceRun {
    std::size_t end = 0;
    const ImFont* font = nullptr;
    Color color;
    Ruled ruled = Ruled::no;
    float em = 0; // panel pixels; what is set by scripts needs it
    Weight weight = Weight::regular;
};

struct TextLine {
    std::size_t begin = 0, end = 0;          // without the spaces it was broken at
    std::size_t next = 0;                    // where the next line begins
    float width = 0;                         // panel pixels
    std::shared_ptr<const SetLine> set = {}; // by scripts; its bytes count from `set_from`
    std::size_t set_from = 0;
    bool from_right() const { return set && set->from_right; }
};

float advance(const ImFont& font, char32_t letter);
float line_width(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end,
                 Scripts* scripts = nullptr);

// Breaks at spaces and after hyphens; within a word only where it is wider than `width`. At most `lines_at_most` lines.
// Text that ends with a line feed has an empty last line. Scripts have rules of their own for where they break.
std::vector<TextLine> wrap(std::string_view text, std::span<const FaceRun> runs, float width, std::size_t lines_at_most,
                           Scripts* scripts = nullptr);

// The narrowest width that keeps the number of lines.
float balanced_width(std::string_view text, std::span<const FaceRun> runs, float width, std::size_t lines,
                     Scripts* scripts = nullptr);

// x, top: of the face's own box, panel pixels. Each letter stands on a whole pixel.
void draw_line(ImDrawList& list, std::string_view text, std::span<const FaceRun> runs, const TextLine& line, float x,
               float top, Scripts* scripts = nullptr);

}
