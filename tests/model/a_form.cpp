#include "a_form.hpp"

namespace model_tests {

std::string name(std::size_t i) {
    return std::string("q").append(std::to_string(i + 1));
}

Form form(std::size_t items, int minimum, int maximum, std::size_t least, Method method) {
    Form made;
    made.module.id = {"m"};
    made.scale.id = {"s"};
    made.scale.method = method;
    made.scale.minimum = minimum;
    made.scale.maximum = maximum;
    made.scale.least_answered = least;
    for (std::size_t i = 0; i < items; ++i) {
        Item item;
        item.id = {name(i)};
        made.module.items.push_back(item);
        made.scale.keys.push_back({item.id, false});
    }
    return made;
}

Answers answers(const Given& given) {
    Answers out;
    for (std::size_t i = 0; i < given.size(); ++i) {
        Answer answer = given[i] ? Answer(Chosen{*given[i]}) : Answer(Skipped{});
        out.emplace(ItemRef{{"m"}, {name(i)}}, answer);
    }
    return out;
}

Score scored(const Form& form, const Given& given) {
    return score(form.module, form.scale, answers(given));
}

bool same(const Score& one, const Score& two) {
    return one.value == two.value && one.answered == two.answered && one.band.has_value() == two.band.has_value() &&
           (!one.band || (one.band->low == two.band->low && one.band->high == two.band->high &&
                          one.band->standard_error == two.band->standard_error));
}

doctest::Approx near(double value) {
    return doctest::Approx(value).epsilon(1e-9);
}

Given random_answers(Dice& dice, std::size_t count, int minimum, int maximum, int skip_one_in) {
    Given given;
    for (std::size_t i = 0; i < count; ++i) {
        bool skip = dice.between(1, skip_one_in) == 1;
        given.push_back(skip ? std::nullopt : std::optional(dice.between(minimum, maximum)));
    }
    return given;
}

}
