// One person at one visit, as a row of each table for studies. Nothing in a row says who it is: no name, no chart code,
// no day unless days were asked for. An empty cell is a missing answer; a table beside it says why it is missing.
#pragma once
#include "report/study_variables.hpp"

namespace report {

struct StudyPart {
    std::string person, couple; // made up, the same in each export of a practice
    model::Partner partner = model::Partner::a;
    std::size_t number = 1;       // of the visit among the couple's
    core::WallTime first_visit{}; // of the couple
    const model::VisitRecord& visit;
    const model::PrivateRecord* opened = nullptr; // for the table of what is covered
    std::vector<std::string> names;               // left out of texts
};

std::string study_heading(const StudyBook& book);
std::string study_missing_heading();

struct StudyRow {
    std::string cells, missing; // lines of the two tables; empty: this person has none
};
// A part that could not be opened has a row that says so.
StudyRow study_row(const StudyBook& book, const StudyPart& part);

}
