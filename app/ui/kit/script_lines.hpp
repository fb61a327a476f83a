// Inside of text_layout: lines of a paragraph with letters that its faces lack, as scripts set them.
#pragma once
#include "ui/kit/pen.hpp"
#include "ui/kit/text_layout.hpp"

namespace ui {

bool is_invisible(char32_t letter); // a mark that changes its neighbours and has no width of its own
const ImFontGlyph* glyph_of(const ImFont& font, char32_t letter);

// Walks the runs in step with the text.
class Faces {
public:
    Faces(std::span<const FaceRun> runs, std::size_t begin) : m_runs(runs) { at(begin); }
    const FaceRun& at(std::size_t byte) {
        while (m_index + 1 < m_runs.size() && byte >= m_runs[m_index].end)
            ++m_index;
        return m_runs[m_index];
    }

private:
    std::span<const FaceRun> m_runs;
    std::size_t m_index = 0;
};

// Words of one line that have a rule; panel pixels.
struct RuledPart {
    const FaceRun* face;
    float left, right;
};
void draw_rule(ImDrawList& list, const RuledPart& part, float top);

// Whether a letter of this paragraph is in no face of its own.
bool needs_scripts(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end);
// What scripts set of a text between two bytes.
SetOrder order_for(std::string_view text, std::span<const FaceRun> runs, std::size_t begin, std::size_t end);
// Appends the lines of a paragraph. Returns where they end, which is before `end` where scripts are not ready.
std::size_t set_lines(std::vector<TextLine>& lines, std::string_view text, std::span<const FaceRun> runs,
                      std::size_t begin, std::size_t end, float width, std::size_t lines_at_most, Scripts& scripts);
void draw_set(ImDrawList& list, std::span<const FaceRun> runs, const TextLine& line, float x, float top,
              Scripts& scripts);

}
