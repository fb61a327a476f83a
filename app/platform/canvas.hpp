// Draws a state with ui::draw onto the panel: the letters, the pictures and the draw list on their way to OpenGL.
// Belongs to the window it was made for and must go before it. Nothing of GL or of the drawing library shows here.
#pragma once
#include "platform/pictures.hpp"
#include "platform/window.hpp"
#include "ui/draw.hpp"
#include <optional>

namespace platform {

// The letters for one panel, drawn ahead of its window. Knows no OpenGL: may be made on a thread of its own, while the
// window opens and before there is a canvas.
class FontAtlas {
public:
    // Fails as ui::Fonts::build does.
    [[nodiscard]] static core::Result<FontAtlas> draw(const ui::FontFiles& files, int panel_width, int panel_height,
                                                      int text_percent);
    FontAtlas(FontAtlas&&) noexcept;
    FontAtlas& operator=(FontAtlas&&) noexcept;
    ~FontAtlas();

private:
    friend class Canvas;
    struct Inside;
    explicit FontAtlas(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

class Canvas {
public:
    // Fails with unsupported when OpenGL or the letters cannot be used.
    // Letters that do not fit the panel, at a text size of 100 percent, are drawn again.
    [[nodiscard]] static core::Result<Canvas> open(const Window& window, ui::FontFiles fonts, Pictures pictures,
                                                   std::optional<FontAtlas> ready = {});
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();

    // Fits the drawing to the window's panel and the letters to the text size. Does nothing when both are as before.
    [[nodiscard]] core::Done fit(const Window& window, int text_percent);
    const ui::Fit& fitted() const;

    // Draws into memory only.
    ui::Tree describe(const model::State& state, const ui::View& view);
    // Gives what was described last to OpenGL; the window's present() shows it.
    void render(const Window& window, ui::Color behind);

private:
    struct Inside;
    explicit Canvas(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}
