// The therapist's screens. Nothing private is in them but what was opened by its own step, and dies with the screen.
#pragma once
#include "core/i18n.hpp"
#include "model/case/caseload.hpp"
#include "model/case/export_format.hpp"
#include "model/case/note_template.hpp"
#include "model/case/records.hpp"
#include "model/case/together.hpp"
#include "model/visit/typing_state.hpp"
#include <map>
#include <memory>

namespace model {

struct PracticeFigures;

// What the overview shows: what fits one screen beside each other, or one kind of picture alone.
enum class Pictures { glance, map, scores, moves, gaps, people };
enum class CaseTab { brief, overview, trend, scores, answers, mission, notes, private_view };
// What there is no room for in large letters: the tabs' list, and what is done with the case.
enum class CaseMenu { tabs, more };
// What is done with a case as a whole.
enum class CaseTask { menu, follow_up, share, hand_over, move_part, new_code, erase };

// The items behind a point, a bar or a dot: those of one partner's score, or one item.
struct Behind {
    core::ModuleId module;
    std::optional<core::ScaleId> scale; // none: the item alone, or with neither the form's map
    std::optional<core::ItemId> item;
    Partner partner = Partner::a;
    bool operator==(const Behind&) const = default;
};

namespace screen {

struct Unlock {
    TherapistName therapist;
    SecretEntry passphrase;
    std::string kit; // the fingerprint of this kiosk's recovery kit
};
// A forgotten passphrase: the recovery kit's words, a new passphrase twice, and where the new kit is written.
struct Recover {
    enum class Step { words, passphrase, again, place, done };
    TherapistName therapist;
    std::string kit;
    Step step = Step::words;
    SecretEntry entry;               // what the step asks for
    core::SecretText passphrase;     // the new one
    std::vector<ExportPlace> places; // sticks that are in the kiosk
    std::string to;                  // the folder of one of them; empty: the kiosk's export folder
    core::SteadyTime places_due_at;  // when they are looked for again
    std::size_t page = 0;
    bool working = false;    // it is being made
    std::string written_to;  // the new kit
    int parts = 0, left = 0; // that are read again; that are damaged
    core::Message problem;
};
struct Caseload {
    TherapistName therapist;
    std::shared_ptr<const std::vector<CaseSummary>> cases; // newest visit first; never null
    std::vector<std::size_t> found;                        // those that the filter and the search leave
    CaseFilter filter = CaseFilter::all;
    TextEdit search;
    bool typing = false;
    Keyboard keyboard;
    std::size_t first = 0;                  // in `found`, the first one shown
    std::map<core::CaseId, Glance> glances; // of those shown, as they come
    core::Message problem;
};
struct Case {
    TherapistName therapist;
    CaseFile file;
    std::size_t visit = 0;
    Partner partner = Partner::a;
    CaseTab tab = CaseTab::scores;
    std::optional<CaseMenu> menu; // over the tab
    std::size_t page = 0;
    std::optional<Pictures> pictures; // of the overview; none: the first that it has
    bool answers_by_form = false;     // else what they differ in most comes first
    std::optional<Behind> behind;     // over the tab
    bool dots_by_level = false;       // else by gap
    Partner dots_toward = Partner::a; // whom the answers are about: what comes to them
    std::size_t trend = 0;            // which of the scores that can be followed
    bool versions_compared = false;   // of the joint statement: each beside the one before it
    bool asking_private = false;      // the deliberate step
    std::optional<PrivateRecord> opened_private;
    std::optional<TextEdit> note; // being written, for this visit
    std::string note_headings;    // what it began with: alone they are no note
    Keyboard keyboard;
    std::optional<core::SteadyTime> save_note_at;
    bool note_saving = false;
    std::optional<core::SittingId> note_trouble; // the visit whose note is not on the disk
    core::Message problem;
};
struct CaseActions {
    Case from;
    CaseTask task = CaseTask::menu;
    std::size_t page = 0;
    Partner as = Partner::a;                 // who they are in the other case
    Partner partner = Partner::a;            // whose part is moved, or whose code was forgotten
    std::optional<core::TherapistId> chosen; // to be handed to, once confirmed
    TextEdit chart_code;                     // of the case a part belongs to; or of this one, to delete it
    Keyboard keyboard;
    bool typing = false;
    bool working = false;
    core::Message problem, done;
};
struct Export {
    Case from;
    ExportFormat format = ExportFormat::visit_pdf;
    std::optional<Partner> whose;        // one partner's own; none: of both, which holds nothing private
    bool with_private = false;           // of that partner; left out unless chosen
    bool with_notes = false;             // the therapist's own; left out unless chosen
    std::vector<ExportPlace> usb_drives; // those in the kiosk
    std::string to;                      // the folder of one of them; empty: the kiosk's export folder
    core::SteadyTime sticks_due_at;      // for sticks
    SecretEntry archive;                 // the passphrase that a new archive gets
    bool typing = false;
    std::size_t page = 0;
    bool working = false;
    std::size_t done = 0, of = 0; // pieces written
    std::string written_to;
    bool incomplete = false; // of what was written
    core::Message problem;
};

std::size_t notes_to_export(const Export& screen); // of how many visits a file of notes would hold some

// The practice's own figures: counted when asked for, over all cases that this therapist can read.
struct Figures {
    TherapistName therapist;
    bool with_private = false; // left out unless chosen
    bool working = false;
    std::size_t done = 0, of = 0;                   // cases
    std::shared_ptr<const PracticeFigures> figures; // none: not counted yet
    std::size_t page = 0;
    std::string written_to;
    core::Message problem;
};

// The together view: chosen in private, shown to the couple, left with the passphrase.
struct ChooseCards {
    Case from;
    Together offered; // all that may be shown
    std::set<std::size_t> picked;
    std::size_t page = 0;
};
struct TogetherView { // turned to the couple: nothing in it was kept private, and the caseload is locked
    TherapistName therapist;
    core::CaseId from;
    std::size_t visit = 0;
    Together together; // what was picked
    std::size_t page = 0;
    std::optional<std::size_t> card; // one of them alone, of which `page` is shown
    std::size_t page_behind = 0;     // of the whole, while a card is open
    CaseTab tab = CaseTab::overview; // that the therapist comes back to; never the private one
};
struct EndTogether {
    TogetherView from;
    SecretEntry passphrase;
    core::Message problem;
};

}
}
