// A page in every theme, text size and panel, side by side with captions. Drawing reads nothing but the state, so a
// visit that was walked once shows what each of its pages looks like to anybody.
#pragma once
#include "platform/pictures.hpp"
#include "practice/open_kiosk.hpp"
#include "rehearsal/offscreen.hpp"

namespace rehearsal {

class ContactSheets {
public:
    // Fails as Offscreen::create does.
    [[nodiscard]] static core::Result<ContactSheets> create(const std::filesystem::path& assets,
                                                            const model::Content& content);
    // Where a page goes on in large text, its first pages are there too, by day.
    [[nodiscard]] core::Done write(const model::State& state, core::Now now, const std::string& page,
                                   const std::filesystem::path& file);

private:
    struct Look { // all that is drawn with the same letters
        practice::PanelSize panel;
        int percent;
        Offscreen drawn;
    };
    struct Cell {
        std::size_t row; // of the panel's: a theme, or a later page
        std::string caption;
        Image picture;
    };
    ContactSheets(std::vector<Look> looks, Offscreen letters)
        : m_looks(std::move(looks)), m_letters(std::move(letters)) {}
    static std::vector<Cell> cells_of(Look& look, const model::State& state, core::Now now);
    Image caption(const model::State& state, const std::string& words, int width);
    std::vector<Look> m_looks;
    Offscreen m_letters; // the captions'
};

}
