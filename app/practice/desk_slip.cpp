// The slip with an entry code, onto paper.
#include "practice/desk_book.hpp"
#include "practice/effect_context.hpp"
#include "practice/row_values.hpp"
#include "report/entry_slip.hpp"
#include <algorithm>

namespace practice {

core::Done DeskBook::print_slip(core::SittingId id, const model::Language& language) {
    const auto& world = m_context.world;
    if (!world.print) return core::fail(core::ErrorCode::not_found, "printer");
    const auto row = m_context.data.store.sitting(id);
    if (!row) return core::pass(row.error());
    if (row->status == store::SittingStatus::finished || row->status == store::SittingStatus::cancelled)
        return core::fail(core::ErrorCode::invalid_state, "the sitting is over");
    const auto in_case = m_context.data.store.case_by_id(row->in_case);
    if (!in_case) return core::pass(in_case.error());
    const auto chart_code = chart_code_of(m_context.data.device, *in_case);
    if (!chart_code) return core::pass(chart_code.error());
    const auto entry_code = open_entry_code(m_context.data.device, *row, *in_case);
    if (!entry_code) return core::pass(entry_code.error());
    const auto spoken = std::ranges::find(world.locales, language, &model::Locale::language);
    const auto* locale = spoken == world.locales.end() ? nullptr : &*spoken;
    const core::Speaking speaking(locale == nullptr ? nullptr : locale->catalogue.get());
    const auto& called = locale == nullptr || !locale->practice ? world.practice : locale->practice;
    const auto page = report::entry_slip_pdf({.practice = called == nullptr ? std::string() : called->name,
                                              .entry_code = *entry_code,
                                              .chart_code = *chart_code,
                                              .planned_at = time_of(row->planned_at_ms)});
    if (!page) return core::pass(page.error());
    if (!world.print(*page)) {
        (void)append_audit("print-failed", id);
        return core::fail(core::ErrorCode::io, "printer");
    }
    (void)append_audit("slip-printed", id);
    return {};
}

}
