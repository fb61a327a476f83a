// A visit as rows that programs read: one an answer, one a score. CSV and JSON are written from these. Without a
// private record nothing in them depends on private answers; with one, its rows come after all public ones and change
// none.
#pragma once
#include "model/case/visit_forms.hpp"
#include "model/scoring/scoring.hpp"

namespace report {

using model::both_partners;

struct ExportVisit {
    const model::Content& content; // what was asked at this visit; item texts and labels are in its language
    const model::CaseFile& file;
    const model::VisitRecord& visit;
    const model::PrivateRecord* private_a = nullptr; // of this visit, when asked for
    const model::PrivateRecord* private_b = nullptr;
};

// The visit among the couple's, counted from 1: what the screen calls it.
std::size_t number_of(const ExportVisit& visit);

inline const model::PrivateRecord* record_of(const ExportVisit& visit, model::Partner partner) {
    return partner == model::Partner::a ? visit.private_a : visit.private_b;
}

enum class AnswerStatus {
    answered,
    skipped,       // was on the screen, and left without an answer
    preferred_not, // "I prefer not to say"
    not_asked,     // an earlier answer made it fall away
    not_reached,   // the part was finished before it came
};
enum class Direction { none, toward_me, from_me }; // of an item that is answered both ways: a row for each

struct AnswerRow {
    std::optional<model::Partner> partner; // none: written together
    core::ModuleId module;
    std::string
        module_version; // empty, as is the text and as the kind is absent, for an item that no form is there for
    core::ItemId item;
    std::string text; // with the name of the person it is about
    std::optional<model::ItemKind> kind;
    std::optional<std::string> about; // whom, of a form that is repeated for each person
    Direction direction = Direction::none;
    std::string value; // a number, "1;3", a text, "true", a date as ISO 8601; empty without an answer or when drawn
    std::string words;
    AnswerStatus status = AnswerStatus::not_reached;
    bool reversed = false;   // counted as minimum + maximum - answer
    bool in_private = false; // answered for the therapist alone
};

struct ScoreRow {
    model::Partner partner = model::Partner::a;
    const model::Module* module = nullptr; // as it was asked
    const model::Scale* scale = nullptr;
    std::optional<std::string> about;
    model::Score score;
};

// Of every part that could be opened: partner A, partner B, what they agreed on together, then what is private. What
// they wrote together is one row, the words both agreed to last; it names no module and no item when the visit's packet
// has no joint module any more.
std::vector<AnswerRow> answer_rows(const ExportVisit& visit);
// Every scale of the same parts, scored or not. A scale about a person whom nobody named is left out.
std::vector<ScoreRow> score_rows(const ExportVisit& visit);

// Words that stay the same in every language, for columns: "skipped", "a", "toward_me".
std::string_view name_of(AnswerStatus status);
std::string_view name_of(Direction direction);                          // empty for none
std::string_view name_of(const std::optional<model::Partner>& partner); // "a", "b", "both"

// The sentences in order, with spaces between.
std::string statement_text(const model::Statement& statement);

// The shortest digits that read back as the same number, with a point in every language.
std::string number_text(double value);

}
