#include "platform/scribe.hpp"
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace platform {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds patience{6}; // of one frame, for all of its text

class Scribe final : public ui::SetSource {
public:
    explicit Scribe(std::function<void()> news) : m_news(std::move(news)) {}
    ~Scribe() override {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable()) m_thread.join();
    }

    void begin_frame() override {
        m_until = Clock::now() + patience;
        ++m_frame;
    }

    void end_frame() override {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_waiting, [this](const Waiting& each) { return each.frame != m_frame; });
    }

    void ask(const ui::SetOrder& order) override {
        {
            const std::lock_guard lock(m_mutex);
            if (m_at_work == order) return;
            const auto known = std::ranges::find(m_waiting, order, &Waiting::order);
            if (known != m_waiting.end()) {
                known->frame = m_frame;
                return;
            }
            m_waiting.push_back({order, m_frame});
        }
        m_changed.notify_all();
        if (!m_thread.joinable()) m_thread = std::thread([this] { work(); });
    }

    std::vector<Done> take(Wait wait) override {
        std::unique_lock lock(m_mutex);
        if (wait == Wait::within_a_frame) {
            m_changed.wait_until(lock, m_until, [this] { return !m_done.empty(); });
            m_awaited = m_done.empty();
        }
        return std::exchange(m_done, {});
    }

    void forget_drawings() override {
        const std::lock_guard lock(m_mutex);
        m_waiting.clear();
        m_done.clear();
        ++m_age;
    }

private:
    struct Waiting {
        ui::SetOrder order;
        unsigned long frame = 0; // in which it was asked for last
    };

    void work() {
        ui::Setter setter;
        unsigned age = 0;
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping) return;
            m_at_work = std::move(m_waiting.front().order);
            m_waiting.pop_front();
            if (std::exchange(age, m_age) != m_age) setter.forget_drawings();
            lock.unlock();
            ui::SetText text = setter.set(*m_at_work);
            lock.lock();
            m_done.push_back({std::move(*m_at_work), std::move(text), age});
            m_at_work.reset();
            const bool awaited = std::exchange(m_awaited, false);
            lock.unlock();
            m_changed.notify_all();
            if (awaited) m_news();
            lock.lock();
        }
    }

    std::function<void()> m_news;
    Clock::time_point m_until;
    unsigned long m_frame = 0;
    std::mutex m_mutex; // of all below but the thread
    std::condition_variable m_changed;
    std::deque<Waiting> m_waiting;
    std::optional<ui::SetOrder> m_at_work;
    std::vector<Done> m_done;
    unsigned m_age = 0;
    bool m_awaited = false, m_stopping = false;
    std::thread m_thread;
};

}

std::unique_ptr<ui::SetSource> open_scribe(std::function<void()> news) {
    return std::make_unique<Scribe>(std::move(news));
}

}
