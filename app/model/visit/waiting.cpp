#include "model/visit/waiting.hpp"
#include "model/visit/update.hpp"

namespace model {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

template<class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// Reading a page takes longer than finding a button.
constexpr seconds reading_time{180};
// Private answers do not stay on a screen that nobody touches.
constexpr seconds private_open_for{90};

// Two people may talk about one card for a long while. The page they look at holds nothing that was kept private, and
// no key, so it stays through several of the times after which the therapist's own pages lock.
constexpr int locks_of_talking = 6;

enum class Rest {
    never,
    darken,
    ask_then_cover,
    welcome,
    welcome_after_reading,
    welcome_after_thanks,
    welcome_after_talking,
    back_to_cover,
    back_to_together,
    lock
};

Rest rest_of(const Screen& screen, bool look_changed) {
    return std::visit(
        Overloaded{
            [&](const screen::Welcome& welcome) {
                if (look_changed) return Rest::welcome;
                return welcome.dark ? Rest::never : Rest::darken;
            },
            [](const screen::EntryCode&) { return Rest::welcome; },
            [](const screen::WhoIsHere&) { return Rest::welcome; },
            [](const screen::ReturnCode& code) { return code.from_cover ? Rest::back_to_cover : Rest::welcome; },
            [](const screen::NotAsked&) { return Rest::ask_then_cover; },
            [](const screen::Names&) { return Rest::ask_then_cover; },
            [](const screen::BeforeYouBegin&) { return Rest::ask_then_cover; },
            [](const screen::ChooseCode&) { return Rest::ask_then_cover; },
            [](const screen::ModuleIntro&) { return Rest::ask_then_cover; },
            [](const screen::Rest&) { return Rest::ask_then_cover; },
            [](const screen::Question&) { return Rest::ask_then_cover; },
            [](const screen::WrongTries&) { return Rest::ask_then_cover; },
            [](const screen::WithoutConsent&) { return Rest::ask_then_cover; },
            [](const screen::WhoseAnswers&) { return Rest::ask_then_cover; },
            [](const screen::Release&) { return Rest::ask_then_cover; },
            [](const screen::Review&) { return Rest::ask_then_cover; },
            [](const screen::HandOver&) { return Rest::welcome_after_reading; },
            [](const screen::Cover&) { return Rest::never; },
            [](const screen::Joint&) { return Rest::ask_then_cover; },
            [](const screen::MissionAgreed&) { return Rest::ask_then_cover; },
            [](const screen::Thanks&) { return Rest::welcome_after_thanks; },
            [](const screen::Articles&) { return Rest::welcome_after_reading; },
            [](const screen::Reading&) { return Rest::welcome_after_reading; },
            [](const screen::StaffDoor&) { return Rest::welcome; },
            [](const screen::DeskPin&) { return Rest::welcome; },
            [](const screen::Desk&) { return Rest::lock; },
            [](const screen::NewSitting&) { return Rest::lock; },
            [](const screen::SittingCreated&) { return Rest::lock; },
            [](const screen::DayList&) { return Rest::lock; },
            [](const screen::ConfirmPark&) { return Rest::lock; },
            [](const screen::ConfirmCancel&) { return Rest::lock; },
            [](const screen::ConfirmClose&) { return Rest::lock; },
            [](const screen::MoveSitting&) { return Rest::lock; },
            [](const screen::WhoAsked&) { return Rest::lock; },
            [](const screen::Ready&) { return Rest::darken; },
            [](const screen::Unlock&) { return Rest::welcome; },
            // The words are on paper beside it: finding the next one takes as long as reading.
            [](const screen::Recover&) { return Rest::lock; },
            [](const screen::Caseload&) { return Rest::lock; },
            [](const screen::Case&) { return Rest::lock; },
            [](const screen::Export&) { return Rest::lock; },
            [](const screen::Figures&) { return Rest::lock; },
            [](const screen::CaseActions&) { return Rest::lock; },
            [](const screen::ChooseCards&) { return Rest::lock; },
            [](const screen::TogetherView&) { return Rest::welcome_after_talking; },
            [](const screen::EndTogether&) { return Rest::back_to_together; },
            [](const screen::OutOfOrder&) { return Rest::never; },
        },
        screen);
}

core::SteadyTime sooner(std::optional<core::SteadyTime> a, core::SteadyTime b) {
    return a && *a < b ? *a : b;
}

// Screens that show the time, or minutes until they lock, change when a minute does.
bool shows_minutes(const Screen& screen) {
    return std::holds_alternative<screen::Cover>(screen) || std::holds_alternative<screen::Desk>(screen) ||
           std::holds_alternative<screen::Caseload>(screen) || std::holds_alternative<screen::Case>(screen) ||
           std::holds_alternative<screen::ChooseCards>(screen);
}

const SecretEntry* secret_of(const Screen& screen) {
    if (const auto* entry = std::get_if<screen::EntryCode>(&screen)) return &entry->code;
    if (const auto* code = std::get_if<screen::ReturnCode>(&screen)) return &code->code;
    if (const auto* pin = std::get_if<screen::DeskPin>(&screen)) return &pin->pin;
    if (const auto* asked = std::get_if<screen::WhoAsked>(&screen)) return &asked->pin;
    if (const auto* unlock = std::get_if<screen::Unlock>(&screen)) return &unlock->passphrase;
    if (const auto* end = std::get_if<screen::EndTogether>(&screen)) return &end->passphrase;
    return nullptr;
}

}

