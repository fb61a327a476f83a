// Many walks, one after the other, each with a seed of its own; the shortest walk that still finds what one found.
#pragma once
#include "walk/walk.hpp"

namespace walk {

struct Found {
    std::string rule, how;
    Path path; // up to the step that found it
    std::vector<std::string> log;
};

class Course {
public:
    Course(); // makes the practices that walks begin in

    // Nothing when all is well on it.
    std::optional<Found> run(const Path& path);
    // Steps are left out, as long as the rest of them still breaks the same rule.
    Found shortened(Found found);
    const Count& count() const { return m_count; }

private:
    Prepared fresh() const;
    // Somebody means well on it until `done`.
    Prepared led_on(const Prepared& from, std::uint32_t seed, const std::function<bool(const Walk&)>& done);
    std::vector<Prepared> m_practices;
    Count m_count;
};

std::string last_steps(const std::vector<std::string>& log); // a line each

// Every page that a walk is to come to; those of the list that it did not.
std::vector<std::string> never_reached(const Count& count);

}
