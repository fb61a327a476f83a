// Which items of a form a row of answers was asked, by the form's own conditions as the kiosk takes them
// (model/form/applies.hpp). A form whose scored items have none needs nothing of this.
#pragma once
#include "model/form/answer.hpp"
#include "model/form/module.hpp"
#include <span>

namespace content {

bool is_scored(const model::Module& module, const core::ItemId& item);

class AskedItems {
public:
    explicit AskedItems(const model::Module& module);

    // Some scored item has a condition.
    bool matter() const { return !m_deciding.empty(); }
    // Whether the item's answer decides what is asked; `item` is its place in the module.
    bool decides(std::size_t item) const { return !m_deciding.empty() && m_deciding[item]; }

    // Takes a condition on one of these items as met: the file does not say how they were answered.
    void leave_out(const std::vector<core::ItemId>& items);

    // Empties the answers of items that were not asked; `given` has the answers of those that decide.
    void drop_unasked(const model::Answers& given, std::span<std::optional<int>> answers) const;

private:
    std::vector<bool> m_deciding;      // one an item, or none at all
    model::Module m_asked;             // the scored items and those that decide, without words
    std::vector<std::size_t> m_places; // of its items, in the whole module
};

}
