// sameside score: many people's answers to one form in, their scores out. Every row is checked before the first line is
// printed, so that a fault prints nothing; the file is read twice for that, and no answer is kept or copied.
#pragma once
#include "core/result.hpp"
#include "model/form/module.hpp"
#include <cstdio>
#include <string>
#include <vector>

namespace commands {

// What whoever reads the scores should know.
struct ScoreDoubts {
    std::vector<core::ScaleId> against;  // their reversed items run against the others: reversed before, or never
    std::vector<core::ItemId> not_there; // they decide what is asked and have no column
};

// Writes CSV: the columns of `answers` that name no scored item as they are, then for each scale its score, how many
// items were answered and the score's standard error ("<scale>", "<scale>.answered", "<scale>.se"); empty where there
// is none. A number reads back as the very same double. Fails as content::AnswersFile does, with bad_content for a form
// without scales or a column of the file that has a scale's name, and with io when `out` cannot be written.
core::Result<ScoreDoubts> score_answers(const model::Module& module, const std::string& answers, std::FILE* out);

// The command: 0, or 2 with what is wrong on standard error and nothing on standard output.
int run_score(const std::string& module_file, const std::string& answers);

}
