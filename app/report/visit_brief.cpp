// The first page of a visit's PDF: what the therapist's screen shows before the couple comes in. In a file about both
// nobody's own words stand on it, for either of them may ask for that file one day.
#include "chart/attachment_map.hpp"
#include "chart/brief_words.hpp"
#include "chart/pair_words.hpp"
#include "chart/paired_dots.hpp"
#include "core/numbers.hpp"
#include "core/when.hpp"
#include "model/case/brief.hpp"
#include "model/case/caseload.hpp"
#include "report/brief_sheet.hpp"
#include "report/visit_pages.hpp"
#include <algorithm>

namespace report {
namespace {

constexpr float px = 0.6F; // of the mockup, in points
constexpr float column = 248.4F, between_columns = 28.8F;
constexpr float left_x = margin, right_x = margin + column + between_columns;
constexpr float line = 14.4F;

namespace brief_type {
constexpr Type title{24, 30, chart::Weight::regular, inks.ink};
constexpr Type heading{14.4F, 19, chart::Weight::bold, inks.ink};
constexpr Type who{12, 16.8F, chart::Weight::regular, inks.soft};
constexpr Type name{12, 16.8F, chart::Weight::bold, inks.ink};
constexpr Type large{12, 16, chart::Weight::regular, inks.ink};
constexpr Type note{9.6F, line, chart::Weight::regular, inks.ink};
constexpr Type soft{9.6F, line, chart::Weight::regular, inks.soft};
constexpr Type strong{9.6F, line, chart::Weight::bold, inks.ink};
}

std::string number_or_dash(const std::optional<double>& value, int decimals) {
    return value ? core::decimal(*value, decimals) : "−";
}

class BriefPage {
public:
    explicit BriefPage(const VisitPages& pages)
        : m_pages(pages), m_file(pages.input.file), m_whose(pages.input.whose), m_names(pages.names()),
          m_sheet(pages.flow), m_brief(std::make_shared<const model::Brief>(
                                   model::brief_of(pages.input.content, m_file, pages.input.visit))) {
        for (const auto partner : both_partners)
            if (!m_whose || partner == *m_whose) m_shown.push_back(partner);
    }

    void pour() {
        float y = head();
        y = words(y);
        y = stand(y);
        y = meet(y);
        foot(y);
    }

private:
    std::string day_of(core::WallTime time) const {
        return core::year_of(time) == core::year_of(m_pages.visit().date) ? core::day_words(time)
                                                                          : core::full_day_words(time);
    }
    std::string since(std::size_t visit) const {
        return visit == m_pages.input.visit ? std::string() : day_of(m_file.visits[visit].date);
    }

    void heading(const std::string& title, const std::string& beside, float x, float y, float width) {
        const float left = std::max(width / 2, width - m_sheet.width_of(title, brief_type::heading) - 12);
        const float room = beside.empty() ? 0 : std::min(left, m_sheet.width_of(beside, brief_type::soft) + 8);
        m_sheet.text(title, brief_type::heading, x, y, width - room, 1);
        if (!beside.empty()) m_sheet.right(beside, brief_type::soft, x + width - room, y + 3.5F, room);
        m_sheet.end("H2");
    }
    void small_heading(const std::string& title, const std::string& beside, float x, float y) {
        const float room = beside.empty() ? 0 : std::min(column * 0.6F, m_sheet.width_of(beside, brief_type::soft) + 4);
        m_sheet.text(title, brief_type::strong, x, y, column - room, 1);
        if (!beside.empty()) m_sheet.right(beside, brief_type::soft, x + column - room, y, room);
        m_sheet.end("H3");
    }

