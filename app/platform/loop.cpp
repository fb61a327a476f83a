#include "platform/loop.hpp"
#include "platform/trace.hpp"
#include "ui/kit/theme.hpp"

namespace platform {
namespace {

// Of a fade: five steps are smooth enough, and without a graphics chip each costs as much as a new page.
constexpr core::Milliseconds between_frames{30};

ui::Point in_reference(ui::Point panel, float scale) {
    return {panel.x / scale, panel.y / scale};
}

Input in_reference(Input input, float scale) {
    if (auto* press = std::get_if<input::Press>(&input.what))
        press->at = in_reference(press->at, scale);
    else if (auto* slide = std::get_if<input::Slide>(&input.what))
        slide->at = in_reference(slide->at, scale);
    else if (auto* release = std::get_if<input::Release>(&input.what))
        release->at = in_reference(release->at, scale);
    return input;
}

std::optional<core::SteadyTime> sooner(std::optional<core::SteadyTime> a, std::optional<core::SteadyTime> b) {
    return a && b ? std::min(*a, *b) : a ? a : b;
}

class Loop {
public:
    Loop(Window& window, Canvas& canvas, model::State state, LoopCallbacks callbacks)
        : m_window(window), m_canvas(canvas), m_callbacks(std::move(callbacks)),
          m_stage(std::move(state), canvas.fitted().size, stage_callbacks()) {}

    core::Result<model::State> run() {
        for (model::Action& fact : m_callbacks.first)
            m_stage.tell(std::move(fact));
        while (!m_stopping && !m_trouble) {
            if (m_moving) m_stage.describe();
            if (m_stage.take_change())
                show();
            else
                m_trace.nothing_changed();
            if (m_trouble) break;
            if (m_callbacks.supervisor) m_callbacks.supervisor->turned(steady_now());
            m_window.wait(next_turn());
            while (const auto input = m_window.next()) {
                m_trace.took(*input);
                take(*input);
            }
            m_stage.pass_time();
        }
        if (m_callbacks.supervisor) m_callbacks.supervisor->stopping();
        if (m_trouble) return core::pass(*m_trouble);
        return m_stage.state();
    }

private:
    StageCallbacks stage_callbacks() {
        StageCallbacks callbacks;
        callbacks.now = clock_now;
        callbacks.describe = [this](const model::State& state, ui::View view) {
            if (auto fitted = m_canvas.fit(m_window, state.appearance.text_percent); !fitted) {
                m_trouble = fitted.error();
                return ui::Tree{};
            }
            view.size = m_canvas.fitted().size;
            return m_canvas.describe(state, view);
        };
        callbacks.run = m_callbacks.run;
        callbacks.before_long_effect = [this] { present(); };
        callbacks.after_effect = [this] { m_window.gather(); };
        callbacks.voice = m_callbacks.voice;
        return callbacks;
    }

    std::optional<core::SteadyTime> next_turn() const {
        auto at = m_stage.deadline();
        if (m_moving) at = sooner(at, steady_now() + between_frames);
        return m_callbacks.supervisor ? sooner(at, m_callbacks.supervisor->deadline()) : at;
    }

    void take(const Input& input) {
        if (std::holds_alternative<input::Quit>(input.what)) {
            m_stopping = true;
        } else if (std::holds_alternative<input::Resized>(input.what)) {
            m_stage.describe();
        } else if (std::holds_alternative<input::Woken>(input.what)) {
            m_stage.describe(); // letters that a frame before had to do without
            if (m_callbacks.news)
                for (model::Action& fact : m_callbacks.news())
                    m_stage.tell(std::move(fact));
            m_stage.describe(); // what is read aloud is marked
        } else {
            m_stage.take(in_reference(input, m_canvas.fitted().scale));
        }
    }

    void show() {
        // One more frame after a fade ends, so that its last step is not left standing.
        m_moving = ui::moving(m_stage.state(), clock_now());
        present();
        if (const auto begin = std::exchange(m_callbacks.begin, {}))
            if (const auto done = begin(); !done) m_trouble = done.error();
        if (m_callbacks.shown && !m_trouble) m_callbacks.shown(m_stage.tree());
    }

    void present() {
        m_canvas.render(m_window, ui::colors(m_stage.state().appearance.theme).bg);
        m_window.present();
        m_trace.presented();
    }

    Window& m_window;
    Canvas& m_canvas;
    LoopCallbacks m_callbacks;
    std::optional<core::Error> m_trouble;
    bool m_stopping = false;
    bool m_moving = false;
    Trace m_trace;
    Stage m_stage;
};

}

core::Result<model::State> run(Window& window, Canvas& canvas, model::State state, LoopCallbacks callbacks) {
    return Loop(window, canvas, std::move(state), std::move(callbacks)).run();
}

}
