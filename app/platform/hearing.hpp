// What a finger or the focus came to on a screen that is read aloud: the first touch on a thing is only heard, the next
// one on it does what it means.
#pragma once
#include "ui/kit/tree.hpp"
#include "voice/reader.hpp"
#include <functional>

namespace platform {

class Hearing {
public:
    using First = std::function<bool(const ui::Widget&)>; // is heard before it does what it means

    // The thing that a press is spent on; null where the press is one like any other. Before a page has settled nothing
    // but keys is pointed at: whoever touches it then meant another page.
    const ui::Widget* touch(ui::Point at, const ui::Tree& tree, bool settled, const First& first);
    void focus(const std::string& id) { point(id); }
    void acted(bool may_again) { m_ready = m_ready && may_again; }
    void follow(const ui::Tree& tree, bool other_page);

    const voice::Pointed& pointed() const { return m_pointed; }
    const std::string& ready() const; // id of what the next touch does, or empty

private:
    void point(const std::string& id);
    voice::Pointed m_pointed;
    bool m_ready = false;
};

}
