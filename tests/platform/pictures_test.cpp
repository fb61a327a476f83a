#include "platform/pictures.hpp"
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

// A folder of assets that goes with the test.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "pictures-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
        fs::create_directories(path / "pictures");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    void file(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / "pictures" / name, std::ios::binary) << bytes;
    }
    platform::Pictures pictures() const { return platform::Pictures({path}); }
};

std::string shipped(const std::string& name) {
    std::ifstream file(fs::path(SAMESIDE_SOURCE_DIR) / "assets" / "pictures" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The first bytes of a PNG that says it is width x height (PNG specification, 5.2 and 11.2.2).
std::string header(unsigned width, unsigned height) {
    const auto number = [](unsigned value) {
        std::string four;
        for (int shift = 24; shift >= 0; shift -= 8)
            four.push_back(static_cast<char>((value >> shift) & 0xFF));
        return four;
    };
    return std::string("\x89PNG\r\n\x1a\n", 8) + number(13) + "IHDR" + number(width) + number(height) +
           std::string("\x08\x06\x00\x00\x00", 5) + number(0);
}

}

TEST_CASE("the drawings of the articles are there, at their size and at twice that") {
    platform::Pictures pictures(platform::asset_folders({}, SAMESIDE_SOURCE_DIR));
    for (const char* name :
         {"couple-bubble", "where-bonds-begin", "secure", "ambivalent", "avoidant", "disorganized", "past-into-love",
          "healing", "familiar-pulls", "cracks-and-craters", "writing-a-mission"}) {
        CAPTURE(name);
        const platform::Picture* small = pictures.find(name, false);
        REQUIRE(small);
        CHECK(small->width == 432);
        CHECK(small->height == 568);
        CHECK(small->rgba.size() == 432u * 568u * 4u);
        const platform::Picture* large = pictures.find(name, true);
        REQUIRE(large);
        CHECK(large->width == 864);
        CHECK(large->height == 1136);
    }
}

TEST_CASE("a large panel takes the small drawing where there is no large one") {
    const Folder folder;
    folder.file("boat.png", shipped("couple-bubble.png"));
    auto pictures = folder.pictures();
    const platform::Picture* picture = pictures.find("boat", true);
    REQUIRE(picture);
    CHECK(picture->width == 432);
}

TEST_CASE("the folder given comes before the installed one and the source tree") {
    const auto folders = platform::asset_folders("/somewhere", "/source");
    REQUIRE(folders.size() == 3);
    CHECK(folders.front() == "/somewhere");
    CHECK(folders.back() == "/source/assets");
    CHECK(platform::asset_folders({}, {}).size() == 1);
}

TEST_CASE("a missing, empty, cut or damaged picture is no picture") {
    const Folder folder;
    const std::string whole = shipped("couple-bubble.png");
    folder.file("empty.png", "");
    folder.file("cut.png", whole.substr(0, whole.size() / 2));
    folder.file("words.png", "not a picture at all");
    auto pictures = folder.pictures();
    CHECK_FALSE(pictures.find("missing", false));
    CHECK_FALSE(pictures.find("empty", false));
    CHECK_FALSE(pictures.find("cut", false));
    CHECK_FALSE(pictures.find("words", false));
}

TEST_CASE("a small file that claims to be huge, and a file that is huge, are no pictures") {
    const Folder folder;
    folder.file("wide.png", header(100000, 1));
    folder.file("heavy.png", shipped("couple-bubble.png"));
    fs::resize_file(folder.path / "pictures" / "heavy.png", platform::Pictures::most_bytes + 1);
    auto pictures = folder.pictures();
    CHECK_FALSE(pictures.find("wide", false));
    CHECK_FALSE(pictures.find("heavy", false));
}

TEST_CASE("a name cannot lead out of the folder") {
    const Folder folder;
    fs::create_directories(folder.path / "pictures" / "inner");
    folder.file("boat.png", shipped("couple-bubble.png"));
    auto pictures = folder.pictures();
    CHECK(pictures.find("boat", false));
    CHECK_FALSE(pictures.find("inner/../boat", false));
    CHECK_FALSE(pictures.find("../pictures/boat", false));
    CHECK_FALSE(pictures.find("", false));
    CHECK_FALSE(pictures.find(std::string("boat\0x", 6), false));
    CHECK_FALSE(pictures.find("Boat", false));
}
