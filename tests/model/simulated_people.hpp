// People who are made up, with a true score of their own, who answer a form on 1 to 7. How much their answers differ is
// as in a public file; see real_people_test.cpp, which holds it against that file.
#pragma once
#include "a_form.hpp"
#include <cmath>
#include <numbers>

namespace model_tests {

// The same numbers on every machine: std::normal_distribution is each library's own.
class Chance {
public:
    explicit Chance(unsigned seed) : m_engine(seed) {}

    // More than 0, and at most 1.
    double share() { return (static_cast<double>(m_engine()) + 1) / 4294967296.0; }
    std::size_t below(std::size_t count) {
        return std::min(static_cast<std::size_t>(share() * static_cast<double>(count)), count - 1);
    }
    // Box and Muller, A note on the generation of random normal deviates (1958).
    double normal(double mean, double deviation) {
        const double length = std::sqrt(-2 * std::log(share()));
        return mean + deviation * length * std::cos(2 * std::numbers::pi * share());
    }

private:
    std::mt19937 m_engine;
};

// On 1 to 7. The file's people have means of 3.4 and 4.2 with standard deviations of 1.2 and 1.3 (18 items each).
struct Population {
    double mean = 3.8, deviation = 1.25;
    double item_noise = 1.5;     // before rounding; the answers of one person then differ by 1.39, the items apart
    double noise_differs = 0.25; // from one person to the next, as a share of it
    double mood = 0.4;           // of one day
};

struct Person {
    double truth = 0; // from 1 to 7
    double item_noise = 0;
};

Person a_person(Chance& chance, const Population& population = {});

int on_the_scale(double answer);

Given answers_of(Chance& chance, const Person& person, std::size_t items);

// The same person on one day.
Person on_a_day(Chance& chance, Person person, const Population& population = {});

ErrorFloor no_floor();

struct Share {
    std::size_t of = 0, held = 0;
    void add(bool holds) {
        ++of;
        held += holds ? 1 : 0;
    }
    double value() const { return static_cast<double>(held) / static_cast<double>(of); }
};

}
