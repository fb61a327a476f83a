// How long the people of a practice took for each form, and for each kind of item in it. A person counts once, by the
// first visit whose times were kept. What is told of fewer than thirty is nothing.
#pragma once
#include "model/case/time_taken.hpp"
#include <set>

namespace model {

struct FormTimes {
    core::ModuleId form;
    std::string version;
    struct Row {
        std::optional<ItemKind> kind; // none: the whole form, from its first answer to its last
        std::size_t people = 0;
        core::Milliseconds median{0}; // of a kind: of each person's own median
    };
    std::vector<Row> rows; // the form, then its kinds in the order of the enum; none is empty
};

// Keeps how long each took and nothing of who they were or what they said.
class TimeSums {
public:
    using Counted = std::set<std::string>; // forms that a person was counted for

    void add(const Module& form, const Answers& answers, const FirstTimes& times, Counted& counted);
    std::vector<FormTimes> told() const; // by form and version

private:
    struct Form {
        std::vector<core::Milliseconds> whole;
        TimesOfKinds kinds;
    };
    std::map<std::pair<core::ModuleId, std::string>, Form> m_forms;
};

}
