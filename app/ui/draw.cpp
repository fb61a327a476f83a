#include "ui/draw.hpp"
#include "model/visit/page_id.hpp"
#include "ui/kit/focus.hpp"
#include "ui/kit/pen.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <chrono>

namespace ui {

namespace {

constexpr core::Milliseconds fade_time{160};

// Every screen has its function: one that is missing here does not compile.
struct Draw {
    Page& page;
    void operator()(const model::screen::Welcome& screen) const { draw_welcome(page, screen); }
    void operator()(const model::screen::EntryCode& screen) const { draw_entry_code(page, screen); }
    void operator()(const model::screen::WhoIsHere& screen) const { draw_who_is_here(page, screen); }
    void operator()(const model::screen::ReturnCode& screen) const { draw_return_code(page, screen); }
    void operator()(const model::screen::NotAsked& screen) const { draw_not_asked(page, screen); }
    void operator()(const model::screen::Names& screen) const { draw_names(page, screen); }
    void operator()(const model::screen::BeforeYouBegin& screen) const { draw_before_you_begin(page, screen); }
    void operator()(const model::screen::ChooseCode& screen) const { draw_choose_code(page, screen); }
    void operator()(const model::screen::ModuleIntro& screen) const { draw_module_intro(page, screen); }
    void operator()(const model::screen::Rest& screen) const { draw_rest(page, screen); }
    void operator()(const model::screen::Question& screen) const { draw_question(page, screen); }
    void operator()(const model::screen::WrongTries& screen) const { draw_wrong_tries(page, screen); }
    void operator()(const model::screen::WithoutConsent& screen) const { draw_without_consent(page, screen); }
    void operator()(const model::screen::WhoseAnswers& screen) const { draw_whose_answers(page, screen); }
    void operator()(const model::screen::Release& screen) const { draw_release(page, screen); }
    void operator()(const model::screen::Review& screen) const { draw_review(page, screen); }
    void operator()(const model::screen::HandOver& screen) const { draw_hand_over(page, screen); }
    void operator()(const model::screen::Cover& screen) const { draw_cover(page, screen); }
    void operator()(const model::screen::Joint& screen) const { draw_joint(page, screen); }
    void operator()(const model::screen::MissionAgreed& screen) const { draw_mission_agreed(page, screen); }
    void operator()(const model::screen::Thanks& screen) const { draw_thanks(page, screen); }
    void operator()(const model::screen::Articles& screen) const { draw_articles(page, screen); }
    void operator()(const model::screen::Reading& screen) const { draw_reading(page, screen); }
    void operator()(const model::screen::StaffDoor& screen) const { draw_staff_door(page, screen); }
    void operator()(const model::screen::DeskPin& screen) const { draw_desk_pin(page, screen); }
    void operator()(const model::screen::Desk& screen) const { draw_desk(page, screen); }
    void operator()(const model::screen::NewSitting& screen) const { draw_new_sitting(page, screen); }
    void operator()(const model::screen::SittingCreated& screen) const { draw_sitting_created(page, screen); }
    void operator()(const model::screen::DayList& screen) const { draw_day_list(page, screen); }
    void operator()(const model::screen::ConfirmPark& screen) const { draw_confirm_park(page, screen); }
    void operator()(const model::screen::ConfirmCancel& screen) const { draw_confirm_cancel(page, screen); }
    void operator()(const model::screen::ConfirmClose& screen) const { draw_confirm_close(page, screen); }
    void operator()(const model::screen::MoveSitting& screen) const { draw_move_sitting(page, screen); }
    void operator()(const model::screen::WhoAsked& screen) const { draw_who_asked(page, screen); }
    void operator()(const model::screen::Ready& screen) const { draw_ready(page, screen); }
    void operator()(const model::screen::Unlock& screen) const { draw_unlock(page, screen); }
    void operator()(const model::screen::Recover& screen) const { draw_recover(page, screen); }
    void operator()(const model::screen::Caseload& screen) const { draw_caseload(page, screen); }
    void operator()(const model::screen::Case& screen) const { draw_case(page, screen); }
    void operator()(const model::screen::Export& screen) const { draw_export(page, screen); }
    void operator()(const model::screen::CaseActions& screen) const { draw_case_actions(page, screen); }
    void operator()(const model::screen::Figures& screen) const { draw_figures(page, screen); }
    void operator()(const model::screen::ChooseCards& screen) const { draw_choose_cards(page, screen); }
    void operator()(const model::screen::TogetherView& screen) const { draw_together(page, screen); }
    void operator()(const model::screen::EndTogether& screen) const { draw_end_together(page, screen); }
    void operator()(const model::screen::OutOfOrder& screen) const { draw_out_of_order(page, screen); }
};

template<class... Screens>
bool shows_any(const model::State& state) {
    return (std::holds_alternative<Screens>(state.screen) || ...);
}

// A demo says so on every screen, and gives its codes where they are asked for. It stands above the top margin, so it
// takes no room from any screen, and does not grow with the text.
void demo_ribbon(Page& page) {
    const model::DemoCodes& codes = *page.state.demo;
    const bool asked = !page.state.help_open && !page.state.look_open && !page.state.idle_asked &&
                       shows_any<model::screen::Welcome, model::screen::StaffDoor, model::screen::EntryCode,
                                 model::screen::DeskPin, model::screen::Unlock, model::screen::EndTogether>(page.state);
    std::string words = tr("demo.mark", "Demo");
    if (asked) {
        words = fill(tr("demo.codes", "Demo · entry {entry} · desk {desk} · passphrase {passphrase}"),
                     {{"entry", codes.entry_code}, {"desk", codes.desk_pin}, {"passphrase", codes.passphrase}});
    }
    page.ribbon(std::move(words));
}

bool is_dark(const model::State& state) {
    const auto* welcome = std::get_if<model::screen::Welcome>(&state.screen);
    return welcome != nullptr && welcome->dark;
}

bool fades(const model::State& state) {
    return !state.appearance.reduced_motion && !shows_any<model::screen::Cover>(state);
}

}

Tree draw(const model::State& state, const View& view, const Surface& surface) {
    const core::Speaking speaking(state.catalogue.get());
    Page page(state, view, surface, model::page_id(state).name);
    if (state.help_open) {
        draw_help(page);
    } else if (state.idle_asked) {
        draw_idle_question(page);
    } else if (state.speech_open) {
        draw_speech_panel(page);
    } else if (state.look_open) {
        draw_look(page);
    } else {
        std::visit(Draw{page}, state.screen);
    }
    if (state.demo && !is_dark(state)) demo_ribbon(page);
    draw_focus(page);
    if (moving(state, view.now)) {
        const auto shown_for = std::clamp(view.now.steady - state.shown_at, core::Milliseconds::zero(), fade_time);
        const float share = 1 - static_cast<float>(shown_for.count()) / static_cast<float>(fade_time.count());
        page.box({0, 0, page.width(), page.height()}, faded(page.color.bg, share), 0);
    }
    return std::move(page.tree);
}

bool moving(const model::State& state, core::Now now) {
    return fades(state) && now.steady < state.shown_at + fade_time;
}

Fit fit(int panel_width, int panel_height) {
    const bool portrait = panel_height > panel_width;
    const Size least = portrait ? Size{1080, 1920} : Size{1280, 800};
    const float wide = static_cast<float>(std::max(panel_width, 1)),
                high = static_cast<float>(std::max(panel_height, 1));
    const float scale = std::min(wide / least.w, high / least.h);
    return {{wide / scale, high / scale}, scale, portrait};
}

}
