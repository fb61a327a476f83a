// Turns a draw list into pixels without a window or a graphics card: pictures of screens for the tour and the tests.
#pragma once
#include "ui/kit/fonts.hpp"
#include <cstdint>
#include <vector>

struct ImDrawList;

namespace rehearsal {

struct Image { // rows from the top, four bytes a pixel: red, green, blue, alpha
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

// The image behind a texture handle of the list; nullptr draws plain colour instead.
using TextureOf = const Image* (*)(void* from, std::uintptr_t handle);

Image rasterise(const ImDrawList& list, int width, int height, TextureOf texture_of, void* textures);

// Smaller: each pixel is the mean of what it covers.
Image shrunk(const Image& image, int width, int height);

[[nodiscard]] core::Done write_png(const Image& image, const std::string& path);

}