    float head() {
        float y = 68;
        m_sheet.text(tr("pdf.brief", "Before you walk in"), brief_type::title, left_x, y, content_width, 1);
        m_sheet.end("H1");
        y += 37;
        const auto visit = fill(tr("pdf.brief-visit", "Visit {number}"),
                                {{"number", std::to_string(m_file.visits.size() - m_pages.input.visit)}});
        const auto therapist = fill(tr("pdf.brief-therapist", "Therapist: {name}"), {{"name", m_file.therapist}});
        float x = left_x;
        const float rest = m_sheet.width_of(visit, brief_type::who) + m_sheet.width_of(therapist, brief_type::who) + 24;
        const float most = std::max(
            60.0F, (content_width - std::min(rest, content_width / 2)) / static_cast<float>(m_shown.size()) - 26);
        for (const auto partner : m_shown) {
            m_sheet.mark(partner, x, y + 12.4F, 11);
            const float wide = std::min(most, m_sheet.width_of(m_names.of(partner), brief_type::who) + 1);
            m_sheet.text(m_names.of(partner), brief_type::who, x + 14, y, wide, 1);
            x += 14 + wide + 10;
        }
        const float wide = m_sheet.width_of(visit, brief_type::who) + 1;
        m_sheet.text(visit, brief_type::who, x, y, wide, 1);
        x += wide + 10;
        m_sheet.text(therapist, brief_type::who, x, y, std::max(80.0F, left_x + content_width - x), 1);
        m_sheet.end("P");
        m_sheet.rule(left_x, y + 25, content_width);
        return y + 25;
    }

    // In one partner's own file their words stand over the whole width; else how much it presses, and no word.
    float words(float y) {
        const auto& asked = m_brief->words;
        const auto beside = asked ? fill(tr("pdf.brief-asked", "Asked {day}. Urgent: 0 can wait, 10 now"),
                                         {{"day", day_of(m_file.visits[asked->visit].date)}})
                                  : tr("brief.not-asked", "Not asked yet");
        heading(tr("brief.words", "In their words"), beside, left_x, y + 9, content_width);
        y += 33;
        float lowest = y;
        for (const auto partner : m_shown) {
            const float x = partner == model::Partner::b && !m_whose ? right_x : left_x;
            const auto said = asked ? asked->value.of(partner) : model::Brief::Words{};
            urgency(partner, said.urgency, x, y);
            if (m_whose) lowest = quotes(partner, said, y + 20);
        }
        if (!m_whose) {
            m_sheet.text(tr("pdf.brief-own-words", "What each of them wrote stands in that partner's own chart alone."),
                         brief_type::soft, left_x, y + 21, content_width, 1);
            m_sheet.end("P");
            lowest = y + 21 + line;
        }
        m_sheet.rule(left_x, lowest + 8, content_width);
        return lowest + 8;
    }

    void urgency(model::Partner partner, const std::optional<int>& value, float x, float y) {
        const auto urgent = tr("brief.urgent", "Urgent");
        const auto number = value ? std::to_string(*value) : std::string("−");
        const float wide = m_sheet.width_of(urgent, brief_type::soft), digits = 16, scale = 90;
        const float scale_x = x + column - digits - wide - 8 - scale;
        m_sheet.mark(partner, x, y + 12.4F, 11);
        m_sheet.text(m_names.of(partner), brief_type::name, x + 14, y, scale_x - x - 20, 1);
        m_sheet.text(urgent, brief_type::soft, scale_x + scale + 8, y + 1.5F, wide + 1, 1);
        m_sheet.right(number, brief_type::strong, x + column - digits, y + 1.5F, digits);
        m_sheet.draw([=](PdfCanvas& canvas) {
            const float middle_y = y + 8.4F;
            canvas.line({scale_x, middle_y}, {scale_x + scale, middle_y}, 1, picture_colors.edge);
            for (int i = 0; i <= 10; ++i) {
                const float at = scale_x + scale * static_cast<float>(i) / 10, half = i % 5 == 0 ? 3.6F : 1.8F;
                canvas.line({at, middle_y - half}, {at, middle_y + half}, 0.6F, picture_colors.edge);
            }
            if (!value) return;
            const chart::Point at{scale_x + scale * static_cast<float>(*value) / 10, middle_y};
            canvas.disc(at, 5.6F, inks.paper);
            if (partner == model::Partner::a)
                canvas.disc(at, 4.5F, inks.a);
            else
                canvas.ring(at, 4.5F, 1.8F, inks.b, inks.paper);
        });
        m_sheet.end("P", fill(tr("pdf.brief-urgent", "{name}. Urgent: {number} of 10."),
                              {{"name", m_names.of(partner)}, {"number", number}}));
    }

