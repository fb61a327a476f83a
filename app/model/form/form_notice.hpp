// What stands before a form's first question beside its intro. Decided by the packet alone, whatever was answered.
#pragma once
#include "model/form/module.hpp"

namespace model {

struct FormNotice {
    bool own = false;    // its own notice
    bool policy = false; // what is kept from a partner: before the packet's first private items
    bool crisis = false; // whom to call in danger: before anything is written for the first time
};
FormNotice notice_of(const Content& content, const Packet& packet, std::size_t form);

// The page between two forms says what the next one is about, unless that has more to say, or is read to nobody but
// the person at the screen.
bool begins_on_rest(const Content& content, const Packet& packet, std::size_t form);

}
