#include "rehearsal/offscreen.hpp"
#include "ui/kit/scripts.hpp"
#include <deque>
#include <imgui.h>
#include <imgui_internal.h>
#include <mutex>

namespace rehearsal {

using namespace ui;

namespace {

constexpr std::uintptr_t letters_handle = 1;

// Every letter, drawn at the sizes of one look.
struct Letters {
    int percent;
    Fit fit;
    ImFontAtlas atlas;
    Fonts fonts;
    Image image;
    bool are_of(int other_percent, const Fit& other) const {
        return percent == other_percent && fit.portrait == other.portrait && fit.scale == other.scale;
    }
};

core::Result<std::shared_ptr<Letters>> draw_letters(int percent, const Fit& fit) {
    const auto files = find_fonts();
    if (!files) return core::pass(files.error());
    auto letters = std::make_shared<Letters>();
    letters->percent = percent;
    letters->fit = fit;
    auto fonts = Fonts::build(letters->atlas, *files, percent, fit.portrait, fit.scale);
    if (!fonts) return core::pass(fonts.error());
    letters->fonts = *fonts;
    letters->atlas.SetTexID(reinterpret_cast<ImTextureID>(letters_handle));
    unsigned char* pixels = nullptr;
    auto& image = letters->image;
    letters->atlas.GetTexDataAsRGBA32(&pixels, &image.width, &image.height);
    image.rgba.assign(pixels,
                      pixels + 4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    return letters;
}

// Drawing them takes longer than a page of a visit, and a rehearsal begins and ends a kiosk again and again: those of
// the last few looks are kept.
core::Result<std::shared_ptr<Letters>> letters_of(int percent, const Fit& fit) {
    constexpr std::size_t most = 4;
    static std::mutex mutex;
    static std::deque<std::shared_ptr<Letters>> kept;
    const std::lock_guard lock(mutex);
    const auto found = std::ranges::find_if(kept, [&](const auto& letters) { return letters->are_of(percent, fit); });
    if (found != kept.end()) return *found;
    auto drawn = draw_letters(percent, fit);
    if (!drawn) return drawn;
    kept.push_front(*drawn);
    if (kept.size() > most) kept.pop_back();
    return drawn;
}

}

struct Offscreen::Parts {
    int width = 0, height = 0, percent = 100;
    Fit fit{};
    std::shared_ptr<Letters> letters;
    ImDrawListSharedData shared;
    std::unique_ptr<ImDrawList> list;
    std::map<std::string, Image, std::less<>> pictures;
    std::deque<Image> sheets; // stay where they are: their addresses are their handles
    std::unique_ptr<Scripts> scripts;
};

Offscreen::Offscreen(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Offscreen::Offscreen(Offscreen&&) noexcept = default;
Offscreen& Offscreen::operator=(Offscreen&&) noexcept = default;
Offscreen::~Offscreen() = default;

core::Result<Offscreen> Offscreen::create(int panel_width, int panel_height, int text_percent) {
    auto parts = std::make_unique<Parts>();
    parts->width = panel_width;
    parts->height = panel_height;
    parts->percent = text_percent;
    parts->fit = ui::fit(panel_width, panel_height);
    auto letters = letters_of(text_percent, parts->fit);
    if (!letters) return core::pass(letters.error());
    parts->letters = *letters;
    parts->shared.TexUvWhitePixel = parts->letters->atlas.TexUvWhitePixel;
    parts->shared.TexUvLines = parts->letters->atlas.TexUvLines;
    parts->shared.Font = parts->letters->fonts.face(Style::body, Weight::regular);
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

// What is not painted: letters outside of what is shown are left out, and an edge that is not smoothed costs little.
void Offscreen::begin(bool painted) {
    m_parts->list->_ResetForNewFrame();
    if (!painted) m_parts->list->Flags = ImDrawListFlags_AllowVtxOffset;
    m_parts->list->PushTextureID(m_parts->letters->atlas.TexID);
    if (painted)
        m_parts->list->PushClipRectFullScreen();
    else
        m_parts->list->PushClipRect({-2, -2}, {-1, -1});
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
    surface.fonts = &m_parts->letters->fonts;
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
    return tree_of(state, std::move(view));
}

Tree Offscreen::describe(const model::State& state, View view) {
    begin(false);
    return tree_of(state, std::move(view));
}

Tree Offscreen::tree_of(const model::State& state, View view) {
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
        return handle == letters_handle ? &static_cast<Parts*>(from)->letters->image
                                        : reinterpret_cast<const Image*>(handle);
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
