// Text of other scripts is set beside the frames, which never wait for it for long.
#include "platform/scribe.hpp"
#include <condition_variable>
#include <doctest/doctest.h>
#include <mutex>

namespace {

ui::SetOrder order_of(const std::string& text) {
    return {.text = text, .faces = {{text.size(), 24, ui::Weight::regular}}, .width = 600};
}

struct News {
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;
    std::function<void()> tell() {
        return [this] {
            const std::lock_guard lock(mutex);
            ++count;
            changed.notify_all();
        };
    }
    bool come() {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(60), [this] { return count > 0; });
    }
};

}

TEST_CASE("a frame does not wait for what takes long, and there is news when it is ready") {
    News news;
    ui::Scripts scripts(platform::open_scribe(news.tell()), [](std::size_t number) { return number + 1; });
    std::string text;
    while (text.size() < 60'000)
        text += "مرحبا بالعالم ";
    scripts.begin_frame();
    const auto began = std::chrono::steady_clock::now();
    CHECK_FALSE(scripts.set(order_of(text)));
    CHECK_FALSE(scripts.set(order_of(text + "!")));
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::milliseconds(200));
    scripts.end_frame();
    REQUIRE(news.come());
    scripts.begin_frame();
    CHECK(scripts.set(order_of(text)));
    scripts.end_frame();
}

TEST_CASE("a scribe that has orders left ends with its canvas") {
    auto source = platform::open_scribe([] {});
    source->begin_frame();
    for (int i = 0; i < 100; ++i)
        source->ask(order_of("你好世界" + std::to_string(i)));
    source->end_frame();
    source.reset();
    CHECK(source == nullptr);
}
