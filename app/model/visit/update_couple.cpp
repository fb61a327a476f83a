#include "model/visit/update_context.hpp"

namespace model {
namespace {

constexpr std::size_t code_length = 4;
constexpr std::size_t longest_name = 60;

Screen arrive(Sitting sitting, UpdateContext& context);

// One partner's language is not the other's: the screen speaks as usual again when the other sits down.
void speak_with(Partner partner, UpdateContext& context) {
    auto& state = context.state;
    if (state.speaker && *state.speaker != partner) state.appearance.language = state.usual_appearance.language;
    state.speaker = partner;
}

Screen take_seat(Sitting sitting, Partner partner, UpdateContext& context) {
    const auto status = status_of(sitting, partner);
    if (status == PartStatus::open || status == PartStatus::not_started) speak_with(partner, context);
    if (status == PartStatus::open) return screen::ReturnCode{.sitting = std::move(sitting), .partner = partner};
    if (status != PartStatus::not_started) return arrive(std::move(sitting), context);
    screen::Names names{.seat = {std::move(sitting), partner}};
    names.own = edit_of(name_of(names.seat.sitting, partner), longest_name, Lines::one);
    names.partner = edit_of(name_of(names.seat.sitting, other(partner)), longest_name, Lines::one);
    names.keyboard.shift = names.own.text.empty();
    return names;
}

// One person expected and not done: no need to ask who is here.
Screen arrive(Sitting sitting, UpdateContext& context) {
    const bool only_a = sitting.b == PartStatus::absent && sitting.a != PartStatus::sealed;
    const bool only_b = sitting.a == PartStatus::absent && sitting.b != PartStatus::sealed;
    if (only_a) return take_seat(std::move(sitting), Partner::a, context);
    if (only_b) return take_seat(std::move(sitting), Partner::b, context);
    return screen::WhoIsHere{std::move(sitting)};
}

}

Screen welcome(UpdateContext& context) {
    context.order(effect::ForgetKeys{});
    context.state.appearance = context.state.usual_appearance;
    context.state.speaker.reset();
    return screen::Welcome{};
}

Screen on(screen::Welcome screen, Known<screen::Welcome> action, UpdateContext& context) {
    auto& appearance = context.state.appearance;
    if (is<action::BeginTapped>(action) != nullptr) return screen::EntryCode{};
    if (is<action::ReadTapped>(action) != nullptr) return screen::Articles{};
    if (is<action::AppearanceTapped>(action) != nullptr) return screen::AppearanceChoice{};
    if (is<action::StaffTapped>(action) != nullptr) context.order(effect::ListStaff{});
    if (const auto* listed = is<action::StaffListed>(action))
        return screen::StaffDoor{.therapists = listed->therapists, .kit = listed->kit};
    if (const auto* theme = is<action::ThemeChosen>(action)) appearance.theme = theme->theme;
    return screen;
}

Screen on(screen::AppearanceChoice screen, Known<screen::AppearanceChoice> action, UpdateContext& context) {
    auto& appearance = context.state.appearance;
    if (leaves(action)) return screen::Welcome{};
    if (const auto* theme = is<action::ThemeChosen>(action)) appearance.theme = theme->theme;
    if (const auto* size = is<action::TextSizeChosen>(action))
        if (size->percent >= 100 && size->percent <= 200 && size->percent % 25 == 0)
            appearance.text_percent = size->percent;
    if (is<action::MotionToggled>(action) != nullptr) appearance.reduced_motion = !appearance.reduced_motion;
    return screen;
}

Screen on(screen::EntryCode screen, Known<screen::EntryCode> action, UpdateContext& context) {
    if (leaves(action)) return screen::Welcome{};
    if (refused(screen.code, action)) return screen;
    if (const auto* found = is<action::SittingFound>(action)) return arrive(found->sitting, context);
    if (type_secret(screen.code, action, context.now, code_length)) {
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

Screen on(screen::Names screen, Known<screen::Names> action, UpdateContext&) {
    if (is<action::BackTapped>(action) != nullptr) {
        if (!screen.asking_partner) return screen::WhoIsHere{std::move(screen.seat.sitting)};
        screen.asking_partner = false;
        return screen;
    }
    const bool go = is<action::DoneTyping>(action) != nullptr || is<action::NextTapped>(action) != nullptr;
    auto& edit = screen.asking_partner ? screen.partner : screen.own;
    if (!go && is<action::SkipTapped>(action) == nullptr) {
        type_text(edit, screen.keyboard, action);
        return screen;
    }
    if (is<action::SkipTapped>(action) != nullptr) edit = edit_of("", longest_name, Lines::one);
    if (!screen.asking_partner) {
        if (core::trimmed(screen.own.text).empty()) return screen; // the screen needs something to call them
        screen.asking_partner = true;
        screen.keyboard = {.shift = screen.partner.text.empty(), .symbols = false};
        return screen;
    }
    auto& sitting = screen.seat.sitting;
    const bool is_a = screen.seat.partner == Partner::a;
    (is_a ? sitting.name_a : sitting.name_b) = core::trimmed(screen.own.text);
    (is_a ? sitting.name_b : sitting.name_a) = core::trimmed(screen.partner.text);
    return screen::BeforeYouBegin{.seat = std::move(screen.seat), .resumed = {}};
}

Screen on(screen::BeforeYouBegin screen, Known<screen::BeforeYouBegin> action, UpdateContext& context) {
    go_to_page(screen.page, action);
    if (is<action::WishRaised>(action) != nullptr) {
        screen.wish_noted = true;
        context.order(effect::RaiseWish{screen.seat.sitting.id, screen.seat.partner});
    }
    if (is<action::BackTapped>(action) != nullptr && !screen.resumed)
        return take_seat(std::move(screen.seat.sitting), screen.seat.partner, context);
    if (is<action::ReadyTapped>(action) == nullptr) return screen;
    if (screen.resumed) return go_on(std::move(*screen.resumed), context);
    return screen::ChooseCode{.seat = std::move(screen.seat), .first = {}, .code = {}};
}

Screen on(screen::ChooseCode screen, Known<screen::ChooseCode> action, UpdateContext& context) {
    if (const auto* opened = is<action::PartOpened>(action)) return go_on(opened->session, context);
    if (refused(screen.code, action)) {
        screen.confirming = false;
        screen.first.clear();
        screen.too_plain = true; // the code that the desk gave is no secret
        return screen;
    }
    if (is<action::BackTapped>(action) != nullptr && !screen.code.working) {
        if (!screen.confirming) return screen::BeforeYouBegin{.seat = std::move(screen.seat), .resumed = {}};
        return screen::ChooseCode{.seat = std::move(screen.seat), .first = {}, .code = {}};
    }
    if (is<action::KeyTyped>(action) != nullptr) screen.mismatch = screen.too_plain = false;
    if (!type_secret(screen.code, action, context.now, code_length)) return screen;
    auto& typed = screen.code.typed;
    if (!screen.confirming) {
        const auto digits = typed.view();
        if (digits.find_first_not_of(digits.front()) == std::string_view::npos) {
            screen.too_plain = true;
        } else {
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
    context.order(
        effect::StartPart{screen.seat, typed, progress_at_start(context.content(), screen.seat.sitting.packet)});
    return screen;
}

Screen on(screen::ReturnCode screen, Known<screen::ReturnCode> action, UpdateContext& context) {
    if (refused(screen.code, action)) return screen;
    if (const auto* opened = is<action::PartOpened>(action)) {
        auto session = opened->session;
        for (auto& entry : screen.unsaved)
            record_entry(session, std::move(entry));
        flush(session, context);
        if (!opened->therapist_changed) return go_on(std::move(session), context);
        auto seat = session.seat;
        return screen::BeforeYouBegin{.seat = std::move(seat), .resumed = std::move(session)};
    }
    if (const auto* opened = is<action::JointOpened>(action)) {
        auto session = opened->session;
        for (auto& entry : screen.unsaved_joint) {
            replay(session.content, entry);
            session.pending.push_back(std::move(entry));
        }
        flush(session, context);
        return screen::Joint{.session = std::move(session)};
    }
    if (is<action::StaffTapped>(action) != nullptr) context.order(effect::ListStaff{});
    if (const auto* listed = is<action::StaffListed>(action)) {
        // Staff came by the way of a partner; that partner's language is not theirs.
        context.state.appearance.language = context.state.usual_appearance.language;
        context.state.speaker.reset();
        return screen::StaffDoor{.therapists = listed->therapists, .kit = listed->kit};
    }
    if (is<action::HideTapped>(action) != nullptr || leaves(action)) {
        if (!screen.from_cover) return screen::WhoIsHere{std::move(screen.sitting)};
        return screen::Cover{.sitting = std::move(screen.sitting),
                             .partner = screen.partner,
                             .unsaved = std::move(screen.unsaved),
                             .unsaved_joint = std::move(screen.unsaved_joint)};
    }
    if (!type_secret(screen.code, action, context.now, code_length)) return screen;
    screen.code.working = true;
    if (screen.partner)
        context.order(effect::ResumePart{screen.sitting.id, *screen.partner, screen.code.typed});
    else
        context.order(effect::ResumeJoint{screen.sitting.id, screen.code.typed});
    return screen;
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
