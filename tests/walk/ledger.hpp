// What one part holds by what its kiosk ordered saved, and how much of that a screen called saved. The part may have
// been begun before the walk.
#pragma once
#include "model/form/journal.hpp"

namespace walk {

template<class Content, class Entry>
class Ledger {
public:
    explicit Ledger(Content base) : m_base(std::move(base)) {}

    void ordered(const Entry& entry) { m_entries.push_back(entry); }
    void said_saved() { m_saved = m_entries.size(); }
    std::size_t saved() const { return m_saved; }

    // True when `found` is what some number of entries make, no fewer than were called saved. The others never
    // happened: the next kiosk goes on from there. Who was named as a reader is ordered by no screen.
    bool goes_on_from(const Content& found) {
        for (std::size_t count = m_entries.size() + 1; count-- > m_saved;) {
            if (!is(found, count)) continue;
            m_base = found;
            m_entries.clear();
            m_saved = 0;
            return true;
        }
        return false;
    }
    bool may_be(const Content& found) const {
        for (std::size_t count = m_entries.size() + 1; count-- > m_saved;)
            if (is(found, count)) return true;
        return false;
    }

private:
    bool is(const Content& found, std::size_t count) const {
        auto content = m_base;
        for (std::size_t i = 0; i < count; ++i)
            model::replay(content, m_entries[i]);
        content.basis = found.basis;
        return content == found;
    }
    Content m_base;
    std::vector<Entry> m_entries;
    std::size_t m_saved = 0;
};

using PartLedger = Ledger<model::PartContent, model::Entry>;
using JointLedger = Ledger<model::JointContent, model::JointEntry>;

}
