#include "platform/canvas.hpp"
#include "platform/scribe.hpp"
#include "platform/textures.hpp"
#include <backends/imgui_impl_opengl3.h>
#include <GL/gl.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <string>

namespace platform {

struct FontAtlas::Inside {
    ImFontAtlas atlas;
    std::optional<ui::Fonts> fonts;
    ui::Fit fit;
    int percent = 0;

    bool suit(const ui::Fit& panel, int text_percent) const {
        return fonts && percent == text_percent && fit.scale == panel.scale && fit.portrait == panel.portrait;
    }
    core::Done draw(const ui::FontFiles& files, const ui::Fit& panel, int text_percent) {
        fonts.reset();
        auto built = ui::Fonts::build(atlas, files, text_percent, panel.portrait, panel.scale);
        if (!built) return core::pass(built.error());
        fonts = *std::move(built);
        fit = panel;
        percent = text_percent;
        return {};
    }
};

FontAtlas::FontAtlas(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
FontAtlas::FontAtlas(FontAtlas&&) noexcept = default;
FontAtlas& FontAtlas::operator=(FontAtlas&&) noexcept = default;
FontAtlas::~FontAtlas() = default;

core::Result<FontAtlas> FontAtlas::draw(const ui::FontFiles& files, int panel_width, int panel_height,
                                        int text_percent) {
    auto inside = std::make_unique<Inside>();
    if (auto drawn = inside->draw(files, ui::fit(panel_width, panel_height), text_percent); !drawn)
        return core::pass(drawn.error());
    // In the form that OpenGL takes, so that only the upload is left to do.
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    inside->atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    return FontAtlas(std::move(inside));
}

struct Canvas::Inside {
    std::unique_ptr<FontAtlas::Inside> letters; // outlives the context, which holds the atlas by address
    ImGuiContext* context = nullptr;
    bool backend = false;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ui::FontFiles files;
    bool shared_out = false; // the letters stand in OpenGL
    ui::Fit fit{{1280, 800}, 1, false};
    Textures textures;
    std::optional<SheetTextures> sheets; // while there is a context
    std::unique_ptr<ui::Scripts> scripts;

    Inside(std::unique_ptr<FontAtlas::Inside> ready, Pictures pictures)
        : letters(std::move(ready)), textures(std::move(pictures)) {}
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        scripts.reset();
        sheets.reset();
        textures.drop();
        if (backend) ImGui_ImplOpenGL3_Shutdown();
        if (context) ImGui::DestroyContext(context);
    }

    // What a frame of the drawing library would set up for its lists.
    void share() {
        shared.Font = letters->fonts->face(ui::Style::body, ui::Weight::regular);
        shared.FontSize = shared.Font->FontSize;
        shared.TexUvWhitePixel = letters->atlas.TexUvWhitePixel;
        shared.TexUvLines = letters->atlas.TexUvLines;
        shared.CurveTessellationTol = 1.25f;
        shared.SetCircleTessellationMaxError(0.2f);
        shared.ClipRectFullscreen = ImVec4(-8192, -8192, 8192, 8192);
        shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                              ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AllowVtxOffset;
    }

    void empty_list() {
        list._ResetForNewFrame();
        list.PushTextureID(letters->atlas.TexID);
        list.PushClipRectFullScreen();
    }
};

Canvas::Canvas(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

core::Result<Canvas> Canvas::open(const Window& window, ui::FontFiles fonts, Pictures pictures,
                                  std::optional<FontAtlas> ready) {
    auto letters = ready ? std::move(ready->m_inside) : std::make_unique<FontAtlas::Inside>();
    auto inside = std::make_unique<Inside>(std::move(letters), std::move(pictures));
    inside->files = std::move(fonts);
    IMGUI_CHECKVERSION();
    inside->context = ImGui::CreateContext(&inside->letters->atlas);
    ImGui::SetCurrentContext(inside->context);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    // 1.50 belongs to the core profile of 3.2, 1.30 to 3.0.
    const bool older = version && std::string_view(version).starts_with("3.0");
    inside->backend = ImGui_ImplOpenGL3_Init(older ? "#version 130" : "#version 150");
    if (!version || !inside->backend) return core::fail(core::ErrorCode::unsupported, "OpenGL 3 could not be started");
    SheetTextures& sheets = inside->sheets.emplace();
    inside->scripts =
        std::make_unique<ui::Scripts>(open_scribe(window.waker()), [&sheets](std::size_t) { return sheets.make(); });
    Canvas canvas(std::move(inside));
    if (auto fitted = canvas.fit(window, 100); !fitted) return core::pass(fitted.error());
    return canvas;
}

core::Done Canvas::fit(const Window& window, int text_percent) {
    Inside& in = *m_inside;
    in.fit = ui::fit(window.panel_width(), window.panel_height());
    in.textures.use_large(in.fit.scale >= 1.25f || in.fit.portrait);
    const bool suit = in.letters->suit(in.fit, text_percent);
    if (suit && in.shared_out) return {};
    in.list._ClearFreeMemory(); // its commands name the texture that goes now
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    in.shared_out = false;
    if (!suit)
        if (auto drawn = in.letters->draw(in.files, in.fit, text_percent); !drawn) return drawn;
    ImGui_ImplOpenGL3_NewFrame(); // makes the program and buffers at first, with the letters' texture
    if (!in.letters->atlas.TexID && !ImGui_ImplOpenGL3_CreateFontsTexture())
        return core::fail(core::ErrorCode::unsupported, "OpenGL took no texture for the letters");
    in.share();
    in.shared_out = true;
    return {};
}

const ui::Fit& Canvas::fitted() const {
    return m_inside->fit;
}

ui::Tree Canvas::describe(const model::State& state, const ui::View& view) {
    m_inside->empty_list();
    ui::Surface surface;
    surface.list = &m_inside->list;
    surface.fonts = &*m_inside->letters->fonts;
    surface.textures = &m_inside->textures;
    surface.texture = [](void* from, std::string_view name) { return static_cast<Textures*>(from)->handle(name); };
    surface.scripts = m_inside->scripts.get();
    m_inside->scripts->begin_frame();
    auto tree = ui::draw(state, view, surface);
    m_inside->scripts->end_frame();
    return tree;
}

void Canvas::render(const Window& window, ui::Color behind) {
    const auto part = [](std::uint8_t value) { return static_cast<float>(value) / 255.0f; };
    glViewport(0, 0, window.panel_width(), window.panel_height());
    glDisable(GL_SCISSOR_TEST);
    glClearColor(part(behind.r), part(behind.g), part(behind.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    SheetTextures::show(*m_inside->scripts);

    ImDrawList* list = &m_inside->list;
    list->_PopUnusedDrawCmd();
    ImDrawData data;
    data.Valid = true;
    data.DisplaySize = ImVec2(static_cast<float>(window.panel_width()), static_cast<float>(window.panel_height()));
    data.FramebufferScale = ImVec2(1, 1);
#if IMGUI_VERSION_NUM >= 18980
    data.AddDrawList(list);
#else
    data.CmdLists = &list;
    data.CmdListsCount = 1;
    data.TotalVtxCount = list->VtxBuffer.Size;
    data.TotalIdxCount = list->IdxBuffer.Size;
#endif
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}
