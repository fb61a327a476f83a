#include "simulated_people.hpp"

namespace model_tests {

Person a_person(Chance& chance, const Population& population) {
    Person person;
    do {
        person.truth = chance.normal(population.mean, population.deviation);
    } while (person.truth < 1 || person.truth > 7);
    do {
        person.item_noise = population.item_noise * chance.normal(1, population.noise_differs);
    } while (person.item_noise < 0.3);
    return person;
}

int on_the_scale(double answer) {
    return static_cast<int>(std::clamp(std::round(answer), 1.0, 7.0));
}

Given answers_of(Chance& chance, const Person& person, std::size_t items) {
    Given given;
    for (std::size_t i = 0; i < items; ++i)
        given.push_back(on_the_scale(chance.normal(person.truth, person.item_noise)));
    return given;
}

Person on_a_day(Chance& chance, Person person, const Population& population) {
    person.truth += chance.normal(0, population.mood);
    return person;
}

ErrorFloor no_floor() {
    return {.value = 0, .day = 0, .source = "none"};
}

}
