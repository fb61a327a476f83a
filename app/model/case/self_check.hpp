// The morning check: what is looked at, what was found, and what to do about it. The board's tiles, its page and
// `sameside check` tell one list.
#pragma once
#include "core/i18n.hpp"
#include <string_view>
#include <vector>

namespace model {

enum class Health { good, attention, failed };
struct SelfCheck {
    Health health = Health::good;
    core::Message words; // what was found: "OK", "Nearly full"
    core::Message to_do; // about it; empty where nothing is to be done
};

enum class Checked { touch, display, fonts, content, unit, updates, space, disk, sealing, audit, clock, backup };
struct Check {
    Checked what = Checked::touch;
    SelfCheck found;
};
using Checks = std::vector<Check>;

core::Message name_of(Checked what);     // "Touch"
std::string_view word_of(Checked what);  // "touch", for programs
std::string_view word_of(Health health); // "good"
void put_in_order(Checks& checks);       // of Checked
Health health_of(const Checks& checks);  // the gravest; good where nothing was looked at
const SelfCheck* find_check(const Checks& checks, Checked what);

// The board has four tiles, and a page with all that is behind them.
enum class Tile { screen, storage, clock, backup };
Tile tile_of(Checked what);
// The gravest of a tile's, the first where several are; none where nothing of it was looked at.
const Check* gravest_of(const Checks& checks, Tile tile);

SelfCheck all_well();

}
