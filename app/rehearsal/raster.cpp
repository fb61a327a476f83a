#include "rehearsal/raster.hpp"
#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <stb_image_write.h>

namespace rehearsal {

using namespace ui;

namespace {

struct Shade {
    float r, g, b, a; // 0..1
};

Shade unpack(ImU32 color) {
    const auto channel = [&](int shift) { return static_cast<float>(color >> shift & 0xFF) / 255; };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT), channel(IM_COL32_A_SHIFT)};
}

Shade texel(const Image& image, int x, int y) {
    x = std::clamp(x, 0, image.width - 1);
    y = std::clamp(y, 0, image.height - 1);
    const std::size_t at =
        4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
    const auto channel = [&](std::size_t index) { return static_cast<float>(image.rgba[at + index]) / 255; };
    return {channel(0), channel(1), channel(2), channel(3)};
}

Shade sample(const Image& image, float u, float v) {
    const float x = u * static_cast<float>(image.width) - 0.5f, y = v * static_cast<float>(image.height) - 0.5f;
    const float fx = x - std::floor(x), fy = y - std::floor(y);
    const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
    const auto mix = [](Shade p, Shade q, float share) {
        return Shade{p.r + (q.r - p.r) * share, p.g + (q.g - p.g) * share, p.b + (q.b - p.b) * share,
                     p.a + (q.a - p.a) * share};
    };
    return mix(mix(texel(image, left, top), texel(image, left + 1, top), fx),
               mix(texel(image, left, top + 1), texel(image, left + 1, top + 1), fx), fy);
}

class Canvas {
public:
    explicit Canvas(Image& image) : m_image(image) {}

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImVec4& clip,
                  const Image* texture) {
        const float area = cross(a.pos, b.pos, c.pos);
        if (area == 0) return;
        // One winding, so that the rule for shared edges is the same for both neighbours.
        if (area < 0) return triangle(a, c, b, clip, texture);
        const int left = edge(std::max(clip.x, std::min({a.pos.x, b.pos.x, c.pos.x})), m_image.width);
        const int right = edge(std::min(clip.z, std::max({a.pos.x, b.pos.x, c.pos.x})) + 1, m_image.width);
        const int top = edge(std::max(clip.y, std::min({a.pos.y, b.pos.y, c.pos.y})), m_image.height);
        const int bottom = edge(std::min(clip.w, std::max({a.pos.y, b.pos.y, c.pos.y})) + 1, m_image.height);
        const Shade colors[3] = {unpack(a.col), unpack(b.col), unpack(c.col)};
        const bool flat_color = a.col == b.col && b.col == c.col;
        const bool flat_texture =
            !texture || (a.uv.x == b.uv.x && a.uv.x == c.uv.x && a.uv.y == b.uv.y && a.uv.y == c.uv.y);
        const Shade one = texture ? sample(*texture, a.uv.x, a.uv.y) : Shade{1, 1, 1, 1};
        const bool owned[3] = {owns(b.pos, c.pos), owns(c.pos, a.pos), owns(a.pos, b.pos)};
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                const ImVec2 p{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
                const float w[3] = {cross(b.pos, c.pos, p), cross(c.pos, a.pos, p), cross(a.pos, b.pos, p)};
                if (!inside(w[0], owned[0]) || !inside(w[1], owned[1]) || !inside(w[2], owned[2])) continue;
                const float wa = w[0] / area, wb = w[1] / area, wc = w[2] / area;
                Shade shade = colors[0];
                if (!flat_color) {
                    const auto blend = [&](float Shade::*channel) {
                        return colors[0].*channel * wa + colors[1].*channel * wb + colors[2].*channel * wc;
                    };
                    shade = {blend(&Shade::r), blend(&Shade::g), blend(&Shade::b), blend(&Shade::a)};
                }
                const Shade from = flat_texture ? one
                                                : sample(*texture, a.uv.x * wa + b.uv.x * wb + c.uv.x * wc,
                                                         a.uv.y * wa + b.uv.y * wb + c.uv.y * wc);
                put(x, y, {shade.r * from.r, shade.g * from.g, shade.b * from.b, shade.a * from.a});
            }
        }
    }

private:
    static float cross(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }
    // A pixel exactly on an edge belongs to one of the two triangles that share it.
    static bool owns(ImVec2 from, ImVec2 to) { return (from.y == to.y && to.x > from.x) || to.y < from.y; }
    static bool inside(float weight, bool owned) { return weight > 0 || (weight == 0 && owned); }
    static int edge(float value, int limit) { return std::clamp(static_cast<int>(std::floor(value)), 0, limit); }

    void put(int x, int y, Shade shade) {
        if (shade.a <= 0) return;
        std::uint8_t* pixel = &m_image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width) +
                                                 static_cast<std::size_t>(x))];
        const float values[3] = {shade.r, shade.g, shade.b};
        for (int channel = 0; channel < 3; ++channel) {
            const float below = pixel[channel];
            pixel[channel] = static_cast<std::uint8_t>(
                std::lround(std::clamp(below + (values[channel] * 255 - below) * shade.a, 0.0f, 255.0f)));
        }
    }

    Image& m_image;
};

}

Image rasterise(const ImDrawList& list, int width, int height, TextureOf texture_of, void* textures) {
    Image image{width, height, {}};
    image.rgba.assign(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
    Canvas canvas(image);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback || command.ElemCount == 0) continue;
        const Image* texture = texture_of(textures, reinterpret_cast<std::uintptr_t>(command.TextureId));
        for (unsigned index = 0; index + 2 < command.ElemCount; index += 3) {
            const auto vertex = [&](unsigned corner) -> const ImDrawVert& {
                const auto at = list.IdxBuffer[static_cast<int>(command.IdxOffset + index + corner)];
                return list.VtxBuffer[static_cast<int>(command.VtxOffset + at)];
            };
            canvas.triangle(vertex(0), vertex(1), vertex(2), command.ClipRect, texture);
        }
    }
    return image;
}

core::Done write_png(const Image& image, const std::string& path) {
    if (stbi_write_png(path.c_str(), image.width, image.height, 4, image.rgba.data(), image.width * 4) == 0) {
        return core::fail(core::ErrorCode::io, "cannot write " + path);
    }
    return {};
}

}
