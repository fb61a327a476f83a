// Whether a scale's reversed items run with its other items over many people. A file that was reversed before it came
// and is reversed again gives scores that look like any others; only this shows it.
#pragma once
#include <cstddef>

namespace model {

class Direction {
public:
    static constexpr std::size_t least_people = 50; // fewer show chance
    static constexpr double against_below = -0.3;   // items of one scale go together: far from any honest form

    // One person's mean of the reversed items and of the others, both after reversing.
    void add(double reversed, double others);
    // Pearson's correlation of the two; 0 with fewer than least_people or where one of them never differs.
    double correlation() const;
    bool runs_against() const { return correlation() < against_below; }

private:
    std::size_t m_people = 0;
    double m_mean_x = 0, m_mean_y = 0;
    double m_xx = 0, m_yy = 0, m_xy = 0; // sums of products of deviations
};

}
