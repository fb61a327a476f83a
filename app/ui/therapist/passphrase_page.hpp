// One page for every passphrase: whose it is, a field, what went wrong, and the keyboard.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

struct PassphrasePage {
    std::string title, sentence;
    const model::SecretEntry& entry;
    ButtonSpec leave;
    std::string working; // while it is being checked
    std::string note;    // below the field, where there is room
    Icon note_icon = Icon::none;
    std::string done = {};                // what the keyboard's last key says; empty: "Unlock"
    std::string problem = {};             // another trouble than a passphrase that does not match
    std::string field = {};               // what is typed; empty: "Passphrase"
    std::optional<ButtonSpec> other = {}; // another way in, in place of the practice's name
    std::string other_short = {};         // what it is called where there is less room
};
void draw_passphrase_page(Page& page, const PassphrasePage& asked);

}
