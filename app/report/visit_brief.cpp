// The first page of a visit's PDF: what the therapist's screen shows before the couple comes in. In a file about both
// nobody's own words stand on it, for either of them may ask for that file one day.
#include "chart/brief_words.hpp"
#include "core/when.hpp"
#include "model/case/caseload.hpp"
#include "report/brief_parts.hpp"
#include <algorithm>

namespace report {

using namespace brief_page;

namespace {

class BriefPage : BriefParts {
public:
    explicit BriefPage(const VisitPages& pages) : BriefParts(pages) {}

    void pour() {
        float y = head();
        y = words(y);
        y = pour_standing(*this, y);
        y = meet(y);
        foot(y);
    }

private:
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
        m_sheet.heading(tr("brief.words", "In their words"), beside, left_x, y + 9, content_width);
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

    float meet(float y) {
        m_sheet.heading(tr("brief.meet", "Before you meet"), "", left_x, y + 9, content_width);
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
        m_sheet.heading(tr("brief.mission", "Their mission"),
                        agreed ? fill(tr("brief.agreed", "Agreed {day}"), {{"day", day_of(agreed->at)}}) : "", left_x,
                        y + 9, column);
        const float top = y + 34, room = 738 - top;
        const auto words = chart::mission_words(*m_brief);
        if (words.empty())
            m_sheet.text(tr("brief.no-mission", "Not agreed yet"), brief_type::soft, left_x, top, column, 1);
        else if (fits(words, brief_type::note, column, room))
            paragraph(words, left_x, top, column, room);
        else
            begin_mission(words, top, room);
        m_sheet.end("P");
        m_sheet.heading(tr("brief.open", "Could open with"), "", right_x, y + 9, column);
        float row = top;
        const auto& prompts = m_brief->prompts;
        for (const auto& prompt : prompts) {
            m_sheet.draw([=](PdfCanvas& canvas) { speech(canvas, {right_x, row + 3}); });
            row = paragraph(prompt, right_x + 18, row, column - 18, room / static_cast<float>(prompts.size()) - 6) + 6;
            m_sheet.end("P");
        }
    }

    bool fits(const std::string& words, const Type& type, float width, float room) const {
        return height_of(m_sheet.typesetter().lines(words, type, width)) <= room;
    }

    // The page that it stands on is known when all pages are poured.
    void begin_mission(const std::string& words, float y, float room) {
        y = paragraph(words, left_x, y, column, room - line);
        m_sheet.end("P");
        m_pages.mission->cut = m_brief->mission;
        m_sheet.draw([whole = m_pages.mission, &setter = m_sheet.typesetter(), y](PdfCanvas& canvas) {
            const auto where =
                fill(tr("pdf.brief-whole", "Whole on page {page}"), {{"page", std::to_string(whole->page)}});
            for (const auto& set : setter.few_lines(where, brief_type::strong, column, 1))
                canvas.set(set, {left_x + set.x, y + set.baseline}, inks.ink);
        });
    }

    // Large where it has the room, else small, and only then cut.
    float paragraph(const std::string& words, float x, float y, float width, float room) {
        for (const auto* type : {&brief_type::large, &brief_type::note})
            if (fits(words, *type, width, room)) return m_sheet.text(words, *type, x, y, width);
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
};

}

BriefParts::BriefParts(const VisitPages& pages)
    : m_pages(pages), m_file(pages.input.file), m_whose(pages.input.whose), m_names(pages.names()), m_sheet(pages.flow),
      m_brief(std::make_shared<const model::Brief>(model::brief_of(pages.input.content, m_file, pages.input.visit))) {
    for (const auto partner : both_partners)
        if (!m_whose || partner == *m_whose) m_shown.push_back(partner);
}

std::string BriefParts::day_of(core::WallTime time) const {
    return core::year_of(time) == core::year_of(m_pages.visit().date) ? core::day_words(time)
                                                                      : core::full_day_words(time);
}

std::string BriefParts::since(std::size_t visit) const {
    return visit == m_pages.input.visit ? std::string() : day_of(m_file.visits[visit].date);
}

void VisitPages::brief() const {
    flow.new_page();
    flow.bookmark(tr("pdf.brief", "Before you walk in"), 0);
    BriefPage(*this).pour();
    flow.full();
}

}
