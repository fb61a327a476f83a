// What both answered to the same questions of a visit, beside each other. Nothing private is in it.
#pragma once
#include "model/case/records.hpp"

namespace model {

struct Beside {
    struct Row {
        const Module* module = nullptr; // of the visit's forms
        const Item* item = nullptr;
        OfBoth<bool> asked{};                         // of each of the two
        OfBoth<const Answer*> answers{};              // none: not come to; they live as long as the whole
        OfBoth<std::optional<std::string>> persons{}; // whom each of the two named, where it is about somebody
        std::optional<double> apart; // 0: the same answer, 1: as far as can be; none where there is no telling
    };
    OfBoth<std::optional<Answers>> given; // none: no part that could be read
    std::vector<Row> rows;                // form by form, in the order they were asked

    Beside() = default;
    Beside(Beside&&) = default;
    Beside& operator=(Beside&&) = default;
};
Beside beside_each_other(const Content& today, const VisitRecord& visit);

// Of what can be told apart: the furthest first, ties in the order asked.
std::vector<const Beside::Row*> furthest_first(const Beside& beside);

}