    float quotes(model::Partner partner, const model::Brief::Words& said, float y) {
        const auto& asked = m_brief->words;
        const bool answered = asked && model::part_of(m_file.visits[asked->visit], partner).content.has_value();
        const auto nothing =
            answered ? tr("brief.nothing", "Nothing written") : tr("brief.no-answers", "No answers yet");
        for (const auto& [label, text] :
             {std::pair{tr("brief.why", "Why"), said.why}, {tr("brief.hope", "Hope"), said.hope}}) {
            m_sheet.text(label, brief_type::soft, left_x, y, 44, 1);
            const auto words = text.empty() ? nothing : fill(tr("brief.quote", "“{words}”"), {{"words", text}});
            m_sheet.text(words, text.empty() ? brief_type::soft : brief_type::note, left_x + 48, y, content_width - 48,
                         2);
            m_sheet.end("P");
            y += 2 * line + 1; // as high whatever was written
        }
        return y;
    }

    float stand(float y) {
        heading(tr("brief.stand", "Where they stand"), tr("pdf.brief-ranges", "Bars and outlines: 95 % range"), left_x,
                y + 9, content_width);
        y += 33;
        map(y);
        alliance(y);
        gaps(y + 92);
        y += 192;
        m_sheet.rule(left_x, y, content_width);
        return y;
    }

