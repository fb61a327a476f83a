// The floors that are borrowed, held against the answers of 300 people that they are borrowed from.
#include "model/scoring/error_floor.hpp"
#include "simulated_people.hpp"
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace model_tests;

namespace {

constexpr int lowest = 1, highest = 5;
constexpr std::size_t items = 36;
constexpr double to_seven = 6.0 / 4; // from 1..5 to 1..7

// One person's answers to the 18 items of one scale, after reversing; people who skipped one of them are left out.
using Sheet = std::vector<int>;

std::vector<Sheet> read_people(const std::string& path) {
    const std::set<std::size_t> reversed{3, 15, 19, 22, 25, 27, 29, 31, 33, 35};
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::vector<Sheet> sheets;
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string cell;
        std::getline(cells, cell, ',');
        Sheet odd, even;
        for (std::size_t item = 1; item <= items && std::getline(cells, cell, ','); ++item) {
            const int answer = std::stoi(cell);
            if (answer == 0) continue;
            (item % 2 == 1 ? odd : even).push_back(reversed.contains(item) ? lowest + highest - answer : answer);
        }
        for (auto& sheet : {odd, even})
            if (sheet.size() == items / 2) sheets.push_back(sheet);
    }
    return sheets;
}

double mean_of(const Sheet& sheet) {
    double sum = 0;
    for (const int answer : sheet)
        sum += answer;
    return sum / static_cast<double>(sheet.size());
}

double variance_of(const Sheet& sheet) {
    double sum = 0;
    for (const int answer : sheet)
        sum += (answer - mean_of(sheet)) * (answer - mean_of(sheet));
    return sum / static_cast<double>(sheet.size() - 1);
}

// Whoever answered would answer so again: each answer is drawn from their own 18, whose mean is their true score.
double covered(const std::vector<Sheet>& sheets, std::size_t count, bool with_floor) {
    Chance chance(static_cast<unsigned>(count));
    Form made = form(count, lowest, highest, count);
    if (!with_floor) made.scale.error_floor = no_floor();
    Share held;
    for (int round = 0; round < 10; ++round)
        for (const auto& sheet : sheets) {
            Given given;
            for (std::size_t i = 0; i < count; ++i)
                given.push_back(sheet[chance.below(sheet.size())]);
            const Score result = scored(made, given);
            const double truth = mean_of(sheet);
            held.add(result.band->low <= truth + 1e-9 && truth <= result.band->high + 1e-9);
        }
    return held.value();
}

}

TEST_CASE("the floors are those of real people, whose true scores the band holds in 93 to 97 of 100") {
    const char* folder = std::getenv("SAMESIDE_REFERENCE_DATA");
    if (!folder) {
        MESSAGE("skipped, SAMESIDE_REFERENCE_DATA is not set: the floors were not held against real people");
        return;
    }
    const auto sheets = read_people(std::string(folder) + "/ecr-fixture.csv");
    REQUIRE(sheets.size() > 500);
    double variance = 0;
    for (const auto& sheet : sheets)
        variance += variance_of(sheet) / static_cast<double>(sheets.size());
    const double differ = to_seven * std::sqrt(variance); // the difference between items included
    CHECK(differ > 1.45);
    CHECK(differ < 1.6);
    for (const std::size_t count : {3U, 4U, 7U, 12U}) {
        CAPTURE(count);
        const Form made = form(count, 1, 7, count);
        CHECK(borrowed_floor(made.scale).value == doctest::Approx(1.45 / std::sqrt(count)).epsilon(0.05));
        const double share = covered(sheets, count, true);
        CAPTURE(share);
        CHECK(share >= 0.93);
        CHECK(share <= 0.97);
        CHECK(covered(sheets, count, false) < 0.93);
    }
}
