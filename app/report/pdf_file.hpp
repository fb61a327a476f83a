// Pages turned into the bytes of a tagged PDF, in memory: whoever has it read aloud hears its pieces in their order, in
// its language. Bookmarks and metadata hold what they are given and nothing else.
#pragma once
#include "core/result.hpp"
#include "core/when.hpp"
#include "report/pdf_canvas.hpp"
#include "report/pdf_tags.hpp"
#include <functional>
#include <string>

namespace report {

struct PdfMark {
    std::function<void(cairo_t*)> draw;
    std::optional<PdfTag> tag = {}; // begins a piece; none: an ornament, which is not read
    bool goes_on = false;           // belongs to the piece before it
};

struct PdfPage {
    std::vector<PdfMark> marks; // drawn in order
    struct Bookmark {
        std::string title;
        int level = 0; // 1 lies under the last 0
        float y = 0;
    };
    std::vector<Bookmark> bookmarks;
};

// Fails with out_of_memory or unsupported.
[[nodiscard]] core::Result<std::string> pdf_bytes(const std::vector<PdfPage>& pages, const std::string& title,
                                                  core::WallTime made_at);

using core::full_day_words;
using core::moment_words;

}