    void map(float y) {
        const auto& found = m_brief->map;
        small_heading(found ? found->value.module->title : tr("brief.attachment", "Attachment"),
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
        const bool placed = point && point->position;
        const auto& name = m_names.of(partner);
        m_sheet.mark(partner, x, y + 10.4F, 9);
        m_sheet.text(name, brief_type::strong, x + 12, y, width - 12, 1);
        m_sheet.end("P");
        y += line;
        for (const auto& [scale, value] : {std::pair{map.y, placed ? std::optional(point->position->y) : std::nullopt},
                                           std::pair{map.x, placed ? std::optional(point->position->x) : std::nullopt}})
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
        m_sheet.end("P", fill(tr("pdf.brief-figure", "{name}, {what}: {number}."),
                              {{"name", name}, {"what", label}, {"number", number}}));
        return y + 12.4F;
    }

    void alliance(float y) {
        const auto& found = m_brief->alliance;
        if (!found)
            return small_heading(tr("brief.alliance", "Alliance"), tr("brief.not-asked", "Not asked yet"), right_x, y);
        const auto& row = found->value.rows.front();
        const auto range = chart::range_of(*row.scale);
        const auto ends = fill(tr("pdf.brief-range", "{low} to {high}"),
                               {{"low", core::plain(range.low)}, {"high", core::plain(range.high)}});
        const auto when = since(found->visit);
        small_heading(row.scale->title, when.empty() ? ends : when + ", " + ends, right_x, y);
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
            m_sheet.end("P", fill(tr("pdf.brief-figure", "{name}, {what}: {number}."),
                                  {{"name", m_names.of(partner)}, {"what", row.scale->title}, {"number", number}}));
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
        if (!found) return small_heading(title, tr("brief.no-gap", "Nothing that stands out"), right_x, y);
        const auto& pairs = found->value;
        small_heading(title,
                      fill(tr("brief.toward", "From {from} to {to}"),
                           {{"from", m_names.of(model::other(pairs.toward))}, {"to", m_names.of(pairs.toward)}}),
                      right_x, y);
        const auto draw = [brief = m_brief, names = m_names](chart::Canvas& canvas) {
            const auto& shown = brief->gaps->value;
            return chart::draw_paired_dots(
                canvas, {.pairs = shown, .count = shown.pairs.size(), .row = 22, .with_names = false}, names, {},
                {.width = column / px}, picture_colors);
        };
        std::string spoken;
        for (const auto& pair : pairs.pairs)
            spoken += (spoken.empty() ? "" : " ") + chart::pair_words(pair, m_names);
        m_sheet.draw([draw, y](PdfCanvas& canvas) {
            canvas.scaled({right_x, y + 14}, px, [&](chart::Canvas& scaled) { draw(scaled); });
        });
        m_sheet.end("Figure", spoken);
    }

    float meet(float y) {
        heading(tr("brief.meet", "Before you meet"), "", left_x, y + 9, content_width);
        y += 35;
        const auto opened = model::private_answers_of(m_file);
        std::string not_here = tr("pdf.brief-not-here", "Not on this page.");
        std::string who;
        for (const auto partner : m_shown)
            who += (who.empty() ? "" : ", ") + chart::opened_words(m_names.of(partner), opened.of(partner));
        const std::pair<std::string, std::string> lines[] = {
            {tr("brief.private", "Private answers"), not_here + " " + who + "."},
            {tr("brief.alone", "Asked to speak alone"), tr("pdf.brief-look", "Open Private on the kiosk to see.")},
            {tr("brief.manner", "How they answered"), chart::manner_words(*m_brief, m_names)},
            {tr("brief.changed", "Changed since an earlier visit"), chart::changed_words(*m_brief, m_names)}};
        for (const auto& [label, said] : lines) {
            constexpr float said_x = 150;
            m_sheet.text(label, brief_type::strong, left_x, y, said_x - 8, 2);
            m_sheet.text(said, brief_type::note, left_x + said_x, y, content_width - said_x, 2);
            m_sheet.end("P");
            const bool two = &said == &lines[2].second || &said == &lines[3].second;
            y += two ? 2 * line + 3 : line + 5;
            if (&said != &lines[3].second) m_sheet.rule(left_x, y - 2.5F, content_width);
        }
        return y + 2;
    }

    void foot(float y) {
        for (const float x : {left_x, right_x})
            m_sheet.rule(x, y, column);
        const auto& agreed = m_brief->mission;
        heading(tr("brief.mission", "Their mission"),
                agreed ? fill(tr("brief.agreed", "Agreed {day}"), {{"day", day_of(agreed->at)}}) : "", left_x, y + 9,
                column);
        const float top = y + 34, room = 738 - top;
        const auto words = chart::mission_words(*m_brief);
        if (words.empty())
            m_sheet.text(tr("brief.no-mission", "Not agreed yet"), brief_type::soft, left_x, top, column, 1);
        else
            paragraph(words, left_x, top, column, room);
        m_sheet.end("P");
        heading(tr("brief.open", "Could open with"), "", right_x, y + 9, column);
        float row = top;
        const auto& prompts = m_brief->prompts;
        for (const auto& prompt : prompts) {
            m_sheet.draw([=](PdfCanvas& canvas) { speech(canvas, {right_x, row + 3}); });
            row = paragraph(prompt, right_x + 18, row, column - 18, room / static_cast<float>(prompts.size()) - 6) + 6;
            m_sheet.end("P");
        }
    }

    // Large where it has the room, else small, and only then cut: a mission stands whole on the page Together.
    float paragraph(const std::string& words, float x, float y, float width, float room) {
        for (const auto* type : {&brief_type::large, &brief_type::note})
            if (height_of(m_sheet.typesetter().lines(words, *type, width)) <= room)
                return m_sheet.text(words, *type, x, y, width);
        const auto most = static_cast<std::size_t>(std::max(1.0F, room / line));
        return m_sheet.text(words, brief_type::note, x, y, width, most);
    }

    static void speech(PdfCanvas& canvas, chart::Point at) {
        const chart::Point corners[] = {{at.x, at.y},
                                        {at.x + 10, at.y},
                                        {at.x + 10, at.y + 7},
                                        {at.x + 5, at.y + 7},
                                        {at.x + 2.5F, at.y + 9},
                                        {at.x + 2.5F, at.y + 7},
                                        {at.x, at.y + 7},
                                        {at.x, at.y}};
        canvas.curve(corners, 0.9F, inks.soft);
    }

    const VisitPages& m_pages;
    const model::CaseFile& m_file;
    std::optional<model::Partner> m_whose;
    chart::Names m_names;
    BriefSheet m_sheet;
    std::shared_ptr<const model::Brief> m_brief; // its pieces are drawn when this is gone
    std::vector<model::Partner> m_shown;
};

}

void VisitPages::brief() const {
    flow.new_page();
    flow.bookmark(tr("pdf.brief", "Before you walk in"), 0);
    BriefPage(*this).pour();
    flow.full();
}

}
