#include "chart/attachment_map.hpp"
#include "chart/brief_words.hpp"
#include "chart/pair_words.hpp"
#include "chart/paired_dots.hpp"
#include "core/numbers.hpp"
#include "report/brief_parts.hpp"
#include <algorithm>

namespace report {

using namespace brief_page;

namespace {

constexpr float px = 0.6F; // of the mockup, in points

std::string number_or_dash(const std::optional<double>& value, int decimals) {
    return value ? core::decimal(*value, decimals) : "−";
}

class BriefStanding : BriefParts {
public:
    explicit BriefStanding(const BriefParts& parts) : BriefParts(parts) {}

    float pour(float y) {
        m_sheet.heading(tr("brief.stand", "Where they stand"), tr("pdf.brief-ranges", "Bars and outlines: 95 % range"),
                        left_x, y + 9, content_width);
        y += 33;
        map(y);
        alliance(y);
        gaps(y + 92);
        y += 192;
        m_sheet.rule(left_x, y, content_width);
        return y;
    }

private:
    void map(float y) {
        const auto& found = m_brief->map;
        m_sheet.small_heading(found ? found->value.module->title : tr("brief.attachment", "Attachment"),
                              found ? since(found->visit) : tr("brief.not-asked", "Not asked yet"), left_x, y);
        if (!found) return;
        const auto& map = found->value;
        constexpr float side = 152;
        const float top = y + 18;
        std::string spoken;
        for (const auto partner : m_shown) {
            const auto entry = chart::map_entry(map, m_names, partner);
            if (!spoken.empty() && !entry.empty()) spoken += " ";
            spoken += entry;
        }
        m_sheet.draw([brief = m_brief, top](PdfCanvas& canvas) {
            canvas.scaled({left_x, top}, px, [&](chart::Canvas& scaled) {
                chart::draw_map(scaled, brief->map->value, {}, {}, {.width = (side - 8) / px, .height = side / px},
                                picture_colors, chart::MapWords::left_out);
            });
        });
        m_sheet.end("Figure", spoken);
        float row = top;
        const float x = left_x + side + 8, width = column - side - 8;
        for (const auto partner : m_shown)
            row = place(map, partner, x, row, width) + 5;
    }

    float place(const model::OnMap& map, model::Partner partner, float x, float y, float width) {
        const auto& point = map.points.of(partner);
        const auto& name = m_names.of(partner);
        m_sheet.mark(partner, x, y + 10.4F, 9);
        m_sheet.text(name, brief_type::strong, x + 12, y, width - 12, 1);
        m_sheet.end("P");
        y += line;
        for (const auto& [scale, value] :
             {std::pair{map.y, point ? point->y : std::nullopt}, std::pair{map.x, point ? point->x : std::nullopt}})
            y = figure(name, scale->title, number_or_dash(value, 1), x, y, width);
        if (point)
            y = figure(name, tr("pdf.brief-answered", "Answered"),
                       fill(tr("pdf.brief-count", "{answered} of {of}"),
                            {{"answered", std::to_string(point->answered)}, {"of", std::to_string(point->items)}}),
                       x, y, width);
        return y;
    }

    // Whose it is is read with each.
    float figure(const std::string& name, const std::string& label, const std::string& number, float x, float y,
                 float width) {
        const float wide = m_sheet.width_of(number, brief_type::strong) + 2;
        m_sheet.text(label, brief_type::soft, x, y, width - wide - 4, 1);
        m_sheet.right(number, brief_type::strong, x + width - wide, y, wide);
        m_sheet.end("P", chart::figure_words(name, label, number));
        return y + 12.4F;
    }

