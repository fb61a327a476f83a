#include "ui/kit/setter.hpp"
#include "core/direction.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <map>
#include <pango/pangocairo.h>

namespace ui {
namespace {

template<class T>
std::shared_ptr<T> owned(T* object) {
    return {object, [](T* gone) { g_object_unref(gone); }};
}

float pixels(int units) {
    return static_cast<float>(units) / PANGO_SCALE;
}

// As Pango takes it: valid, and with something to see for what would steer the text around it.
struct Shaped {
    std::string text;
    std::vector<std::size_t> from; // by bytes of `text` and one more: the byte it stands for
};

constexpr std::string_view replacement = "\uFFFD";

std::optional<std::string_view> instead_of(const core::utf8::CodePoint& letter) {
    const char32_t code = letter.code;
    if (code == U'\r') return "";
    if (code == 0x2028 || code == 0x2029) return " ";
    const bool control = (code < 0x20 && code != U'\t') || (code >= 0x7F && code < 0xA0);
    const bool reorders = code >= 0x202A && code <= 0x202E; // sentences hold names apart by isolates, U+2066 to U+2069
    if (letter.broken || control || reorders) return replacement;
    return std::nullopt;
}

Shaped shaped(std::string_view text) {
    Shaped made;
    made.text.reserve(text.size());
    made.from.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto letter = core::utf8::next(text, at);
        const auto other = instead_of(letter);
        const std::string_view bytes = other.value_or(letter.bytes);
        made.text += bytes;
        made.from.insert(made.from.end(), bytes.size(), begin);
    }
    made.from.push_back(text.size());
    return made;
}

std::size_t place_in(const Shaped& made, std::size_t byte) { // of the order's byte
    const auto found = std::ranges::lower_bound(made.from, byte);
    return static_cast<std::size_t>(found - made.from.begin());
}

PangoAttrList* faces_of(const SetOrder& order, const Shaped& made) {
    PangoAttrList* list = pango_attr_list_new();
    std::size_t begin = 0;
    for (const SetFace& face : order.faces) {
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family_static(font, "Lato");
        pango_font_description_set_absolute_size(font, static_cast<double>(face.em) * PANGO_SCALE);
        pango_font_description_set_weight(font, face.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        PangoAttribute* attribute = pango_attr_font_desc_new(font);
        pango_font_description_free(font);
        const std::size_t end = place_in(made, face.end);
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_insert(list, attribute);
        begin = end;
    }
    return list;
}

// The stops of a line, each at the far edge of the letter before it: there the next one is joined on.
std::vector<SetStop> stops_of(PangoLayoutLine* line, std::size_t end, const Shaped& made,
                              std::span<const PangoLogAttr> letters, std::size_t& letter) {
    std::vector<SetStop> stops;
    const auto begin = static_cast<std::size_t>(line->start_index);
    std::size_t before = begin;
    for (std::size_t at = begin;; ++letter) {
        if (at >= end || (letter < letters.size() && letters[letter].is_cursor_position != 0)) {
            int x = 0;
            pango_layout_line_index_to_x(line, static_cast<int>(before), at > begin ? TRUE : FALSE, &x);
            stops.push_back({made.from[at], pixels(x)});
        }
        if (at >= end) return stops;
        before = at;
        at = core::utf8::after(made.text, at);
    }
}

}

struct Setter::Inside {
    std::shared_ptr<PangoFontMap> fonts = owned(pango_cairo_font_map_new());
    std::shared_ptr<PangoContext> context = owned(pango_font_map_create_context(fonts.get()));
    struct Key {
        std::shared_ptr<PangoFont> font;
        PangoGlyph glyph;
        bool operator<(const Key& other) const { return font != other.font ? font < other.font : glyph < other.glyph; }
    };
    std::map<Key, std::uint32_t> drawn; // 0: there is nothing to see of it
    std::uint32_t last_id = 0;

    Inside() {
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
    }

    std::uint32_t drawing_of(PangoFont* font, const PangoGlyphInfo& glyph, std::vector<GlyphDrawing>& fresh) {
        g_object_ref(font);
        Key key{owned(font), glyph.glyph};
        if (const auto found = drawn.find(key); found != drawn.end()) return found->second;
        GlyphDrawing made = draw(font, glyph);
        if (!made.rgba.empty()) made.id = ++last_id;
        drawn.emplace(std::move(key), made.id);
        const auto id = made.id;
        if (id != 0) fresh.push_back(std::move(made));
        return id;
    }

