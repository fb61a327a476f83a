// Text in lines, by Pango: Lato where it has the letters, another installed font where it has not. Any bytes may come
// in; broken UTF-8 and control characters are cleaned away.
#pragma once
#include "report/paper.hpp"
#include <memory>
#include <pango/pangocairo.h>
#include <string_view>
#include <vector>

namespace report {

struct SetLine {
    std::shared_ptr<PangoLayoutLine> line;
    float x = 0; // from the left of the text's column, as its direction asks
    float height = 0;
    float baseline = 0; // from the line's top
};

enum class Cut { never, after_two_lines }; // what is too long for a header ends in an ellipsis

class Typesetter final : public chart::Ruler {
public:
    Typesetter();
    std::vector<SetLine> lines(std::string_view text, const Type& type, float width, Cut cut = Cut::never,
                               chart::Align align = chart::Align::left) const;
    // So many at the most; what is longer ends in an ellipsis.
    std::vector<SetLine> few_lines(std::string_view text, const Type& type, float width, std::size_t most,
                                   chart::Align align = chart::Align::left) const;
    SetLine one_line(std::string_view text, float size, chart::Weight weight) const;
    const SetLine& space() const { return m_space; } // a line that is there, and not seen
    float measure(std::string_view text, float size, chart::Weight weight) const override;

private:
    std::vector<SetLine> set(std::string_view text, const Type& type, float width, std::size_t most,
                             chart::Align align) const; // most 0: all
    std::shared_ptr<PangoLayout> layout(std::string_view text, float size, chart::Weight weight) const;
    std::shared_ptr<PangoFontMap> m_fonts;
    std::shared_ptr<PangoContext> m_context;
    SetLine m_space;
};

float height_of(const std::vector<SetLine>& lines);

}
