// A screen with a touch panel and a mouse, made of memory: the Wayland server that the compositor under test opens its
// output in. It takes any size, is touched as panels do it, and what it shows can be looked at.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace window {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels; // 0x00RRGGBB, rows from the top
    std::uint32_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

class Panel {
public:
    // Its socket is a file of this name in the folder. With a touch panel and without a mouse, until told otherwise.
    Panel(const std::filesystem::path& folder, int width, int height);
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;
    ~Panel();
    static constexpr const char* socket = "panel";

    int descriptor() const; // to be polled; serve() when there is something to read
    void serve();           // what was asked since, and what was done to the panel
    bool open() const;      // a compositor has an output on it
    const Picture& shown() const;
    unsigned pictures() const; // shown so far

    void resize(int width, int height);
    void plug_touch(bool in);
    void plug_mouse(bool in);

    // Pixels of the panel as it was built, however the picture is turned on it.
    void press(int finger, double x, double y);
    void slide(int finger, double x, double y);
    void lift(int finger);
    void point(double x, double y); // the mouse
    void click(bool down);          // its left button

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}
