#include "platform/espeak.hpp"
#include <array>
#include <condition_variable>
#include <cwchar>
#include <deque>
#include <espeak-ng/speak_lib.h>
#include <mutex>
#include <SDL.h>
#include <thread>

namespace platform {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<int, 5> loudness{45, 70, 100, 140, 190}; // of espeakVOLUME, whose own is 100
constexpr int words_a_minute(model::Speed speed) {
    switch (speed) {
    case model::Speed::slow:
        return 125;
    case model::Speed::usual:
        return 165;
    case model::Speed::fast:
        return 230;
    }
    return 165;
}
// As those speak for whom the words were written.
std::string accent_of(const std::string& tag) {
    return tag == "en" ? "en-us" : tag == "es" ? "es-419" : tag;
}
// Of sound that waits to be heard: a page is not spoken into memory far ahead of the ear.
constexpr double ahead_seconds = 2;
constexpr std::chrono::milliseconds least_nap{10};

}

struct EspeakVoice::Inside {
    struct Job {
        voice::Sentence sentence;
        voice::Manner manner;
        Clock::time_point asked_at;
        bool into_silence = false;
    };
    struct Mark { // where a sentence ends, in samples since the last silence
        std::uint64_t end;
        std::string widget;
    };

    explicit Inside(std::function<void()> tell) : news(std::move(tell)), thread([this] { run(); }) {}
    ~Inside() {
        {
            const std::lock_guard lock(mutex);
            quitting = true;
            fall_silent();
        }
        woken.notify_one();
        thread.join();
    }

    // With the lock held.
    void fall_silent() {
        ++generation;
        jobs.clear();
        marks.clear();
        heard.clear();
        queued = 0;
        if (device != 0) SDL_ClearQueuedAudio(device);
    }
    std::uint64_t waiting() const { return device == 0 ? 0 : SDL_GetQueuedAudioSize(device) / sizeof(short); }
    std::uint64_t played() const { return queued - std::min(queued, waiting()); }
    bool quiet() const { return jobs.empty() && !synthesizing && waiting() == 0; }

    void run() {
        const bool ready = open();
        {
            const std::lock_guard lock(mutex);
            can_speak = ready;
            if (!ready) jobs.clear();
        }
        news();
        if (ready) speak_until_told();
        if (device != 0) SDL_CloseAudioDevice(device);
        if (has_sound) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    bool open() {
        has_sound = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
        if (!has_sound) return false;
        rate = library_rate();
        if (rate <= 0) return false;
        // Its data is read before anybody waits for it.
        language = core::source_language;
        if (!speaks_as(accent_of(language))) language.clear();
        SDL_AudioSpec wanted{};
        wanted.freq = rate;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = 512;
        const auto opened = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        const std::lock_guard lock(mutex);
        device = opened;
        return device != 0;
    }

    void speak_until_told() {
        std::unique_lock lock(mutex);
        while (!quitting) {
            const bool moved = follow_ear();
            if (moved) {
                lock.unlock();
                news();
                lock.lock();
            }
            if (quitting) break;
            if (!jobs.empty() && static_cast<double>(waiting()) < ahead_seconds * rate) {
                synthesize(lock);
                continue;
            }
            if (quiet() && marks.empty()) {
                SDL_PauseAudioDevice(device, 1);
                woken.wait(lock, [this] { return quitting || !jobs.empty(); });
            } else {
                woken.wait_for(lock, nap());
            }
        }
    }

    // Until the sentence that is heard ends, or more sound is needed.
    Clock::duration nap() const {
        auto samples = waiting();
        if (!marks.empty()) samples = std::min(samples, marks.front().end - std::min(played(), marks.front().end));
        if (!jobs.empty()) samples = std::min<std::uint64_t>(samples, static_cast<std::uint64_t>(rate) / 2);
        const auto time = std::chrono::duration<double>(static_cast<double>(samples) / rate);
        return std::max<Clock::duration>(least_nap, std::chrono::duration_cast<Clock::duration>(time));
    }

    // True when another sentence is heard than before.
    bool follow_ear() {
        const auto at = played();
        while (!marks.empty() && marks.front().end <= at)
            marks.pop_front();
        const std::string now = marks.empty() ? std::string() : marks.front().widget;
        if (now == heard) return false;
        heard = now;
        return true;
    }

    void synthesize(std::unique_lock<std::mutex>& lock) {
        job = std::move(jobs.front());
        jobs.pop_front();
        job_generation = generation;
        synthesizing = true;
        first_sample = true;
        lock.unlock();
        if (choose_voice()) {
            self = this;
            espeak_Synth(job.sentence.words.c_str(), job.sentence.words.size() + 1, 0, POS_CHARACTER, 0,
                         espeakCHARS_UTF8, nullptr, nullptr);
        }
        lock.lock();
        synthesizing = false;
        if (job_generation == generation) marks.push_back({queued, job.sentence.widget});
        job = {};
    }

    // In samples a second. Begun once and never ended: its end waits for a thread of its own, for ever if that thread
    // has not yet got as far as to listen.
    static int library_rate() {
        static const int rate = [] {
            const auto begun = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 40, nullptr, espeakINITIALIZE_DONT_EXIT);
            if (begun > 0) espeak_SetSynthCallback(take_sound);
            return begun;
        }();
        return rate;
    }

