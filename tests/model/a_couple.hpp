// A made-up couple with one visit: what both answered, released and agreed on, at random or as a test sets it.
#pragma once
#include "model/case/records.hpp"
#include "model/case/together.hpp"
#include <random>

namespace model_tests {

using namespace model;

Item a_choice(const std::string& id, bool is_private = false);

Scale a_scale(const std::string& id, const std::vector<std::string>& items);

// side: two scales and a private item; connect: a map; wear: two elements and a private one; closed: scored, and not
// shareable; safe: private; mission: two texts and a private one.
Content couple_content();

ItemRef ref(const std::string& module, const std::string& item);

CaseFile an_empty_case();
PartContent& part(CaseFile& file, Partner partner);

void choose(CaseFile& file, Partner partner, const std::string& module, const std::vector<std::string>& items,
            int value);
void share(CaseFile& file, Partner partner, const std::string& form);

using Random = std::mt19937;
int between(Random& random, int low, int high);

bool keeps_private(const Content& content, const ItemRef& item);

Answer a_random_answer(const Item& item, Random& random);

// Answers everything that `which` holds for again.
template<class Which>
void answer_again(const Content& content, CaseFile& file, Random& random, Which which) {
    for (const auto partner : {Partner::a, Partner::b})
        for (const auto& [id, module] : content.modules)
            for (const auto& item : module.items)
                if (which(partner, module, item))
                    part(file, partner).answers[{id, item.id}] = a_random_answer(item, random);
}

CaseFile a_random_case(const Content& content, unsigned seed);

}
