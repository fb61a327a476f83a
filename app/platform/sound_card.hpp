// The sound cards of this machine, as SDL knows them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

std::vector<std::string> sound_cards(); // by their names
// By its name, as "Logitech USB Headset, USB Audio". A card that could be anything is none.
bool names_headset(std::string_view sound_card);

using SoundCard = std::uint32_t; // SDL's number for an open one; 0: none
// For one channel of 16 bits, that many samples a second, silent until it is told to play. No name: the usual one.
SoundCard open_sound_card(const std::string& name, int rate);
// It takes what it is given and plays it to nobody.
bool is_pulled_out(SoundCard card);

}
