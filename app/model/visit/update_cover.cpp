#include "model/visit/update_context.hpp"

namespace model {

Screen cover(Screen from, UpdateContext& context) {
    screen::Cover covered;
    const auto hide = [&](Session session) {
        flush(session, context);
        covered.sitting = std::move(session.seat.sitting);
        covered.partner = session.seat.partner;
    };
    if (auto* missing = std::get_if<screen::NotAsked>(&from)) {
        covered.sitting = std::move(missing->sitting);
        covered.partner = missing->partner;
    } else if (auto* names = std::get_if<screen::Names>(&from)) {
        covered.sitting = std::move(names->seat.sitting);
        covered.partner = names->seat.partner;
    } else if (auto* before = std::get_if<screen::BeforeYouBegin>(&from)) {
        if (before->resumed) hide(std::move(*before->resumed));
        covered.sitting = std::move(before->seat.sitting);
        covered.partner = before->seat.partner;
    } else if (auto* choose = std::get_if<screen::ChooseCode>(&from)) {
        covered.sitting = std::move(choose->seat.sitting);
        covered.partner = choose->seat.partner;
    } else if (auto* intro = std::get_if<screen::ModuleIntro>(&from)) {
        hide(std::move(intro->session));
    } else if (auto* rest = std::get_if<screen::Rest>(&from)) {
        hide(std::move(rest->session));
    } else if (auto* question = std::get_if<screen::Question>(&from)) {
        record_typing(*question, context);
        hide(std::move(question->session));
    } else if (auto* tries = std::get_if<screen::WrongTries>(&from)) {
        hide(std::move(tries->session));
    } else if (auto* without = std::get_if<screen::WithoutConsent>(&from)) {
        hide(std::move(without->session));
    } else if (auto* whose = std::get_if<screen::WhoseAnswers>(&from)) {
        hide(std::move(whose->session));
    } else if (auto* release = std::get_if<screen::Release>(&from)) {
        hide(std::move(release->session));
    } else if (auto* review = std::get_if<screen::Review>(&from)) {
        hide(std::move(review->session));
    } else if (auto* joint = std::get_if<screen::Joint>(&from)) {
        record_typing(*joint);
        flush(joint->session, context);
        covered.sitting = std::move(joint->session.sitting);
    } else if (auto* agreed = std::get_if<screen::MissionAgreed>(&from)) {
        covered.sitting = std::move(agreed->sitting);
    } else {
        return from;
    }
    context.order(effect::ForgetKeys{});
    return covered;
}

Screen on(screen::Cover screen, Known<screen::Cover> action, UpdateContext& context) {
    if (is<action::WishRaised>(action) != nullptr) context.order(effect::RaiseWish{screen.sitting.id, screen.partner});
    // Nobody can tap Try again here; the minute that the clock shows is often enough.
    if (is<action::TimePassed>(action) != nullptr) context.order(effect::TryUnsaved{});
    if (is<action::ReturnTapped>(action) == nullptr) return screen;
    if (screen.partner && status_of(screen.sitting, *screen.partner) == PartStatus::not_started)
        return screen::WhoIsHere{std::move(screen.sitting)};
    // What they agreed on is sealed: no code brings it back.
    if (!screen.partner && screen.sitting.joint == PartStatus::sealed) return screen::Thanks{std::move(screen.sitting)};
    return screen::ReturnCode{
        .sitting = std::move(screen.sitting), .partner = screen.partner, .code = {}, .from_cover = true};
}

}
