// What somebody does who uses the kiosk as it is meant, and knows what they are asked for.
#include "core/utf8.hpp"
#include "model/form/privacy.hpp"
#include "walk/failure.hpp"
#include "walk/walk.hpp"
#include <algorithm>

namespace walk {
namespace {

namespace screen = model::screen;
using model::Partner;
using namespace std::chrono_literals;

constexpr auto new_passphrase = "nine lanterns over the harbour";
constexpr const char* own_codes[] = {"4711", "9024", "6183", "7305"};
constexpr const char* chart_codes[] = {"RG-2041", "RG-2042", "RG-2043"};

const model::SecretEntry* secret_in(const model::Screen& screen) {
    return std::visit(
        [](const auto& shown) -> const model::SecretEntry* {
            if constexpr (requires { shown.code.typed; }) return &shown.code;
            if constexpr (requires { shown.pin.typed; }) return &shown.pin;
            if constexpr (requires { shown.passphrase.typed; }) return &shown.passphrase;
            if constexpr (requires { shown.entry.typed; }) return &shown.entry;
            if constexpr (requires { shown.archive.typed; }) return &shown.archive;
            return nullptr;
        },
        screen);
}

const model::Item* asked(const model::State& state, const screen::Question& question) {
    const auto& sitting = question.session.seat.sitting;
    const auto& content = model::content_of(*state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    const auto* module = packet == nullptr ? nullptr : model::find_module(content, packet->modules[question.module]);
    return module == nullptr ? nullptr : &module->items[question.item];
}

bool is_private(const model::State& state, const screen::Question& question) {
    const auto& content = model::content_of(*state.content, question.session.seat.sitting);
    const auto* packet = model::find_packet(content, question.session.seat.sitting.packet);
    const auto* item = asked(state, question);
    return item != nullptr && model::is_private(content, {packet->modules[question.module], item->id});
}

}

bool Walk::writes_here() const {
    const auto& state = m_kiosk->state();
    if (state.help_open || state.look_open || state.idle_asked) return false;
    if (const auto* question = on<screen::Question>()) return question->writing.has_value();
    if (const auto* joint = on<screen::Joint>()) return joint->writing.has_value();
    if (const auto* file = on<screen::Case>()) return file->note.has_value();
    if (const auto* made = on<screen::NewSitting>()) return made->typing;
    if (const auto* folder = on<screen::CaseActions>()) return folder->typing;
    if (const auto* list = on<screen::Caseload>()) return list->typing;
    return on<screen::Names>() != nullptr;
}

std::string Walk::word_here() {
    auto& words = m_witness.words;
    if (const auto* names = on<screen::Names>())
        return words.make({WordOf::name, names->seat.sitting.id, names->seat.partner, {}});
    if (const auto* question = on<screen::Question>()) {
        const auto of = is_private(m_kiosk->state(), *question) ? WordOf::private_answer : WordOf::answer;
        const auto& seat = question->session.seat;
        return words.make({of, seat.sitting.id, seat.partner, {}});
    }
    if (const auto* joint = on<screen::Joint>())
        return words.make({WordOf::joint, joint->session.sitting.id, Partner::a, {}});
    if (const auto* file = on<screen::Case>()) return words.make({WordOf::note, {}, Partner::a, file->therapist.id});
    return "RG-204";
}

std::optional<std::string> Walk::secret_asked(std::uint8_t what) const {
    const auto& state = m_kiosk->state();
    if (state.help_open || state.idle_asked) return std::nullopt;
    const auto passphrase = [&](const model::TherapistName& therapist) -> std::optional<std::string> {
        const auto found = m_witness.passphrases.find(therapist.id);
        return found == m_witness.passphrases.end() ? std::nullopt : std::optional(found->second);
    };
    if (on<screen::EntryCode>()) {
        if (m_witness.entry_codes.empty()) return std::nullopt;
        auto one = m_witness.entry_codes.begin();
        std::advance(one, what % m_witness.entry_codes.size());
        return one->second;
    }
    if (const auto* back = on<screen::ReturnCode>()) {
        const auto who = back->partner.value_or(what % 2 == 0 ? Partner::a : Partner::b);
        const auto code = m_witness.codes.find({back->sitting.id, who});
        return code == m_witness.codes.end() ? std::nullopt : std::optional(code->second);
    }
    if (const auto* choose = on<screen::ChooseCode>())
        return choose->confirming ? std::string(choose->first.view()) : own_codes[what % std::size(own_codes)];
    if (on<screen::DeskPin>()) return m_witness.pin;
    if (const auto* asked = on<screen::WhoAsked>()) return asked->who ? std::nullopt : std::optional(m_witness.pin);
    if (const auto* unlock = on<screen::Unlock>()) return passphrase(unlock->therapist);
    if (const auto* end = on<screen::EndTogether>()) return passphrase(end->from.therapist);
    if (const auto* recover = on<screen::Recover>()) {
        using enum screen::Recover::Step;
        if (recover->step == words) return m_witness.kit.empty() ? std::nullopt : std::optional(m_witness.kit);
        if (recover->step == screen::Recover::Step::passphrase) return new_passphrase;
        if (recover->step == again) return std::string(recover->passphrase.view());
    }
    if (const auto* writing = on<screen::Export>(); writing != nullptr && writing->typing) return new_passphrase;
    return std::nullopt;
}

// In place of what stands there. Waits first where too many were wrong.
void Walk::give_secret(const std::string& secret) {
    const auto index = m_kiosk->state().screen.index();
    const auto same = [&] { return m_kiosk->state().screen.index() == index && secret_in(m_kiosk->state().screen); };
    if (!same()) return;
    const auto* entry = secret_in(m_kiosk->state().screen);
    if (entry->refusal && entry->refusal->until && *entry->refusal->until > m_clock.now().steady)
        m_kiosk->pass(*entry->refusal->until - m_clock.now().steady);
    m_kiosk->settle();
    while (same() && !secret_in(m_kiosk->state().screen)->typed.empty()) {
        const auto before = secret_in(m_kiosk->state().screen)->typed.length();
        m_kiosk->press(platform::Key::backspace);
        if (same() && secret_in(m_kiosk->state().screen)->typed.length() == before) return; // not now
    }
    if (!same()) return;
    m_kiosk->type(secret);
    if (same() && !secret_in(m_kiosk->state().screen)->typed.empty()) tap_any_of({"key:done"});
}

void Walk::answer(std::uint8_t what) {
    const auto& question = *on<screen::Question>();
    const auto* item = asked(m_kiosk->state(), question);
    if (what % 16 == 3 && tap_any_of({"skip"})) return;
    if (what % 16 == 7 && tap_any_of({"prefer-not"})) return;
    if (question.writing) {
        if (question.writing->text.find("qz") == std::string::npos || what % 4 == 0) {
            m_kiosk->settle();
            return m_kiosk->type(word_here() + (what % 8 == 0 ? " and more" : " "));
        }
        tap_any_of({"key:done", "next"});
        return;
    }
    if (item != nullptr && item->kind == model::ItemKind::signature) {
        const auto* box = tree().find_id("signature");
        if (what % 8 == 1 && tap_any_of({"sign:by-name"})) return;
        if (what % 2 == 0 && box != nullptr) {
            m_kiosk->settle();
            return m_kiosk->stroke(tree().find_id("signature")->rect);
        }
        tap_any_of({"next", "skip"});
        return;
    }
    if (tree().find_id("key:1") != nullptr) {
        const auto* next = tree().find_id("next");
        if (what % 2 == 0 && next != nullptr && next->enabled) return tap("next");
        m_kiosk->settle();
        for (const char digit : std::string(item != nullptr && item->kind == model::ItemKind::date ? "03142001" : "12"))
            m_kiosk->type(std::string(1, digit));
        return;
    }
    std::vector<std::string> answers;
    bool chosen = false;
    for (const auto& widget : tree().widgets) {
        const bool gives = widget.id.starts_with("answer:") || widget.id.starts_with("toward:") ||
                           widget.id.starts_with("from:") || widget.id == "consent";
        if (gives && widget.enabled && !widget.chosen) answers.push_back(widget.id);
        chosen = chosen || (gives && widget.chosen);
    }
    if ((answers.empty() || (chosen && what % 4 != 0)) && tap_any_of({"next", "later", "skip"})) return;
    if (!tap_one_of(answers, what)) tap_one_of(enabled_ids(), what);
}

// Of what a therapist's page offers, most is on the pages behind the few widgets that lead there.
bool Walk::look_into_case(std::uint8_t what) {
    const auto leading = [&](std::initializer_list<std::string_view> beginnings) {
        auto ids = enabled_ids();
        std::erase_if(ids, [&](const std::string& id) {
            return std::ranges::none_of(beginnings, [&](auto beginning) { return id.starts_with(beginning); });
        });
        return tap_one_of(ids, what / 4);
    };
    if (on<screen::Caseload>() != nullptr) return what % 4 != 0 && leading({"case:"});
    const auto* folder = on<screen::CaseActions>();
    if (folder != nullptr && folder->task == model::CaseTask::new_code && what % 4 != 0) return tap_any_of({"confirm"});
    if (folder != nullptr && what % 2 == 1 && tap_any_of({"task:new-code"})) return true;
    if (folder != nullptr && what % 4 == 1) return leading({"task:"});
    if (on<screen::CaseActions>() != nullptr && what % 4 == 2)
        return leading({"confirm", "therapist:", "write", "code"});
    if (on<screen::Case>() != nullptr && what % 2 == 0 && tap_any_of({"private:open"})) return true;
    if (on<screen::Case>() != nullptr && what % 4 == 1) return leading({"private:open", "note", "card:", "trend:"});
    if (on<screen::Case>() != nullptr && what % 8 == 6 && tap_any_of({"folder"})) return true;
    if (on<screen::Case>() != nullptr && what % 4 == 2) return leading({"together", "chart", "folder"});
    if (on<screen::Case>() != nullptr && what % 4 == 3) return leading({"tab:"});
    if (on<screen::TogetherView>() != nullptr && what % 4 != 0) return leading({"card:", "back", "later"});
    if (on<screen::Desk>() != nullptr && what % 4 != 0)
        return leading({"mark", "move", "cancel", "close", "park", "start", "allow-try", "row:"});
    return false;
}

void Walk::go_on(std::uint8_t what) {
    const auto& state = m_kiosk->state();
    if (state.help_open && tap_any_of({"close"})) return;
    if (state.idle_asked && tap_any_of({"here"})) return;
    if (state.look_open && what % 4 != 0 && tap_any_of({"done"})) return;
    const bool leaves = what % 8 == 7;
    if (on<screen::Unlock>() != nullptr && what % 8 == 6 && tap_any_of({"forgotten"})) return;
    const auto secret = secret_asked(what);
    if (secret && on<screen::ReturnCode>() != nullptr && what % 8 == 5) return give_secret("8361");
    if (secret && !leaves) return give_secret(*secret);
    if (on<screen::Question>() != nullptr) return answer(what);
    if (const auto* names = on<screen::Names>()) {
        const auto& text = names->asking_partner ? names->partner.text : names->own.text;
        if (text.find("qz") == std::string::npos) {
            m_kiosk->settle();
            return m_kiosk->type(word_here());
        }
        tap_any_of({"key:done", "next"});
        return;
    }
    if (writes_here()) {
        if (what % 2 == 0) return void(tap_any_of({"key:done", "done"}));
        m_kiosk->settle();
        if (on<screen::NewSitting>() != nullptr) return m_kiosk->type(chart_codes[what / 2 % 3]);
        if (const auto* folder = on<screen::CaseActions>())
            return m_kiosk->type(what % 4 == 1 ? folder->from.file.chart_code : chart_codes[what / 4 % 3]);
        return m_kiosk->type(word_here() + " ");
    }
    if (on<screen::Welcome>() != nullptr) {
        const bool couple = !m_witness.entry_codes.empty() && what % 8 < 5;
        if (couple ? tap_any_of({"begin"}) : what % 8 < 7 ? tap_any_of({"staff"}) : tap_any_of({"read", "look"}))
            return;
    }
    if (on<screen::StaffDoor>() != nullptr && what % 4 < 2 && tap_any_of({"desk"})) return;
    if (on<screen::Cover>() != nullptr && what % 8 != 0 && tap_any_of({"return"})) return;
    if (on<screen::Review>() != nullptr && what % 3 != 0 && tap_any_of({"seal", "later"})) return;
    if (on<screen::Joint>() != nullptr && what % 3 != 0 && tap_any_of({"finish"})) return;
    if (on<screen::Desk>() != nullptr && state.help_open == false && what % 4 == 0 && tap_any_of({"new"})) return;
    if (on<screen::EntryCode>() != nullptr && tap_any_of({"back"})) return;
    if (on<screen::WhoAsked>() != nullptr && tap_any_of({"back"})) return;
    if (on<screen::Rest>() != nullptr && what % 4 != 0 && tap_any_of({"go-on"})) return;
    const bool reads =
        on<screen::MissionAgreed>() || on<screen::Articles>() || on<screen::Reading>() || on<screen::Thanks>();
    if (reads && what % 4 != 0 && tap_any_of({"home", "close", "done", "back"})) return;
    const bool onward = on<screen::BeforeYouBegin>() || on<screen::ModuleIntro>() || on<screen::Release>() ||
                        on<screen::WrongTries>() || on<screen::NewSitting>() || on<screen::ChooseCards>() ||
                        on<screen::ConfirmPark>() || on<screen::ConfirmClose>() || on<screen::Ready>() ||
                        on<screen::HandOver>() || on<screen::WhoseAnswers>() || on<screen::Recover>();
    if (onward && what % 4 != 0 &&
        tap_any_of({"ready", "begin", "create", "turn", "confirm", "joint", "other", "same-person", "write", "done",
                    "next", "later"}))
        return;
    if (look_into_case(what)) return;
    auto ids = enabled_ids();
    std::erase_if(ids, [&](const std::string& id) {
        const bool away =
            id == "help" || id == "hide" || id == "lock" || id == "home" || id == "back" || id.starts_with("language");
        return away && !leaves;
    });
    if (!tap_one_of(ids, what)) tap_one_of(enabled_ids(), what);
}

// One press of somebody who wants to be at Welcome.
void Walk::leave() {
    const auto& state = m_kiosk->state();
    if (state.help_open && tap_any_of({"close"})) return;
    if (state.idle_asked && tap_any_of({"here"})) return;
    if ((state.look_open || state.speech_open) && tap_any_of({"done", "close"})) return;
    if (on<screen::EndTogether>() != nullptr) {
        if (const auto secret = secret_asked(0)) return give_secret(*secret);
    }
    if (on<screen::TogetherView>() != nullptr && tap_any_of({"back", "end"})) return;
    if (on<screen::ReturnCode>() != nullptr && tap_any_of({"staff"})) return;
    if (on<screen::HandOver>() != nullptr && tap_any_of({"not-here", "next"})) return;
    if (tap_any_of({"lock", "home", "hide", "done", "return", "close", "cancel", "back", "ready", "begin", "later"}))
        return;
    // It may be at work.
    m_kiosk->pass(1s);
}

}
