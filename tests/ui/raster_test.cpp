#include "kit_support.hpp"
#include <cstdio>
#include <filesystem>
#include <imgui.h>

using namespace rehearsal;

using namespace ui;
using kit::part;
using kit::pixels_of;

namespace {

constexpr Color red{200, 30, 30, 255};

}

TEST_CASE("a box covers exactly its pixels") {
    part([](Page& page) { page.box({100, 200, 40, 30}, red, 0); });
    CHECK(pixels_of(red, {0, 0, 1280, 800}) == 40 * 30);
    CHECK(pixels_of(red, {100, 200, 40, 30}) == 40 * 30);
}

TEST_CASE("an outline is drawn inside its box, and as thick as it says") {
    part([](Page& page) { page.outline({100, 200, 40, 30}, red, 2, 0); });
    CHECK(pixels_of(red, {0, 0, 1280, 800}) == 40 * 30 - 36 * 26);
    CHECK(pixels_of(red, {102, 202, 36, 26}) == 0);
}

TEST_CASE("a disc and a ring have the area they should have") {
    part([](Page& page) { page.disc({300, 300}, 50, red); });
    CHECK(pixels_of(red, {0, 0, 1280, 800}) == doctest::Approx(3.1416 * 50 * 50).epsilon(0.04));
    // Whole pixels are counted: half a pixel of each edge is mixed.
    part([](Page& page) { page.ring({300, 300}, 50, 10, red); });
    CHECK(pixels_of(red, {0, 0, 1280, 800}) == doctest::Approx(3.1416 * (50 * 50 - 40 * 40 - 50 - 40)).epsilon(0.03));
}

TEST_CASE("what is half transparent mixes with what lies below it") {
    part([](Page& page) {
        page.box({0, 0, 1280, 800}, {0, 0, 0, 255}, 0);
        page.box({100, 200, 40, 30}, {200, 100, 50, 128}, 0);
    });
    CHECK(pixels_of({100, 50, 25, 255}, {100, 200, 40, 30}) == 40 * 30);
}

TEST_CASE("a picture is drawn from its own pixels, and one that does not exist is left out") {
    Offscreen& drawn = support::offscreen(support::lying, 100);
    Image picture{2, 1, {200, 30, 30, 255, 200, 30, 30, 255}};
    drawn.add_picture("red", picture);
    const Tree tree = part([](Page& page) {
        page.picture({100, 200, 40, 30}, "red", 0, "Red");
        page.picture({300, 200, 40, 30}, "blue", 0, "Blue");
    });
    CHECK(tree.find_name("Red") != nullptr);
    CHECK(tree.find_name("Blue") == nullptr);
    CHECK(pixels_of(red, {100, 200, 40, 30}) == 40 * 30);
}

TEST_CASE("an image is written as a PNG, and a folder that does not exist is said") {
    const auto path = std::filesystem::temp_directory_path() / "sameside-raster-test.png";
    const Image image{4, 2, std::vector<std::uint8_t>(32, 255)};
    CHECK(write_png(image, path.string()));
    CHECK(std::filesystem::file_size(path) > 50);
    std::filesystem::remove(path);
    const auto failed = write_png(image, "/nowhere/at/all.png");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == core::ErrorCode::io);
}

TEST_CASE("a picture is made smaller by the mean of what each pixel covers, also where that is no whole number") {
    const rehearsal::Image three{3, 1, {0, 0, 0, 255, 90, 90, 90, 255, 240, 0, 0, 255}};
    const auto one = rehearsal::shrunk(three, 1, 1);
    CHECK(one.rgba == std::vector<std::uint8_t>{110, 30, 30, 255});
    // The pixel in the middle belongs to both halves.
    const auto two = rehearsal::shrunk(three, 2, 1);
    CHECK(two.rgba == std::vector<std::uint8_t>{30, 30, 30, 255, 190, 30, 30, 255});
}