    static bool speaks_as(const std::string& tag) {
        espeak_VOICE wanted{};
        wanted.languages = tag.c_str();
        return espeak_SetVoiceByProperties(&wanted) == EE_OK;
    }

    bool choose_voice() {
        if (job.manner.language.tag != language && !speaks_as(accent_of(job.manner.language.tag)) &&
            !speaks_as(job.manner.language.tag))
            return false;
        language = job.manner.language.tag;
        const auto volume = static_cast<std::size_t>(
            std::clamp(job.manner.volume, model::least_volume, model::most_volume) - model::least_volume);
        espeak_SetParameter(espeakVOLUME, loudness.at(volume), 0);
        espeak_SetParameter(espeakRATE, words_a_minute(job.manner.speed), 0);
        const bool names_sign = job.sentence.sign.size() == 1;
        if (names_sign) {
            const wchar_t sign[] = {static_cast<wchar_t>(job.sentence.sign.front()), 0};
            espeak_SetPunctuationList(sign);
        }
        espeak_SetParameter(espeakPUNCTUATION, names_sign ? espeakPUNCT_SOME : espeakPUNCT_NONE, 0);
        return true;
    }

    static int take_sound(short* samples, int count, espeak_EVENT*) {
        if (samples == nullptr || count <= 0) return 0;
        const std::lock_guard lock(self->mutex);
        if (self->job_generation != self->generation) return 1; // nobody wants to hear the rest
        SDL_QueueAudio(self->device, samples, static_cast<Uint32>(count) * sizeof(short));
        if (self->queued == 0) SDL_PauseAudioDevice(self->device, 0);
        self->queued += static_cast<std::uint64_t>(count);
        if (std::exchange(self->first_sample, false) && self->job.into_silence)
            self->time_to_sound = std::chrono::duration_cast<core::Milliseconds>(Clock::now() - self->job.asked_at);
        return 0;
    }

    static inline thread_local Inside* self = nullptr; // whose sentence the library is saying

    std::function<void()> news;
    mutable std::mutex mutex; // of all below but what its thread alone uses
    std::condition_variable woken;
    std::deque<Job> jobs;
    std::deque<Mark> marks;
    std::string heard;
    std::uint64_t queued = 0, generation = 0;
    SDL_AudioDeviceID device = 0;
    std::optional<bool> can_speak;
    std::optional<core::Milliseconds> time_to_sound;
    bool quitting = false, synthesizing = false;

    Job job;
    std::uint64_t job_generation = 0;
    bool first_sample = false, has_sound = false;
    int rate = 0;
    std::string language;

    std::thread thread; // begins when all the rest is made
};

EspeakVoice::EspeakVoice(std::function<void()> news) : m_inside(std::make_unique<Inside>(std::move(news))) {}
EspeakVoice::~EspeakVoice() = default;

void EspeakVoice::say(std::vector<voice::Sentence> sentences, const voice::Manner& manner) {
    {
        const std::lock_guard lock(m_inside->mutex);
        if (m_inside->can_speak == false) return;
        bool into_silence = m_inside->quiet();
        for (auto& sentence : sentences)
            m_inside->jobs.push_back({std::move(sentence), manner, Clock::now(), std::exchange(into_silence, false)});
    }
    m_inside->woken.notify_one();
}

void EspeakVoice::stop() {
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->fall_silent();
    }
    m_inside->woken.notify_one();
}

bool EspeakVoice::speaking() const {
    const std::lock_guard lock(m_inside->mutex);
    return !m_inside->quiet();
}

std::string EspeakVoice::heard_now() const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->heard;
}

std::optional<bool> EspeakVoice::can_speak() const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->can_speak;
}

std::optional<core::Milliseconds> EspeakVoice::time_to_sound() const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->time_to_sound;
}

}
