// The voice that is shipped: espeak-ng through SDL's sound, on a thread of its own, so that no frame waits for it.
#pragma once
#include "core/time.hpp"
#include "voice/voice.hpp"
#include <functional>
#include <memory>
#include <optional>

namespace platform {

class EspeakVoice : public voice::Voice {
public:
    // `news` is called from its thread when can_speak(), heard_now() or in_headset() became another. A sound card that
    // comes or goes is found at the next look, of which there are fewer while nobody attends; a card that was found is
    // let go then.
    explicit EspeakVoice(std::function<void()> news, core::Milliseconds between_looks = std::chrono::seconds(5));
    ~EspeakVoice() override;

    void attend(bool wanted) override;
    void say(std::vector<voice::Sentence> sentences, const voice::Manner& manner) override;
    void stop() override;
    bool speaking() const override;
    std::string heard_now() const override;

    // False where there is no voice data or nothing to hear it with; none until that is known.
    std::optional<bool> can_speak() const;
    // Heard through a sound card that is a headset itself, as one with a USB plug: it has no jack that could tell.
    bool in_headset() const;
    // From the last say() into silence, or after a stop(), until its first sound was with the sound card; none before.
    std::optional<core::Milliseconds> time_to_sound() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}
