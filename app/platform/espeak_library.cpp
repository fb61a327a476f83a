#include "platform/espeak_library.hpp"
#include <algorithm>
#include <array>
#include <csignal>
#include <cwchar>
#include <pthread.h>

namespace platform::espeak {
namespace {

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

bool has_voice(const std::string& tag) {
    espeak_VOICE wanted{};
    wanted.languages = tag.c_str();
    return espeak_SetVoiceByProperties(&wanted) == EE_OK;
}

}

int begin(t_espeak_callback* take_sound) {
    static const int rate = [take_sound] {
        // Its threads outlive all of ours: no signal that somebody waits for shall find them.
        sigset_t all, before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        const auto begun = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 40, nullptr, espeakINITIALIZE_DONT_EXIT);
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        if (begun > 0) espeak_SetSynthCallback(take_sound);
        return begun;
    }();
    return rate;
}

bool speaks(const std::string& language_tag) {
    return has_voice(accent_of(language_tag)) || has_voice(language_tag);
}

void speak_as(const voice::Manner& manner) {
    const auto volume = static_cast<std::size_t>(std::clamp(manner.volume, model::least_volume, model::most_volume) -
                                                 model::least_volume);
    espeak_SetParameter(espeakVOLUME, loudness.at(volume), 0);
    espeak_SetParameter(espeakRATE, words_a_minute(manner.speed), 0);
}

void name_sign(const std::string& sign) {
    const bool named = sign.size() == 1;
    if (named) {
        const wchar_t signs[] = {static_cast<wchar_t>(sign.front()), 0};
        espeak_SetPunctuationList(signs);
    }
    espeak_SetParameter(espeakPUNCTUATION, named ? espeakPUNCT_SOME : espeakPUNCT_NONE, 0);
}

}
