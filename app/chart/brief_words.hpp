// What the therapist's first page of a case says in words, the same on the screen and on paper.
#pragma once
#include "chart/picture.hpp"
#include "model/case/brief.hpp"

namespace chart {

std::string manner_words(const model::Brief& brief, const Names& names);          // how they answered
std::string changed_words(const model::Brief& brief, const Names& names);         // since an earlier visit
std::string opened_words(const std::string& name, model::PrivateAnswers answers); // "Maya not opened"
std::string mission_words(const model::Brief& brief);                             // empty: none is agreed on

}
