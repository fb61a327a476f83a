#include "rehearsal/raster.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
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
        const auto shade_at = [&](float wa, float wb, float wc) {
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
            return Shade{shade.r * from.r, shade.g * from.g, shade.b * from.b, shade.a * from.a};
        };
        const bool even = flat_color && flat_texture;
        const Shade everywhere = shade_at(1, 0, 0);
        for (int y = top; y < bottom; ++y) {
            const auto weights = [&](int x) {
                const ImVec2 p{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f};
                return std::array{cross(b.pos, c.pos, p), cross(c.pos, a.pos, p), cross(a.pos, b.pos, p)};
            };
            const auto covers = [&](int x) {
                const auto w = weights(x);
                return inside(w[0], owned[0]) && inside(w[1], owned[1]) && inside(w[2], owned[2]);
            };
            // What a row has of a triangle is one stretch: its ends are found, and only there is each pixel asked.
            int first = left, last = right - 1;
            narrow(b.pos, c.pos, y, first, last);
            narrow(c.pos, a.pos, y, first, last);
            narrow(a.pos, b.pos, y, first, last);
            while (first <= last && !covers(first))
                ++first;
            while (first <= last && !covers(last))
                --last;
            if (first > last) continue;
            if (even && everywhere.a >= 1) {
                fill(first, last, y, everywhere);
                continue;
            }
            for (int x = first; x <= last; ++x) {
                if (even) {
                    put(x, y, everywhere);
                    continue;
                }
                const auto w = weights(x);
                put(x, y, shade_at(w[0] / area, w[1] / area, w[2] / area));
            }
        }
    }

private:
    static float cross(ImVec2 a, ImVec2 b, ImVec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }
    // A pixel exactly on an edge belongs to one of the two triangles that share it.
    static bool owns(ImVec2 from, ImVec2 to) { return (from.y == to.y && to.x > from.x) || to.y < from.y; }
    static bool inside(float weight, bool owned) { return weight > 0 || (weight == 0 && owned); }
    static int edge(float value, int limit) { return std::clamp(static_cast<int>(std::floor(value)), 0, limit); }

    // Takes off what lies beyond the edge by more than two pixels, more than rounding could be wrong by.
    static void narrow(ImVec2 from, ImVec2 to, int y, int& first, int& last) {
        constexpr float slack = 2;
        const float rise = to.y - from.y;
        if (rise == 0) return;
        const float at = from.x + (to.x - from.x) * (static_cast<float>(y) + 0.5f - from.y) / rise - 0.5f;
        if (rise < 0)
            first = static_cast<int>(std::clamp(at - slack, static_cast<float>(first), static_cast<float>(last + 1)));
        else
            last = static_cast<int>(std::clamp(at + slack, static_cast<float>(first - 1), static_cast<float>(last)));
    }

    // Most of a page is covered by few boxes of one colour.
    void fill(int first, int last, int y, Shade shade) {
        const std::uint8_t bytes[4] = {byte(shade.r), byte(shade.g), byte(shade.b), 255};
        auto* pixel = &m_image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width) +
                                         static_cast<std::size_t>(first))];
        for (int x = first; x <= last; ++x, pixel += 4)
            std::memcpy(pixel, bytes, sizeof bytes);
    }
    static std::uint8_t byte(float share) {
        return static_cast<std::uint8_t>(std::clamp(share, 0.0f, 1.0f) * 255 + 0.5f);
    }

    void put(int x, int y, Shade shade) {
        if (shade.a <= 0) return;
        std::uint8_t* pixel = &m_image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width) +
                                                 static_cast<std::size_t>(x))];
        const float values[3] = {shade.r, shade.g, shade.b};
        for (int channel = 0; channel < 3; ++channel) {
            const float below = pixel[channel];
            const float mixed = below + (values[channel] * 255 - below) * shade.a;
            pixel[channel] = static_cast<std::uint8_t>(std::clamp(mixed, 0.0f, 255.0f) + 0.5f);
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

namespace {

// What one of `few` pixels in a row covers of `many`: the first of them, and the share of each.
struct Covered {
    int first;
    std::vector<float> shares;
};
std::vector<Covered> covered(int many, int few) {
    std::vector<Covered> all;
    const double step = static_cast<double>(many) / few;
    for (int i = 0; i < few; ++i) {
        const double begin = i * step, end = std::min<double>((i + 1) * step, many);
        Covered one{static_cast<int>(begin), {}};
        for (int at = one.first; at < end; ++at)
            one.shares.push_back(
                static_cast<float>((std::min<double>(at + 1, end) - std::max<double>(at, begin)) / step));
        all.push_back(std::move(one));
    }
    return all;
}

}

Image shrunk(const Image& image, int width, int height) {
    const auto across = covered(image.width, width), down = covered(image.height, height);
    Image small{width, height, {}};
    small.rgba.reserve(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<float> row(4 * static_cast<std::size_t>(image.width));
    for (const auto& rows : down) {
        std::ranges::fill(row, 0.0f);
        for (std::size_t i = 0; i < rows.shares.size(); ++i) {
            const auto* from = image.rgba.data() + row.size() * (static_cast<std::size_t>(rows.first) + i);
            for (std::size_t at = 0; at < row.size(); ++at)
                row[at] += rows.shares[i] * from[at];
        }
        for (const auto& columns : across)
            for (std::size_t channel = 0; channel < 4; ++channel) {
                float sum = 0.5f;
                for (std::size_t i = 0; i < columns.shares.size(); ++i)
                    sum += columns.shares[i] * row[4 * (static_cast<std::size_t>(columns.first) + i) + channel];
                small.rgba.push_back(static_cast<std::uint8_t>(std::min(sum, 255.0f)));
            }
    }
    return small;
}

core::Done write_png(const Image& image, const std::string& path) {
    // Flat colours are small in any way, and half of a tour went into making them smaller.
    stbi_write_png_compression_level = 5;
    stbi_write_force_png_filter = 1;
    if (stbi_write_png(path.c_str(), image.width, image.height, 4, image.rgba.data(), image.width * 4) == 0) {
        return core::fail(core::ErrorCode::io, "cannot write " + path);
    }
    return {};
}

}
