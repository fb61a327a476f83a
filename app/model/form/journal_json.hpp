// Inside of the journal: answers as JSON. What is not as it was written throws, and journal.cpp turns that into an
// error.
#pragma once
#include "model/form/journal.hpp"
#include <nlohmann/json.hpp>

namespace model {

using nlohmann::json;

template<class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// A whole number; anything else throws. The library would cast a fraction, or a number of any size, to what is left of
// it.
std::int64_t whole(const json& value);

json to_json(const Answer& answer);
Answer answer_of(const json& value);

}
