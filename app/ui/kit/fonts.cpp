#include "ui/kit/fonts.hpp"
#include "core/letters.hpp"
#include <array>
#include <cmath>
#include <cstdio>
#include <fontconfig/fontconfig.h>
#include <fstream>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include <imgui.h>
#include <imgui_freetype.h>
#include <iterator>
#include <memory>
#include <optional>

namespace ui {

namespace {

struct Found {
    std::string file;
    bool is_lato = false;
};

using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;
using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;

std::optional<Found> find_face(FcConfig* config, int weight) {
    const Pattern wanted(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Lato"));
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(config, wanted.get(), &result), FcPatternDestroy);
    FcChar8* file = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
    Found found{reinterpret_cast<const char*>(file), false};
    FcChar8* family = nullptr;
    for (int index = 0; FcPatternGetString(match.get(), FC_FAMILY, index, &family) == FcResultMatch; ++index) {
        found.is_lato = found.is_lato || std::string_view(reinterpret_cast<const char*>(family)) == "Lato";
    }
    return found;
}

// As the atlas takes them: first, last, first, last, and a zero at the end.
constexpr auto full_range = [] {
    std::array<ImWchar, 2 * std::size(core::letters_at_hand) + 1> flat{};
    std::size_t at = 0;
    for (const core::LetterRange& range : core::letters_at_hand) {
        flat[at++] = range.first;
        flat[at++] = range.last;
    }
    return flat;
}();

// A font file in memory, open in FreeType for what the atlas does not tell.
class FaceFile {
public:
    explicit FaceFile(const std::string& file) {
        std::ifstream stream(file, std::ios::binary);
        m_bytes.assign(std::istreambuf_iterator<char>(stream), {});
        if (m_bytes.empty() || FT_Init_FreeType(&m_library) != 0) return;
        const auto* bytes = reinterpret_cast<const FT_Byte*>(m_bytes.data());
        if (FT_New_Memory_Face(m_library, bytes, static_cast<FT_Long>(m_bytes.size()), 0, &m_face) != 0)
            m_face = nullptr;
    }
    FaceFile(const FaceFile&) = delete;
    FaceFile& operator=(const FaceFile&) = delete;
    ~FaceFile() {
        if (m_face) FT_Done_Face(m_face);
        if (m_library) FT_Done_FreeType(m_library);
    }
    FT_Face get() const { return m_face; }
    std::string& bytes() { return m_bytes; }
    // The atlas sizes a face by its height from top to bottom; type sizes are the em.
    float height_in_ems() const {
        return static_cast<float>(m_face->ascender - m_face->descender) / static_cast<float>(m_face->units_per_EM);
    }

private:
    std::string m_bytes;
    FT_Library m_library = nullptr;
    FT_Face m_face = nullptr;
};

// The atlas rounds every advance up to whole pixels, which spaces small text out; the face knows better.
void restore_advances(ImFont& font, FT_Face face, float em) {
    for (ImFontGlyph& glyph : font.Glyphs) {
        FT_Fixed advance = 0;
        const FT_UInt index = FT_Get_Char_Index(face, glyph.Codepoint);
        if (index == 0 || FT_Get_Advance(face, index, FT_LOAD_NO_SCALE, &advance) != 0) continue;
        glyph.AdvanceX = static_cast<float>(advance) * em / static_cast<float>(face->units_per_EM);
        font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = glyph.AdvanceX;
    }
}

}

core::Result<FontFiles> find_fonts() {
    const Config config(FcInitLoadConfigAndFonts(), FcConfigDestroy);
    const auto regular = config ? find_face(config.get(), FC_WEIGHT_REGULAR) : std::nullopt;
    const auto bold = config ? find_face(config.get(), FC_WEIGHT_BOLD) : std::nullopt;
    if (!regular || !bold)
        return core::fail(core::ErrorCode::not_found, "no font found; install the package fonts-lato");
    if (!regular->is_lato || !bold->is_lato) {
        static const bool said = [&] {
            std::fprintf(stderr, "Lato is not installed, using %s; install the package fonts-lato\n",
                         regular->file.c_str());
            return true;
        }();
        static_cast<void>(said);
    }
    return FontFiles{regular->file, bold->file};
}

core::Result<Fonts> Fonts::build(ImFontAtlas& atlas, const FontFiles& files, int text_percent, bool portrait,
                                 float scale) {
    FaceFile faces[2] = {FaceFile(files.regular), FaceFile(files.bold)};
    for (int weight = 0; weight < 2; ++weight) {
        const std::string& file = weight == 0 ? files.regular : files.bold;
        if (!faces[weight].get()) return core::fail(core::ErrorCode::not_found, "font file cannot be read: " + file);
    }
    Fonts fonts;
    fonts.m_scale = scale;
    float ems[6][2] = {};
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.TexGlyphPadding = 1;
    // Body first: a backend that asks for "the font" gets it.
    for (const Style style : {Style::body, Style::small, Style::heading, Style::large, Style::title, Style::display}) {
        for (const Weight weight : {Weight::regular, Weight::bold}) {
            const auto row = static_cast<std::size_t>(style), column = static_cast<std::size_t>(weight);
            // The large sizes are drawn in Regular only.
            if (weight == Weight::bold && (style == Style::display || style == Style::title || style == Style::large)) {
                fonts.m_faces[row][1] = fonts.m_faces[row][0];
                continue;
            }
            FaceFile& face = faces[column];
            ems[row][column] = std::round(type_size(style, text_percent, portrait).px * scale);
            fonts.m_ems[row] = ems[row][column];
            ImFontConfig config;
            config.OversampleH = config.OversampleV = 1;
            config.PixelSnapH = false;
            config.FontDataOwnedByAtlas = false;
            const float height = std::round(ems[row][column] * face.height_in_ems());
            ImFont* font = atlas.AddFontFromMemoryTTF(face.bytes().data(), static_cast<int>(face.bytes().size()),
                                                      height, &config, full_range.data());
            fonts.m_faces[row][column] = font;
        }
    }
    if (!atlas.Build())
        return core::fail(core::ErrorCode::unsupported, "the letters could not be drawn from " + files.regular);
    atlas.ClearInputData();
    for (std::size_t row = 0; row < 6; ++row) {
        for (std::size_t column = 0; column < 2; ++column) {
            if (ems[row][column] > 0)
                restore_advances(*fonts.m_faces[row][column], faces[column].get(), ems[row][column]);
        }
    }
    return fonts;
}

ImFont* Fonts::face(Style style, Weight weight) const {
    return m_faces[static_cast<std::size_t>(style)][static_cast<std::size_t>(weight)];
}

float Fonts::em(Style style) const {
    return m_ems[static_cast<std::size_t>(style)];
}

}
