#include "rehearsal/offscreen.hpp"
#include "ui/kit/scripts.hpp"
#include <deque>
#include <imgui.h>
#include <imgui_internal.h>
#include <optional>

namespace rehearsal {

using namespace ui;

struct Offscreen::Parts {
    int width = 0, height = 0, percent = 100;
    Fit fit{};
    ImFontAtlas atlas;
    std::optional<Fonts> fonts;
    ImDrawListSharedData shared;
    std::unique_ptr<ImDrawList> list;
    Image letters;
    std::map<std::string, Image, std::less<>> pictures;
    std::deque<Image> sheets; // stay where they are: their addresses are their handles
    std::unique_ptr<Scripts> scripts;
};

namespace {

constexpr std::uintptr_t letters_handle = 1;

}

Offscreen::Offscreen(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;
Offscreen::~Offscreen() = default;

core::Result<Offscreen> Offscreen::create(int panel_width, int panel_height, int text_percent) {
    const auto files = find_fonts();
    if (!files) return core::pass(files.error());
    auto parts = std::make_unique<Parts>();
    parts->width = panel_width;
    parts->height = panel_height;
    parts->percent = text_percent;
    parts->fit = ui::fit(panel_width, panel_height);
    auto fonts = Fonts::build(parts->atlas, *files, text_percent, parts->fit.portrait, parts->fit.scale);
    if (!fonts) return core::pass(fonts.error());
    parts->fonts = *fonts;
    parts->atlas.SetTexID(reinterpret_cast<ImTextureID>(letters_handle));
    unsigned char* pixels = nullptr;
    parts->atlas.GetTexDataAsRGBA32(&pixels, &parts->letters.width, &parts->letters.height);
    const std::size_t bytes =
        4 * static_cast<std::size_t>(parts->letters.width) * static_cast<std::size_t>(parts->letters.height);
    parts->letters.rgba.assign(pixels, pixels + bytes);
    parts->shared.TexUvWhitePixel = parts->atlas.TexUvWhitePixel;
    parts->shared.TexUvLines = parts->atlas.TexUvLines;
    parts->shared.Font = fonts->face(Style::body, Weight::regular);
    parts->shared.FontSize = parts->shared.Font->FontSize;
    parts->shared.ClipRectFullscreen = {0, 0, static_cast<float>(panel_width), static_cast<float>(panel_height)};
    parts->shared.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    parts->shared.SetCircleTessellationMaxError(0.3f);
    parts->list = std::make_unique<ImDrawList>(&parts->shared);
    parts->scripts = std::make_unique<Scripts>(set_at_once(), [sheets = &parts->sheets](std::size_t) {
        return reinterpret_cast<std::uintptr_t>(&sheets->emplace_back());
    });
    return Offscreen(std::move(parts));
}

void Offscreen::begin() {
    m_parts->list->_ResetForNewFrame();
    m_parts->list->PushTextureID(m_parts->atlas.TexID);
    m_parts->list->PushClipRectFullScreen();
    m_parts->scripts->begin_frame();
}

void Offscreen::end() {
    m_parts->scripts->end_frame();
    for (Scripts::Sheet& sheet : m_parts->scripts->sheets())
        if (std::exchange(sheet.changed, false))
            *reinterpret_cast<Image*>(sheet.texture) = {Scripts::sheet_width, Scripts::sheet_height, sheet.rgba};
}

Surface Offscreen::surface() {
    Surface surface;
    surface.list = m_parts->list.get();
    surface.fonts = &*m_parts->fonts;
    surface.textures = m_parts.get();
    surface.scripts = m_parts->scripts.get();
    surface.texture = [](void* from, std::string_view name) -> std::uintptr_t {
        const auto& pictures = static_cast<Parts*>(from)->pictures;
        const auto found = pictures.find(name);
        return found == pictures.end() ? 0 : reinterpret_cast<std::uintptr_t>(&found->second);
    };
    return surface;
}

View Offscreen::settled(const model::State& state) {
    View view;
    view.now.steady = state.shown_at + std::chrono::seconds(1);
    view.now.wall = core::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 3 / 4)) + std::chrono::hours(15) +
                    std::chrono::minutes(21);
    return view;
}

Tree Offscreen::draw(const model::State& state, View view) {
    begin();
    view.size = m_parts->fit.size;
    if (view.now.steady == core::SteadyTime{}) view.now = settled(state).now;
    auto tree = ui::draw(state, view, surface());
    end();
    return tree;
}

Tree Offscreen::draw_with(const model::State& state, View view, const std::function<void(Page&)>& screen) {
    begin();
    view.size = m_parts->fit.size;
    if (view.now.steady == core::SteadyTime{}) view.now = settled(state).now;
    Page page(state, view, surface(), "part");
    screen(page);
    end();
    return std::move(page.tree);
}

Image Offscreen::image() const {
    const TextureOf texture_of = [](void* from, std::uintptr_t handle) -> const Image* {
        return handle == letters_handle ? &static_cast<Parts*>(from)->letters : reinterpret_cast<const Image*>(handle);
    };
    return rasterise(*m_parts->list, m_parts->width, m_parts->height, texture_of, m_parts.get());
}

void Offscreen::add_picture(std::string name, Image image) {
    m_parts->pictures.insert_or_assign(std::move(name), std::move(image));
}
Size Offscreen::size() const {
    return m_parts->fit.size;
}
float Offscreen::scale() const {
    return m_parts->fit.scale;
}
int Offscreen::percent() const {
    return m_parts->percent;
}

}
