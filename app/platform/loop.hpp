// The one loop: draw, show, wait, take what happened one by one. Asleep it draws nothing.
#pragma once
#include "platform/canvas.hpp"
#include "platform/stage.hpp"
#include "platform/supervisor.hpp"

namespace platform {

struct LoopCallbacks {
    RunEffect run;
    // After a frame was shown, with what stands on it: for speech and for checks from outside. May be empty.
    std::function<void(const ui::Tree&)> shown;
    // Once the first frame stands, before anything that was touched meanwhile is heard: what fails here ends the loop.
    // May be empty.
    std::function<core::Done()> begin;
    // Facts from other threads, asked for when wake() was called. May be empty.
    std::function<std::vector<model::Action>()> news;
    // The first facts, before anything was touched.
    std::vector<model::Action> first;
    voice::Voice* voice = nullptr; // that reads aloud; must outlive the loop. wake() is to be called as it goes on.
    // Hears of the first picture and of each turn; must outlive the loop. None: nobody asks whether it turns.
    Supervisor* supervisor = nullptr;
};

// Runs until the window is asked to close or the process to stop; returns the state as it was then, so that what is
// still unsaved can be kept. Fails when the letters cannot be drawn at a size that was asked for.
// With SAMESIDE_TRACE_TIMING=1 in the environment, times go to stderr: the first frame, and each input until its frame
// was shown. Times only, never what was typed or where.
[[nodiscard]] core::Result<model::State> run(Window& window, Canvas& canvas, model::State state,
                                             LoopCallbacks callbacks);

}
