#include "ui/meaning.hpp"
#include <array>

namespace ui {

template<class Fact>
std::shared_ptr<const model::Action> kept(Fact fact) {
    return std::make_shared<const model::Action>(std::move(fact));
}

// Naming kept() for each fact, where it cannot be dropped, makes all of them here.
template<class Action>
struct Kept;
template<class... Facts>
struct Kept<std::variant<Facts...>> {
    // Their types differ and don't matter; a tuple of them all would cost minutes of compiling.
    std::array<void (*)(), sizeof...(Facts)> functions{reinterpret_cast<void (*)()>(&kept<Facts>)...};
};
extern const Kept<model::Action> kept_facts;
const Kept<model::Action> kept_facts;

Meaning::Meaning(const model::Action& action) : m_action(std::make_shared<const model::Action>(action)) {}

Meaning::Meaning(const std::optional<model::Action>& action) {
    if (action) m_action = std::make_shared<const model::Action>(*action);
}

Meaning::operator std::optional<model::Action>() const {
    return m_action ? std::optional(*m_action) : std::nullopt;
}

}
