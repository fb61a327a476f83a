#include "report/pdf_file.hpp"
#include "core/i18n.hpp"
#include "report/iso_time.hpp"
#include <algorithm>
#include <cairo-pdf.h>
#include <fmt/format.h>

namespace report {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
    return CAIRO_STATUS_SUCCESS;
}

struct Surface {
    cairo_surface_t* surface;
    cairo_t* page;
    ~Surface() {
        cairo_destroy(page);
        cairo_surface_destroy(surface);
    }
};

void draw_marks(cairo_t* page, const PdfPage& drawn, std::vector<PdfTag>& pieces) {
    std::string open;
    const auto end = [&] {
        if (!open.empty()) cairo_tag_end(page, open.c_str());
        open.clear();
    };
    // What is no piece of the text: up to Cairo 1.16 what has no tag, since then what has this one.
    constexpr auto aside = "Artifact";
    const bool tells_aside = !pieces.empty() && cairo_version() >= CAIRO_VERSION_ENCODE(1, 18, 0);
    for (const auto& mark : drawn.marks) {
        if (!mark.goes_on) end();
        if (mark.tag) {
            end();
            open = mark.tag->name;
            cairo_tag_begin(page, open.c_str(), nullptr);
            pieces.push_back(*mark.tag);
        } else if (open.empty() && tells_aside) {
            open = aside;
            cairo_tag_begin(page, aside, nullptr);
        }
        mark.draw(page);
    }
    end();
}

}

core::Result<std::string> pdf_bytes(const std::vector<PdfPage>& pages, const std::string& title,
                                    core::WallTime made_at) {
    std::string bytes;
    Surface pdf{cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height), nullptr};
    cairo_pdf_surface_restrict_to_version(pdf.surface, CAIRO_PDF_VERSION_1_4); // its objects can be found again
    pdf.page = cairo_create(pdf.surface);
    cairo_pdf_surface_set_metadata(pdf.surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(pdf.surface, CAIRO_PDF_METADATA_CREATOR, "Sameside");
    cairo_pdf_surface_set_metadata(pdf.surface, CAIRO_PDF_METADATA_CREATE_DATE, utc_stamp(made_at).c_str());
    int chapter = CAIRO_PDF_OUTLINE_ROOT;
    const bool tagged = std::ranges::any_of(pages, [](const PdfPage& page) {
        return std::ranges::any_of(page.marks, [](const PdfMark& mark) { return mark.tag.has_value(); });
    });
    constexpr auto whole = "Document"; // what all pieces are in
    std::vector<PdfTag> pieces;
    if (tagged) {
        pieces.push_back({whole});
        cairo_tag_begin(pdf.page, whole, nullptr);
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const auto& bookmark : pages[i].bookmarks) {
            const std::string place =
                fmt::format("page={} pos=[{} {}]", i + 1, margin, std::max(bookmark.y - 24, 0.0F));
            const int parent = bookmark.level == 0 ? CAIRO_PDF_OUTLINE_ROOT : chapter;
            const auto flags = bookmark.level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t{};
            const int made =
                cairo_pdf_surface_add_outline(pdf.surface, parent, bookmark.title.c_str(), place.c_str(), flags);
            if (bookmark.level == 0) chapter = made;
        }
        draw_marks(pdf.page, pages[i], pieces);
        // To Cairo 1.18 what stands behind the last page is one more.
        if (tagged && i + 1 == pages.size()) cairo_tag_end(pdf.page, whole);
        cairo_show_page(pdf.page);
    }
    const cairo_status_t drawn = cairo_status(pdf.page);
    cairo_surface_finish(pdf.surface);
    const cairo_status_t finished = drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(pdf.surface);
    if (finished == CAIRO_STATUS_NO_MEMORY) return core::fail(core::ErrorCode::out_of_memory, "PDF");
    if (finished != CAIRO_STATUS_SUCCESS)
        return core::fail(core::ErrorCode::unsupported, fmt::format("PDF: {}", cairo_status_to_string(finished)));
    add_reading(bytes, pieces, core::tr("pdf.language", "en"));
    return bytes;
}

}
