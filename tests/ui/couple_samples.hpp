// The couple's screens around the questions, each in its states, with usual and with long names.
#pragma once
#include "model/visit/state.hpp"
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace samples {

struct Sample {
    std::string name;
    std::function<void(model::State&)> set;
};

struct Couple {
    std::string practice, therapist, a, b;
};
inline const Couple usual_couple{"Rivergate Counseling", "Dr. Okafor", "Maya", "Jordan"};
inline const Couple long_couple{"Rivergate Counseling and Family Therapy", "Dr. Maximiliana Featherstonehaugh",
                                "Maximiliana-Josefina", "Bartholomew-Alexander"};
inline const Couple couple_of_other_scripts{"Rivergate Counseling", "د. سمير حداد", "ליאור בן דוד", "王小明 😀"};
inline const Couple unnamed_couple{"Rivergate Counseling", "Dr. Okafor", "", ""};

model::Article article(std::string title);

model::State state_of(const Couple& couple);

model::Sitting sitting_of(const Couple& couple, model::PartStatus a, model::PartStatus b,
                          model::PartStatus joint = model::PartStatus::not_started);

model::SecretEntry typed(std::size_t letters);
model::SecretEntry refused(model::Refusal::Why why, int failures = 1);

model::screen::BeforeYouBegin before(const Couple& couple, model::Partner partner, std::size_t page,
                                     bool resumed = false, bool wish = false);

std::vector<Sample> couple_samples(const Couple& couple);

}
