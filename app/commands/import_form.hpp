// `sameside content import-fhir`: a Questionnaire becomes a module file, and what it lost is said on stderr.
#pragma once
#include <string>
#include <vector>

namespace commands {

struct ImportPlan {
    std::string file;
    std::string to; // a new file, whose name becomes the module's id; empty: standard output
    bool is_private = false;
    std::vector<std::string> value_sets; // files with what the form names and does not contain
};

// The exit status: 0, or 2 with the reasons on stderr and nothing written.
int run_import(const ImportPlan& plan);

}
