// Pages turned into the bytes of a PDF, in memory. Bookmarks and metadata hold what they are given and nothing else.
#pragma once
#include "core/result.hpp"
#include "core/when.hpp"
#include "report/pdf_canvas.hpp"
#include <functional>
#include <string>

namespace report {

struct PdfPage {
    std::vector<std::function<void(cairo_t*)>> marks; // drawn in order
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
