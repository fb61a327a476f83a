// Lato at the sizes one look uses. Built before the first frame, and again when text size or panel changes.
#pragma once
#include "core/result.hpp"
#include "ui/kit/theme.hpp"
#include <string>

struct ImFont;
struct ImFontAtlas;

namespace ui {

struct FontFiles {
    std::string regular, bold;
};
// Lato by fontconfig; where it is missing, the nearest sans serif that has the letters, said on stderr once.
// Fails with not_found naming the package when there is none at all.
[[nodiscard]] core::Result<FontFiles> find_fonts();

class Fonts {
public:
    // Adds the faces to `atlas` and builds it. scale: panel pixels for one reference pixel.
    [[nodiscard]] static core::Result<Fonts> build(ImFontAtlas& atlas, const FontFiles& files, int text_percent,
                                                   bool portrait, float scale);
    ImFont* face(Style style, Weight weight) const;
    float em(Style style) const; // panel pixels
    float scale() const { return m_scale; }

private:
    ImFont* m_faces[6][2] = {};
    float m_ems[6] = {};
    float m_scale = 1;
};

}
