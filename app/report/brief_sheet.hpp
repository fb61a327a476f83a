// A page that is laid out as a whole, in points from its top left corner: what is read aloud as one piece is put
// together, and ended. For the files of this folder alone.
#pragma once
#include "report/flow.hpp"

namespace report {

namespace brief_page {
inline constexpr float column = 248.4F, between_columns = 28.8F;
inline constexpr float left_x = margin, right_x = margin + column + between_columns;
inline constexpr float line = 14.4F;

namespace brief_type {
inline constexpr Type title{24, 30, chart::Weight::regular, inks.ink};
inline constexpr Type heading{14.4F, 19, chart::Weight::bold, inks.ink};
inline constexpr Type who{12, 16.8F, chart::Weight::regular, inks.soft};
inline constexpr Type name{12, 16.8F, chart::Weight::bold, inks.ink};
inline constexpr Type large{12, 16, chart::Weight::regular, inks.ink};
inline constexpr Type note{9.6F, line, chart::Weight::regular, inks.ink};
inline constexpr Type soft{9.6F, line, chart::Weight::regular, inks.soft};
inline constexpr Type strong{9.6F, line, chart::Weight::bold, inks.ink};
}
}

class BriefSheet {
public:
    explicit BriefSheet(Flow& flow) : m_flow(flow) {}

    // Lines from `y` down, `most` of them (0: all); returns where they end.
    float text(const std::string& words, const Type& type, float x, float y, float width, std::size_t most = 0,
               chart::Align align = chart::Align::left);
    float right(const std::string& words, const Type& type, float x, float y, float width) {
        return text(words, type, x, y, width, 1, chart::Align::right);
    }
    void draw(std::function<void(PdfCanvas&)> shape) { m_shapes.push_back(std::move(shape)); }
    void mark(model::Partner partner, float x, float baseline, float size);
    void end(std::string name, std::string spoken = {}); // of a piece
    void rule(float x, float y, float width);            // an ornament
    // Pieces; `beside`, where there is something, at the right end.
    void heading(const std::string& title, const std::string& beside, float x, float y, float width);
    void small_heading(const std::string& title, const std::string& beside, float x, float y); // of a column

    float width_of(const std::string& words, const Type& type) const {
        return m_flow.typesetter().measure(words, type.size, type.weight);
    }
    const Typesetter& typesetter() const { return m_flow.typesetter(); }

private:
    struct Placed {
        SetLine line;
        float x, baseline;
        chart::Color color;
    };
    Flow& m_flow;
    std::vector<Placed> m_lines;
    std::string m_words; // of the piece
    std::vector<std::function<void(PdfCanvas&)>> m_shapes;
};

}
