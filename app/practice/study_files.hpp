// Everybody whose answers a therapist can read, in tables for studies that name nobody. A row at a time: of a person
// who was written nothing stays in memory. What cannot be logged in the audit log is not read.
#pragma once
#include "practice/case_reader.hpp"
#include "practice/effect_context.hpp"
#include "report/study_variables.hpp"

namespace practice {

struct StudyPlan {
    std::filesystem::path to; // a folder that is there
    bool with_private = false;
    report::StudyScope scope;
    std::shared_ptr<const model::Content> source; // in the source language, by which wordings are told apart
    model::Locale locale;                         // what the codebook is written in
};

struct StudyFiles {
    std::vector<std::filesystem::path> files;
    std::size_t couples = 0, rows = 0;
    std::size_t refused = 0;  // parts that could not be opened: their rows say so
    std::size_t left_out = 0; // couples that could not be read at all
};

// "study.csv", "study missing.csv" and "study times.csv"; with private answers "study private.csv" and "study private
// missing.csv", in which nobody has a partner; "study codebook.csv", "datapackage.json", "study.R", "study.sps". All
// are whole or none is there; older ones are replaced. Rows come in the order of the ids, which is nobody's. Fails with
// invalid_state while no therapist is unlocked; as the store and the writers of report/ do.
[[nodiscard]] core::Result<StudyFiles> write_study(EffectContext& context, const StudyPlan& plan);

}
