#include "model/visit/update_context.hpp"

namespace model {
namespace {

constexpr std::size_t entry_code_length = 4;
// To be called by, and to stand whole on a button in large letters, where words go on to another line.
constexpr std::size_t longest_name = 32, longest_word_of_a_name = 20;

TextEdit name_to_type(std::string_view name) {
    auto edit = edit_of(name, longest_name, Lines::one);
    edit.longest_word = longest_word_of_a_name;
    return edit;
}

Screen arrive(Sitting sitting, UpdateContext& context);

CodeLength known_length(std::size_t digits, const UpdateContext& context) {
    return {.digits = digits, .waits_for_ok = context.state.keys_in_use};
}

// Their own name first. One that its owner gave before is not asked again, and the other's only while it is a guess.
screen::Names ask_names(Seat seat) {
    screen::Names names{.seat = std::move(seat)};
    names.own = name_to_type(name_of(names.seat.sitting, names.seat.partner));
    names.partner = name_to_type(name_of(names.seat.sitting, other(names.seat.partner)));
    names.keyboard.shift = names.own.text.empty();
    return names;
}

bool was_here(const Seat& seat) {
    return seat.sitting.own_names.of(seat.partner) && !name_of(seat.sitting, seat.partner).empty();
}

Screen take_seat(Sitting sitting, Partner partner, UpdateContext& context) {
    const auto status = status_of(sitting, partner);
    if (status == PartStatus::open || status == PartStatus::not_started) speak_with(partner, context.state);
    if (status == PartStatus::open) return screen::ReturnCode{.sitting = std::move(sitting), .partner = partner};
    if (status != PartStatus::not_started) return arrive(std::move(sitting), context);
    if (!can_be_asked(context.content(sitting), sitting.packet))
        return screen::NotAsked{.sitting = std::move(sitting), .partner = partner};
    Seat seat{std::move(sitting), partner};
    if (was_here(seat)) return screen::BeforeYouBegin{.seat = std::move(seat), .resumed = {}};
    return ask_names(std::move(seat));
}

// Staff came by the way of a partner; that partner's language and voice are not theirs.
Screen staff_door(const action::StaffListed& listed, UpdateContext& context) {
    context.state.appearance = context.state.usual_appearance;
    context.state.speaker.reset();
    context.state.speech = {};
    return screen::StaffDoor{.therapists = listed.therapists, .kit = listed.kit};
}

// One person expected and not done: no need to ask who is here.
Screen arrive(Sitting sitting, UpdateContext& context) {
    const bool only_a = sitting.b == PartStatus::absent && sitting.a != PartStatus::sealed;
    const bool only_b = sitting.a == PartStatus::absent && sitting.b != PartStatus::sealed;
    if (only_a) return take_seat(std::move(sitting), Partner::a, context);
    if (only_b) return take_seat(std::move(sitting), Partner::b, context);
    return screen::WhoIsHere{std::move(sitting)};
}

// Whoever reads it now is said before anything else.
Screen come_in(Session session, bool therapist_changed, UpdateContext& context) {
    const auto& sitting = session.seat.sitting;
    if (!therapist_changed || !can_be_asked(context.content(sitting), sitting.packet)) {
        flush(session, context); // what the disk has not taken yet is tried again where its answer is waited for
        return go_on(std::move(session), context);
    }
    auto seat = session.seat;
    return screen::BeforeYouBegin{.seat = std::move(seat), .resumed = std::move(session)};
}

}

std::size_t digits_of_code(const screen::ReturnCode& screen) {
    const auto& digits = screen.sitting.code_digits;
    if (screen.partner) return static_cast<std::size_t>(digits.of(*screen.partner));
    return digits.a == digits.b ? static_cast<std::size_t>(digits.a) : 0;
}

Screen welcome(UpdateContext& context) {
    context.order(effect::ForgetKeys{});
    context.state.appearance = context.state.usual_appearance;
    context.state.speaker.reset();
    context.state.own_appearance = {};
    context.state.speech = {};
    context.state.listener.reset();
    return screen::Welcome{};
}

Screen on(screen::Welcome screen, Known<screen::Welcome> action, UpdateContext& context) {
    auto& appearance = context.state.appearance;
    if (is<action::BeginTapped>(action) != nullptr) return screen::EntryCode{};
    if (is<action::ReadTapped>(action) != nullptr) return screen::Articles{};
    if (is<action::StaffTapped>(action) != nullptr) context.order(effect::ListStaff{});
    if (const auto* listed = is<action::StaffListed>(action))
        return screen::StaffDoor{.therapists = listed->therapists, .kit = listed->kit};
    if (const auto* theme = is<action::ThemeChosen>(action)) appearance.theme = theme->theme;
    return screen;
}

Screen on(screen::EntryCode screen, Known<screen::EntryCode> action, UpdateContext& context) {
    if (leaves(action)) return screen::Welcome{};
    if (refused(screen.code, action)) return screen;
    if (const auto* found = is<action::SittingFound>(action)) return arrive(found->sitting, context);
    if (type_secret(screen.code, action, context.now, known_length(entry_code_length, context))) {
        screen.code.working = true;
        context.order(effect::FindSitting{screen.code.typed});
    }
    return screen;
}

Screen on(screen::WhoIsHere screen, Known<screen::WhoIsHere> action, UpdateContext& context) {
    if (leaves(action)) return welcome(context);
    if (const auto* chosen = is<action::WhoChosen>(action))
        return take_seat(std::move(screen.sitting), chosen->partner, context);
    if (is<action::JointChosen>(action) != nullptr && joint_ready(screen.sitting))
        return screen::ReturnCode{.sitting = std::move(screen.sitting)};
    return screen;
}

Screen on(screen::NotAsked screen, Known<screen::NotAsked> action, UpdateContext& context) {
    if (is<action::StaffTapped>(action) != nullptr) context.order(effect::ListStaff{});
    if (const auto* listed = is<action::StaffListed>(action)) return staff_door(*listed, context);
    if (leaves(action)) return welcome(context);
    return screen;
}

Screen on(screen::Names screen, Known<screen::Names> action, UpdateContext&) {
    const auto done = [&]() -> Screen { return screen::BeforeYouBegin{.seat = std::move(screen.seat), .resumed = {}}; };
    if (is<action::BackTapped>(action) != nullptr) {
        if (screen.mends) return done();
        if (!screen.asking_partner) return screen::WhoIsHere{std::move(screen.seat.sitting)};
        screen.asking_partner = false;
        return screen;
    }
    const bool skips = is<action::SkipTapped>(action) != nullptr && screen.asking_partner;
    const bool go = skips || is<action::DoneTyping>(action) != nullptr || is<action::NextTapped>(action) != nullptr;
    auto& edit = screen.asking_partner ? screen.partner : screen.own;
    if (!go) {
        if (type_text(edit, screen.keyboard, action)) screen.needs_one = false;
        return screen;
    }
    if (skips) edit = name_to_type("");
    auto& sitting = screen.seat.sitting;
    const bool is_a = screen.seat.partner == Partner::a;
    if (screen.asking_partner) {
        (is_a ? sitting.name_b : sitting.name_a) = core::trimmed(screen.partner.text);
        return done();
    }
    screen.needs_one = core::trimmed(screen.own.text).empty(); // the screen needs something to call them
    if (screen.needs_one) return screen;
    (is_a ? sitting.name_a : sitting.name_b) = core::trimmed(screen.own.text);
    if (screen.mends || !asks_other_name(screen.seat)) return done();
    screen.asking_partner = true;
    screen.keyboard = {.shift = screen.partner.text.empty(), .symbols = false};
    return screen;
}

Screen on(screen::BeforeYouBegin screen, Known<screen::BeforeYouBegin> action, UpdateContext& context) {
    go_to_page(screen.page, action);
    if (is<action::WishRaised>(action) != nullptr) {
        screen.wish_noted = true;
        context.order(effect::RaiseWish{screen.seat.sitting.id, screen.seat.partner});
    }
    if (is<action::BackTapped>(action) != nullptr && !screen.resumed) {
        if (was_here(screen.seat)) return screen::WhoIsHere{std::move(screen.seat.sitting)};
        auto names = ask_names(std::move(screen.seat));
        names.asking_partner = asks_other_name(names.seat);
        return names;
    }
    if (is<action::NameTapped>(action) != nullptr && !screen.resumed) {
        auto names = ask_names(std::move(screen.seat));
        names.mends = true;
        return names;
    }
    if (is<action::ReadyTapped>(action) == nullptr) return screen;
    if (screen.resumed) return come_in(std::move(*screen.resumed), false, context);
    return screen::ChooseCode{.seat = std::move(screen.seat), .first = {}, .code = {}};
}

Screen on(screen::ChooseCode screen, Known<screen::ChooseCode> action, UpdateContext& context) {
    if (const auto* opened = is<action::PartOpened>(action)) {
        // What the first form's own page says stood on the page before for whoever knows the kiosk.
        if (knows_the_way(context.content(), screen.seat)) return go_on_past_intro(opened->session, context);
        return go_on(opened->session, context);
    }
    if (const auto* changed = is<action::CodeChanged>(action))
        return screen::ReturnCode{.sitting = changed->sitting, .partner = screen.seat.partner};
    if (refused(screen.code, action)) {
        screen.confirming = false;
        screen.first.clear();
        if (screen.code.refusal->why == Refusal::Why::wrong) screen.plain = PlainCode::entry_code;
        return screen;
    }
    if (is<action::BackTapped>(action) != nullptr && !screen.code.working) {
        if (screen.confirming)
            return screen::ChooseCode{.seat = std::move(screen.seat), .first = {}, .code = {}, .anew = screen.anew};
        if (screen.anew) return welcome(context);
        return screen::BeforeYouBegin{.seat = std::move(screen.seat), .resumed = {}};
    }
    if (is<action::KeyTyped>(action) != nullptr) {
        screen.mismatch = false;
        screen.plain.reset();
    }
    const auto length = static_cast<std::size_t>(context.state.practice->code_digits);
    if (!type_secret(screen.code, action, context.now, known_length(length, context))) return screen;
    auto& typed = screen.code.typed;
    if (!screen.confirming) {
        screen.plain = why_plain(typed.view());
        if (!screen.plain) {
            screen.first = typed;
            screen.confirming = true;
        }
        typed.clear();
        return screen;
    }
    if (!(typed == screen.first)) {
        typed.clear();
        screen.first.clear();
        screen.confirming = false;
        screen.mismatch = true;
        return screen;
    }
    screen.code.working = true;
    if (screen.anew) {
        context.order(effect::ChangeCode{screen.seat, typed});
        return screen;
    }
    context.order(effect::StartPart{screen.seat, typed, progress_at_start(context.content(), screen.seat.sitting)});
    return screen;
}

Screen on(screen::ReturnCode screen, Known<screen::ReturnCode> action, UpdateContext& context) {
    if (refused(screen.code, action)) return screen;
    if (const auto* opened = is<action::PartOpened>(action)) {
        auto session = opened->session;
        speak_with(session.seat.partner, context.state);
        speak_as_before(session, context.state);
        if (opened->wrong_tries > 0)
            return screen::WrongTries{.session = std::move(session),
                                      .count = opened->wrong_tries,
                                      .therapist_changed = opened->therapist_changed};
        return come_in(std::move(session), opened->therapist_changed, context);
    }
    if (const auto* opened = is<action::JointOpened>(action)) {
        auto session = opened->session;
        flush(session, context);
        return screen::Joint{.session = std::move(session)};
    }
    if (is<action::StaffTapped>(action) != nullptr) context.order(effect::ListStaff{});
    if (const auto* listed = is<action::StaffListed>(action)) return staff_door(*listed, context);
    if (is<action::HideTapped>(action) != nullptr || leaves(action)) {
        if (!screen.from_cover) return screen::WhoIsHere{std::move(screen.sitting)};
        return screen::Cover{.sitting = std::move(screen.sitting), .partner = screen.partner};
    }
    if (!type_secret(screen.code, action, context.now, known_length(digits_of_code(screen), context))) return screen;
    screen.code.working = true;
    if (screen.partner)
        context.order(effect::ResumePart{screen.sitting.id, *screen.partner, screen.code.typed});
    else
        context.order(effect::ResumeJoint{screen.sitting.id, screen.code.typed});
    return screen;
}

Screen on(screen::WrongTries screen, Known<screen::WrongTries> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    go_to_page(screen.page, action);
    if (is<action::ReadyTapped>(action) == nullptr) return screen;
    return come_in(std::move(session), screen.therapist_changed, context);
}

Screen on(screen::HandOver screen, Known<screen::HandOver> action, UpdateContext& context) {
    if (const auto* chosen = is<action::WhoChosen>(action)) {
        context.order(effect::ForgetKeys{});
        return take_seat(std::move(screen.sitting), chosen->partner, context);
    }
    if (is<action::JointChosen>(action) != nullptr && joint_ready(screen.sitting))
        context.order(effect::OpenJoint{screen.sitting.id});
    if (const auto* opened = is<action::JointOpened>(action)) return screen::Joint{.session = opened->session};
    if (is<action::Refused>(action) != nullptr) return screen::ReturnCode{.sitting = std::move(screen.sitting)};
    if (is<action::NotHereYet>(action) != nullptr || is<action::NextTapped>(action) != nullptr) {
        context.order(effect::ForgetKeys{});
        return screen::Thanks{std::move(screen.sitting)};
    }
    return screen;
}

Screen on(screen::Thanks screen, Known<screen::Thanks> action, UpdateContext& context) {
    if (is<action::ReadTapped>(action) != nullptr) return screen::Articles{.thanks = std::move(screen.sitting)};
    if (leaves(action)) return welcome(context);
    return screen;
}

Screen on(screen::Articles screen, Known<screen::Articles> action, UpdateContext&) {
    go_to_page(screen.page, action);
    if (const auto* chosen = is<action::ArticleChosen>(action))
        return screen::Reading{.article = chosen->index, .page = 0, .thanks = std::move(screen.thanks)};
    if (!leaves(action)) return screen;
    if (screen.thanks) return screen::Thanks{std::move(*screen.thanks)};
    return screen::Welcome{};
}

Screen on(screen::Reading screen, Known<screen::Reading> action, UpdateContext&) {
    go_to_page(screen.page, action);
    if (leaves(action)) return screen::Articles{.page = 0, .thanks = std::move(screen.thanks)};
    return screen;
}

}
