#include "walk/witness.hpp"
#include "model/form/privacy.hpp"
#include "walk/failure.hpp"

namespace walk {
namespace {

namespace action = model::action;
namespace effect = model::effect;

template<class Wanted>
const Wanted* first_of(const std::vector<model::Action>& answers) {
    for (const auto& answer : answers)
        if (const auto* wanted = answer.as<Wanted>()) return wanted;
    return nullptr;
}

std::string called(const PartOf& part) {
    return "sitting " + std::to_string(part.first.value) + (part.second == model::Partner::a ? ", A" : ", B");
}

// What a kiosk whose disk works may be refused with.
bool may_be_refused(core::ErrorCode code) {
    using enum core::ErrorCode;
    return code == not_found || code == wrong_secret || code == throttled || code == invalid_state ||
           code == bad_content;
}

}

void Witness::ordered(const model::Effect& effect) {
    ++orders;
    if (const auto* save = std::get_if<effect::SaveEntries>(&effect)) {
        const auto part = parts.find(save->part);
        if (part == parts.end()) throw Failure("saved", "entries are saved of a part that was never opened");
        for (const auto& entry : save->entries)
            part->second.ordered(entry);
    }
    if (const auto* save = std::get_if<effect::SaveJointEntries>(&effect)) {
        const auto joint = joints.find(save->part);
        if (joint == joints.end()) throw Failure("saved", "entries are saved of a joint part that was never opened");
        for (const auto& entry : save->entries)
            joint->second.ordered(entry);
    }
}

void Witness::said_saved(const model::State& state) {
    std::visit(
        [this](const auto& screen) {
            if constexpr (requires { screen.session.part; }) {
                if (const auto part = parts.find(screen.session.part); part != parts.end()) part->second.said_saved();
                if (const auto joint = joints.find(screen.session.part); joint != joints.end())
                    joint->second.said_saved();
            }
        },
        state.screen);
}

void Witness::check_error(const core::Error& error) const {
    if (!may_be_refused(error.code))
        throw Failure("refused", "an order failed with error " + std::to_string(static_cast<int>(error.code)) + " " +
                                     error.detail);
}

void Witness::opened(const model::Session& session) {
    const PartOf of{session.seat.sitting.id, session.seat.partner};
    whose[session.part] = of;
    const auto known = parts.find(session.part);
    if (known == parts.end())
        parts.emplace(session.part, PartLedger(session.content));
    else if (!known->second.goes_on_from(session.content))
        throw Failure("saved", "what was called saved is not in the part that is opened: " + called(of));
}

void Witness::opened(const model::JointSession& session) {
    joint_of[session.part] = session.sitting.id;
    for (const auto& draft : session.content.drafts)
        words.find(draft.text, [&](std::size_t place) {
            if (!released.contains(place))
                throw Failure("leak", "a word that was not released is on the joint page: " + draft.text);
        });
    const auto known = joints.find(session.part);
    // What the other released comes onto it with their code.
    if (known == joints.end() || known->second.saved() == 0)
        joints.insert_or_assign(session.part, JointLedger(session.content));
    else if (!known->second.goes_on_from(session.content))
        throw Failure("saved", "what was called saved is not on the joint page that is opened");
}

void Witness::sealed_part(const effect::SealPart& order) {
    const PartOf of{order.seat.sitting.id, order.seat.partner};
    sealed.insert_or_assign(of, order.content);
    closed.insert(of);
    for (const auto& ref : order.content.released)
        if (const auto answer = order.content.answers.find(ref); answer != order.content.answers.end())
            if (const auto* written = std::get_if<model::Written>(&answer->second))
                words.find(written->text, [this](std::size_t place) {
                    if (words.at(place).of == WordOf::private_answer)
                        throw Failure("private", "a word of a private item is released");
                    released.insert(place);
                });
}

void Witness::erased(core::CaseId id) {
    for (const auto sitting : visits[id]) {
        std::erase_if(parts, [&](const auto& one) { return whose[one.first].first == sitting; });
        std::erase_if(joints, [&](const auto& one) { return joint_of[one.first] == sitting; });
        std::erase_if(whose, [&](const auto& one) { return one.second.first == sitting; });
        std::erase_if(joint_of, [&](const auto& one) { return one.second == sitting; });
        std::erase_if(sealed, [&](const auto& one) { return one.first.first == sitting; });
        std::erase_if(closed, [&](const PartOf& one) { return one.first == sitting; });
        std::erase_if(codes, [&](const auto& one) { return one.first.first == sitting; });
    }
    visits.erase(id);
}

void Witness::check_case(const model::CaseFile& file) const {
    for (const auto& visit : file.visits)
        for (const auto partner : model::both_partners) {
            const auto known = sealed.find({visit.sitting, partner});
            const auto& record = model::part_of(visit, partner);
            if (known == sealed.end() || record.status != model::PartStatus::sealed) continue;
            if (!record.content) {
                if (record.problem.empty()) throw Failure("lost", "a sealed part has neither content nor problem");
                continue;
            }
            const auto& asked = model::content_of(*content, visit);
            for (const auto& [ref, answer] : record.content->answers) {
                if (model::is_private(asked, ref))
                    throw Failure("private", "a private answer is in the case file: " + ref.item.value);
                const auto given = known->second.answers.find(ref);
                if (given == known->second.answers.end() || given->second != answer)
                    throw Failure("lost", "the therapist reads another answer to " + ref.item.value);
            }
            for (const auto& [ref, answer] : known->second.answers)
                if (!model::is_private(asked, ref) && !record.content->answers.contains(ref))
                    throw Failure("lost", "the therapist does not read the answer to " + ref.item.value);
        }
}

void Witness::check_private(const model::PrivateRecord& record) const {
    const auto known = sealed.find({record.sitting, record.partner});
    if (known == sealed.end()) return;
    for (const auto& [ref, answer] : record.answers) {
        const auto given = known->second.answers.find(ref);
        if (given == known->second.answers.end() || given->second != answer)
            throw Failure("lost", "the therapist reads another private answer to " + ref.item.value);
    }
    for (const auto& [ref, answer] : known->second.answers)
        if (model::is_private(*content, ref) && !record.answers.contains(ref))
            throw Failure("lost", "the therapist does not read the private answer to " + ref.item.value);
}

void Witness::board(const model::Board& board) {
    entry_codes.clear();
    for (const auto& row : board.rows) {
        entry_codes[row.sitting] = row.entry_code;
        chart_codes[row.sitting] = row.chart_code;
    }
}

void Witness::answered(const model::Effect& effect, const std::vector<model::Action>& answers) {
    for (const auto& answer : answers) {
        if (const auto* failed = answer.as<action::SaveFailed>()) check_error(failed->error);
        if (const auto* failed = answer.as<action::SealFailed>()) check_error(failed->error);
        if (const auto* failed = answer.as<action::DeskFailed>()) check_error(failed->error);
        if (const auto* failed = answer.as<action::NoteFailed>()) check_error(failed->error);
        if (const auto* failed = answer.as<action::TherapistFailed>()) check_error(failed->error);
        if (const auto* broke = answer.as<action::Broke>())
            throw Failure("broke",
                          "error " + std::to_string(static_cast<int>(broke->error.code)) + " " + broke->error.detail);
        if (const auto* session = answer.as<action::PartOpened>()) opened(session->session);
        if (const auto* session = answer.as<action::JointOpened>()) opened(session->session);
        if (const auto* read = answer.as<action::BoardRead>()) board(read->board);
        if (const auto* made = answer.as<action::SittingMade>()) board(made->board);
        if (const auto* file = answer.as<action::CaseOpened>()) {
            check_case(file->file);
            auto& known = visits[file->file.id];
            known.clear();
            for (const auto& visit : file->file.visits)
                known.insert(visit.sitting);
        }
        if (const auto* record = answer.as<action::PrivateRead>()) check_private(record->record);
    }
    if (const auto* start = std::get_if<effect::StartPart>(&effect);
        start != nullptr && first_of<action::PartOpened>(answers) != nullptr)
        codes[{start->seat.sitting.id, start->seat.partner}] = start->code.view();
    if (const auto* change = std::get_if<effect::ChangeCode>(&effect);
        change != nullptr && first_of<action::CodeChanged>(answers) != nullptr)
        codes[{change->seat.sitting.id, change->seat.partner}] = change->code.view();
    if (const auto* seal = std::get_if<effect::SealPart>(&effect);
        seal != nullptr && first_of<action::PartSealed>(answers) != nullptr)
        sealed_part(*seal);
    if (first_of<action::JointSealed>(answers) != nullptr) ++joints_sealed;
    if (const auto* close = std::get_if<effect::ClosePart>(&effect);
        close != nullptr && close->partner && first_of<action::BoardRead>(answers) != nullptr)
        closed.insert({close->sitting, *close->partner});
    if (const auto* move = std::get_if<effect::MovePart>(&effect);
        move != nullptr && first_of<action::CaseOpened>(answers) != nullptr) {
        parts_moved = true;
        sealed.clear();
    }
    if (const auto* erase = std::get_if<effect::EraseCase>(&effect);
        erase != nullptr && first_of<action::CaseErased>(answers) != nullptr)
        erased(erase->id);
    if (const auto* recover = std::get_if<effect::RecoverKeys>(&effect);
        recover != nullptr && first_of<action::KeysRecovered>(answers) != nullptr) {
        passphrases[recover->therapist] = recover->passphrase.view();
        kit.clear();
    }
}

}
