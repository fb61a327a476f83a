// The library that makes words into sound. There is one for the whole program, and one thread at a time may use it.
#pragma once
#include "voice/voice.hpp"
#include <espeak-ng/speak_lib.h>

namespace platform::espeak {

// In samples a second; none or less where there is no voice data. Begun once and never ended: its end waits for a
// thread of its own, for ever if that thread has not yet got as far as to listen.
int begin(t_espeak_callback* take_sound);

bool speaks(const std::string& language_tag); // from now on, where it can
void speak_as(const voice::Manner& manner);   // loudness and speed
void name_sign(const std::string& sign);      // by its name, where it is one sign; else signs are pauses

}