    void alliance(float y) {
        const auto& found = m_brief->alliance;
        if (!found)
            return m_sheet.small_heading(tr("brief.alliance", "Alliance"), tr("brief.not-asked", "Not asked yet"),
                                         right_x, y);
        const auto& row = found->value.rows.front();
        const auto range = chart::range_of(*row.scale);
        const auto ends = fill(tr("pdf.brief-range", "{low} to {high}"),
                               {{"low", core::plain(range.low)}, {"high", core::plain(range.high)}});
        const auto when = since(found->visit);
        m_sheet.small_heading(row.scale->title, when.empty() ? ends : when + ", " + ends, right_x, y);
        const float top = y + 17, names = column * 0.26F, axis_x = right_x + names + 8, axis = column - names - 8 - 34;
        const auto at = [=](double value) {
            return axis_x + axis * static_cast<float>((value - range.low) / std::max(1e-9, range.high - range.low));
        };
        const auto grid = [=, rows = m_shown.size()](PdfCanvas& canvas) {
            for (int i = 0; i <= 6; ++i) {
                const float x = axis_x + axis * static_cast<float>(i) / 6;
                canvas.line({x, top}, {x, top + line * static_cast<float>(rows)}, 0.6F, inks.line);
            }
        };
        m_sheet.draw(grid);
        float row_y = top;
        for (const auto partner : m_shown) {
            const auto& score = row.scores.of(partner);
            const auto number = number_or_dash(score ? score->value : std::nullopt, 1);
            m_sheet.mark(partner, right_x, row_y + 10.4F, 9);
            m_sheet.text(m_names.of(partner), brief_type::note, right_x + 12, row_y, names - 12, 1);
            m_sheet.right(number, brief_type::strong, right_x + column - 30, row_y, 30);
            if (score && score->value)
                m_sheet.draw([=, band = score->band, value = *score->value](PdfCanvas& canvas) {
                    const float y_of = row_y + line / 2;
                    auto pale = partner == model::Partner::a ? inks.a : inks.b;
                    pale.a = 90;
                    if (band)
                        canvas.fill_rect(
                            {at(band->low), y_of - 2.4F, std::max(4.8F, at(band->high) - at(band->low)), 4.8F}, 2.4F,
                            pale);
                    if (partner == model::Partner::a)
                        canvas.disc({at(value), y_of}, 4.2F, inks.a);
                    else
                        canvas.ring({at(value), y_of}, 4.2F, 1.8F, inks.b, inks.paper);
                });
            m_sheet.end("P", chart::figure_words(m_names.of(partner), row.scale->title, number));
            row_y += line;
        }
        for (const double value : {range.low, (range.low + range.high) / 2, range.high})
            m_sheet.text(core::plain(value), brief_type::soft, at(value) - 20, row_y, 40, 1, chart::Align::centre);
        m_sheet.end("P", ends);
    }

    void gaps(float y) {
        const auto title = tr("brief.gaps", "Widest gaps");
        if (m_whose) return; // there is no other to be apart from
        const auto& found = m_brief->gaps;
        if (!found) return m_sheet.small_heading(title, tr("brief.no-gap", "Nothing that stands out"), right_x, y);
        const auto& pairs = found->value;
        m_sheet.small_heading(
            title,
            fill(tr("brief.toward", "From {from} to {to}"),
                 {{"from", m_names.of(model::other(pairs.toward))}, {"to", m_names.of(pairs.toward)}}),
            right_x, y);
        const auto draw = [brief = m_brief, names = m_names](chart::Canvas& canvas) {
            const auto& shown = brief->gaps->value;
            return chart::draw_paired_dots(
                canvas, {.pairs = shown, .count = shown.pairs.size(), .row = 22, .with_names = false}, names, {},
                {.width = column / px}, picture_colors);
        };
        m_sheet.draw([draw, y](PdfCanvas& canvas) {
            canvas.scaled({right_x, y + 14}, px, [&](chart::Canvas& scaled) { draw(scaled); });
        });
        m_sheet.end("Figure", chart::pairs_words(pairs, m_names));
    }
};

}

float pour_standing(const BriefParts& parts, float y) {
    return BriefStanding(parts).pour(y);
}

}
