#include "core/plain_text.hpp"
#include "report/visit_pages.hpp"
#include <exception>
#include <functional>
#include <new>

namespace report {
namespace {

// Pages that belong together; the pages of all public sections are numbered as one, those of a private section by
// themselves.
struct Section {
    std::size_t first = 0, end = 0;
    std::string name;
    std::optional<model::Partner> private_of;
};

// Pours them so that no page is left nearly empty: pages of a section are ended earlier where its last one would be,
// and a short section goes on on the page before, or has the next one go on on its own where that is the first page,
// which stands by itself; where none follows, `filler` does. What is private always begins a page.
class Sections {
public:
    Sections(Flow& flow, std::function<void()> filler) : m_flow(flow), m_filler(std::move(filler)) {}

    // What pours is called again when what follows is too short for a page of its own: it keeps what it needs.
    void add(Section section, std::function<void()> pour) {
        if (section.private_of) fill_up();
        section.first = m_flow.page_count();
        m_poured.push_back({std::move(section), {std::move(pour)}});
        pour_even(m_poured.back());
        const auto& last = m_poured.back();
        if ((alone() || m_waits) && !last.section.private_of && m_poured.size() > 2) {
            auto& before = m_poured[m_poured.size() - 2];
            before.pours.push_back(last.pours.front());
            if (before.section.name != last.section.name) before.section.name.clear();
            m_poured.pop_back();
            pour_even(m_poured.back());
        }
        m_waits = m_poured.size() == 2 && alone();
    }
    std::vector<Section> take() {
        fill_up();
        std::vector<Section> all;
        for (const auto& one : m_poured)
            all.push_back(one.section);
        return all;
    }

private:
    static constexpr float least = 0.36F; // a third, and what the last line has below it
    struct Poured {
        Section section;
        std::vector<std::function<void()>> pours;
    };

    void fill_up() {
        if (!std::exchange(m_waits, false)) return;
        m_poured.back().pours.push_back(m_filler);
        pour_even(m_poured.back());
    }
    bool alone() const { // the last section, on a page that is left nearly empty
        const auto& section = m_poured.back().section;
        return section.end - section.first == 1 && filled() < least;
    }
    float filled() const { return (m_flow.top() - content_top) / (content_bottom - content_top); }

    std::size_t pour(Poured& poured, float bottom) {
        m_flow.pour_again(poured.section.first, bottom);
        for (std::size_t i = 0; i < poured.pours.size(); ++i) {
            if (i > 0) m_flow.run_on();
            poured.pours[i]();
        }
        poured.section.end = m_flow.page_count();
        return poured.section.end - poured.section.first;
    }

    void pour_even(Poured& poured) {
        const auto pages = pour(poured, content_bottom);
        if (pages < 2 || filled() >= least) return;
        constexpr float step = 24, lowest = content_top + (content_bottom - content_top) * 0.6F;
        for (float bottom = content_bottom - step; bottom >= lowest; bottom -= step) {
            if (pour(poured, bottom) > pages) break;
            if (filled() >= least) return;
        }
        pour(poured, content_bottom);
    }

    Flow& m_flow;
    std::function<void()> m_filler;
    std::vector<Poured> m_poured;
    bool m_waits = false; // for a section that goes on on the page of the last one
};

struct Column {
    float x, width;
    chart::Align align;
};
constexpr Column left_half{margin, content_width * 0.55F, chart::Align::left};
constexpr Column beside_circles{margin + 38, content_width * 0.55F - 38, chart::Align::left};
constexpr Column right_half{margin + content_width * 0.55F, content_width * 0.45F, chart::Align::right};

// The part of a page that stays the same from page to page. Names and codes of any length stay within it.
struct Frame {
    const Typesetter& typesetter;
    std::string practice, place, foot, number;
    bool for_one_alone = false;

