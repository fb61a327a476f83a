#include "platform/hearing.hpp"

namespace platform {

const ui::Widget* Hearing::touch(ui::Point at, const ui::Tree& tree, bool settled, const First& first) {
    const ui::Widget* thing = first ? tree.thing_at(at) : nullptr;
    if (!thing || !first(*thing)) {
        m_ready = false;
        return nullptr;
    }
    if (tree.at(at) == thing && thing->id == ready()) return nullptr;
    if (settled || thing->role == ui::Role::key) point(thing->id);
    return thing;
}

void Hearing::point(const std::string& id) {
    m_pointed.widget = id;
    ++m_pointed.count;
    m_ready = true;
}

void Hearing::follow(const ui::Tree& tree, bool other_page) {
    if (other_page || tree.find_id(m_pointed.widget) == nullptr) m_pointed.widget.clear();
    m_ready = m_ready && !m_pointed.widget.empty();
}

const std::string& Hearing::ready() const {
    static const std::string nothing;
    return m_ready ? m_pointed.widget : nothing;
}

}
