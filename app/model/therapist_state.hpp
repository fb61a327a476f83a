// The therapist's screens. Nothing private is in them but what was opened by its own step, and dies with the screen.
#pragma once
#include "core/words.hpp"
#include "model/records.hpp"
#include "model/typing_state.hpp"

namespace model {

enum class CaseTab { overview, trend, scores, answers, mission, private_view };

// The items behind a point, a bar or a dot: those of one partner's score, or one item.
struct Behind {
    core::ModuleId module;
    std::optional<core::ScaleId> scale; // none: the item alone, or with neither the form's map
    std::optional<core::ItemId> item;
    Role role = Role::a;
    bool operator==(const Behind&) const = default;
};

namespace screen {

struct Unlock {
    TherapistName therapist;
    SecretEntry passphrase;
};
struct Caseload {
    TherapistName therapist;
    std::vector<CaseSummary> cases;
    TextEdit search;
    bool typing = false;
    Keyboard keyboard;
    std::size_t page = 0;
    core::Saying problem;
};
struct Case {
    TherapistName therapist;
    CaseFile file;
    std::size_t visit = 0;
    Role role = Role::a;
    CaseTab tab = CaseTab::scores;
    std::size_t page = 0;
    std::optional<Behind> behind; // over the tab
    bool dots_by_level = false;   // else by gap
    Role dots_toward = Role::a;   // whom the answers are about: what comes to them
    std::size_t trend = 0;        // which of the scores that can be followed
    bool asking_private = false;  // the deliberate step
    std::optional<PrivateRecord> opened_private;
    core::Saying problem;
};
struct ExportChart {
    Case from;
    bool private_a = false, private_b = false; // left out unless chosen
    std::size_t page = 0;
    bool working = false;
    std::string written_to;
    core::Saying problem;
};

}
}
