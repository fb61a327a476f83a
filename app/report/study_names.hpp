// Names of columns that R, SPSS and Stata take as they are. For the files of this folder alone.
#pragma once
#include "report/study_variables.hpp"

namespace report {

class StudyNames {
public:
    explicit StudyNames(const std::vector<StudyVariable>& heads); // whose names are taken
    // The variable's own where it is free, else with a digest of `key` behind it. The same for the same key, as long as
    // whoever comes before it does.
    std::string take(const StudyVariable& variable, const std::string& key);

private:
    std::set<std::string> m_taken;
};

}
