// A kiosk in the session that its service has, the only client of its compositor, which has a panel of memory for a
// screen.
#include "window/touched_kiosk.hpp"
#include <doctest/doctest.h>
#include <fstream>
#include <unistd.h>

namespace window {
namespace {

// The compositor refuses root, who is somebody else in a namespace of their own.
std::vector<std::string> as_somebody() {
    if (geteuid() != 0) return {};
    return {"unshare", "--user", "--map-user=1000", "--map-group=1000"};
}

}

bool has_cage() {
    std::vector<std::string> asked = as_somebody();
    for (const char* word : {"sh", "-c", "command -v cage && command -v Xwayland"})
        asked.emplace_back(word);
    if (!output_of(asked).empty()) return true;
    MESSAGE("skipped: there is no cage with Xwayland, or root may not be somebody else here");
    return false;
}

Child Kiosk::start(const Plan& plan) {
    if (!plan.caged) return start_child(plan);
    m_turned = *plan.caged;
    m_runtime = std::make_unique<visits::TemporaryFolder>();
    const auto folder = m_runtime->path();
    m_panel = std::make_unique<Panel>(folder, plan.width, plan.height);
    // The session takes this program for Sameside.
    std::filesystem::create_symlink(std::filesystem::read_symlink("/proc/self/exe"), folder / "sameside");
    const char* path = std::getenv("PATH");
    std::vector<std::string> words = as_somebody();
    const std::string source = SAMESIDE_SOURCE_DIR;
    for (const std::string& word :
         {std::string("env"), std::string("--unset=DISPLAY"), "XDG_RUNTIME_DIR=" + folder.string(),
          "RUNTIME_DIRECTORY=" + folder.string(), "PATH=" + folder.string() + ":" + (path ? path : "/usr/bin:/bin"),
          "WAYLAND_DISPLAY=" + std::string(Panel::socket), std::string("WLR_BACKENDS=wayland"),
          std::string("WLR_RENDERER=pixman"), std::string("SDL_VIDEODRIVER=wayland"),
          std::string("LIBGL_ALWAYS_SOFTWARE=1"), std::string("SDL_QUIT_ON_LAST_WINDOW_CLOSE=0"),
          "TURN=" + std::to_string(m_turned), source + "/kiosk-config/kiosk/libexec/session"})
        words.push_back(word);
    return start_child(plan, words);
}

pid_t Kiosk::program() const {
    pid_t id = m_child.pid;
    if (m_runtime) std::ifstream(m_runtime->path() / "pid") >> id;
    return id;
}

Picture Kiosk::picture() const {
    Picture upright = m_panel->shown();
    for (int turned = 0; turned < m_turned; turned += 90) {
        Picture next{upright.height, upright.width, {}};
        // A quarter back: what stood at the right edge stands on top.
        for (int y = 0; y < next.height; ++y)
            for (int x = 0; x < next.width; ++x)
                next.pixels.push_back(upright.at(upright.width - 1 - y, x));
        upright = std::move(next);
    }
    return upright;
}

Kiosk::Place Kiosk::place(const std::string& id) const {
    const auto at = widget(id).rect.center();
    Place place{at.x / m_page.size.w, at.y / m_page.size.h};
    for (int turned = 0; turned < m_turned; turned += 90)
        place = {1 - place.y, place.x};
    const Picture& shown = m_panel->shown();
    return {place.x * shown.width, place.y * shown.height};
}

}
