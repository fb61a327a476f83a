// Facts: what a person did, what time it became, what an effect answered. update() decides what they mean on the screen
// they arrive at; a fact that means nothing there changes nothing.
#pragma once
#include "model/visit/action_effect.hpp"
#include "model/visit/action_person.hpp"
#include <memory>
#include <utility>

namespace model {
namespace action {

struct TimePassed {};
using FromClock = FactList<TimePassed>;

}

using Facts = Joined<action::FromClock, action::FromPerson, action::FromEffect>;
static_assert(Facts::holds_each_once(), "a fact is from the clock, from a person or from an effect");
template<class F>
concept Fact = (Facts::place<F>() < Facts::size);

// One fact, shared by its copies and never changed. Not a std::variant: of more than a hundred kinds, a file that only
// copies one takes half a minute to compile.
class Action {
public:
    template<Fact F>
    Action(F fact)
        : m_kind(Facts::place<F>()), m_from_person(action::FromPerson::place<F>() < action::FromPerson::size),
          m_fact(std::make_shared<const F>(std::move(fact))) {}
    std::size_t kind() const { return m_kind; } // its place in Facts
    bool is_from_person() const { return m_from_person; }

    template<Fact F>
    const F* as() const { // null when it is another
        return m_kind == Facts::place<F>() ? static_cast<const F*>(m_fact.get()) : nullptr;
    }

    template<Fact... Fs>
    bool is_among(FactList<Fs...>) const {
        return ((m_kind == Facts::place<Fs>()) || ...);
    }

private:
    std::size_t m_kind;
    bool m_from_person;
    std::shared_ptr<const void> m_fact;
};

}
