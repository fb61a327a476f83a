// The languages that the kiosk speaks, each with all of its words and with what its keyboard types.
#pragma once
#include "core/i18n.hpp"
#include "model/form/keyboard_layout.hpp"
#include "model/form/module.hpp"
#include <memory>
#include <set>

namespace model {

// A language by its tag of BCP 47, "es". What the program and the content are written in is the source language.
struct Language {
    std::string tag{core::source_language};
    bool operator==(const Language&) const = default;
};

// The content has the same structure in each, so a place in one is a place in all.
struct Locale {
    Language language;
    std::shared_ptr<const core::Catalogue> catalogue; // none: the source language
    std::shared_ptr<const Content> content;
    std::shared_ptr<const Practice> practice;
    std::string name = "English"; // as those who speak it write it
    std::shared_ptr<const KeyboardLayout> keyboard = source_keyboard();
    // Words that say little by themselves, without capitals and accents; none: of the source language.
    std::shared_ptr<const std::set<std::string, std::less<>>> small_words = {};
};

}
