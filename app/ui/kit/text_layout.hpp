// Breaks text into lines and draws them, at panel pixels. Letters a face lacks are drawn as an empty box.
#pragma once
#include "ui/kit/theme.hpp"
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
};

struct TextLine {
    std::size_t begin = 0, end = 0; // without the spaces it was broken at
    std::size_t next = 0;           // where the next line begins
    float width = 0;                // panel pixels
};

float advance(const ImFont& font, char32_t letter);
float line_width(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end);

// Breaks at spaces and after hyphens; within a word only where it is wider than `width`. At most `lines_at_most` lines.
// Text that ends with a line feed has an empty last line.
std::vector<TextLine> wrap(std::string_view text, std::span<const FaceRun> runs, float width,
                           std::size_t lines_at_most);

// The narrowest width that keeps the number of lines.
float balanced_width(std::string_view text, std::span<const FaceRun> runs, float width, std::size_t lines);

// x, top: of the face's own box, panel pixels. Each letter stands on a whole pixel.
void draw_line(ImDrawList& list, std::string_view text, std::span<const FaceRun> runs, const TextLine& line, float x,
               float top);

}
