#include "report/figures_pdf.hpp"
#include "chart/figure_rows.hpp"
#include "core/i18n.hpp"
#include "report/flow.hpp"
#include <exception>
#include <new>

namespace report {
namespace {

using core::fill;
using core::tr;

constexpr float row_width = content_width / chart_scale; // in the picture's own units

void add_figure_row(Flow& flow, const chart::FigureRow& row) {
    const float height = chart::figure_row_height(flow.typesetter(), row, row_width) * chart_scale;
    if (row.head) flow.keep_room(height + 60); // never alone at a page's foot
    flow.picture(height, [row](PdfCanvas& canvas, chart::Point at) {
        canvas.scaled(at, chart_scale,
                      [&](chart::Canvas& scaled) { chart::draw_figure_row(scaled, row, {}, row_width, score_colors); });
    });
}

void add_measure(Flow& flow, const FiguresPdfInput& input, const model::MeasureFigures& measure) {
    const auto what = model::measure_of(input.content, measure);
    if (what.scale == nullptr) return;
    const auto title = chart::figure_title(what, measure);
    flow.space(22);
    flow.keep_room(150);
    flow.text(title.scale, type::heading);
    flow.text(title.form, type::small);
    flow.space(4);
    flow.rule();
    for (const auto& row : chart::figure_rows(what, measure, input.locales))
        add_figure_row(flow, row);
}

void add_frames(Flow& flow, const std::string& practice) {
    const auto pages = flow.page_count();
    for (std::size_t i = 0; i < pages; ++i)
        flow.add_to(
            i, [&typesetter = flow.typesetter(), practice,
                number = fill(tr("pdf.page", "Page {page} of {of}"),
                              {{"page", std::to_string(i + 1)}, {"of", std::to_string(pages)}})](PdfCanvas& canvas) {
                const auto put = [&](std::string_view text, float y, chart::Align align) {
                    for (const SetLine& line :
                         typesetter.lines(text, type::small, content_width, Cut::after_two_lines, align))
                        canvas.set(line, {margin + line.x, y + line.baseline}, type::small.color);
                };
                put(practice, 42, chart::Align::left);
                put(number, 750, chart::Align::right);
            });
}

core::Result<std::string> drawn(const FiguresPdfInput& input) {
    const Typesetter typesetter;
    Flow flow(typesetter);
    flow.new_page();
    const auto title = tr("figures.title", "The practice's own figures");
    flow.text(title, type::title);
    flow.space(8);
    for (const auto& note : chart::figure_notes(input.figures))
        flow.text(note, type::body);
    for (const auto& measure : input.figures.measures)
        add_measure(flow, input, measure);
    add_frames(flow, input.practice);
    return pdf_bytes(flow.take(), title, input.figures.made_at);
}

}

core::Result<std::string> figures_pdf(const FiguresPdfInput& input) {
    try {
        return drawn(input);
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::out_of_memory, "figures");
    } catch (const std::exception&) {
        return core::fail(core::ErrorCode::unsupported, "figures: the page could not be drawn");
    }
}

}
