// What a start of the kiosk writes down about its content.
#pragma once
#include "practice/kept_forms.hpp"
#include "practice/practice_data.hpp"

namespace practice {

// 16 hexadecimal digits that tell one state of the content, in all its languages, from another.
std::string content_mark(const World& world);

// "content-changed" in the audit log, with the content's mark, when it is another than the last one there; and the
// forms of parts that were begun before forms were kept.
[[nodiscard]] core::Done note_content(PracticeData& data, const World& world);

}
