#include "practice/effect_runner.hpp"

namespace practice {
namespace {

template<class Person, class Order>
concept Runs = requires(Person& person, const Order& order) {
    person.on(order);
};

}

EffectRunner::EffectRunner(PracticeData data, World world)
    : m_context(std::move(data), std::move(world)), m_couple(m_context), m_desk(DeskBook(m_context)),
      m_export(m_context), m_figures(m_context), m_therapist(m_context, m_export, m_figures) {}

Answers EffectRunner::run(const model::Effect& effect) {
    Answers answers;
    if (!m_context.unsaved.none())
        for (const auto visit : m_context.unsaved.try_again(m_context.data.store))
            answers.emplace_back(model::action::NoteSaved{visit});
    const auto by_whom = [this]<class Order>(const Order& order) {
        static_assert(Runs<CoupleEffects, Order> + Runs<DeskEffects, Order> + Runs<TherapistEffects, Order> +
                              Runs<ExportEffects, Order> + Runs<FiguresEffects, Order> ==
                          1,
                      "an effect is run for one person");
        if constexpr (Runs<CoupleEffects, Order>)
            return m_couple.on(order);
        else if constexpr (Runs<DeskEffects, Order>)
            return m_desk.on(order);
        else if constexpr (Runs<TherapistEffects, Order>)
            return m_therapist.on(order);
        else if constexpr (Runs<FiguresEffects, Order>)
            return m_figures.on(order);
        else
            return m_export.on(order);
    };
    auto more = std::visit(by_whom, effect);
    answers.insert(answers.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return answers;
}

}
