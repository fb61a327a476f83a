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
// How far something that takes a while has gone: a title, a bar, and how much of what in words.
void add_progress(Page& page, Flow& flow, const std::string& title, std::size_t done, std::size_t of,
                  const std::string& words);
ButtonSpec back_or_stop(bool working); // the same place stops what goes on for a while

// Why there is nothing to show of a partner's part; empty when there is something.
std::string missing_words(const model::CaseFile& file, const model::PartRecord& part, model::Partner partner);

// "Private answers: Maya not opened, Jordan opened"; the same whatever was asked and answered. Empty while no part is
// sealed.
std::string private_words(const std::string& name_a, const std::string& name_b,
                          const model::OfBoth<model::PrivateAnswers>& answers);
void add_private_note(Flow& flow, const model::CaseFile& file);
// The same in the banner, where it fits; true too where there is nothing to say.
bool draw_private_line(Page& page, const model::CaseFile& file, Rect free);

// A partner's mark and name above what is theirs.
void add_button(Page& page, Flow& flow, const ButtonSpec& button, float gap); // as wide as its label
void add_partner(Page& page, Flow& flow, const std::string& name, model::Partner partner);
// A question and its answer: beside each other where there is room. `highest` is the room of one page.
void add_answer(Page& page, Flow& flow, const std::string& question, const std::string& answer, bool answered,
                float highest);

// What went wrong, above all else.
void add_problem(Page& page, Flow& flow, const model::screen::Case& screen);
// That the form was not recorded on the day it was answered, where it was not. Quiet: it changes no answer.
void add_form_note(Page& page, Flow& flow, const model::VisitRecord& visit);
// How long a partner took, where their times were kept: see model/case/time_taken.hpp.
void add_time_taken(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit,
                    model::Partner partner);
void add_times_taken(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit);
// What the forms after the session say by the visit shown, where they say something.
void add_session_notes(Page& page, Flow& flow, const model::screen::Case& screen);
// All of this, and before it who would like a word, and whose part there is nothing of.
void add_part_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit);

void draw_brief(Page& page, const model::screen::Case& screen, Rect room); // the visit is there
// `private_note`: it is still to be said.
void draw_overview(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room,
                   bool private_note);
std::optional<ButtonSpec> way_to_pictures(Page& page, const model::screen::Case& screen); // from all to each alone
void draw_answers(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room);
void draw_private(Page& page, const model::screen::Case& screen, const model::VisitRecord& visit, Rect room);
// What a tab holds. `highest`: no block may be higher.
// `whole`: the room where there is one page.
void add_trend(Page& page, Flow& flow, const model::screen::Case& screen, float highest, float whole);
void add_scores(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest, bool private_note);
void add_mission(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest);
// The joint statement's versions, to read or beside each other. The visit is there.
void add_versions(Page& page, Flow& flow, const model::screen::Case& screen, float highest);
// What became of each sentence over the visits, where two of them agreed on some.
void add_drift(Page& page, Flow& flow, const model::screen::Case& screen, float highest);
// Whether the couple is asked about what they agreed on; nothing where they did not agree on anything.
void add_read_back(Page& page, Flow& flow, const model::CaseFile& file);
void add_notes(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit);
void draw_note(Page& page, const model::screen::Case& screen); // being written: with the keyboard

// Over the overview: the items behind what was tapped. `screen.behind` is there.
void add_behind(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                float highest);

// The scales of one module that are `private_ones` or not, for the answers of one or both partners.
struct Answered {
    model::Partner partner;
    std::string name;
    const model::Answers* answers;
    const model::FirstTimes* times = nullptr; // none: of private items
};
void add_module_scores(Page& page, Flow& flow, const model::Module& module, std::span<const Answered> people,
                       bool private_ones, float highest);

// Skips, the longest run of one answer, how long an item took: of the items of these scales, for each partner.
void add_how_answered(Page& page, Flow& flow, const model::Module& module, std::span<const model::Scale* const> scales,
                      std::span<const Answered> people);

// What changed since an earlier visit, for the scores of one module; nothing when no visit can be compared.
void add_changes(Page& page, Flow& flow, const model::screen::Case& screen, const model::Module& module,
                 std::span<const Answered> people);

// "Therapist view - not for sharing", across the page; returns the bottom.
float draw_therapist_banner(Page& page, float top);
// Back to the caseload, names, lock, banner, tabs, visit, partner.
struct CaseHead {
    Rect room;                 // below it
    bool says_private = false; // private_words() had room in it
};
CaseHead draw_case_head(Page& page, const model::screen::Case& screen);

}
