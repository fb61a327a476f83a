// Forms and answers for the tests of scoring.
#pragma once
#include "model/scoring/scoring.hpp"
#include <doctest/doctest.h>
#include <random>

namespace model_tests {

using namespace model;

std::string name(std::size_t i);

// A module "m" with items q1..qn on [minimum, maximum] and one scale over all of them.
struct Form {
    Module module;
    Scale scale;
};

Form form(std::size_t items, int minimum, int maximum, std::size_t least, Method method = Method::mean);

using Given = std::vector<std::optional<int>>;

Answers answers(const Given& given);

Score scored(const Form& form, const Given& given);

bool same(const Score& one, const Score& two);

doctest::Approx near(double value);

struct Dice {
    std::mt19937 engine{4711}; // fixed seed: the same forms every time
    int between(int low, int high) { return std::uniform_int_distribution(low, high)(engine); }
};

Given random_answers(Dice& dice, std::size_t count, int minimum, int maximum, int skip_one_in);

}
