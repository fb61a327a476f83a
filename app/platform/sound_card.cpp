#include "platform/sound_card.hpp"
#include <algorithm>
#include <cctype>
#include <SDL.h>
#include <utility>

namespace platform {
namespace {

std::vector<std::string> sound_cards() {
    std::vector<std::string> names;
    for (int at = 0; at < SDL_GetNumAudioDevices(0); ++at)
        if (const char* name = SDL_GetAudioDeviceName(at, 0)) names.emplace_back(name);
    return names;
}

SoundCard open_card(const std::string& name, int rate) {
    SDL_AudioSpec wanted{};
    wanted.freq = rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = 512;
    return SDL_OpenAudioDevice(name.empty() ? nullptr : name.c_str(), 0, &wanted, nullptr, 0);
}

}

bool names_headset(std::string_view sound_card) {
    std::string name(sound_card);
    std::ranges::transform(name, name.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return name.find("headset") != std::string::npos || name.find("headphone") != std::string::npos;
}

bool is_pulled_out(SoundCard card) {
    return SDL_GetAudioDeviceStatus(card) == SDL_AUDIO_STOPPED;
}

std::span<const short> from_first_sound(std::span<const short> samples) {
    const auto sound = std::ranges::find_if(samples, [](short sample) { return sample != 0; });
    return {sound, samples.end()};
}

bool Sound::begin() {
    if (!m_begun) m_begun = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    return m_begun;
}

void Sound::end(SoundCard held) {
    if (held != 0) SDL_CloseAudioDevice(held);
    if (std::exchange(m_begun, false)) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

OpenCard Sound::find_better(const OpenCard& held, int rate) {
    auto cards = sound_cards();
    const auto headset = std::ranges::find_if(cards, names_headset);
    OpenCard found{.card = 0, .name = headset == cards.end() ? std::string() : *headset};
    const bool is_better = held.card == 0 || (!found.name.empty() && found.name != held.name);
    if (!is_better) return {};
    if (cards != m_in_vain) found.card = open_card(found.name, rate);
    if (found.card == 0 && held.card == 0 && !found.name.empty() && cards != m_in_vain)
        found = {.card = open_card({}, rate), .name = {}};
    m_in_vain = found.card == 0 ? std::move(cards) : std::vector<std::string>();
    return found;
}

}
