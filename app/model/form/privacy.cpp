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

bool stays_covered(const Module& module, const Item& item) {
    return is_private(module, item) || item.author_only;
}

bool is_private(const Content& content, const ItemRef& ref) {
    const Module* module = find_module(content, ref.module);
    const Item* item = module ? find_item(*module, ref.item) : nullptr;
    return !item || is_private(*module, *item);
}

namespace {

bool rests_on_private(const Module& module, const Item& item) {
    const auto hidden = [&](const core::ItemId& id) {
        const Item* about = find_item(module, id);
        return about != nullptr && is_private(module, *about);
    };
    return (item.person && hidden(*item.person)) ||
           std::ranges::any_of(item.enable_when.conditions, hidden, &Condition::item);
}

const Scale* scale_in(const Module& module, const core::ScaleId& id) {
    const auto found = std::ranges::find(module.scales, id, &Scale::id);
    return found == module.scales.end() ? nullptr : &*found;
}

bool counts_private(const Module& module, const Scale& scale) {
    return std::ranges::any_of(scale.keys, [&](const Key& key) {
        const Item* item = find_item(module, key.item);
        return item != nullptr && is_private(module, *item);
    });
}

void make_stricter(Module& then, const Module& now) {
    then.is_private = then.is_private || now.is_private;
    then.shareable = then.shareable && now.shareable && !then.is_private;
    for (Item& item : then.items) {
        if (const Item* same = find_item(now, item.id)) {
            item.is_private = item.is_private || is_private(now, *same);
            item.author_only = item.author_only || same->author_only;
            item.releasable = item.releasable && same->releasable && !item.author_only;
        }
        // In the order of the form: an item looks only at those before it.
        item.is_private = item.is_private || rests_on_private(then, item);
    }
    for (Scale& scale : then.scales) {
        const Scale* same = scale_in(now, scale.id);
        scale.is_private =
            scale.is_private || (same != nullptr && is_private(now, *same)) || counts_private(then, scale);
    }
    const auto hidden = [&](const core::ScaleId& id) {
        const Scale* scale = scale_in(then, id);
        return scale == nullptr || is_private(then, *scale);
    };
    if (then.map && (hidden(then.map->x) || hidden(then.map->y))) then.map.reset();
}

}

Content stricter(Content then, const Content& now) {
    for (auto& [id, module] : then.modules)
        if (const Module* same = find_module(now, id)) make_stricter(module, *same);
    return then;
}

Content with_authors_private(Content content) {
    for (auto& [id, module] : content.modules)
        for (Item& item : module.items)
            item.is_private = item.is_private || item.author_only;
    return content;
}

bool leaves_out_authors(const Module& module) {
    return std::ranges::any_of(module.items, [](const Item& item) { return item.is_private && item.author_only; });
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
