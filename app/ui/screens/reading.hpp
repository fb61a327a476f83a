// An article, cut into pages that hold without scrolling.
#pragma once
#include "ui/page.hpp"

namespace ui {

// How many pages the article takes on this screen at this text size.
std::size_t reading_pages(const Page& page, const model::Article& article);

}
