#include "content/words/writing_words.hpp"

namespace content {

const WritingRules& english_writing() {
    static const WritingRules english{
        .language = {},
        .words = {.negatives = {"not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither",
                                "nor"},
                  .negative_ending = "n't",
                  .gendered = {"he", "she", "him", "her", "his", "hers", "himself", "herself", "husband", "husbands",
                               "wife", "wives", "boyfriend", "girlfriend", "husband's", "wife's", "he's", "she's"},
                  .jargon = {"attachment",   "dysregulated", "dysregulation", "attunement",  "pathology",
                             "pathological", "disorder",     "diagnosis",     "caregiver",   "caregivers",
                             "trait",        "symptom",      "symptoms",      "dyad",        "dyadic",
                             "spouse",       "spouses",      "assessment",    "assessments", "instrument",
                             "intervention", "cognitive",    "maladaptive",   "comorbid",    "etiology",
                             "psychometric", "ambivalence",  "enmeshed",      "codependent"}},
        .reading = english_reading()};
    return english;
}
}
