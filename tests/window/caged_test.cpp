#include "window/people.hpp"

using namespace window;

namespace {

struct Size {
    int width, height;
};

// What is wrong with the page on the panel: everything that can be pressed has to be on it, with something to see where
// it stands. Empty when nothing is.
std::string missing(const Kiosk& kiosk, const Size& size) {
    const Picture picture = kiosk.picture();
    if (picture.width != size.width || picture.height != size.height)
        return "the picture is " + std::to_string(picture.width) + " x " + std::to_string(picture.height);
    const auto& page = kiosk.page();
    const float scale = static_cast<float>(size.width) / page.size.w;
    if (std::abs(page.size.h * scale - static_cast<float>(size.height)) > 1) return "the page has another form";
    for (const auto& widget : page.widgets) {
        if (widget.role != ui::Role::button) continue;
        const auto left = static_cast<int>(widget.rect.x * scale), top = static_cast<int>(widget.rect.y * scale);
        const auto right = static_cast<int>(widget.rect.right() * scale);
        const auto bottom = static_cast<int>(widget.rect.bottom() * scale);
        if (left < 0 || top < 0 || right > size.width || bottom > size.height) return widget.id + " is off the panel";
        std::set<std::uint32_t> colours;
        for (int y = top; y < bottom; ++y)
            for (int x = left; x < right; ++x)
                colours.insert(picture.at(x, y));
        if (colours.size() < 3) return widget.id + " is not seen";
    }
    return {};
}

void wait_until_whole(Kiosk& kiosk, const Size& size) {
    std::string why;
    INFO("last: ", why);
    kiosk.wait_for("a whole page on the panel", [&](const ui::Tree&) {
        why = missing(kiosk, size);
        return why.empty();
    });
}

}

TEST_CASE("a kiosk alone under cage shows its whole page on a panel of any size, and is touched where it shows") {
    if (!has_cage()) return;
    const Practice practice;
    for (const Size size : {Size{1280, 720}, {1366, 768}, {1024, 600}, {1920, 1080}}) {
        INFO(size.width << " x " << size.height);
        Kiosk kiosk({.data = practice.folder(), .width = size.width, .height = size.height, .caged = 0});
        kiosk.wait_for_page("welcome");
        wait_until_whole(kiosk, size);
        kiosk.turn("staff");
        wait_until_whole(kiosk, size);
        CHECK(kiosk.stop() == 0);
    }
}

TEST_CASE("a kiosk whose panel stands or hangs upside down has a whole page too, and touches turn with it") {
    if (!has_cage()) return;
    const Practice practice;
    for (const int turned : {90, 180, 270}) {
        INFO("turned by " << turned);
        const Size size = turned == 180 ? Size{1280, 720} : Size{720, 1280};
        Kiosk kiosk({.data = practice.folder(), .width = 1280, .height = 720, .caged = turned});
        kiosk.wait_for_page("welcome");
        wait_until_whole(kiosk, size);
        kiosk.turn("staff");
        CHECK(kiosk.stop() == 0);
    }
}

TEST_CASE("a panel that takes another size while the kiosk runs has a whole page again") {
    if (!has_cage()) return;
    const Practice practice;
    Kiosk kiosk({.data = practice.folder(), .width = 1280, .height = 800, .caged = 0});
    kiosk.wait_for_page("welcome");
    for (const Size size : {Size{1920, 1080}, {1024, 600}, {800, 1280}, {1280, 800}}) {
        INFO(size.width << " x " << size.height);
        kiosk.panel().resize(size.width, size.height);
        wait_until_whole(kiosk, size);
    }
    kiosk.turn("staff");
    CHECK(kiosk.stop() == 0);
}
