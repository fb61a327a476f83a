// The sound cards of this machine, as SDL knows them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

// By its name, as "Logitech USB Headset, USB Audio". A card that could be anything is none.
bool names_headset(std::string_view sound_card);

using SoundCard = std::uint32_t; // SDL's number for an open one; 0: none
// It takes what it is given and plays it to nobody.
bool is_pulled_out(SoundCard card);

// Without the silence before it.
std::span<const short> from_first_sound(std::span<const short> samples);

struct OpenCard {
    SoundCard card = 0;
    std::string name; // where it was chosen by that: a headset; empty: the usual one
};

// What SDL keeps to play sound: threads of its own, one of which looks for cards ten times a second.
class Sound {
public:
    Sound() = default;
    ~Sound() { end(0); }
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    bool begin(); // false where SDL has no way to play
    void end(SoundCard held);
    // A headset before all else, for what is said there nobody else hears; else the usual card, if none is held. For
    // one channel of 16 bits, `rate` samples a second, silent until it is told to play. No card: what is held is best.
    OpenCard find_better(const OpenCard& held, int rate);

private:
    bool m_begun = false;
    std::vector<std::string> m_in_vain; // the cards that there were when none could be opened
};

}
