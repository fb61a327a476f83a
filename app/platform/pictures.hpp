// The drawings of assets/pictures, by name: NAME.png, and NAME@2x.png for panels with many pixels. A picture that is
// missing, damaged or too large is no picture; it is said once on stderr and never stops the kiosk.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba; // rows from the top, not premultiplied
};

// Where assets may be, nearest first: the folder given, the installed one, and the one in the source tree.
std::vector<std::filesystem::path> asset_folders(const std::filesystem::path& given,
                                                 const std::filesystem::path& source_tree);

class Pictures {
public:
    static constexpr int most_pixels_a_side = 4096;
    static constexpr std::uintmax_t most_bytes = 8 * 1024 * 1024;

    Pictures() = default;
    explicit Pictures(std::vector<std::filesystem::path> folders) : m_folders(std::move(folders)) {}

    // A name is letters, digits and hyphens; anything else is no picture. large: the 2x drawing where there is one.
    // The picture stays where it is until drop() or the end of this object.
    const Picture* find(std::string_view name, bool large);
    void drop() { m_pictures.clear(); }

private:
    std::optional<Picture> load(std::string_view name, bool large) const;
    std::vector<std::filesystem::path> m_folders;
    std::map<std::pair<std::string, bool>, std::optional<Picture>> m_pictures;
};

}
