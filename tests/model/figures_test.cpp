// The practice's own figures of a scale. figures/figures.csv holds what figures/figures.R says of figures/answers.csv,
// run with R 4.2.2 and psych 2.2.9; where R with psych is on this machine it is asked again.
#include "model/scoring/figures.hpp"
#include "model/scoring/one_factor.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

using namespace model;

namespace {

const std::string folder = std::string(SAMESIDE_SOURCE_DIR) + "/tests/model/figures/";
constexpr std::size_t six = 6;

std::map<std::string, double> named_values(std::istream& in) {
    std::map<std::string, double> values;
    for (std::string line; std::getline(in, line);)
        if (const auto comma = line.find(','); comma != std::string::npos)
            values[line.substr(0, comma)] = std::stod(line.substr(comma + 1));
    return values;
}

// Sixty people, six items on 1..7, answered twice.
ScaleSums sums_of_the_file() {
    std::ifstream in(folder + "answers.csv");
    std::string line;
    std::getline(in, line); // names
    ScaleSums sums(six);
    while (std::getline(in, line)) {
        std::stringstream cells(line);
        std::vector<double> answers;
        for (std::string cell; std::getline(cells, cell, ',');)
            answers.push_back(std::stod(cell));
        REQUIRE(answers.size() == 2 * six);
        double first = 0, second = 0;
        for (std::size_t i = 0; i < six; ++i) {
            first += answers[i] / six;
            second += answers[six + i] / six;
        }
        sums.add_score(first);
        sums.add_items(std::span(answers).first(six));
        sums.add_again(first, second, 30);
    }
    return sums;
}

// As figures.R names them.
std::map<std::string, double> our_values() {
    const auto figures = figures_of(sums_of_the_file());
    REQUIRE((figures.scores && figures.items && figures.again));
    std::map<std::string, double> values{{"mean", figures.scores->mean}, {"sd", figures.scores->deviation}};
    const auto put = [&](const std::string& name, const std::optional<Estimate>& estimate) {
        REQUIRE_MESSAGE(estimate.has_value(), name);
        values[name] = estimate->value;
        values[name + ".low"] = estimate->low;
        values[name + ".high"] = estimate->high;
    };
    put("alpha", figures.items->alpha);
    put("omega", figures.items->omega);
    put("icc", figures.again->icc);
    for (std::size_t i = 0; i < six; ++i)
        values["item_rest" + std::to_string(i + 1)] = figures.items->item_rest[i].value();
    return values;
}

void compare(std::map<std::string, double> theirs) {
    const auto alone = theirs.extract("omega.by_psych_alone");
    REQUIRE_FALSE(alone.empty());
    CHECK(std::abs(alone.mapped() - our_values().at("omega")) < 1e-6);
    CHECK(theirs.size() == our_values().size());
    for (const auto& [name, value] : our_values())
        CHECK_MESSAGE(std::abs(value - theirs.at(name)) < 1e-6, name, ": ours ", value, ", theirs ", theirs.at(name));
}

// Answers of one factor with noise, in whole numbers from 1 to `most`: a person's items run alike as `loading` says.
Covariances simulated(std::mt19937_64& random, std::size_t people, std::size_t items, double loading, double most) {
    std::normal_distribution<double> normal;
    Covariances sums(items);
    std::vector<double> answers(items);
    for (std::size_t person = 0; person < people; ++person) {
        const double factor = normal(random);
        for (auto& answer : answers) {
            const double exact = loading * factor + std::sqrt(1 - loading * loading) * normal(random);
            answer = std::clamp(std::round((most + 1) / 2 + exact * most / 5), 1.0, most);
        }
        sums.add(answers);
    }
    return sums;
}

}

TEST_CASE("the figures are those of R's psych to one in a million") {
    std::ifstream in(folder + "figures.csv");
    compare(named_values(in));
}

