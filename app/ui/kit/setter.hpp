// Text that Lato cannot show, set in lines by Pango: each letter from an installed font that has it, shaped and ordered
// as its script asks. What no font has is drawn as a box with its number. A setter belongs to one thread, and loads
// fonts when they are first needed.
#pragma once
#include "ui/kit/theme.hpp"
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ui {

// The face from the end of the one before up to byte `end`; em in panel pixels.
struct SetFace {
    std::size_t end = 0;
    float em = 0;
    Weight weight = Weight::regular;
    auto operator<=>(const SetFace&) const = default;
};
enum class Direction { as_written, from_left, from_right }; // as_written: by the first letter that has one

// One paragraph, or a piece of a long one. Any bytes; without a width it is one line.
struct SetOrder {
    std::string text;
    std::vector<SetFace> faces;
    std::optional<float> width; // panel pixels
    Direction direction = Direction::as_written;
    auto operator<=>(const SetOrder&) const = default;
};

// Places in panel pixels, x from the left of the line and y down from its baseline; bytes from the order's first.
struct SetGlyph {
    std::uint32_t drawing = 0;
    float x = 0, y = 0, width = 0;
    std::size_t byte = 0;
};
struct SetStop { // where a caret may stand, and what is typed next begins
    std::size_t byte = 0;
    float x = 0;
};
struct SetLine {
    std::size_t begin = 0, end = 0; // without the blanks it was broken at
    std::size_t next = 0;
    float width = 0;
    bool from_right = false; // its paragraph begins at the right
    std::vector<SetGlyph> glyphs;
    std::vector<SetStop> stops; // in the order of their bytes
};

// left, top: from the glyph's place to the drawing's corner. White, but for what has colours of its own.
struct GlyphDrawing {
    std::uint32_t id = 0;
    int width = 0, height = 0, left = 0, top = 0;
    bool colored = false;
    std::vector<std::uint8_t> rgba; // rows from the top, not premultiplied
};
struct SetText {
    std::vector<SetLine> lines;
    std::vector<GlyphDrawing> drawings; // of glyphs that had none yet
    int without_font = 0;               // letters drawn as a box with their number
};

class Setter {
public:
    static constexpr int widest_drawing = 1000, highest_drawing = 250; // what is larger is cut off

    Setter();
    Setter(const Setter&) = delete;
    Setter& operator=(const Setter&) = delete;
    ~Setter();

    SetText set(const SetOrder& order);
    void forget_drawings(); // every glyph is drawn again, by another id

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}
