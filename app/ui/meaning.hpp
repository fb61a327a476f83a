// What a tap means: an action, or nothing. Behaves as std::optional<const model::Action>, and is cheap to hold, copy
// and compile: the many kinds of action are known to meaning.cpp alone, not to every screen.
#pragma once
#include "model/action.hpp"
#include <memory>
#include <optional>
#include <type_traits>

namespace ui {

// Defined for every fact that an action can be.
template<class Fact>
std::shared_ptr<const model::Action> kept(Fact fact);

class Meaning {
public:
    Meaning() = default;
    Meaning(std::nullopt_t) {}
    Meaning(const model::Action& action);
    Meaning(const std::optional<model::Action>& action);
    template<class Fact>
    requires(std::is_class_v<Fact> && !std::is_same_v<Fact, Meaning> && !std::is_same_v<Fact, model::Action> &&
             !std::is_same_v<Fact, std::nullopt_t> && !std::is_same_v<Fact, std::optional<model::Action>>)
        Meaning(Fact fact)
        : m_action(kept(std::move(fact))) {}

    bool has_value() const { return m_action != nullptr; }
    explicit operator bool() const { return has_value(); }
    const model::Action& operator*() const { return *m_action; }
    const model::Action* operator->() const { return m_action.get(); }
    void reset() { m_action.reset(); }
    operator std::optional<model::Action>() const;

private:
    std::shared_ptr<const model::Action> m_action;
};

}
