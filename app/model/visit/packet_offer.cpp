#include "model/visit/packet_offer.hpp"
#include "model/form/pace.hpp"
#include <algorithm>

namespace model {
namespace {

using std::chrono::minutes;

// As many as stand in one row.
constexpr std::optional<minutes> choices[] = {std::nullopt, minutes(5),  minutes(10),
                                              minutes(15),  minutes(25), minutes(60)};

bool can_be_chosen(const PacketOffer& offer) {
    return !offer.why_not;
}

}

std::optional<NotOffered> why_not_offered(const Content& content, const Practice& practice, const Packet& packet) {
    if (why_not(content, packet)) return NotOffered::broken;
    if (needs_reading_today(content, packet) && !practice.reads_same_day) return NotOffered::needs_reading;
    return std::nullopt;
}

PacketOffer offer_of(const Content& content, const Practice& practice, const screen::NewSitting& screen,
                     std::size_t packet) {
    const auto& asked = content.packets[packet];
    const int people = std::max(1, int{screen.expects_a} + int{screen.expects_b});
    PacketOffer offer{.packet = packet,
                      .takes = std::chrono::ceil<minutes>(time_for(content, asked) * people),
                      .why_not = why_not_offered(content, practice, asked),
                      .broken = why_not(content, asked)};
    if (!offer.why_not && screen.minutes && offer.takes > *screen.minutes) offer.why_not = NotOffered::too_long;
    return offer;
}

std::vector<PacketOffer> offers(const Content& content, const Practice& practice, const screen::NewSitting& screen) {
    std::vector<PacketOffer> all;
    for (std::size_t i = 0; i < content.packets.size(); ++i)
        all.push_back(offer_of(content, practice, screen, i));
    std::ranges::stable_partition(all, can_be_chosen);
    return all;
}

void settle_packet(screen::NewSitting& screen, const Content& content, const Practice& practice) {
    screen.packet = screen.wished;
    if (screen.wished >= content.packets.size()) return;
    const auto why = offer_of(content, practice, screen, screen.wished).why_not;
    if (!why || *why == NotOffered::broken) return;
    const auto all = offers(content, practice, screen);
    if (!all.empty() && can_be_chosen(all.front())) screen.packet = all.front().packet;
}

std::size_t wished_packet(const Content& content, const KnownCode& known) {
    const auto chosen = std::ranges::find(content.packets, known.next_packet, &Packet::id);
    if (chosen != content.packets.end()) return static_cast<std::size_t>(chosen - content.packets.begin());
    return usual_packet(content, known.last_here.has_value());
}

std::span<const std::optional<minutes>> minutes_to_choose() {
    return choices;
}

}