TEST_CASE("R with psych, where it is, says the same today") {
    if (std::system("Rscript -e 'library(psych)' >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: R with its package psych is not on this machine (r-base-core, r-cran-psych)");
        return;
    }
    FILE* pipe = ::popen(fmt::format("Rscript '{0}figures.R' '{0}answers.csv' 2>/dev/null", folder).c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    char buffer[4096];
    for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        said.append(buffer, got);
    ::pclose(pipe);
    std::stringstream lines(said);
    compare(named_values(lines));
}

TEST_CASE("a published table is met: the first two judges of Shrout and Fleiss, 1979, table 2") {
    Covariances scores(2);
    const double judged[][2] = {{9, 2}, {6, 1}, {8, 4}, {7, 1}, {10, 5}, {6, 2}};
    for (const auto& both : judged)
        scores.add(both);
    const auto icc = retest_of(scores);
    REQUIRE(icc);
    // psych::ICC(cbind(c(9, 6, 8, 7, 10, 6), c(2, 1, 4, 1, 5, 2)), lmer = FALSE), row ICC2
    CHECK(icc->value == doctest::Approx(0.125654450262).epsilon(1e-9));
    CHECK(icc->low == doctest::Approx(-0.023653221543).epsilon(1e-6));
    CHECK(icc->high == doctest::Approx(0.599851484038).epsilon(1e-6));
}

TEST_CASE("three items have an omega by hand, and a scale of two has none") {
    // Correlations .6, .5 and .4 with variances 1: the loadings are sqrt(.6 * .5 / .4) and so on.
    Covariances items(3);
    const double root = std::sqrt(1 - 0.36), third[] = {0.5, (0.4 - 0.3) / root, 0};
    const double rest = std::sqrt(1 - third[0] * third[0] - third[1] * third[1]);
    for (int sign = 0; sign < 8; ++sign) {
        const double a = sign & 1 ? 1 : -1, b = sign & 2 ? 1 : -1, c = sign & 4 ? 1 : -1;
        const double answers[] = {a, 0.6 * a + root * b, third[0] * a + third[1] * b + rest * c};
        items.add(answers);
    }
    const auto fit = one_factor(items);
    REQUIRE(fit);
    const double by_hand[] = {std::sqrt(0.6 * 0.5 / 0.4), std::sqrt(0.6 * 0.4 / 0.5), std::sqrt(0.5 * 0.4 / 0.6)};
    double common = 0, own = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(fit->loadings[i] == doctest::Approx(by_hand[i]).epsilon(1e-9));
        common += by_hand[i];
        own += 1 - by_hand[i] * by_hand[i];
    }
    CHECK(fit->omega == doctest::Approx(common * common / (common * common + own)).epsilon(1e-9));
    Covariances two(2);
    for (const auto& answers : {std::array{1.0, 2.0}, std::array{3.0, 3.0}, std::array{5.0, 6.0}})
        two.add(answers);
    CHECK(alpha_of(two));
    CHECK_FALSE(omega_of(two));
}

TEST_CASE("what cannot be told is not told: an item that all answered alike, one that is the factor, nobody") {
    std::mt19937_64 random(7);
    Covariances constant(4), copied(3);
    std::normal_distribution<double> normal;
    for (int person = 0; person < 50; ++person) {
        const double one = normal(random), other = normal(random);
        const double answers[] = {one, one + other, one - normal(random), 4};
        constant.add(answers);
        const double with_copy[] = {one, one + 0.7 * other, one - 0.7 * other}; // the first is all that they share
        copied.add(with_copy);
    }
    CHECK_FALSE(omega_of(constant));
    CHECK(alpha_of(constant));
    CHECK_FALSE(item_rest_of(constant)[3]);
    CHECK_FALSE(omega_of(copied));
    CHECK_FALSE(alpha_of(Covariances(4)));
    CHECK_FALSE(omega_of(Covariances(4)));
    CHECK_FALSE(retest_of(Covariances(2)));
    Covariances alike(2);
    for (int person = 0; person < 40; ++person)
        alike.add(std::array{4.0, 4.0});
    CHECK_FALSE(retest_of(alike));
}

