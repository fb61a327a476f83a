// A text laid out for drawing; lives for one call.
#pragma once
#include "ui/kit/page.hpp"
#include "ui/kit/text_layout.hpp"

namespace ui {

struct Page::Paragraph {
    std::string text;
    std::vector<FaceRun> faces;
    std::vector<TextLine> lines;
    float line_height = 0; // reference pixels
    float width = 0;       // of the widest line, reference pixels
    float height() const { return line_height * static_cast<float>(lines.size()); }
};

}