std::optional<Waiting> waiting_for(const State& state) {
    const auto& practice = *state.practice;
    const auto idle = state.touched_at + seconds(practice.idle_seconds);
    const auto idle_over = idle + seconds(practice.idle_warning_seconds);
    const auto sheet = [&]() -> std::optional<Waiting> {
        if (!state.help_open && !state.look_open && !state.speech_open) return std::nullopt;
        return Waiting{Waiting::welcome, state.touched_at + reading_time};
    };
    const bool as_usual = state.appearance == state.usual_appearance && state.speech == Speech{};
    switch (rest_of(state.screen, !as_usual)) {
    case Rest::never:
        return sheet();
    case Rest::darken:
        if (const auto open = sheet(); open || practice.dark_minutes == 0) return open;
        return Waiting{Waiting::darken, state.touched_at + minutes(practice.dark_minutes)};
    case Rest::ask_then_cover:
        if (state.idle_asked) return Waiting{Waiting::cover, idle_over};
        return Waiting{Waiting::ask, idle};
    case Rest::welcome:
        return Waiting{Waiting::welcome, idle_over};
    case Rest::welcome_after_reading:
        return Waiting{Waiting::welcome, state.touched_at + reading_time};
    case Rest::welcome_after_thanks:
        return Waiting{Waiting::welcome, state.touched_at + seconds(practice.thanks_seconds)};
    case Rest::welcome_after_talking:
        return Waiting{Waiting::welcome, state.touched_at + locks_of_talking * minutes(practice.lock_minutes)};
    case Rest::back_to_together:
        return Waiting{Waiting::back_to_together, idle_over};
    case Rest::back_to_cover:
        return Waiting{Waiting::back_to_cover, idle_over};
    case Rest::lock:
        if (const auto* open = std::get_if<screen::Case>(&state.screen); open != nullptr && open->opened_private)
            if (private_open_for < minutes(practice.lock_minutes))
                return Waiting{Waiting::close_private, state.touched_at + private_open_for};
        return Waiting{Waiting::lock, state.touched_at + minutes(practice.lock_minutes)};
    }
    return std::nullopt;
}

bool may_change_look(const Screen& screen) {
    return can_hide(screen) || std::holds_alternative<screen::Welcome>(screen) ||
           std::holds_alternative<screen::EntryCode>(screen) || std::holds_alternative<screen::WhoIsHere>(screen) ||
           std::holds_alternative<screen::ReturnCode>(screen) || std::holds_alternative<screen::HandOver>(screen) ||
           std::holds_alternative<screen::Cover>(screen) || std::holds_alternative<screen::Thanks>(screen) ||
           std::holds_alternative<screen::Articles>(screen) || std::holds_alternative<screen::Reading>(screen);
}

bool can_hide(const Screen& screen) {
    return rest_of(screen, false) == Rest::ask_then_cover;
}

std::optional<core::SteadyTime> next_deadline(const State& state, core::Now now) {
    std::optional<core::SteadyTime> next;
    const auto at = [&](std::optional<core::SteadyTime> time) {
        if (time) next = sooner(next, *time);
    };
    if (const auto waiting = waiting_for(state)) at(waiting->at);
    if (const auto* question = std::get_if<screen::Question>(&state.screen)) {
        at(question->save_typing_at);
        if (question->session.pending.empty()) at(question->moves_on_at);
    }
    if (const auto* joint = std::get_if<screen::Joint>(&state.screen)) at(joint->save_typing_at);
    if (const auto* desk = std::get_if<screen::Desk>(&state.screen)) at(desk->refresh_at);
    if (const auto* open = std::get_if<screen::Case>(&state.screen)) at(open->save_note_at);
    if (const auto* writing = std::get_if<screen::Export>(&state.screen))
        at(writing->working ? now.steady : writing->sticks_due_at);
    if (const auto* figures = std::get_if<screen::Figures>(&state.screen); figures != nullptr && figures->working)
        at(now.steady);
    if (const auto* recover = std::get_if<screen::Recover>(&state.screen);
        recover != nullptr && recover->step == screen::Recover::Step::place && !recover->working)
        at(recover->places_due_at);
    if (const auto* secret = secret_of(state.screen);
        secret != nullptr && secret->refusal && secret->refusal->until && *secret->refusal->until > now.steady) {
        // Staff see the seconds; a client sees only when it may be tried again.
        const bool staff = std::holds_alternative<screen::Unlock>(state.screen) ||
                           std::holds_alternative<screen::EndTogether>(state.screen);
        at(staff ? std::min(*secret->refusal->until, now.steady + seconds(1)) : *secret->refusal->until);
    }
    if (shows_minutes(state.screen)) {
        const auto into_minute = now.wall.time_since_epoch() % minutes(1);
        at(now.steady + (minutes(1) - into_minute));
    }
    return next;
}

}
