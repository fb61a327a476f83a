#include "model/scoring/student_t.hpp"
#include <cmath>
#include <doctest/doctest.h>
#include <utility>
#include <vector>

using namespace model;

TEST_CASE("Student's t agrees with the printed table") {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975.
    const std::vector<std::pair<int, double>> table{
        {1, 12.706}, {2, 4.303},  {3, 3.182},  {4, 2.776},  {5, 2.571},  {6, 2.447},  {7, 2.365},
        {8, 2.306},  {9, 2.262},  {10, 2.228}, {11, 2.201}, {12, 2.179}, {13, 2.160}, {14, 2.145},
        {15, 2.131}, {16, 2.120}, {17, 2.110}, {18, 2.101}, {19, 2.093}, {20, 2.086}, {21, 2.080},
        {22, 2.074}, {23, 2.069}, {24, 2.064}, {25, 2.060}, {26, 2.056}, {27, 2.052}, {28, 2.048},
        {29, 2.045}, {30, 2.042}, {40, 2.021}, {60, 2.000}, {100, 1.984}};
    for (const auto& [degrees, quantile] : table) {
        CAPTURE(degrees);
        CHECK(std::abs(student_t_975(degrees) - quantile) < 0.00051);
    }
    // One degree is the Cauchy distribution: tan(0.475 pi). Two: sqrt(2) * 0.95 / sqrt(1 - 0.95^2).
    CHECK(student_t_975(1) == doctest::Approx(12.7062047361747).epsilon(1e-9));
    CHECK(student_t_975(2) == doctest::Approx(4.30265272974946).epsilon(1e-9));
    CHECK(std::abs(student_t_975(100'000) - 1.959963985) < 3e-5);
}
