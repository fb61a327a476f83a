// The desk, partners and a therapist at a kiosk in a window: they find things by what is shown and remember what they
// answered.
#pragma once
#include "window/practice.hpp"
#include "window/touched_kiosk.hpp"

namespace window {

// Where a page has no room for everything: on to the part that has this.
void leaf_to(Kiosk& kiosk, const std::string& id);

struct Wanted {
    std::string chart_code = "RG-2041";
    std::size_t packet = 0; // its place in packets.toml
    bool second_partner = true;
};
// From Welcome and back to it; gives the entry code that was shown.
std::string make_sitting(Kiosk& kiosk, const Wanted& wanted);

struct Partner {
    std::string name, other, code;
    model::Answers given;            // as it was tapped
    std::set<model::ItemRef> shared; // released to the joint page
};

void enter_code(Kiosk& kiosk, const std::string& entry_code); // Welcome to the next page
void begin_part(Kiosk& kiosk, const Partner& partner);        // names ... first module
void give_own_code(Kiosk& kiosk, const Partner& partner);     // from return-code to where it was
const model::Item& item_on(const Kiosk& kiosk);
model::ItemRef ref_on(const Kiosk& kiosk);
void remember(const Kiosk& kiosk, Partner& partner, model::Answer answer); // for the question on the screen
// Answers the question on the screen, the `which`-th choice where there are several, and goes on.
void answer(Kiosk& kiosk, Partner& partner, std::size_t which);
void skip(Kiosk& kiosk, Partner& partner);
// A question at a time: answers the first `few` of each module and skips the rest. Ends at `until` or at the review.
void answer_until(Kiosk& kiosk, Partner& partner, const std::string& until, std::size_t few = SIZE_MAX);
void begin_module(Kiosk& kiosk);
void finish_part(Kiosk& kiosk); // from the review to hand-over

}
