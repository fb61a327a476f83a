// What the caseload says of a case.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

std::string title_of(const model::CaseSummary& summary); // the couple, or the chart code
std::string day_of(const Page& page, const model::CaseSummary& summary);
std::string private_line(const model::CaseSummary& summary); // see private_words()
// Parts that were not opened yet, and who would like a word.
std::vector<Page::PillSpec> unread_pills(const Page& page, const model::CaseSummary& summary);
std::vector<Page::PillSpec> wish_pills(const Page& page, const model::CaseSummary& summary);
// What the forms after the session say, in a word or two; empty where they say nothing.
std::string session_tag(const model::SessionSigns& signs);
// All but the title, to be read or heard.
std::string about(const Page& page, const model::CaseSummary& summary, const model::SessionSigns& signs);
// Of it what must not be missed, and when they were here last.
std::string about_in_short(const Page& page, const model::CaseSummary& summary, const model::SessionSigns& signs);
std::string day_in_short(const Page& page, const model::CaseSummary& summary);

}
