// Stands beside a kiosk and hears what it orders and what it is answered: knows every code that was chosen, what was
// ordered saved, what was sealed and what was released, and holds each answer against that.
#pragma once
#include "model/visit/action.hpp"
#include "model/visit/effect.hpp"
#include "walk/ledger.hpp"
#include "walk/words.hpp"
#include <map>
#include <set>

namespace walk {

using PartOf = std::pair<core::SittingId, model::Partner>;

class Witness {
public:
    void ordered(const model::Effect& effect);
    // Throws Failure where an answer cannot be.
    void answered(const model::Effect& effect, const std::vector<model::Action>& answers);
    // What is on the screen calls the part of this state saved.
    void said_saved(const model::State& state);

    std::string pin;
    std::string kit; // empty: a new one was printed, which nobody here has read
    std::map<core::TherapistId, std::string> passphrases;
    std::map<core::SittingId, std::string> entry_codes;
    std::map<core::SittingId, std::string> chart_codes;
    std::map<PartOf, std::string> codes;
    Words words;
    std::set<std::size_t> released; // places of words
    std::set<PartOf> closed;        // sealed, or closed by the desk
    std::map<PartOf, model::PartContent> sealed;
    std::map<core::PartId, PartLedger> parts;
    std::map<core::PartId, JointLedger> joints;
    std::map<core::PartId, PartOf> whose;
    std::map<core::PartId, core::SittingId> joint_of;
    std::size_t orders = 0;
    std::size_t joints_sealed = 0;
    std::map<core::CaseId, std::set<core::SittingId>> visits; // of the cases that were opened, as they were last
    bool parts_moved = false; // to other cases: whose a word is can no longer be told from its sitting
    std::shared_ptr<const model::Content> content;

private:
    void check_case(const model::CaseFile& file) const;
    void check_private(const model::PrivateRecord& record) const;
    void check_error(const core::Error& error) const;
    void opened(const model::Session& session);
    void opened(const model::JointSession& session);
    void sealed_part(const model::effect::SealPart& order);
    // The next sitting and its parts may have the numbers of what is gone.
    void erased(core::CaseId id);
    void board(const model::Board& board);
};

}
