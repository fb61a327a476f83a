#include "core/plain_text.hpp"
#include "report/visit_pages.hpp"
#include <exception>
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

struct Column {
    float x, width;
    chart::Align align;
};
constexpr Column left_half{margin, content_width * 0.55F, chart::Align::left};
constexpr Column right_half{margin + content_width * 0.55F, content_width * 0.45F, chart::Align::right};

// The part of a page that stays the same from page to page. Names and codes of any length stay within it.
struct Frame {
    const Typesetter& typesetter;
    std::string practice, place, foot, number;
    bool for_one_alone = false;

    void draw(PdfCanvas& canvas) const {
        const float top = for_one_alone ? 24 : 42;
        put(canvas, practice, type::small_strong, left_half, top);
        put(canvas, place, type::small, right_half, top);
        if (for_one_alone) {
            Type alert = type::strong;
            alert.color = inks.alert;
            const float height = height_of(typesetter.lines(foot, alert, content_width - 24, Cut::after_two_lines));
            canvas.fill_rect({margin, 50, content_width, height + 12}, 7, inks.alert_soft);
            put(canvas, foot, alert, {margin + 12, content_width - 24, chart::Align::left}, 56);
        } else {
            canvas.line({margin, 70}, {page_width - margin, 70}, 0.6F, inks.line);
        }
        canvas.line({margin, 744}, {page_width - margin, 744}, 0.6F, inks.line);
        put(canvas, foot, type::small, left_half, 750);
        put(canvas, number, type::small, right_half, 750);
    }

private:
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
        frame.place = pages.input.file.chart_code + "  ·  " + full_day_words(pages.visit().date);
        if (!section.name.empty()) frame.place += "  ·  " + section.name;
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
    const VisitPages pages{input, flow};
    std::vector<Section> sections;
    const auto add = [&](std::string name, std::optional<model::Partner> private_of, auto&& pour) {
        const std::size_t first = flow.page_count();
        pour();
        sections.push_back({first, flow.page_count(), std::move(name), private_of});
    };
    add("", std::nullopt, [&] { pages.overview(); });
    for (const model::Partner partner : both_partners)
        if (pages.part(partner).status != model::PartStatus::absent)
            add(pages.name(partner), std::nullopt, [&] { pages.partner(partner); });
    add(tr("pdf.together", "Together"), std::nullopt, [&] { pages.together(); });
    for (const auto* record : {&input.private_a, &input.private_b})
        if (*record) add(pages.name((*record)->partner), (*record)->partner, [&] { pages.private_pages(**record); });
    add_frames(pages, sections);
    return pdf_bytes(flow.take(), core::cleaned(input.file.chart_code, core::Lines::one), input.printed_at);
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
