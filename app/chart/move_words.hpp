// Who makes which move more, in words: the same on the screen and on paper.
#pragma once
#include "chart/picture.hpp"
#include "model/case/moves.hpp"

namespace chart {

std::string move_title(const model::Move& move, const std::string& name); // "Presses · Maya"
// One sentence a move, whether the two of them see it alike.
std::vector<std::string> move_words(const model::Moves& moves, const Names& names);
// How such a picture is read.
std::string moves_guide();

}
