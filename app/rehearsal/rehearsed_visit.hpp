// People who use the kiosk in a rehearsal: they find things by what they read and answer what they are asked.
#pragma once
#include "rehearsal/rehearsal.hpp"

namespace rehearsal {

// What someone would answer: the choice's place in its list, 0 to 1 from first to last.
using Temper = std::function<double(const model::Module&, const model::Item&)>;

// What someone would write.
using Words = std::function<std::string(const model::Module&, const model::Item&)>;
std::string a_few_words(const model::Module& module, const model::Item& item);

// Answers the question on the screen and goes on to the next page. False when something to tap is missing.
bool answer_question(Rehearsal& kiosk, const Temper& temper, const Words& words = a_few_words);

struct PartnerAct {
    model::Partner partner = model::Partner::a;
    std::string name, other_name, code;
    Temper temper;
    std::function<void()> at_each_page = [] {}; // after each page came up
    std::size_t stop_after = SIZE_MAX;          // questions; then the act ends there
    Words words = a_few_words;
    // What is released: a text, or without an item a whole form.
    std::function<bool(const model::ItemRef&)> shares = [](const model::ItemRef&) { return true; };
};

bool enter_code(Rehearsal& kiosk, std::string_view entry_code); // Welcome to the next page
bool begin_part(Rehearsal& kiosk, const PartnerAct& act);       // who is here ... first module
bool answer_part(Rehearsal& kiosk, const PartnerAct& act);      // to Review, or stop_after
bool seal_part(Rehearsal& kiosk, const PartnerAct& act);        // Review to hand-over
bool unlock_desk(Rehearsal& kiosk, std::string_view pin);       // Welcome to the board
bool unlock_therapist(Rehearsal& kiosk, std::string_view name, std::string_view passphrase);
const model::Item* item_on_screen(const Rehearsal& kiosk);

}
