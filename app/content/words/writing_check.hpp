// The rules of writing, run over everything a partner reads. A form whose words are not the practice's to change
// (fixed_wording) is noted and never refused.
#pragma once
#include "content/words/writing_words.hpp"
#include "model/form/module.hpp"

namespace content {

struct WritingFigures { // of one file
    std::string file;
    std::size_t words = 0;        // read before and between the questions, or in the article
    double hardest = 0;           // reading level of its hardest text
    bool has_level = false;       // has such a text
    std::size_t longest_item = 0; // words; 0: no item
    std::string longest_id;
};

struct WritingReport {
    std::vector<WritingFigures> figures;
    std::vector<std::string> breaches; // "file: key: rule"
    std::vector<std::string> notes;    // the same, of a form with fixed wording
};

// `content` in the language that the rules are of: the source, or a translation put in its place.
WritingReport check_writing(const model::Content& content, const WritingRules& rules);

// The figures as a table, a line for each file.
std::string writing_table(const std::vector<WritingFigures>& figures, const WritingRules& rules);

}