    void draw(PdfCanvas& canvas) const {
        const float top = for_one_alone ? 22 : 30;
        if (!for_one_alone) put_circles(canvas);
        put(canvas, practice, for_one_alone ? type::small_strong : type::strong,
            for_one_alone ? left_half : beside_circles, top);
        put(canvas, place, type::small, right_half, top + 1);
        if (for_one_alone) {
            Type alert = type::strong;
            alert.color = inks.alert;
            const float height = height_of(typesetter.lines(foot, alert, content_width - 24, Cut::after_two_lines));
            canvas.fill_rect({margin, 50, content_width, height + 12}, 7, inks.alert_soft);
            put(canvas, foot, alert, {margin + 12, content_width - 24, chart::Align::left}, 56);
        } else {
            canvas.line({margin, 60}, {page_width - margin, 60}, 0.6F, inks.line);
        }
        canvas.line({margin, 744}, {page_width - margin, 744}, 0.6F, inks.line);
        put(canvas, foot, type::small, left_half, 750);
        put(canvas, number, type::small, right_half, 750);
    }

private:
    // The two of them, as the program's own picture has them.
    static void put_circles(PdfCanvas& canvas) {
        constexpr chart::Point a{margin + 9, 38}, b{margin + 21, 38};
        canvas.disc(a, 9, inks.a);
        canvas.ring(b, 9, 2.2F, inks.b, inks.paper);
        canvas.lens(a, 9, b, 6.8F, inks.action);
    }
    void put(PdfCanvas& canvas, std::string_view text, const Type& type, const Column& column, float y) const {
        for (const SetLine& line : typesetter.lines(text, type, column.width, Cut::after_two_lines, column.align)) {
            canvas.set(line, {column.x + line.x, y + line.baseline}, type.color);
            y += line.height;
        }
    }
};

void add_frames(const VisitPages& pages, const std::vector<Section>& sections) {
    std::size_t public_end = 0;
    for (const Section& section : sections)
        if (!section.private_of) public_end = section.end;
    for (const Section& section : sections) {
        Frame frame{.typesetter = pages.flow.typesetter(),
                    .practice = pages.input.practice,
                    .place = {},
                    .foot = {},
                    .number = {},
                    .for_one_alone = section.private_of.has_value()};
        frame.place = fill(tr("pdf.chart-day", "Chart {code}, {day}"),
                           {{"code", pages.input.file.chart_code}, {"day", full_day_words(pages.visit().date)}});
        if (!section.name.empty())
            frame.place =
                fill(tr("pdf.place-of", "{place}  ·  {name}"), {{"place", frame.place}, {"name", section.name}});
        frame.foot = frame.for_one_alone
                         ? fill(tr("pdf.private-foot", "Private: {name} only. Not for the other partner."),
                                {{"name", section.name}})
                         : tr("pdf.foot", "For the therapist's records. Not for sharing between partners.");
        for (std::size_t page = section.first; page < section.end; ++page) {
            const auto first = frame.for_one_alone ? section.first : 0,
                       end = frame.for_one_alone ? section.end : public_end;
            frame.number = fill(frame.for_one_alone ? tr("pdf.private-page", "Private page {page} of {of}")
                                                    : tr("pdf.page", "Page {page} of {of}"),
                                {{"page", std::to_string(page - first + 1)}, {"of", std::to_string(end - first)}});
            pages.flow.add_to(page, [frame](PdfCanvas& canvas) { frame.draw(canvas); });
        }
    }
}

bool fits(const std::optional<model::PrivateRecord>& record, const VisitPdfInput& input, model::Partner partner) {
    return !record || (record->partner == partner && record->sitting == input.file.visits[input.visit].sitting);
}

core::Result<std::string> draw(const VisitPdfInput& input) {
    const Typesetter typesetter;
    Flow flow(typesetter);
    const VisitPages pages{.input = input, .flow = flow};
    Sections sections(flow, [&pages] { pages.reading(); });
    const auto add = [&](std::string name, std::optional<model::Partner> private_of, std::function<void()> pour) {
        sections.add({.name = std::move(name), .private_of = private_of}, std::move(pour));
    };
    add("", std::nullopt, [&] { pages.brief(); });
    add("", std::nullopt, [&] { pages.overview(); });
    for (const model::Partner partner : both_partners)
        if (pages.part(partner).content) // else the overview says why
            add(pages.name(partner), std::nullopt, [&pages, partner] { pages.partner(partner); });
    if (pages.visit().joint.content || pages.mission_is_older())
        add(tr("pdf.together", "Together"), std::nullopt, [&] { pages.together(); });
    for (const auto* record : {&input.private_a, &input.private_b})
        if (*record)
            add(pages.name((*record)->partner), (*record)->partner,
                [&pages, record] { pages.private_pages(**record); });
    add_frames(pages, sections.take());
    const auto title = fill(tr("pdf.chart-day", "Chart {code}, {day}"),
                            {{"code", input.file.chart_code}, {"day", full_day_words(pages.visit().date)}});
    return pdf_bytes(flow.take(), core::cleaned(title, core::Lines::one), input.printed_at);
}

}

core::Result<std::string> visit_pdf(const VisitPdfInput& input) {
    if (input.visit >= input.file.visits.size())
        return core::fail(core::ErrorCode::invalid_state, "visit PDF: no such visit");
    if (!fits(input.private_a, input, model::Partner::a) || !fits(input.private_b, input, model::Partner::b))
        return core::fail(core::ErrorCode::invalid_state,
                          "visit PDF: the private record is of another visit or partner");
    try {
        return draw(input);
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::out_of_memory, "visit PDF");
    } catch (const std::exception&) { // its words could hold an answer
        return core::fail(core::ErrorCode::unsupported, "visit PDF: a page could not be drawn");
    }
}

}
