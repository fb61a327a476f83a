// The ways between pages. Each is turned by the rule in model/visit/paging.hpp, whatever its buttons look like.
#pragma once
#include "model/visit/paging.hpp"
#include "ui/kit/page.hpp"

namespace ui {

using model::shown_page;

// "2 of 3", and where a tap leads; without a meaning that way is shut.
struct Pager {
    std::string words;
    Meaning earlier = {}, later = {};
};
Pager pager_of(std::size_t shown, std::size_t count);
ButtonSpec earlier_of(const Pager& pager);
ButtonSpec later_of(const Pager& pager);
void draw_arrow(Page& page, Rect at, ButtonSpec way); // its icon alone; its name is for speech
float turner_height(const Page& page);
// "Previous", the words where there is room, "Next".
void draw_pager(Page& page, Rect row, const Pager& pager);
// The arrows alone, with the words between them, in the middle of a row that has other buttons too.
float short_pager_width(const Page& page, const Pager& pager, float high);
void draw_short_pager(Page& page, Rect row, const Pager& pager);

// Back and Next at the foot of a screen, with "2 of 6" between them. `leave` stands in for Back on the first page,
// `done` for Next on the last; without them that place stays empty.
struct PagedFooter {
    std::size_t shown = 0, count = 1;
    std::optional<ButtonSpec> leave = {}, done = {};
};
Page::FooterSpec footer_of(const PagedFooter& paged);
void draw_paged_footer(Page& page, const PagedFooter& paged);
float page_turns_top(const Page& page); // of a page with others before and after it

}
