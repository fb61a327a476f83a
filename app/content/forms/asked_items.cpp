#include "content/forms/asked_items.hpp"
#include "model/form/applies.hpp"
#include <algorithm>
#include <utility>

namespace content {

namespace {

std::optional<std::size_t> place_of(const model::Module& module, const core::ItemId& id) {
    const auto found = std::ranges::find(module.items, id, &model::Item::id);
    if (found == module.items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - module.items.begin());
}

std::vector<core::ItemId> deciding_for(const model::Item& item) {
    std::vector<core::ItemId> ids;
    for (const model::Condition& condition : item.enable_when.conditions)
        ids.push_back(condition.item);
    if (item.person) ids.push_back(*item.person);
    return ids;
}

}

bool is_scored(const model::Module& module, const core::ItemId& item) {
    return std::ranges::any_of(module.scales, [&](const model::Scale& scale) {
        return std::ranges::find(scale.keys, item, &model::Key::item) != scale.keys.end();
    });
}

AskedItems::AskedItems(const model::Module& module) {
    std::vector<bool> needed, deciding(module.items.size());
    for (const model::Item& item : module.items)
        needed.push_back(is_scored(module, item.id));
    // An item looks only at those before it, so that one round from the last to the first finds all.
    for (std::size_t i = module.items.size(); i-- > 0;) {
        if (!needed[i]) continue;
        for (const auto& id : deciding_for(module.items[i]))
            if (const auto place = place_of(module, id)) needed[*place] = deciding[*place] = true;
    }
    if (std::ranges::find(deciding, true) == deciding.end()) return;
    m_deciding = std::move(deciding);
    m_asked.id = module.id;
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        if (!needed[i]) continue;
        const model::Item& whole = module.items[i];
        model::Item item;
        item.id = whole.id;
        item.kind = whole.kind;
        item.enable_when = whole.enable_when;
        item.person = whole.person;
        m_asked.items.push_back(std::move(item));
        m_places.push_back(i);
    }
}

void AskedItems::leave_out(const std::vector<core::ItemId>& items) {
    const auto unknown = [&](const core::ItemId& id) { return std::ranges::find(items, id) != items.end(); };
    for (model::Item& item : m_asked.items) {
        auto& conditions = item.enable_when.conditions;
        const auto left = std::erase_if(conditions, [&](const auto& condition) { return unknown(condition.item); });
        if (left > 0 && item.enable_when.any) conditions.clear(); // one that is met is enough
        if (item.person && unknown(*item.person)) item.person.reset();
    }
}

void AskedItems::drop_unasked(const model::Answers& given, std::span<std::optional<int>> answers) const {
    const auto asked = model::which_apply(m_asked, given);
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (!asked[i]) answers[m_places[i]].reset();
}

}
