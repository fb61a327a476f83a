// What a kiosk said before it died: the facts it set out to keep, in order, and how many of them its screen called
// saved.
#pragma once
#include "model/form/journal.hpp"

namespace promises {

class Ledger {
public:
    void ordered(model::Entry entry) { m_entries.push_back(std::move(entry)); }
    void said_saved() { m_saved = m_entries.size(); }
    std::size_t saved() const { return m_saved; }

    model::PartContent content(std::size_t entries) const {
        model::PartContent content;
        for (std::size_t i = 0; i < entries; ++i)
            model::replay(content, m_entries[i]);
        return content;
    }
    model::PartContent whole() const { return content(m_entries.size()); }

    // The screens order no entry that names the form and its reader: that stands before them all.
    // True when `found` is what some number of entries make, and that is no fewer than were called saved. The rest
    // never happened: the next kiosk goes on from here.
    bool goes_on_from(const model::PartContent& found) {
        for (std::size_t count = m_entries.size() + 1; count-- > m_saved;) {
            auto expected = content(count);
            expected.basis = found.basis;
            if (expected != found) continue;
            m_entries.resize(count);
            m_saved = count;
            return true;
        }
        return false;
    }

private:
    std::vector<model::Entry> m_entries;
    std::size_t m_saved = 0;
};

}
