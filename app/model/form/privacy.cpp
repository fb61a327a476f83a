#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {

bool is_private(const Module& module) {
    return module.is_private;
}

bool is_private(const Module& module, const Item& item) {
    return module.is_private || item.is_private;
}

bool is_private(const Module& module, const Scale& scale) {
    return module.is_private || scale.is_private;
}

bool is_private(const Content& content, const ItemRef& ref) {
    const Module* module = find_module(content, ref.module);
    const Item* item = module ? find_item(*module, ref.item) : nullptr;
    return !item || is_private(*module, *item);
}

bool holds_private(const Module& module) {
    return module.is_private || std::ranges::any_of(module.items, &Item::is_private);
}

Answers public_answers(const Content& content, const Answers& answers) {
    Answers kept;
    for (const auto& [ref, answer] : answers)
        if (!is_private(content, ref)) kept.emplace(ref, answer);
    return kept;
}

}
