// The voice that is shipped, with a sound card that plays to nobody, and the headphones of made-up sound cards.
#include "platform/espeak.hpp"
#include "platform/headset.hpp"
#include "platform/sound_card.hpp"
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <future>
#include <poll.h>
#include <span>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace {

// Waits for news until something holds.
class News {
public:
    std::function<void()> teller() {
        return [this] {
            const std::lock_guard lock(m_mutex);
            m_told.notify_all();
        };
    }
    template<class Holds>
    bool until(Holds holds) {
        std::unique_lock lock(m_mutex);
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!holds())
            if (m_told.wait_for(lock, std::chrono::milliseconds(20)) == std::cv_status::timeout &&
                std::chrono::steady_clock::now() > end)
                return false;
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_told;
};

// SDL's sound into a file that the test takes the card's place of.
class Sound {
public:
    Sound() {
        std::string folder = std::filesystem::temp_directory_path() / "sameside-sound-XXXXXX";
        REQUIRE(mkdtemp(folder.data()) != nullptr);
        m_folder = folder;
        std::signal(SIGPIPE, SIG_IGN);
        setenv("SDL_AUDIODRIVER", "disk", 1);
        setenv("SDL_DISKAUDIOFILE", file().c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1);
    }
    ~Sound() {
        for (const auto* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILE", "SDL_DISKAUDIODELAY"})
            unsetenv(name);
        std::signal(SIGPIPE, SIG_DFL);
        std::filesystem::remove_all(m_folder);
    }
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;
    std::string file() const { return m_folder / "card"; }

private:
    std::filesystem::path m_folder;
};

// A card that hears all it is given, until it is pulled out. While there is none, opening it fails.
class PluggedCard {
public:
    explicit PluggedCard(const Sound& sound) : m_file(sound.file()) {
        std::filesystem::remove(m_file);
        REQUIRE(mkfifo(m_file.c_str(), 0600) == 0);
        m_end = open(m_file.c_str(), O_RDONLY | O_NONBLOCK);
        REQUIRE(m_end >= 0);
        m_ear = std::jthread([this](const std::stop_token& pulled) {
            char heard[4096];
            pollfd waiting{m_end, POLLIN, 0};
            while (!pulled.stop_requested())
                if (poll(&waiting, 1, 20) > 0 && read(m_end, heard, sizeof heard) == 0) std::this_thread::yield();
        });
    }
    ~PluggedCard() {
        m_ear.request_stop();
        m_ear.join();
        // Where it was there is nothing that could be opened, before what plays there learns of it.
        std::filesystem::remove(m_file);
        std::filesystem::create_directory(m_file);
        close(m_end);
    }
    PluggedCard(const PluggedCard&) = delete;
    PluggedCard& operator=(const PluggedCard&) = delete;

private:
    std::string m_file;
    int m_end = -1;
    std::jthread m_ear;
};

// SDL's own: one plays, silence too; another looks for sound cards that come and go.
int threads_of_sound() {
    int count = 0;
    std::error_code gone; // a thread may end while it is asked
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", gone)) {
        std::ifstream file(thread.path() / "comm");
        std::string name;
        if (std::getline(file, name) && name.starts_with("SDL")) ++count;
    }
    return count;
}

}