TEST_CASE("the ranges of omega and alpha hold the truth in 93 to 97 of 100 practices") {
    std::mt19937_64 random(20261129);
    for (const double loading : {0.5, 0.7}) {
        // What the same answers, rounded to 1..7, have over very many people.
        const auto truth = simulated(random, 400'000, 6, loading, 7);
        const double omega = omega_of(truth).value().value, alpha = alpha_of(truth).value().value;
        for (const std::size_t people : {std::size_t{30}, std::size_t{100}}) {
            constexpr int practices = 1000;
            int omega_held = 0, alpha_held = 0, omegas = 0;
            for (int practice = 0; practice < practices; ++practice) {
                const auto sums = simulated(random, people, 6, loading, 7);
                const auto by_alpha = alpha_of(sums).value();
                alpha_held += by_alpha.low <= alpha && alpha <= by_alpha.high ? 1 : 0;
                const auto by_omega = omega_of(sums);
                if (!by_omega) continue;
                ++omegas;
                omega_held += by_omega->low <= omega && omega <= by_omega->high ? 1 : 0;
            }
            const double of_omegas = 100.0 * omega_held / omegas, of_alphas = 100.0 * alpha_held / practices;
            CHECK_MESSAGE((of_omegas >= 92.5 && of_omegas <= 97.5), "omega, ", people, " people, loadings ", loading,
                          ": ", of_omegas, " % of ", omegas);
            CHECK_MESSAGE((of_alphas >= 92.5 && of_alphas <= 97.5), "alpha, ", people, " people, loadings ", loading,
                          ": ", of_alphas, " %");
        }
    }
}

TEST_CASE("nothing is told of fewer than thirty people") {
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    ScaleSums sums(3);
    for (int person = 1; person <= 31; ++person) {
        const double answers[] = {normal(random), normal(random), normal(random)};
        sums.add_score(answers[0]);
        if (person > 1) sums.add_items(answers);
        sums.add_again(answers[0], answers[1], person);
        const auto figures = figures_of(sums);
        CHECK(figures.scores.has_value() == (person >= 30));
        CHECK(figures.items.has_value() == (person >= 31));
        CHECK(figures.again.has_value() == (person >= 30));
        if (person != 30) continue;
        CHECK(figures.again->median_days == 15.5);
        CHECK(figures.again->least_days == 1);
        CHECK(figures.again->most_days == 30);
    }
}

TEST_CASE("a part is told only where what is left of all is nobody, or thirty people more") {
    using Told = std::vector<bool>;
    CHECK(may_be_told(80, {40, 40}) == Told{true, true});
    CHECK(may_be_told(80, {50, 30}) == Told{true, true});
    CHECK(may_be_told(80, {51, 29}) == Told{false, false}); // 29 would be all less 51
    CHECK(may_be_told(90, {50, 35}) == Told{true, false});  // 5 answered in both: 40 are left
    CHECK(may_be_told(40, {40, 0}) == Told{true, false});
    CHECK(may_be_told(62, {31, 30}) == Told{true, false});
    CHECK(may_be_told(0, {}).empty());
}

TEST_CASE("a form's own error comes from people who were asked again, else from its items") {
    ScaleFigures figures;
    CHECK_FALSE(own_error(figures));
    figures.scores = {40, 4.5, 1.2};
    CHECK_FALSE(own_error(figures));
    figures.items = ItemFigures{.people = 38, .omega = {}, .alpha = Estimate{0.85, 0.8, 0.9}, .item_rest = {}};
    CHECK(own_error(figures)->reliability == 0.85);
    CHECK_FALSE(own_error(figures)->by_retest);
    figures.again = RetestFigures{.people = 31, .icc = Estimate{0.7, 0.5, 0.8}};
    CHECK(own_error(figures)->reliability == 0.7);
    CHECK(own_error(figures)->by_retest);
    CHECK(own_error(figures)->deviation == 1.2);
    figures.again->icc->value = -0.1;
    CHECK(own_error(figures)->reliability == 0.85);
    figures.items->alpha->value = -0.2;
    CHECK_FALSE(own_error(figures));
}
