// What somebody of a demo's stories answers, item by item: what they were given to say, and what follows from their
// mood for all else. The same each time.
#pragma once
#include "model/case/records.hpp"
#include "rehearsal/demo_stories.hpp"

namespace rehearsal {

struct AnswersOf { // whose, and where
    const Teller& teller;
    std::string_view language;
    std::vector<std::string> read_back = {};
    core::WallTime from;
    unsigned seed = 0;
};
model::PartContent part_of_story(const model::Content& content, const model::Packet& packet, const AnswersOf& whose);

}
