// What the therapist's screens share: how a couple, a visit and a part are called, and the pieces a case is read in.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// "Maya and Jordan"; one name while the other is not known; empty while neither is.
std::string couple_words(const std::string& a, const std::string& b);
std::string called(const model::CaseFile& file, model::Partner partner);
std::string visit_day(const Page& page, core::WallTime time); // "Today, 10:00", "March 4", "March 4, 2024"
// "Locks in 4 min": what is left of the quiet time.
std::string locks_words(const Page& page);
ButtonSpec lock_button();

// Why there is nothing to show of a partner's part; empty when there is something.
std::string missing_words(const model::CaseFile& file, const model::PartRecord& part, model::Partner partner);

// A partner's mark and name above what is theirs.
void add_button(Page& page, Flow& flow, const ButtonSpec& button, float gap); // as wide as its label
void add_partner(Page& page, Flow& flow, const std::string& name, model::Partner partner);
// A question and its answer: beside each other where there is room. `highest` is the room of one page.
void add_answer(Page& page, Flow& flow, const std::string& question, const std::string& answer, bool answered,
                float highest);

// That the form was not recorded on the day it was answered, where it was not. Quiet: it changes no answer.
void add_form_note(Page& page, Flow& flow, const model::VisitRecord& visit);
// The same, and before it who would like a word, and whose part there is nothing of.
void add_part_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit);

// What a tab holds. `highest`: no block may be higher.
void add_overview(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                  float highest);
// `whole`: the room where there is one page.
void add_trend(Page& page, Flow& flow, const model::screen::Case& screen, float highest, float whole);
void add_scores(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest);
void add_answers(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest);
void add_mission(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest);
// The joint statement's versions, to read or beside each other. The visit is there.
void add_versions(Page& page, Flow& flow, const model::screen::Case& screen, float highest);
void add_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit);
void draw_note(Page& page, const model::screen::Case& screen); // being written: with the keyboard
void add_private(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest);

// Over the overview: the items behind what was tapped. `screen.behind` is there.
void add_behind(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest);

// The scales of one module that are `private_ones` or not, for the answers of one or both partners.
struct Answered {
    model::Partner partner;
    std::string name;
    const model::Answers* answers;
};
void add_module_scores(Page& page, Flow& flow, const model::Module& module, std::span<const Answered> people,
                       bool private_ones, float highest);

// What changed since an earlier visit, for the scores of one module; nothing when no visit can be compared.
void add_changes(Page& page, Flow& flow, const model::screen::Case& screen, const model::Module& module,
                 std::span<const Answered> people);

// "Therapist view - not for sharing", across the page; returns the bottom.
float draw_therapist_banner(Page& page, float top);
// Back to the caseload, names, lock, banner, tabs, visit, partner; returns the room below.
Rect draw_case_head(Page& page, const model::screen::Case& screen);

}
