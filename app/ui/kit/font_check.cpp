#include "ui/kit/font_check.hpp"
#include "ui/kit/fonts.hpp"
#include <filesystem>

namespace ui {

model::SelfCheck check_fonts() {
    const auto files = find_fonts();
    const auto install = core::message("check.fonts.do", "The technician runs: sudo apt install fonts-lato");
    if (!files) return {model::Health::failed, core::message("check.no-fonts", "No font found"), install};
    for (const auto& file : {files->regular, files->bold})
        if (!std::filesystem::path(file).filename().string().starts_with("Lato"))
            return {model::Health::attention, core::message("check.other-font", "Another font"), install};
    return model::all_well();
}

}
