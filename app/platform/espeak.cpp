#include "platform/espeak.hpp"
#include "platform/espeak_library.hpp"
#include "platform/sound_card.hpp"
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <SDL.h>
#include <span>
#include <thread>

namespace platform {
namespace {

using Clock = std::chrono::steady_clock;

// Of sound that waits to be heard: a page is not spoken into memory far ahead of the ear.
constexpr double ahead_seconds = 2;
constexpr std::chrono::milliseconds least_nap{10}, longest_nap{250}; // within which a lost card is noticed
constexpr int looks_left_out = 6;                                    // of seven, while nobody wants to hear

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
        sound.end(device);
    }

    bool begin() {
        if (!sound.begin()) return false;
        rate = espeak::begin(take_sound);
        if (rate <= 0) return false;
        // Its data is read before anybody waits for it.
        language = core::source_language;
        if (!espeak::speaks(language)) language.clear();
        return true;
    }

    // With the lock held, but while SDL is asked: that may take as long as a sound card takes.
    void change_card(std::unique_lock<std::mutex>& lock, SoundCard opened, std::string name) {
        // What was asked for while the card was let go may be heard in a headset instead, but never out loud instead.
        const bool waited = device == 0 && can_speak == true;
        if (!waited || opened == 0 || (name.empty() && !card.empty())) fall_silent();
        const auto former = std::exchange(device, opened);
        card = std::move(name);
        can_speak = device != 0;
        lock.unlock();
        if (former != 0) SDL_CloseAudioDevice(former);
        news();
        lock.lock();
    }

    void find_card(std::unique_lock<std::mutex>& lock) {
        next_look = Clock::now() + between_looks;
        const OpenCard held{.card = device, .name = card};
        lock.unlock();
        auto found = sound.find_better(held, rate);
        lock.lock();
        if (found.card != 0 || (device == 0 && can_speak != false))
            change_card(lock, found.card, std::move(found.name));
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
            if (!quiet() || !marks.empty()) {
                woken.wait_for(lock, nap());
            } else if (!wanted) {
                rest(lock);
            } else {
                if (device != 0) SDL_PauseAudioDevice(device, 1);
                woken.wait_until(lock, next_look, [this] { return quitting || !wanted || !jobs.empty(); });
            }
        }
    }

    // A card that is held plays silence all day, and SDL looks for others ten times a second.
    void rest(std::unique_lock<std::mutex>& lock) {
        const auto held = std::exchange(device, 0);
        const auto again = Clock::now() + (1 + looks_left_out) * between_looks;
        lock.unlock();
        sound.end(held);
        lock.lock();
        const auto is_wanted = [this] { return quitting || wanted || !jobs.empty(); };
        if (can_speak == true)
            woken.wait(lock, is_wanted);
        else
            woken.wait_until(lock, again, is_wanted);
        if (quitting) return;
        lock.unlock();
        (void)sound.begin();
        lock.lock();
        find_card(lock);
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
        std::span<const short> sound(samples, static_cast<std::size_t>(count));
        // Whoever waits does not wait for the breath before a "t" as well.
        if (self->first_sample && self->job.into_silence) sound = from_first_sound(sound);
        if (sound.empty()) return 0;
        SDL_QueueAudio(self->device, sound.data(), static_cast<Uint32>(sound.size_bytes()));
        if (self->queued == 0) SDL_PauseAudioDevice(self->device, 0);
        self->queued += sound.size();
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
    SoundCard device = 0;
    std::string card; // its name, where it was chosen by that
    std::optional<bool> can_speak;
    std::optional<core::Milliseconds> time_to_sound;
    bool quitting = false, wanted = false, synthesizing = false;

    Job job;
    std::uint64_t job_generation = 0;
    bool first_sample = false;
    int rate = 0;
    std::string language;
    Sound sound;
    core::Milliseconds between_looks;
    Clock::time_point next_look;

    std::thread thread; // begins when all the rest is made
};

EspeakVoice::EspeakVoice(std::function<void()> news, core::Milliseconds between_looks)
    : m_inside(std::make_unique<Inside>(std::move(news), between_looks)) {}
EspeakVoice::~EspeakVoice() = default;

void EspeakVoice::attend(bool wanted) {
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->wanted = wanted;
    }
    m_inside->woken.notify_one();
}

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
