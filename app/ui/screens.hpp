// One function a screen, each in a file of its own by the person who sees it.
#pragma once
#include "ui/kit/page.hpp"

namespace ui {

void draw_welcome(Page& page, const model::screen::Welcome& screen);
void draw_entry_code(Page& page, const model::screen::EntryCode& screen);
void draw_who_is_here(Page& page, const model::screen::WhoIsHere& screen);
void draw_return_code(Page& page, const model::screen::ReturnCode& screen);
void draw_not_asked(Page& page, const model::screen::NotAsked& screen);
void draw_names(Page& page, const model::screen::Names& screen);
void draw_before_you_begin(Page& page, const model::screen::BeforeYouBegin& screen);
void draw_choose_code(Page& page, const model::screen::ChooseCode& screen);
void draw_module_intro(Page& page, const model::screen::ModuleIntro& screen);
void draw_rest(Page& page, const model::screen::Rest& screen);
void draw_question(Page& page, const model::screen::Question& screen);
void draw_wrong_tries(Page& page, const model::screen::WrongTries& screen);
void draw_without_consent(Page& page, const model::screen::WithoutConsent& screen);
void draw_whose_answers(Page& page, const model::screen::WhoseAnswers& screen);
void draw_release(Page& page, const model::screen::Release& screen);
void draw_review(Page& page, const model::screen::Review& screen);
void draw_hand_over(Page& page, const model::screen::HandOver& screen);
void draw_cover(Page& page, const model::screen::Cover& screen);
void draw_joint(Page& page, const model::screen::Joint& screen);
void draw_mission_agreed(Page& page, const model::screen::MissionAgreed& screen);
void draw_thanks(Page& page, const model::screen::Thanks& screen);
void draw_articles(Page& page, const model::screen::Articles& screen);
void draw_reading(Page& page, const model::screen::Reading& screen);
void draw_staff_door(Page& page, const model::screen::StaffDoor& screen);
void draw_desk_pin(Page& page, const model::screen::DeskPin& screen);
void draw_desk(Page& page, const model::screen::Desk& screen);
void draw_new_sitting(Page& page, const model::screen::NewSitting& screen);
void draw_sitting_created(Page& page, const model::screen::SittingCreated& screen);
void draw_day_list(Page& page, const model::screen::DayList& screen);
void draw_confirm_park(Page& page, const model::screen::ConfirmPark& screen);
void draw_confirm_cancel(Page& page, const model::screen::ConfirmCancel& screen);
void draw_confirm_close(Page& page, const model::screen::ConfirmClose& screen);
void draw_move_sitting(Page& page, const model::screen::MoveSitting& screen);
void draw_who_asked(Page& page, const model::screen::WhoAsked& screen);
void draw_ready(Page& page, const model::screen::Ready& screen);
void draw_unlock(Page& page, const model::screen::Unlock& screen);
void draw_recover(Page& page, const model::screen::Recover& screen);
void draw_caseload(Page& page, const model::screen::Caseload& screen);
void draw_case(Page& page, const model::screen::Case& screen);
void draw_export(Page& page, const model::screen::Export& screen);
void draw_case_actions(Page& page, const model::screen::CaseActions& screen);
void draw_figures(Page& page, const model::screen::Figures& screen);
void draw_choose_cards(Page& page, const model::screen::ChooseCards& screen);
void draw_together(Page& page, const model::screen::TogetherView& screen);
void draw_end_together(Page& page, const model::screen::EndTogether& screen);
void draw_out_of_order(Page& page, const model::screen::OutOfOrder& screen);

// Over any screen.
void draw_help(Page& page);          // crisis and help lines
void draw_idle_question(Page& page); // "Are you still there?"
void draw_speech_panel(Page& page);  // reading aloud: on or off, how loud, how fast, and whether there is a headset

// Over any of the couple's: text size, colours, language.
void draw_look(Page& page);

}
