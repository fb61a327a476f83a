#include "report/typesetter.hpp"
#include "core/direction.hpp"
#include "core/plain_text.hpp"
#include "core/utf8.hpp"
#include <algorithm>

namespace report {
namespace {

float points(int pango_units) {
    return static_cast<float>(pango_units) / PANGO_SCALE;
}
int units(float points) {
    return static_cast<int>(points * PANGO_SCALE);
}

template<class T>
std::shared_ptr<T> owned(T* object) {
    return {object, [](T* gone) { g_object_unref(gone); }};
}

// The line's place in its layout, and a hold on the layout it cannot live without.
SetLine set_line(const std::shared_ptr<PangoLayout>& layout, PangoLayoutLine* line, float x, float least_height) {
    PangoRectangle box{};
    pango_layout_line_get_extents(line, nullptr, &box);
    const float height = std::max(points(box.height), least_height);
    pango_layout_line_ref(line);
    auto held =
        std::shared_ptr<PangoLayoutLine>(line, [layout](PangoLayoutLine* gone) { pango_layout_line_unref(gone); });
    return {std::move(held), x, height, (height - points(box.height)) / 2 + points(-box.y)};
}

// Pango's time grows with the square of a text's length, so a long one is set piece by piece.
constexpr std::size_t piece_at_once = 8192;

// The length of the start of `text`, at most `limit` bytes, that ends between letters.
std::size_t whole_letters(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text.size();
    return std::max<std::size_t>(1, core::utf8::begin_of(text, limit));
}

PangoAlignment alignment(chart::Align align) {
    switch (align) {
    case chart::Align::left:
        return PANGO_ALIGN_LEFT;
    case chart::Align::centre:
        return PANGO_ALIGN_CENTER;
    case chart::Align::right:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

// What is written from the right begins there, but for one line: a name stands where its column does.
void begin_at_right(PangoLayout* layout, chart::Align align) {
    const auto* line = pango_layout_get_line_readonly(layout, 0);
    if (line == nullptr || line->resolved_dir != PANGO_DIRECTION_RTL || align != chart::Align::left) return;
    if (pango_layout_get_line_count(layout) > 1) pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
}

// With the isolates that keep a name's direction its own in a sentence.
std::string cleaned_for_paper(std::string_view text, core::Lines lines) {
    constexpr std::string_view isolates[] = {"\u2066", "\u2067", "\u2068", "\u2069"};
    std::string clean;
    std::size_t begin = 0, at = 0;
    while (at < text.size()) {
        const auto letter = core::utf8::next(text, at);
        if (std::ranges::find(isolates, letter.bytes) == std::end(isolates)) continue;
        clean += core::cleaned(text.substr(begin, at - letter.bytes.size() - begin), lines);
        clean += letter.bytes;
        begin = at;
    }
    return clean + core::cleaned(text.substr(begin), lines);
}

}

Typesetter::Typesetter() : m_fonts(owned(pango_cairo_font_map_new())) {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(m_fonts.get()), 72);
    m_context = owned(pango_font_map_create_context(m_fonts.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    const auto blank = layout(" ", 1, chart::Weight::regular);
    m_space = set_line(blank, pango_layout_get_line_readonly(blank.get(), 0), 0, 0);
}

std::shared_ptr<PangoLayout> Typesetter::layout(std::string_view text, float size, chart::Weight weight) const {
    // Pango's own rule does not leave isolates out.
    const bool at_right = core::begins_at_right(text);
    pango_context_set_base_dir(m_context.get(), at_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    auto made = owned(pango_layout_new(m_context.get()));
    pango_layout_set_auto_dir(made.get(), FALSE);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, "Lato");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, weight == chart::Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    // Ligatures would join letters of recovery words, and not every reader of a PDF takes them apart again.
    PangoAttrList* features = pango_attr_list_new();
    pango_attr_list_insert(features, pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
    pango_attr_list_insert(features, pango_attr_insert_hyphens_new(FALSE)); // they are nobody's
    pango_layout_set_attributes(made.get(), features);
    pango_attr_list_unref(features);
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    return made;
}

std::vector<SetLine> Typesetter::lines(std::string_view text, const Type& type, float width, Cut cut,
                                       chart::Align align) const {
    return set(text, type, width, cut == Cut::after_two_lines ? 2 : 0, align);
}

std::vector<SetLine> Typesetter::few_lines(std::string_view text, const Type& type, float width, std::size_t most,
                                           chart::Align align) const {
    return set(text, type, width, std::max<std::size_t>(1, most), align);
}

std::vector<SetLine> Typesetter::set(std::string_view text, const Type& type, float width, std::size_t most,
                                     chart::Align align) const {
    const std::string clean = cleaned_for_paper(text, core::Lines::many);
    std::string_view rest = clean;
    std::vector<SetLine> all;
    do {
        const std::string_view piece = rest.substr(0, whole_letters(rest, piece_at_once));
        const auto whole = layout(piece, type.size, type.weight);
        pango_layout_set_width(whole.get(), units(width));
        pango_layout_set_wrap(whole.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_alignment(whole.get(), alignment(align));
        if (most > 0) {
            pango_layout_set_height(whole.get(), -static_cast<int>(most));
            pango_layout_set_ellipsize(whole.get(), PANGO_ELLIPSIZE_END);
        }
        begin_at_right(whole.get(), align);
        const std::size_t before = all.size();
        std::size_t last_start = 0;
        PangoLayoutIter* at = pango_layout_get_iter(whole.get());
        do {
            PangoRectangle box{};
            pango_layout_iter_get_line_extents(at, nullptr, &box);
            PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at);
            last_start = static_cast<std::size_t>(line->start_index);
            all.push_back(set_line(whole, line, points(box.x), type.line));
        } while (pango_layout_iter_next_line(at));
        pango_layout_iter_free(at);
        if (most > 0 || piece.size() == rest.size()) break;
        // The last line is not full yet: the next piece begins with it.
        const bool begun_again = all.size() > before + 1 && last_start > 0;
        if (begun_again) all.pop_back();
        rest.remove_prefix(begun_again ? last_start : piece.size());
    } while (!rest.empty());
    return all;
}

SetLine Typesetter::one_line(std::string_view text, float size, chart::Weight weight) const {
    const auto whole = layout(cleaned_for_paper(text, core::Lines::one), size, weight);
    pango_layout_set_single_paragraph_mode(whole.get(), TRUE);
    return set_line(whole, pango_layout_get_line_readonly(whole.get(), 0), 0, 0);
}

float Typesetter::measure(std::string_view text, float size, chart::Weight weight) const {
    PangoRectangle box{};
    pango_layout_line_get_extents(one_line(text, size, weight).line.get(), nullptr, &box);
    return points(box.width);
}

float height_of(const std::vector<SetLine>& lines) {
    float height = 0;
    for (const SetLine& line : lines)
        height += line.height;
    return height;
}

}
