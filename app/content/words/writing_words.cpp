#include "content/words/writing_words.hpp"

namespace content {

const WritingWords& writing_words(Language language) {
    static const WritingWords english{
        .negatives = {"not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor"},
        .gendered = {"he", "she", "him", "her", "his", "hers", "himself", "herself", "husband", "husbands", "wife",
                     "wives", "boyfriend", "girlfriend", "husband's", "wife's", "he's", "she's"},
        .jargon = {"attachment",  "dysregulated", "dysregulation", "attunement", "pathology",   "pathological",
                   "disorder",    "diagnosis",    "caregiver",     "caregivers", "trait",       "symptom",
                   "symptoms",    "dyad",         "dyadic",        "spouse",     "spouses",     "assessment",
                   "assessments", "instrument",   "intervention",  "cognitive",  "maladaptive", "comorbid",
                   "etiology",    "psychometric", "ambivalence",   "enmeshed",   "codependent"}};
    // In Spanish a second negative belongs to the first ("no dice nada"); only two that could stand alone are counted.
    static const WritingWords spanish{
        .negatives = {"no", "sin"},
        .gendered = {"él", "ella", "marido", "esposo", "esposa", "mujer", "novio", "novia", "exmarido", "exmujer"},
        .jargon = {"apego",     "desregulado",   "desregulación", "patología",    "patológico",
                   "trastorno", "diagnóstico",   "cuidador",      "cuidadora",    "cuidadores",
                   "síntoma",   "síntomas",      "díada",         "diádico",      "cónyuge",
                   "cónyuges",  "evaluación",    "instrumento",   "intervención", "cognitivo",
                   "cognitiva", "desadaptativo", "comorbilidad",  "etiología",    "codependiente"}};
    return language == Language::english ? english : spanish;
}

}
