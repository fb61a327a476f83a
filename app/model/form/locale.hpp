// The languages that the kiosk speaks, each with all of its words.
#pragma once
#include "core/i18n.hpp"
#include "model/form/module.hpp"
#include <memory>

namespace model {

enum class Language { english, spanish };

// The content has the same structure in each, so a place in one is a place in all.
struct Locale {
    Language language = Language::english;
    std::shared_ptr<const core::Catalogue> catalogue; // none: the source language
    std::shared_ptr<const Content> content;
    std::shared_ptr<const Practice> practice;
};

}
