#include "model/case/self_check.hpp"
#include <algorithm>

namespace model {

core::Message name_of(Checked what) {
    switch (what) {
    case Checked::touch:
        return core::message("checked.touch", "Touch");
    case Checked::display:
        return core::message("checked.display", "Panel");
    case Checked::fonts:
        return core::message("checked.fonts", "Letters");
    case Checked::content:
        return core::message("checked.content", "Forms");
    case Checked::unit:
        return core::message("checked.unit", "Protection");
    case Checked::updates:
        return core::message("checked.updates", "Updates");
    case Checked::space:
        return core::message("checked.space", "Room on the disk");
    case Checked::disk:
        return core::message("checked.disk", "Disk");
    case Checked::sealing:
        return core::message("checked.sealing", "Locking answers");
    case Checked::audit:
        return core::message("checked.audit", "Audit log");
    case Checked::clock:
        return core::message("checked.clock", "Clock");
    case Checked::backup:
        return core::message("checked.backup", "Backup");
    }
    return {};
}

std::string_view word_of(Checked what) {
    constexpr std::string_view words[] = {"touch", "display", "fonts",   "content", "unit",  "updates",
                                          "space", "disk",    "sealing", "audit",   "clock", "backup"};
    return words[static_cast<std::size_t>(what)];
}

std::string_view word_of(Health health) {
    constexpr std::string_view words[] = {"good", "attention", "failed"};
    return words[static_cast<std::size_t>(health)];
}

void put_in_order(Checks& checks) {
    std::ranges::stable_sort(checks, {}, &Check::what);
}

Health health_of(const Checks& checks) {
    auto gravest = Health::good;
    for (const auto& check : checks)
        gravest = std::max(gravest, check.found.health);
    return gravest;
}

const SelfCheck* find_check(const Checks& checks, Checked what) {
    const auto found = std::ranges::find(checks, what, &Check::what);
    return found == checks.end() ? nullptr : &found->found;
}

Tile tile_of(Checked what) {
    switch (what) {
    case Checked::touch:
    case Checked::display:
    case Checked::fonts:
    case Checked::content:
    case Checked::unit:
    case Checked::updates:
        return Tile::screen;
    case Checked::space:
    case Checked::disk:
    case Checked::sealing:
    case Checked::audit:
        return Tile::storage;
    case Checked::clock:
        return Tile::clock;
    case Checked::backup:
        break;
    }
    return Tile::backup;
}

const Check* gravest_of(const Checks& checks, Tile tile) {
    const Check* gravest = nullptr;
    for (const auto& check : checks)
        if (tile_of(check.what) == tile && (gravest == nullptr || check.found.health > gravest->found.health))
            gravest = &check;
    return gravest;
}

SelfCheck all_well() {
    return {Health::good, core::message("check.ok", "OK"), {}};
}

}
