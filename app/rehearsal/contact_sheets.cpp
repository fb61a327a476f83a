#include "rehearsal/contact_sheets.hpp"
#include "model/visit/update.hpp"
#include "rehearsal/rehearsal.hpp"
#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <thread>

namespace rehearsal {
namespace {

constexpr practice::PanelSize panels[] = {{1280, 800}, {1920, 1080}, {1080, 1920}};
constexpr int sizes[] = {100, 125, 150, 175, 200};
constexpr std::pair<model::Theme, const char*> themes[] = {
    {model::Theme::day, "day"}, {model::Theme::evening, "evening"}, {model::Theme::high_contrast, "high contrast"}};
constexpr std::size_t most_pages = 4;

constexpr int margin = 16, caption_height = 28;
constexpr int lying_width = 480, standing_width = 232; // five lying, or ten standing, in a row
constexpr int sheet_width = margin + 5 * (lying_width + margin);

int shown_width(practice::PanelSize panel) {
    return panel.height > panel.width ? standing_width : lying_width;
}

// The page after this one, as a tap on "later" gives it; what else it orders is left undone.
std::optional<model::State> page_after(const model::State& state, const ui::Tree& tree, core::Now now) {
    const auto* later = tree.find_id("later");
    if (later == nullptr || !later->enabled || !later->action) return {};
    return model::update(state, *later->action, now).state;
}

Image blank(int width, int height) {
    Image sheet{width, height, {}};
    sheet.rgba.assign(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
    return sheet;
}

void paste(Image& sheet, const Image& picture, int left, int top) {
    for (int y = 0; y < picture.height; ++y) {
        const auto* from = picture.rgba.data() + 4 * static_cast<std::ptrdiff_t>(y) * picture.width;
        std::copy(from, from + 4 * static_cast<std::ptrdiff_t>(picture.width),
                  sheet.rgba.data() + 4 * (static_cast<std::ptrdiff_t>(top + y) * sheet.width + left));
    }
}

}

core::Result<ContactSheets> ContactSheets::create(const std::filesystem::path& assets, const model::Content& content) {
    platform::Pictures pictures(platform::asset_folders(assets, assets));
    std::vector<Look> looks;
    for (const auto panel : panels)
        for (const int percent : sizes) {
            auto drawn = Offscreen::create(panel.width, panel.height, percent);
            if (!drawn) return core::pass(drawn.error());
            lend_pictures(*drawn, pictures, content);
            looks.push_back({panel, percent, std::move(*drawn)});
        }
    auto letters = Offscreen::create(1280, 800);
    if (!letters) return core::pass(letters.error());
    return ContactSheets(std::move(looks), std::move(*letters));
}

std::vector<ContactSheets::Cell> ContactSheets::cells_of(Look& look, const model::State& state, core::Now now) {
    std::vector<Cell> cells;
    const auto draw = [&](const model::State& shown) {
        ui::View view;
        view.now = now;
        view.now.steady = std::max(now.steady, shown.shown_at + std::chrono::seconds(1)); // a fade is over
        return look.drawn.draw(shown, view);
    };
    const auto add = [&](const std::string& what) {
        const int width = shown_width(look.panel);
        cells.push_back({cells.size(),
                         fmt::format("{}x{} {} {}%", look.panel.width, look.panel.height, what, look.percent),
                         shrunk(look.drawn.image(), width, width * look.panel.height / look.panel.width)});
    };
    auto shown = state;
    shown.appearance.text_percent = look.percent;
    for (const auto& [theme, word] : themes) {
        shown.appearance.theme = theme;
        draw(shown);
        add(word);
    }
    shown.appearance.theme = model::Theme::day;
    auto tree = draw(shown);
    for (std::size_t page = 2; page <= most_pages; ++page) {
        auto after = page_after(shown, tree, now);
        if (!after) break;
        shown = std::move(*after);
        tree = draw(shown);
        add(fmt::format("page {}", page));
    }
    return cells;
}

Image ContactSheets::caption(const model::State& state, const std::string& words, int width) {
    auto plain = state;
    plain.appearance = {.language = state.appearance.language};
    m_letters.draw_with(plain, {}, [&](ui::Page& page) {
        page.text({0, 0, static_cast<float>(width), 0}, words, {.style = ui::Style::small});
    });
    auto line = m_letters.image();
    Image cut{width, caption_height, {}};
    for (int y = 0; y < caption_height; ++y) {
        const auto from = line.rgba.begin() + 4 * static_cast<std::ptrdiff_t>(y) * line.width;
        cut.rgba.insert(cut.rgba.end(), from, from + 4 * static_cast<std::ptrdiff_t>(width));
    }
    return cut;
}

core::Done ContactSheets::write(const model::State& state, core::Now now, const std::string& page,
                                const std::filesystem::path& file) {
    std::vector<std::vector<Cell>> drawn(m_looks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < m_looks.size(); i = next++)
            drawn[i] = cells_of(m_looks[i], state, now);
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            workers.emplace_back(work);
        work();
    }
    struct Place {
        const Cell* cell;
        int left, top;
    };
    std::vector<Place> places;
    int top = margin + caption_height;
    for (const auto panel : panels) {
        std::vector<const Cell*> cells;
        for (std::size_t i = 0; i < m_looks.size(); ++i)
            if (m_looks[i].panel.width == panel.width)
                for (const auto& cell : drawn[i])
                    cells.push_back(&cell);
        std::ranges::stable_sort(cells, {}, &Cell::row);
        const int width = shown_width(panel), row = width * panel.height / panel.width + caption_height + margin;
        int left = margin;
        for (const auto* cell : cells) {
            if (left + width + margin > sheet_width) {
                left = margin;
                top += row;
            }
            places.push_back({cell, left, top});
            left += width + margin;
        }
        top += row;
    }
    auto sheet = blank(sheet_width, top);
    paste(sheet, caption(state, fmt::format("{}, {}", page, state.appearance.language.tag), sheet_width / 2), margin,
          margin / 2);
    for (const auto& place : places) {
        paste(sheet, caption(state, place.cell->caption, place.cell->picture.width), place.left, place.top);
        paste(sheet, place.cell->picture, place.left, place.top + caption_height);
    }
    return write_png(sheet, file.string());
}

}
