// Draws states without a window: the same screens, the same fonts, into a tree and, when asked for, an image.
#pragma once
#include "rehearsal/raster.hpp"
#include "ui/draw.hpp"
#include <functional>
#include <map>
#include <memory>

namespace rehearsal {

class Offscreen {
public:
    // Fails as find_fonts() does.
    [[nodiscard]] static core::Result<Offscreen> create(int panel_width, int panel_height, int text_percent = 100);
    Offscreen(Offscreen&&) noexcept;
    Offscreen& operator=(Offscreen&&) noexcept;
    ~Offscreen();

    // The text size must be the one given to create(). `view.size` is filled in.
    ui::Tree draw(const model::State& state, ui::View view = {});
    // The same tree with nothing painted, in half the time: image() has nothing to show afterwards.
    ui::Tree describe(const model::State& state, ui::View view = {});
    // A state a while after it appeared: no fade is running. The wall clock stands still.
    static ui::View settled(const model::State& state);
    // Anything else that draws a page: galleries, single parts.
    ui::Tree draw_with(const model::State& state, ui::View view, const std::function<void(ui::Page&)>& screen);
    // Of what was drawn last.
    Image image() const;

    void add_picture(std::string name, Image image);
    ui::Size size() const;
    float scale() const;
    int percent() const;

private:
    struct Parts;
    explicit Offscreen(std::unique_ptr<Parts> parts);
    void begin(bool painted = true);
    void end();
    ui::Tree tree_of(const model::State& state, ui::View view);
    ui::Surface surface();
    std::unique_ptr<Parts> m_parts;
};

}
