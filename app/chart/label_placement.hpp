// Finds where words can stand in a picture that has points and outlines in it. For the files of this folder alone.
#pragma once
#include "chart/strokes.hpp"
#include <optional>

namespace chart {

class FreePlace {
public:
    explicit FreePlace(Box within) : m_within(within) {}

    void keep_off(Box box) { m_taken.push_back(box); }
    void avoid(const Ellipse& ellipse) { m_ellipses.push_back(ellipse); }

    // The first of these that covers nothing and crosses no outline, else the first that covers nothing.
    std::optional<Box> first(const std::vector<Box>& wanted) const;
    // Outside its own ellipse and close to it, at home and outside the others' where there is room.
    std::optional<Box> beside(std::size_t own, float width, float height, const Box& home) const;

private:
    bool is_free(const Box& box) const;
    std::vector<Box> around(const Ellipse& ellipse, float width, float height) const;

    Box m_within;
    std::vector<Box> m_taken;
    std::vector<Ellipse> m_ellipses;
};

bool holds(const Box& outer, const Box& inner);
bool overlap(const Box& a, const Box& b);

}
