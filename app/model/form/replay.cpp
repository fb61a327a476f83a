// What entries make, one after the other.
#include "model/form/journal_json.hpp"

namespace model {
namespace {

void replay(Basis& basis, const Begun& begun) {
    basis.form = begun.form;
    basis.readers.push_back(begun.reader);
}

}

void replay(PartContent& content, const Entry& entry) {
    std::visit(Overloaded{
                   [&](const AnswerGiven& given) {
                       content.answers[given.item] = given.answer;
                       content.first_at.emplace(given.item, given.at);
                       if (!given.language.empty()) content.languages.insert(given.language);
                   },
                   [&](const Visited& visited) { content.at = visited.item; },
                   [&](const TextReleased& text) {
                       if (text.released)
                           content.released.insert(text.item);
                       else
                           content.released.erase(text.item);
                   },
                   [&](const AnswersAbout& about) { content.about[about.person] = about.name; },
                   [&](const AnswersPutAway& away) {
                       for (const auto& item : away.items) {
                           content.answers.erase(item);
                           content.released.erase(item);
                           content.first_at.erase(item);
                       }
                       content.about.erase(away.person);
                   },
                   [&](const Begun& begun) { replay(content.basis, begun); },
                   [&](const Spoken& spoken) { content.spoken = spoken.language; },
               },
               entry);
}

void replay(JointContent& content, const JointEntry& entry) {
    std::visit(Overloaded{
                   [&](const DraftShared& shared) { content.drafts.push_back(shared.draft); },
                   [&](const StatementChanged& changed) {
                       if (!(content.statement == changed.statement)) content.a_agrees = content.b_agrees = false;
                       content.statement = changed.statement;
                       content.turn = changed.turn;
                   },
                   [&](const AssentChanged& assent) {
                       (assent.who == Partner::a ? content.a_agrees : content.b_agrees) = assent.agrees;
                   },
                   [&](const VersionAgreed& agreed) { content.versions.push_back(agreed.version); },
                   [&](const Begun& begun) { replay(content.basis, begun); },
               },
               entry);
}

}
