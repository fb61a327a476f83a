#include "platform/sound_card.hpp"
#include <algorithm>
#include <cctype>
#include <SDL.h>

namespace platform {

std::vector<std::string> sound_cards() {
    std::vector<std::string> names;
    for (int at = 0; at < SDL_GetNumAudioDevices(0); ++at)
        if (const char* name = SDL_GetAudioDeviceName(at, 0)) names.emplace_back(name);
    return names;
}

bool names_headset(std::string_view sound_card) {
    std::string name(sound_card);
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return name.find("headset") != std::string::npos || name.find("headphone") != std::string::npos;
}

SoundCard open_sound_card(const std::string& name, int rate) {
    SDL_AudioSpec wanted{};
    wanted.freq = rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = 512;
    return SDL_OpenAudioDevice(name.empty() ? nullptr : name.c_str(), 0, &wanted, nullptr, 0);
}

bool is_pulled_out(SoundCard card) {
    return SDL_GetAudioDeviceStatus(card) == SDL_AUDIO_STOPPED;
}

}
