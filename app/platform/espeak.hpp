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
    // `news` is called from its thread when can_speak() or heard_now() became another.
    explicit EspeakVoice(std::function<void()> news);
    ~EspeakVoice() override;

    void say(std::vector<voice::Sentence> sentences, const voice::Manner& manner) override;
    void stop() override;
    bool speaking() const override;
    std::string heard_now() const override;

    // False where there is no voice data or nothing to hear it with; none until that is known.
    std::optional<bool> can_speak() const;
    // From the last say() into silence until its first sound was with the sound card.
    std::optional<core::Milliseconds> time_to_sound() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}
