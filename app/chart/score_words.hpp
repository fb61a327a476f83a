// Scores in words, the same on the screen and on paper. A score that was not made has no number anywhere.
#pragma once
#include "model/form/module.hpp"
#include "model/scoring/change.hpp"
#include "model/scoring/scoring.hpp"
#include <string>
#include <vector>

namespace chart {

struct Range { // of every score the scale can give
    double low = 0, high = 0;
    bool operator==(const Range&) const = default;
};
Range range_of(const model::Scale& scale);

std::string count_words(const model::Score& score); // "12 of 14"
std::string value_words(const model::Score& score); // "5.4", "23", or "Not scored (7 of 14 answered)"
std::string figure_words(const std::string& name, const std::string& what, const std::string& number); // a sentence
std::string band_words(const model::Score& score); // "4.8 to 6.0", or empty without a band
// Where the point and its 95 % ellipse (semi-axes 2.448 standard errors) lie on the map, naming every region they
// touch. Says so when one of the two scores was not made. Empty when the map names scales that the module does not
// have.
std::string map_words(const model::Module& module, const model::Answers& answers);

// Where the score lies beside a cut, what that means, and that it could be either when the band crosses the line. Empty
// for a score that was not made.
std::string cut_words(const model::Cut& cut, const model::Score& score);
// How far from a group's mean, who the group is and where it is published. Empty for a score that was not made.
std::string norm_words(const model::Norm& norm, const model::Score& score);
// All that is published for a scale, one sentence each: cuts, norms, and where its range comes from. Nothing for a
// scale of our own or a score that was not made.
std::vector<std::string> published_words(const model::Scale& scale, const model::Score& score);
// What a change that stands out is larger than, or one that does not is not; the form's retest figure alone makes it a
// reliable one. A verdict has no full stop.
std::string change_verdict(const model::Change& change);
// The verdict, and where it stands out the direction and over how many items.
std::string change_words(const model::Change& change);

// "Secure", or with the people whom the two of them named: "Secure · with Rosa", "Secure · with Rosa (Maya), Tom
// (Jordan)".
std::string title_words(const model::Scale& scale, const std::string& name_a, const std::optional<std::string>& who_a,
                        const std::string& name_b, const std::optional<std::string>& who_b);

}
