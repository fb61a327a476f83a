// The made-up couples of a demo: who came when, what each of them said, and what they agreed on. Nobody's own story.
#pragma once
#include "model/form/answer.hpp"
#include <string_view>

namespace rehearsal {

struct Said { // in their own words
    std::string_view item, words;
};
struct Told { // a choice's value, or a number; of one with two directions, both; of several choices, one line each
    std::string_view item;
    int value;
    int from_me = 0;
};

// Where somebody stands, 0 to 1; what they were not given to say follows from it.
struct Mood {
    double team;            // alone .. on one side with the other
    double anxious = 0.35;  // at ease .. on guard
    double avoidant = 0.35; // open .. by themselves
    double worn = 0.25;     // how often what wears a bond down comes from the other, and nearly as often back
};

enum class Until { sealed, parked, closed, waiting }; // how far somebody came

struct Teller {
    Mood mood;
    std::vector<Said> said = {};
    std::vector<Told> told = {};
    Until until = Until::sealed;
    bool would_like_a_word = false;
};

struct Mission {
    std::vector<model::Sentence> sentences;
    std::string_view last_before =
        {}; // how the last sentence stood a while before they agreed; empty: so from the start
};

struct StoryVisit {
    std::string_view packet;
    int days_ago; // 0: now
    std::optional<Teller> a, b;
    Mission mission = {};
    bool read = true;           // by their therapist since
    std::string_view note = {}; // the therapist's own, where it was read
};

struct Story {
    std::string_view chart_code, a, b, language;
    std::size_t therapist = 0;
    std::vector<StoryVisit> visits = {};
    bool read_back = false; // what they agreed on, at the visits after it
};

std::vector<Story> stories_of_three_visits();
std::vector<Story> shorter_stories();
std::vector<Story> all_stories();

}
