// Every screen in its states, with the content and the practice that it is shown with.
#pragma once
#include "answer_samples.hpp"
#include "opened_case.hpp"
#include "staff_samples.hpp"
#include "support/some_figures.hpp"
#include "together_samples.hpp"
#include <algorithm>

namespace every {

struct Shown {
    std::string name;
    model::State state;
};

// Screens that are shown with the same content and practice.
class Group {
public:
    Group(std::vector<Shown>& all, model::State base) : m_all(all), m_base(std::move(base)) {
        m_base.appearance.reduced_motion = true;
    }
    void add(std::string name, model::Screen screen) {
        m_all.push_back({std::move(name), m_base});
        m_all.back().state.screen = std::move(screen);
    }
    void add(const samples::Sample& sample) {
        m_all.push_back({sample.name, m_base});
        sample.set(m_all.back().state);
    }

private:
    std::vector<Shown>& m_all;
    model::State m_base;
};

// A form's beginning may be longer than a page.
void add_shipped_forms(std::vector<Shown>& all);

void add_the_couples(std::vector<Shown>& all);

// The disk is slow, or refused the last answer.
void add_what_is_being_saved(std::vector<Shown>& all);

void add_the_list(Group& therapist);

void add_cases(Group& therapist);

void add_figures(Group& therapist);

void add_together(Group& therapist);

void add_pictures(std::vector<Shown>& all);

const std::vector<Shown>& screens();

}
