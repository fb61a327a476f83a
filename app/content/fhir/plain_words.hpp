// Words of a Questionnaire as the kiosk shows them: no HTML, no Markdown, one line, letters composed.
#pragma once
#include "content/read/json_text.hpp"
#include <string>
#include <string_view>

namespace content {

// HTML loses its tags and has its characters named by entities; Markdown loses the signs that mark words, links and
// headings. What only looks like either stays: "<5 years", "2 * 3 * 4", "____".
std::string plain_words(std::string_view text);
// The same of XHTML or Markdown as such (extensions rendering-xhtml and rendering-markdown).
std::string words_at_key(const JsonPlace& place, const char* key); // "" when absent

// The name of an extension that says how a text is drawn and nothing else (rendering-style and its kin).
bool is_drawing_of_text(std::string_view url);
// The text at the key, or what its extension rendering-xhtml or rendering-markdown says where it has none. `element` is
// the key with "_" before it.
std::string words_or_drawn(const JsonPlace& place, const char* key, const char* element);

}
