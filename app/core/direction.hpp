// The direction that a text runs in.
#pragma once
#include <string_view>

namespace core {

// By the first letter that has a direction and stands in no isolate (Unicode's UAX #9, rule P2): a sentence that begins
// with a name has the sentence's. False where no letter has one.
bool begins_at_right(std::string_view text);

}
