#include "platform/espeak.hpp"
#include "platform/espeak_library.hpp"
#include "platform/sound_card.hpp"
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <SDL.h>
#include <thread>

namespace platform {
namespace {

using Clock = std::chrono::steady_clock;

// Of sound that waits to be heard: a page is not spoken into memory far ahead of the ear.
constexpr double ahead_seconds = 2;
constexpr std::chrono::milliseconds least_nap{10}, longest_nap{250}; // within which a lost card is noticed

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

    Inside(std::function<void()> tell, core::Milliseconds looks)
        : news(std::move(tell)), between_looks(looks), thread([this] { run(); }) {}
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
    // What is being made of words that were stopped is heard by nobody.
    bool silent() const { return jobs.empty() && (!synthesizing || job_generation != generation) && waiting() == 0; }

    void run() {
        const bool begun = begin();
        std::unique_lock lock(mutex);
        if (begun) {
            find_card(lock);
            speak_until_told(lock);
        } else {
            change_card(lock, 0, {});
        }
        lock.unlock();
        if (device != 0) SDL_CloseAudioDevice(device);
        if (has_sound) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    bool begin() {
        has_sound = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
        if (!has_sound) return false;
        rate = espeak::begin(take_sound);
        if (rate <= 0) return false;
        // Its data is read before anybody waits for it.
        language = core::source_language;
        if (!espeak::speaks(language)) language.clear();
        return true;
    }

    // With the lock held, but while SDL is asked: that may take as long as a sound card takes.
    void change_card(std::unique_lock<std::mutex>& lock, SDL_AudioDeviceID opened, std::string name) {
        fall_silent();
        const auto former = std::exchange(device, opened);
        card = std::move(name);
        can_speak = device != 0;
        lock.unlock();
        if (former != 0) SDL_CloseAudioDevice(former);
        news();
        lock.lock();
    }

    // A headset before all else, for what is said there nobody else hears; else the usual card, if there is none yet.
    void find_card(std::unique_lock<std::mutex>& lock) {
        next_look = Clock::now() + between_looks;
        lock.unlock();
        auto cards = sound_cards();
        const auto headset = std::ranges::find_if(cards, names_headset);
        auto name = headset == cards.end() ? std::string() : *headset;
        const bool better = device == 0 || (!name.empty() && name != card);
        const bool tries = better && cards != in_vain;
        auto opened = tries ? open_sound_card(name, rate) : 0;
        if (tries && opened == 0 && device == 0 && !name.empty()) {
            name.clear();
            opened = open_sound_card(name, rate);
        }
        lock.lock();
        if (better && opened == 0) in_vain = std::move(cards);
        if (opened != 0 || !can_speak) change_card(lock, opened, std::move(name));
    }

    // A card that was pulled out takes what is said and plays it to nobody.
    void leave_lost_card(std::unique_lock<std::mutex>& lock) {
        if (device == 0 || !is_pulled_out(device)) return;
        // That it went must be known before another one is heard in its place.
        next_look = Clock::now() + between_looks;
        change_card(lock, 0, {});
    }

    void speak_until_told(std::unique_lock<std::mutex>& lock) {
        while (!quitting) {
            leave_lost_card(lock);
            if (Clock::now() >= next_look) find_card(lock);
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
                if (device != 0) SDL_PauseAudioDevice(device, 1);
                woken.wait_until(lock, next_look, [this] { return quitting || !jobs.empty(); });
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
        return std::clamp<Clock::duration>(std::chrono::duration_cast<Clock::duration>(time), least_nap, longest_nap);
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

    bool choose_voice() {
        const auto& tag = job.manner.language.tag;
        if (tag != language && !espeak::speaks(tag)) return false;
        language = tag;
        espeak::speak_as(job.manner);
        espeak::name_sign(job.sentence.sign);
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
    std::string card; // its name, where it was chosen by that
    std::optional<bool> can_speak;
    std::optional<core::Milliseconds> time_to_sound;
    bool quitting = false, synthesizing = false;

    Job job;
    std::uint64_t job_generation = 0;
    bool first_sample = false, has_sound = false;
    int rate = 0;
    std::string language;
    std::vector<std::string> in_vain; // the sound cards that there were when none could be opened
    core::Milliseconds between_looks;
    Clock::time_point next_look;

    std::thread thread; // begins when all the rest is made
};

EspeakVoice::EspeakVoice(std::function<void()> news, core::Milliseconds between_looks)
    : m_inside(std::make_unique<Inside>(std::move(news), between_looks)) {}
EspeakVoice::~EspeakVoice() = default;

void EspeakVoice::say(std::vector<voice::Sentence> sentences, const voice::Manner& manner) {
    {
        const std::lock_guard lock(m_inside->mutex);
        if (m_inside->can_speak == false) return;
        bool into_silence = m_inside->silent();
        if (into_silence) m_inside->time_to_sound.reset();
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

bool EspeakVoice::in_headset() const {
    const std::lock_guard lock(m_inside->mutex);
    return !m_inside->card.empty();
}

std::optional<core::Milliseconds> EspeakVoice::time_to_sound() const {
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->time_to_sound;
}

}
