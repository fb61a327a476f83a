#include "platform/pictures.hpp"
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <stb_image.h>

namespace platform {
namespace {

constexpr const char* installed_folder = "/usr/share/sameside/assets";

bool is_name(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), fits);
}

std::vector<std::uint8_t> bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::optional<Picture> decode(const std::vector<std::uint8_t>& bytes) {
    const auto size = static_cast<int>(bytes.size());
    int width = 0, height = 0, channels = 0;
    // Looks at the header first: a small file may claim a huge picture.
    if (stbi_info_from_memory(bytes.data(), size, &width, &height, &channels) == 0) return std::nullopt;
    if (width < 1 || height < 1 || std::max(width, height) > Pictures::most_pixels_a_side) return std::nullopt;
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
        stbi_load_from_memory(bytes.data(), size, &width, &height, &channels, 4), stbi_image_free);
    if (!pixels) return std::nullopt;
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    return Picture{width, height, {pixels.get(), pixels.get() + count}};
}

}

std::vector<std::filesystem::path> asset_folders(const std::filesystem::path& given,
                                                 const std::filesystem::path& source_tree) {
    std::vector<std::filesystem::path> folders;
    if (!given.empty()) folders.push_back(given);
    folders.emplace_back(installed_folder);
    if (!source_tree.empty()) folders.push_back(source_tree / "assets");
    return folders;
}

const Picture* Pictures::find(std::string_view name, bool large) {
    const auto key = std::pair(std::string(name), large);
    auto found = m_pictures.find(key);
    if (found == m_pictures.end()) {
        auto picture = load(name, large);
        if (!picture && large) picture = load(name, false);
        if (!picture && is_name(name))
            std::fprintf(stderr, "no picture %s.png in assets/pictures that can be shown\n", key.first.c_str());
        found = m_pictures.emplace(key, std::move(picture)).first;
    }
    return found->second ? &*found->second : nullptr;
}

std::optional<Picture> Pictures::load(std::string_view name, bool large) const {
    if (!is_name(name)) return std::nullopt;
    const std::string file_name = std::string(name) + (large ? "@2x.png" : ".png");
    for (const std::filesystem::path& folder : m_folders) {
        const std::filesystem::path file = folder / "pictures" / file_name;
        std::error_code trouble;
        const std::uintmax_t size = std::filesystem::file_size(file, trouble);
        if (trouble || size > most_bytes) continue;
        if (auto picture = decode(bytes_of(file))) return picture;
    }
    return std::nullopt;
}

}
