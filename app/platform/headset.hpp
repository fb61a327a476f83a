// Whether headphones are plugged in, as ALSA's jack controls tell. A machine without such a control cannot tell.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace platform {

struct JackControl { // "Headphone Jack", "HDMI/DP,pcm=3 Jack"
    std::string name;
    bool plugged = false;
};
// None where no control is about headphones. A phantom one is always on and knows nothing.
std::optional<bool> headphones_in(std::span<const JackControl> controls);

class Headset {
public:
    virtual ~Headset() = default;
    virtual std::optional<bool> plugged() const = 0;
};

// Watches the sound cards on a thread of its own; `news` is called from there when plugged() became another.
std::unique_ptr<Headset> watch_headset(std::function<void()> news);

}