    static GlyphDrawing draw(PangoFont* font, PangoGlyphInfo glyph) {
        PangoRectangle ink{};
        pango_font_get_glyph_extents(font, glyph.glyph, &ink, nullptr);
        pango_extents_to_pixels(&ink, nullptr);
        if (ink.width <= 0 || ink.height <= 0) return {};
        GlyphDrawing made;
        made.width = std::min(ink.width + 2, widest_drawing);
        made.height = std::min(ink.height + 2, highest_drawing);
        made.left = ink.x - 1;
        made.top = ink.y - 1;
        cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, made.width, made.height);
        cairo_t* pen = cairo_create(surface);
        cairo_set_source_rgb(pen, 1, 1, 1);
        cairo_move_to(pen, -made.left, -made.top);
        glyph.geometry.x_offset = glyph.geometry.y_offset = 0;
        gint cluster = 0;
        PangoGlyphString alone{1, &glyph, &cluster, 1};
        pango_cairo_show_glyph_string(pen, font, &alone);
        cairo_destroy(pen);
        cairo_surface_flush(surface);
        read(surface, made);
        cairo_surface_destroy(surface);
        return made;
    }

    static void read(cairo_surface_t* surface, GlyphDrawing& made) {
        const unsigned char* rows = cairo_image_surface_get_data(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        if (rows == nullptr) return;
        made.rgba.reserve(static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height) * 4);
        for (int y = 0; y < made.height; ++y) {
            const auto* row = reinterpret_cast<const std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
            for (int x = 0; x < made.width; ++x) {
                const std::uint32_t alpha = row[x] >> 24;
                for (const int shift : {16, 8, 0}) {
                    const std::uint32_t part = row[x] >> shift & 0xFF; // of what was white, as much as alpha
                    made.colored = made.colored || part != alpha;
                    made.rgba.push_back(alpha == 0 ? std::uint8_t{255}
                                                   : static_cast<std::uint8_t>(std::min(255U, part * 255 / alpha)));
                }
                made.rgba.push_back(static_cast<std::uint8_t>(alpha));
            }
        }
    }

    SetLine line_of(PangoLayoutLine* line, const Shaped& made, std::vector<GlyphDrawing>& fresh) {
        SetLine set;
        int x = 0;
        for (const GSList* each = line->runs; each != nullptr; each = each->next) {
            const auto* run = static_cast<const PangoLayoutRun*>(each->data);
            for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
                const PangoGlyphInfo& glyph = run->glyphs->glyphs[i];
                const auto byte = static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]);
                const auto id =
                    glyph.glyph == PANGO_GLYPH_EMPTY ? 0 : drawing_of(run->item->analysis.font, glyph, fresh);
                // Blanks are kept for what is underlined.
                set.glyphs.push_back({id, pixels(x + glyph.geometry.x_offset), pixels(glyph.geometry.y_offset),
                                      pixels(glyph.geometry.width), made.from[byte]});
                x += glyph.geometry.width;
            }
        }
        set.width = pixels(x);
        set.from_right = line->resolved_dir == PANGO_DIRECTION_RTL;
        return set;
    }
};

Setter::Setter() : m_inside(std::make_unique<Inside>()) {}
Setter::~Setter() = default;

void Setter::forget_drawings() {
    m_inside->drawn.clear();
}

SetText Setter::set(const SetOrder& order) {
    const Shaped made = shaped(order.text);
    PangoContext* context = m_inside->context.get();
    const bool at_right = order.direction == Direction::from_right ||
                          (order.direction == Direction::as_written && core::begins_at_right(made.text));
    pango_context_set_base_dir(context, at_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    const auto layout = owned(pango_layout_new(context));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    PangoAttrList* faces = faces_of(order, made);
    pango_layout_set_attributes(layout.get(), faces);
    pango_attr_list_unref(faces);
    pango_layout_set_text(layout.get(), made.text.data(), static_cast<int>(made.text.size()));
    if (order.width) {
        pango_layout_set_width(layout.get(), std::max(1, static_cast<int>(*order.width * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    } else {
        pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    }
    gint count = 0;
    const PangoLogAttr* letters = pango_layout_get_log_attrs_readonly(layout.get(), &count);
    SetText set;
    set.without_font = pango_layout_get_unknown_glyphs_count(layout.get());
    std::size_t letter = 0; // the number of the first one of a line
    for (GSList* each = pango_layout_get_lines_readonly(layout.get()); each != nullptr; each = each->next) {
        auto* line = static_cast<PangoLayoutLine*>(each->data);
        const auto* after = each->next == nullptr ? nullptr : static_cast<const PangoLayoutLine*>(each->next->data);
        const auto begin = static_cast<std::size_t>(line->start_index);
        const auto next = after == nullptr ? made.text.size() : static_cast<std::size_t>(after->start_index);
        auto end = next;
        while (after != nullptr && end > begin && (made.text[end - 1] == ' ' || made.text[end - 1] == '\t'))
            --end;
        SetLine one = m_inside->line_of(line, made, set.drawings);
        one.begin = made.from[begin];
        one.end = made.from[end];
        one.next = made.from[next];
        one.stops = stops_of(line, next, made, {letters, static_cast<std::size_t>(count)}, letter);
        set.lines.push_back(std::move(one));
    }
    return set;
}

}
