// The columns of a table for studies, with what a codebook says of each. One is an answer that is a number, one figure
// of a score, or how long a form took: a column holds one wording, so an item whose words or choices were changed has
// another one from then on.
//
// Names are for R, SPSS and Stata's importers: a small letter first, then small letters, digits and _, at most 64 of
// them, no _ at the end, no two alike. They stay the same from one export to the next: of several wordings the oldest
// has the plain name, and the others end in a digest of theirs.
#pragma once
#include "model/case/visit_forms.hpp"
#include <set>

namespace report {

// What is in a table. Whoever is given the first alone learns nothing of what somebody said for the therapist only, and
// the others do not say whose partner anybody is.
enum class StudyTable {
    answers, // what may stand beside the other partner's
    covered, // what is private, or stays with who said it
    times,   // how long it took, which is nothing that the other partner is told
};

struct StudyScope {
    bool texts = false; // also what somebody wrote in their own words
    bool dates = false; // days as they were, in place of years and of days since the first visit
};

struct StudyVariable {
    enum class Part { value, toward_me, from_me, chosen, text, day, minutes, score, standard_error, answered };
    enum class Measure { nominal, ordinal, scale };

    std::string name;
    core::ModuleId module; // empty: of the visit itself
    std::string place;     // the item's or the scale's id
    Part part = Part::value;
    int choice = 0; // of Part::chosen
    std::string label, wording, unit;
    std::vector<model::Choice> values; // what the numbers mean
    std::optional<double> least, most;
    Measure measure = Measure::scale;
    bool whole = true;
    std::size_t longest = 64;       // bytes of words
    bool reversed = false;          // counted as minimum + maximum - answer in some scale
    std::set<std::string> versions; // of the form
};
inline bool is_words(const StudyVariable& variable) { // no number
    return variable.part == StudyVariable::Part::text;
}
inline bool is_day(const StudyVariable& variable) {
    return variable.part == StudyVariable::Part::day;
}

class StudyBook {
public:
    // `source` in the source language, by which wordings are told apart; words come from `spoken`. Both outlive it.
    StudyBook(StudyTable table, StudyScope scope, const model::Content& source, const model::Content& spoken);

    // Before settle(): every visit that has a row.
    void add(const model::VisitRecord& visit, std::initializer_list<const model::PrivateRecord*> opened = {});
    void settle();

    StudyTable table() const { return m_table; }
    const StudyScope& scope() const { return m_scope; }
    const std::vector<StudyVariable>& variables() const { return m_variables; } // in the order of the columns
    std::size_t first() const { return m_first; } // the first that is of a form; those before it are of the visit

    // The columns of a form as it was asked at this visit: of each item, in its order, and of each scale.
    struct Columns {
        std::vector<std::vector<std::size_t>> items, scales;
        std::optional<std::size_t> minutes;
    };
    const Columns& columns(const model::VisitRecord& visit, const model::Module& module) const;
    const model::Content& content_of(const model::VisitRecord& visit) const {
        return model::content_of(m_source, visit);
    }
    const model::Content& today() const { return m_source; }
    bool holds(const model::Module& module, const model::Item& item) const;
    bool holds(const model::Module& module, const model::Scale& scale) const;

private:
    using FormKey = std::pair<core::FormHash, core::ModuleId>;
    struct Found { // a column that is not settled yet
        StudyVariable variable;
        std::string key; // module, place, part and wording
        std::size_t position = 0;
        core::WallTime since;
    };
    static FormKey form_key(const model::VisitRecord& visit, const model::Module& module);
    void add_form(const model::VisitRecord& visit, const model::Module& module);
    void add_item(Columns& columns, const model::Module& module, const model::Module& words, std::size_t at);
    void add_scale(Columns& columns, const model::Module& module, const model::Module& words, std::size_t at);
    std::size_t found(StudyVariable variable, const std::string& wording, std::size_t position,
                      const model::Module& module);
    void seen(const Columns& columns, core::WallTime date);

    StudyTable m_table;
    StudyScope m_scope;
    const model::Content &m_source, &m_spoken;
    std::vector<Found> m_found;
    std::map<std::string, std::size_t> m_by_key;
    std::map<FormKey, Columns> m_columns;
    std::vector<StudyVariable> m_variables;
    std::size_t m_first = 0;
};

// The columns that every table begins with, before those of forms.
std::vector<StudyVariable> study_heads(StudyTable table, const StudyScope& scope);

}
