// What stands on the panel, and a finger on it, for a thread beside the loop.
#pragma once
#include "bench/figures.hpp"
#include "ui/kit/tree.hpp"
#include <condition_variable>
#include <functional>
#include <mutex>

namespace bench {

struct Frame {
    ui::Tree tree;
    Clock::time_point presented;
    Clock::time_point screen_since; // the first frame of this screen
    int number = 0;
};

class Panel {
public:
    using Wanted = std::function<bool(const ui::Tree&)>;

    // On the loop's thread, right after the frame was presented.
    void shown(const ui::Tree& tree);

    Frame latest() const;
    // To be said before what brings it: each frame is looked at when it is presented, so none is overlooked.
    void expect(Wanted wanted);
    // The first frame that was wanted; nothing when it does not come.
    std::optional<Frame> expected(std::chrono::milliseconds at_most = std::chrono::seconds(20));

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_came;
    Frame m_latest;
    Wanted m_wanted;
    std::optional<Frame> m_found;
};

// Events pushed into SDL's queue, as its touch driver does.
void put_finger_down(const ui::Tree& tree, ui::Point at);
void lift_finger(const ui::Tree& tree, ui::Point at);
void type_words(std::string_view words);
void close_window();

}