TEST_CASE("the voice speaks both languages, says where it is, and is silent at once when it is told") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    News news;
    platform::EspeakVoice voice(news.teller());
    REQUIRE(news.until([&] { return voice.can_speak().has_value(); }));
    REQUIRE(voice.can_speak() == true);
    // The quickest of several: the machine may be busy with other tests.
    auto quickest = core::Milliseconds::max();
    for (const std::string tag : {"en", "es", "en", "es"}) {
        voice.say({{"When something goes wrong, my partner is the first person I turn to.", "text:1"},
                   {"Think of the last few weeks.", "text:2"}},
                  {.language = {tag}});
        CHECK(voice.speaking());
        CHECK(news.until([&] { return voice.heard_now() == "text:1"; }));
        REQUIRE(voice.time_to_sound().has_value());
        MESSAGE(tag, ": ", voice.time_to_sound()->count(), " ms from what is asked to its first sound");
        quickest = std::min(quickest, *voice.time_to_sound());
        voice.stop();
        CHECK_FALSE(voice.heard_now() == "text:1");
        CHECK(news.until([&] { return !voice.speaking(); }));
    }
    CHECK(quickest.count() < 150);
    voice.say({{",", "key:,", ","}}, {});
    CHECK(news.until([&] { return voice.heard_now() == "key:,"; }));
    CHECK(news.until([&] { return !voice.speaking(); }));
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("without a sound card the kiosk learns that it cannot speak") {
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    News news;
    platform::EspeakVoice voice(news.teller());
    REQUIRE(news.until([&] { return voice.can_speak().has_value(); }));
    CHECK(voice.can_speak() == false);
    voice.say({{"Nobody hears this.", ""}}, {});
    CHECK_FALSE(voice.speaking());
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("what is said after a stop in the middle of a page is measured, and comes as soon") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    News news;
    platform::EspeakVoice voice(news.teller());
    REQUIRE(news.until([&] { return voice.can_speak() == true; }));
    auto quickest = core::Milliseconds::max();
    for (int times = 0; times < 4; ++times) {
        voice.say(
            {{"When something goes wrong, my partner is the first person that I turn to, whatever it is.", "text:1"},
             {"Think of the last few weeks.", "text:2"}},
            {});
        REQUIRE(news.until([&] { return voice.heard_now() == "text:1"; }));
        voice.stop();
        const auto asked = std::chrono::steady_clock::now();
        voice.say({{"Agree.", "answer:5"}}, {});
        REQUIRE(news.until([&] { return voice.heard_now() == "answer:5"; }));
        REQUIRE(voice.time_to_sound().has_value());
        CHECK(*voice.time_to_sound() <= std::chrono::steady_clock::now() - asked);
        quickest = std::min(quickest, *voice.time_to_sound());
        voice.stop();
    }
    MESSAGE(quickest.count(), " ms from what is asked to its first sound, while something else was said");
    CHECK(quickest.count() < 150);
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("a sound card that is pulled out while it speaks ends the reading; the next one is found") {
    const Sound sound;
    auto card = std::make_optional<PluggedCard>(sound);
    News news;
    platform::EspeakVoice voice(news.teller(), std::chrono::seconds(1));
    voice.attend(true);
    REQUIRE(news.until([&] { return voice.can_speak() == true; }));
    voice.say({{"When something goes wrong, my partner is the first person I turn to.", "text:1"}}, {});
    card.reset();
    REQUIRE(news.until([&] { return voice.can_speak() == false; }));
    CHECK_FALSE(voice.speaking());
    CHECK(voice.heard_now().empty());
    voice.say({{"Nobody hears this.", "text:2"}}, {});
    CHECK_FALSE(voice.speaking());
    card.emplace(sound);
    REQUIRE(news.until([&] { return voice.can_speak() == true; }));
    voice.say({{"This is heard.", "text:3"}}, {});
    CHECK(news.until([&] { return voice.heard_now() == "text:3"; }));
    CHECK(news.until([&] { return !voice.speaking(); }));
}

TEST_CASE("while nobody wants to hear nothing of the sound runs, and what is said after all is heard") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    News news;
    platform::EspeakVoice voice(news.teller());
    REQUIRE(news.until([&] { return voice.can_speak() == true; }));
    CHECK(news.until([] { return threads_of_sound() == 0; }));
    voice.attend(true);
    CHECK(news.until([] { return threads_of_sound() > 0; }));
    voice.attend(false);
    CHECK(news.until([] { return threads_of_sound() == 0; }));
    CHECK(voice.can_speak() == true);
    voice.say({{"This is heard.", "text:1"}}, {});
    CHECK(news.until([&] { return voice.heard_now() == "text:1"; }));
    // A thread has its name only after a moment.
    CHECK(news.until([&] { return !voice.speaking() && threads_of_sound() == 0; }));
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("a sound card that went while nobody wanted to hear is missed as soon as somebody does") {
    const Sound sound;
    auto card = std::make_optional<PluggedCard>(sound);
    News news;
    platform::EspeakVoice voice(news.teller(), std::chrono::seconds(1));
    REQUIRE(news.until([&] { return voice.can_speak() == true && threads_of_sound() == 0; }));
    card.reset();
    voice.say({{"Nobody hears this.", "text:1"}}, {});
    REQUIRE(news.until([&] { return voice.can_speak() == false; }));
    CHECK_FALSE(voice.speaking());
    CHECK(voice.heard_now().empty());
}

TEST_CASE("the silence before a first word is left out, and none within it") {
    const short breath[] = {0, 0, 0, 5, 0, -3, 0};
    CHECK(platform::from_first_sound(breath).size() == 4);
    CHECK(platform::from_first_sound(std::span(breath).first(3)).empty());
    CHECK(platform::from_first_sound({}).empty());
}

TEST_CASE("a sound card that calls itself a headset is one; what could be anything is not") {
    for (const auto* headset : {"Logitech USB Headset, USB Audio", "HEADSET H390", "USB headphones, USB Audio"})
        CHECK(platform::names_headset(headset));
    for (const auto* other :
         {"", "USB Audio Device, USB Audio", "Jabra SPEAK 510 USB, USB Audio", "HDA Intel PCH, HDMI 0"})
        CHECK_FALSE(platform::names_headset(other));
}

TEST_CASE("a voice can be ended as soon as it was begun") {
    for (const auto* sound : {"no-such-driver", "dummy"}) {
        setenv("SDL_AUDIODRIVER", sound, 1);
        for (int times = 0; times < 20; ++times)
            platform::EspeakVoice([] {});
    }
    unsetenv("SDL_AUDIODRIVER");
}

TEST_CASE("headphones are known by the jack that is theirs") {
    using platform::headphones_in;
    using platform::JackControl;
    CHECK_FALSE(headphones_in({}).has_value());
    const JackControl hdmi[] = {{"HDMI/DP,pcm=3 Jack", true}, {"Mic Jack", true}, {"Headphone Phantom Jack", true}};
    CHECK_FALSE(headphones_in(hdmi).has_value());
    const JackControl out[] = {{"Headphone Jack", false}, {"HDMI/DP,pcm=3 Jack", true}};
    CHECK(headphones_in(out) == false);
    const JackControl front[] = {{"Headphone Jack", false}, {"Front Headphone Jack", true}};
    CHECK(headphones_in(front) == true);
}

TEST_CASE("a machine without a sound card cannot tell of headphones, and is watched without harm") {
    const auto headset = platform::watch_headset([] {});
    CHECK_FALSE(headset->plugged().value_or(false));
}
