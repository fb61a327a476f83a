#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t longest_sentence = 400;
constexpr std::size_t most_sentences = 40;

void record_entry(JointSession& session, JointEntry entry) {
    replay(session.content, entry);
    session.pending.push_back(std::move(entry));
}

void change(JointSession& session, Statement statement, Partner turn) {
    record_entry(session, StatementChanged{std::move(statement), turn});
}

void begin_writing(screen::Joint& screen, std::optional<std::size_t> sentence) {
    const auto& sentences = screen.session.content.statement.sentences;
    screen.editing = sentence;
    screen.writing = edit_of(sentence ? sentences[*sentence].text : "", longest_sentence, Lines::one);
    screen.keyboard = {.shift = !sentence, .symbols = false};
}

void end_writing(screen::Joint& screen) {
    record_typing(screen);
    screen.writing.reset();
    screen.editing.reset();
}

void agree(JointSession& session, Partner who, core::WallTime at) {
    auto& content = session.content;
    if (content.statement.sentences.empty()) return;
    const bool agrees = who == Partner::a ? content.a_agrees : content.b_agrees;
    record_entry(session, AssentChanged{who, !agrees});
    const bool known = !content.versions.empty() && content.versions.back().statement == content.statement;
    if (content.a_agrees && content.b_agrees && !known) record_entry(session, VersionAgreed{{at, content.statement}});
}

}

void record_typing(screen::Joint& screen) {
    if (!screen.writing || !screen.save_typing_at) return;
    screen.save_typing_at.reset();
    auto& session = screen.session;
    auto statement = session.content.statement;
    const auto text = std::string(core::trimmed(screen.writing->text));
    if (screen.editing && *screen.editing < statement.sentences.size()) {
        if (text.empty()) {
            statement.sentences.erase(statement.sentences.begin() + static_cast<std::ptrdiff_t>(*screen.editing));
            screen.editing.reset();
        } else {
            statement.sentences[*screen.editing].text = text;
        }
    } else if (!text.empty()) {
        screen.editing = statement.sentences.size();
        statement.sentences.push_back({session.content.turn, text});
    }
    change(session, std::move(statement), session.content.turn);
}

Screen on(screen::Joint screen, Known<screen::Joint> action, UpdateContext& context) {
    auto& session = screen.session;
    auto& content = session.content;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) {
        failed(session, *trouble);
        return screen; // it is tried again when somebody does something, or a full disk would be tried for ever
    }
    if (const auto* sealed = is<action::JointSealed>(action)) {
        if (content.versions.empty()) return screen::Thanks{sealed->sitting};
        return screen::MissionAgreed{.sitting = sealed->sitting, .mission = content.versions.back()};
    }
    if (is<action::SealFailed>(action) != nullptr) {
        screen.sealing = false;
        screen.seal_failed = true;
    }
    go_to_page(screen.page, action);
    if (screen.sealing) return screen;
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    if (const auto* chosen = is<action::TabChosen>(action)) {
        screen.tab = chosen->tab;
        screen.page = 0;
    }
    if (screen.writing) {
        const bool time = is<action::TimePassed>(action) != nullptr && screen.save_typing_at &&
                          context.now.steady >= *screen.save_typing_at;
        const bool newline = is<action::KeyTyped>(action) != nullptr && is<action::KeyTyped>(action)->text == "\n";
        if (is<action::TimePassed>(action) != nullptr && !time) return screen;
        if (time)
            record_typing(screen);
        else if (is<action::DoneTyping>(action) != nullptr || is<action::BackTapped>(action) != nullptr || newline)
            end_writing(screen);
        else if (type_text(*screen.writing, screen.keyboard, action) && !screen.save_typing_at)
            screen.save_typing_at = context.now.steady + typing_in_flight;
        flush(session, context);
        return screen;
    }
    if (is<action::TimePassed>(action) != nullptr) return screen;
    if (is<action::BackTapped>(action) != nullptr) {
        if (!session.pending.empty()) {
            flush(session, context); // what could not be saved before is tried again
            return screen;
        }
        context.order(effect::ForgetKeys{});
        return screen::Thanks{std::move(session.sitting)};
    }
    const auto room = content.statement.sentences.size() < most_sentences;
    if (is<action::WriteTapped>(action) != nullptr && room) begin_writing(screen, std::nullopt);
    if (const auto* tapped = is<action::SentenceTapped>(action);
        tapped != nullptr && tapped->index < content.statement.sentences.size())
        begin_writing(screen, tapped->index);
    if (const auto* tapped = is<action::DraftTapped>(action);
        tapped != nullptr && tapped->index < content.drafts.size() && room) {
        const auto& draft = content.drafts[tapped->index];
        auto statement = content.statement;
        const auto same =
            std::find(statement.sentences.begin(), statement.sentences.end(), Sentence{draft.author, draft.text});
        if (same == statement.sentences.end())
            statement.sentences.push_back({draft.author, draft.text});
        else
            statement.sentences.erase(same);
        change(session, std::move(statement), content.turn);
    }
    if (is<action::TurnPassed>(action) != nullptr) change(session, content.statement, other(content.turn));
    if (const auto* assent = is<action::AssentTapped>(action)) agree(session, assent->who, context.now.wall);
    if (is<action::StatementFinished>(action) != nullptr && content.a_agrees && content.b_agrees &&
        session.pending.empty()) {
        screen.sealing = true;
        screen.seal_failed = false;
        context.order(effect::SealJoint{session.sitting.id, session.part, content});
        return screen;
    }
    flush(session, context);
    return screen;
}

Screen on(screen::MissionAgreed screen, Known<screen::MissionAgreed> action, UpdateContext& context) {
    go_to_page(screen.page, action);
    if (leaves(action)) return screen::Thanks{std::move(screen.sitting)};
    if (is<action::MissionPrinted>(action) != nullptr) screen.printed = true;
    if (is<action::PrintFailed>(action) != nullptr) {
        screen.print_failed = true;
        screen.print = {};
    }
    const auto* tapped = is<action::PrintTapped>(action);
    if (tapped == nullptr || !context.state.practice->prints || (screen.print.a && screen.print.b)) return screen;
    screen.print.of(tapped->who) = !screen.print.of(tapped->who);
    screen.print_failed = false;
    if (screen.print.a && screen.print.b)
        context.order(effect::PrintMission{screen.sitting, screen.mission, context.state.appearance.language});
    return screen;
}

}
