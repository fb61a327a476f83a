// What says what is in the tables for studies: a codebook for people, the same for programs (Frictionless Data Package
// 2.0, datapackage.org), and what reads the tables with all labels into R and SPSS.
#pragma once
#include "report/study_variables.hpp"
#include <span>

namespace report {

struct StudyFile { // a table, and the one that says why its cells are empty
    const StudyBook& book;
    std::string file, missing_file; // the latter may be empty
};

std::string study_codebook(std::span<const StudyFile> files);
std::string study_package(std::span<const StudyFile> files);
std::string study_r(std::span<const StudyFile> files);
std::string study_spss(std::span<const StudyFile> files);

// "study private.csv": "study_private", as R calls the table.
std::string study_table_name(const std::string& file);

}
