#include "model/form/module.hpp"
#include <algorithm>

namespace model {

const Module* find_module(const Content& content, const core::ModuleId& id) {
    auto found = content.modules.find(id);
    return found == content.modules.end() ? nullptr : &found->second;
}

const Item* find_item(const Module& module, const core::ItemId& id) {
    auto found = std::ranges::find(module.items, id, &Item::id);
    return found == module.items.end() ? nullptr : &*found;
}

bool names_a_person(const Module& module, const core::ItemId& id) {
    return std::ranges::any_of(module.items, [&](const Item& item) { return item.person == id; });
}

const Packet* find_packet(const Content& content, const core::PacketId& id) {
    auto found = std::ranges::find(content.packets, id, &Packet::id);
    return found == content.packets.end() ? nullptr : &*found;
}

bool needs_reading_today(const Content& content, const Packet& packet) {
    return std::ranges::any_of(packet.modules, [&](const core::ModuleId& id) {
        const auto* module = find_module(content, id);
        return module != nullptr && module->needs_reading_today;
    });
}

std::size_t usual_packet(const Content& content, bool been_here) {
    auto later = std::ranges::find_if(content.packets, &Packet::later_visit);
    return been_here && later != content.packets.end() ? static_cast<std::size_t>(later - content.packets.begin()) : 0;
}

std::optional<Broken> why_not(const Content& content, const Packet& packet) {
    auto wrong_with = [&](const core::ModuleId& id) -> std::optional<Broken> {
        if (find_module(content, id)) return std::nullopt;
        auto known = std::ranges::find(content.broken, id.value, &Broken::what);
        if (known != content.broken.end()) return *known;
        return Broken{id.value, "packets.toml: packet \"" + packet.id.value + "\": there is no module of this name"};
    };
    for (const core::ModuleId& id : packet.modules) {
        if (auto broken = wrong_with(id)) return broken;
    }
    return packet.joint_module ? wrong_with(*packet.joint_module) : std::nullopt;
}

}
