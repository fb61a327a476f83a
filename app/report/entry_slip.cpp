#include "report/entry_slip.hpp"
#include "core/i18n.hpp"
#include "report/flow.hpp"
#include <exception>
#include <new>

namespace report {
namespace {

using core::fill;
using core::tr;

constexpr Type large_code{64, 76, chart::Weight::bold, inks.ink};

core::Result<std::string> draw_slip(const EntrySlip& slip) {
    const Typesetter typesetter;
    Flow flow(typesetter);
    flow.new_page();
    const auto practice = typesetter.lines(slip.practice, type::heading, content_width, Cut::after_two_lines);
    flow.picture(height_of(practice), [practice](PdfCanvas& canvas, chart::Point at) {
        for (const SetLine& line : practice) {
            canvas.set(line, {at.x + line.x, at.y + line.baseline}, type::heading.color);
            at.y += line.height;
        }
    });
    flow.space(10);
    flow.text(tr("slip.words", "Your code for the screen"), type::section);
    flow.text(slip.entry_code, large_code);
    flow.text(tr("slip.how",
                 "Tap the screen to begin, and type this code. It is for this visit alone. Each of you then "
                 "answers alone, and chooses a code of their own."),
              type::body);
    flow.space(10);
    flow.text(fill(tr("slip.foot", "{code}, {time}"),
                   {{"code", slip.chart_code}, {"time", core::moment_words(slip.planned_at)}}),
              type::quiet);
    return pdf_bytes(flow.take(), tr("slip.words", "Your code for the screen"), slip.planned_at);
}

}

core::Result<std::string> entry_slip_pdf(const EntrySlip& slip) {
    if (slip.entry_code.empty()) return core::fail(core::ErrorCode::invalid_state, "entry slip: no code");
    try {
        return draw_slip(slip);
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::out_of_memory, "entry slip");
    } catch (const std::exception&) {
        return core::fail(core::ErrorCode::unsupported, "entry slip: the page could not be drawn");
    }
}

}
