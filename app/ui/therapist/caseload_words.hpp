// What the caseload says of a case.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

std::string title_of(const model::CaseSummary& summary); // the couple, or the chart code
std::string day_of(const Page& page, const model::CaseSummary& summary);
// Parts that were not opened yet, and who would like a word.
std::vector<Page::PillSpec> unread_pills(const Page& page, const model::CaseSummary& summary);
std::vector<Page::PillSpec> wish_pills(const Page& page, const model::CaseSummary& summary);
std::string about(const Page& page, const model::CaseSummary& summary); // all but the title, to be read or heard

}
