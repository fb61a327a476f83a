// Where a person's two scores lie on a module's map, and how far they may be off.
#pragma once
#include "model/scoring/scoring.hpp"

namespace model {

enum class Region { low_low, low_high, high_low, high_high }; // x first

// The semi-axes are 2.448 standard errors: sqrt of chi-square's 0.95 quantile with 2 degrees of freedom, 5.991, so that
// the ellipse holds both errors jointly with 95 %.
inline constexpr double joint_95 = 2.448;

struct MapPosition {
    double x = 0;
    double y = 0;
    double semi_x = 0;
    double semi_y = 0;
    std::vector<Region> touched; // every region the ellipse reaches, nearest first; the point's own is the first
};

// The lines stand at the middle of each scale; a point on a line belongs to both sides. Nothing when the module has no
// map, the map names a scale that is not there, or one of the two has no score or no band.
std::optional<MapPosition> position_on_map(const Module& module, const Answers& answers);

const std::string& region_name(const Map& map, Region region);

}
