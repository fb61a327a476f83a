// The desk's screens, each in its states.
#pragma once
#include "shown_samples.hpp"

namespace asking {

model::BoardPart answering();

model::BoardRow row(int id, model::SittingStatus status, model::BoardPart a, model::BoardPart b, bool long_names);

model::Board board(bool long_names = false, std::size_t copies = 1);

model::screen::Desk desk(bool long_names = false, std::size_t copies = 1);
model::screen::NewSitting new_sitting(bool long_names, bool typing);
model::screen::NewSitting second_sitting(bool long_names, bool asked);
model::screen::NewSitting full_sitting(bool long_names);
model::screen::WhoAsked who_asked(bool long_names);

// A forgotten passphrase, step by step.
model::screen::Recover recovering(bool long_names, model::screen::Recover::Step step);

std::vector<Sample> recover_samples(bool long_names);

std::vector<Sample> staff_samples(bool long_names);

}
