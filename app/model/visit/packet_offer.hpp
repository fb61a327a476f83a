// Which packets the desk is offered: one place for the screen, for update() and for what a therapist suggests.
#pragma once
#include "model/visit/state.hpp"
#include <span>

namespace model {

enum class NotOffered {
    broken,        // one of its forms cannot be used
    needs_reading, // the practice does not say that it reads on the same day
    too_long,      // for the minutes that the couple has
};

struct PacketOffer {
    std::size_t packet = 0; // its place in the content
    // Until the last of all who are here is done, one after the other on one screen; in whole minutes, rounded up.
    std::chrono::minutes takes{0};
    std::optional<NotOffered> why_not;
    std::optional<Broken> broken;
};

// What a therapist may suggest for another day, when nobody knows the minutes.
std::optional<NotOffered> why_not_offered(const Content& content, const Practice& practice, const Packet& packet);

// `packet` is a place in content.packets.
PacketOffer offer_of(const Content& content, const Practice& practice, const screen::NewSitting& screen,
                     std::size_t packet);
// All packets: those that can be chosen, then the others, each in the content's order.
std::vector<PacketOffer> offers(const Content& content, const Practice& practice, const screen::NewSitting& screen);

// Chooses the packet wished for or, where the minutes or the practice do not let it be, the first that is offered. One
// that is broken stays chosen, so that it is said why it cannot be had.
void settle_packet(screen::NewSitting& screen, const Content& content, const Practice& practice);

// What the therapist chose for the couple's next visit, or the usual one; a place in content.packets.
std::size_t wished_packet(const Content& content, const KnownCode& known);

// What the desk can say that there is: from "no limit" to an hour.
std::span<const std::optional<std::chrono::minutes>> minutes_to_choose();

}
