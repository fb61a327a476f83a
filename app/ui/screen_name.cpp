#include "ui/screen_name.hpp"

namespace ui {

namespace {

using namespace model;

std::string with_page(std::string name, std::size_t page) {
    if (page > 0) name += ":" + std::to_string(page + 1);
    return name;
}

struct Namer {
    const State& state;

    const Module* module_of(const Session& session, std::size_t index) const {
        if (!state.content) return nullptr;
        const Packet* packet = find_packet(*state.content, session.seat.sitting.packet);
        return packet && index < packet->modules.size() ? find_module(*state.content, packet->modules[index]) : nullptr;
    }

    std::string operator()(const screen::Welcome&) const { return "welcome"; }
    std::string operator()(const screen::EntryCode&) const { return "entry-code"; }
    std::string operator()(const screen::WhoIsHere&) const { return "who-is-here"; }
    std::string operator()(const screen::ReturnCode&) const { return "return-code"; }
    std::string operator()(const screen::Names& names) const {
        return names.asking_partner ? "names:partner" : "names:own";
    }
    std::string operator()(const screen::BeforeYouBegin& before) const {
        return with_page("before-you-begin", before.page);
    }
    std::string operator()(const screen::ChooseCode& code) const {
        return code.confirming ? "choose-code:again" : "choose-code";
    }
    std::string operator()(const screen::ModuleIntro& intro) const {
        const Module* module = module_of(intro.session, intro.module);
        return with_page("module:" + (module ? module->id.value : std::to_string(intro.module)), intro.page);
    }
    std::string operator()(const screen::Question& question) const {
        const Module* module = module_of(question.session, question.module);
        std::string name = "question:" + (module ? module->id.value : std::to_string(question.module)) + ":";
        name += module && question.item < module->items.size() ? module->items[question.item].id.value
                                                               : std::to_string(question.item);
        if (question.second_direction) name += ":second";
        return with_page(std::move(name), question.choices_page);
    }
    std::string operator()(const screen::Release& release) const { return with_page("release", release.page); }
    std::string operator()(const screen::Review& review) const { return with_page("review", review.page); }
    std::string operator()(const screen::HandOver&) const { return "hand-over"; }
    std::string operator()(const screen::Cover&) const { return "cover"; }
    std::string operator()(const screen::Joint& joint) const {
        if (joint.writing) return "joint:writing";
        return with_page(!joint.tab ? "joint" : *joint.tab == model::Role::a ? "joint:a" : "joint:b", joint.page);
    }
    std::string operator()(const screen::Thanks&) const { return "thanks"; }
    std::string operator()(const screen::Articles& articles) const { return with_page("articles", articles.page); }
    std::string operator()(const screen::Reading& reading) const {
        const bool known = state.content && reading.article < state.content->articles.size();
        return with_page(
            "reading:" + (known ? state.content->articles[reading.article].id.value : std::to_string(reading.article)),
            reading.page);
    }
    std::string operator()(const screen::AppearanceChoice&) const { return "look"; }
    std::string operator()(const screen::StaffDoor& door) const { return with_page("staff-door", door.page); }
    std::string operator()(const screen::DeskPin&) const { return "desk-pin"; }
    std::string operator()(const screen::Desk& desk) const {
        if (desk.open_row) return "desk:row:" + std::to_string(desk.open_row->value);
        return with_page("desk", desk.page);
    }
    std::string operator()(const screen::NewSitting& sitting) const {
        return sitting.typing ? "new-sitting:code" : with_page("new-sitting", sitting.page);
    }
    std::string operator()(const screen::SittingCreated&) const { return "sitting-created"; }
    std::string operator()(const screen::ConfirmPark&) const { return "confirm-park"; }
    std::string operator()(const screen::ConfirmCancel&) const { return "confirm-cancel"; }
    std::string operator()(const screen::MoveSitting& move) const { return with_page("move-sitting", move.page); }
    std::string operator()(const screen::WhoAsked& asked) const { return asked.who ? "who-asked:shown" : "who-asked"; }
    std::string operator()(const screen::Ready&) const { return "ready"; }
    std::string operator()(const screen::Unlock&) const { return "unlock"; }
    std::string operator()(const screen::Caseload& caseload) const {
        return with_page(caseload.typing ? "caseload:search" : "caseload", caseload.first);
    }
    std::string operator()(const screen::Case& file) const {
        const auto tab = [&]() -> std::string {
            if (file.note) return "note";
            if (file.behind) return "behind";
            switch (file.tab) {
            case CaseTab::overview:
                return "overview";
            case CaseTab::trend:
                return "trend";
            case CaseTab::notes:
                return "notes";
            case CaseTab::scores:
                return "scores";
            case CaseTab::answers:
                return "answers";
            case CaseTab::mission:
                return "mission";
            case CaseTab::private_view:
                return file.opened_private ? "private:open" : "private";
            }
            return "scores";
        };
        const std::string who = file.role == model::Role::a ? "a" : "b";
        return with_page("case:" + tab() + ":" + who + ":visit" + std::to_string(file.visit + 1), file.page);
    }
    std::string operator()(const screen::Export& chart) const {
        return with_page(chart.written_to.empty() ? "export" : "export:done", chart.page);
    }
    std::string operator()(const screen::CaseActions& folder) const {
        switch (folder.task) {
        case CaseTask::menu:
            return with_page("folder", folder.page);
        case CaseTask::follow_up:
            return with_page("folder:follow-up", folder.page);
        case CaseTask::share:
            return with_page("folder:share", folder.page);
        case CaseTask::hand_over:
            return with_page("folder:hand-over", folder.page);
        case CaseTask::move_part:
            return folder.typing ? "folder:move-part:typing" : with_page("folder:move-part", folder.page);
        case CaseTask::erase:
            return folder.typing ? "folder:erase:typing" : with_page("folder:erase", folder.page);
        }
        return "folder";
    }
    std::string operator()(const screen::ChooseCards& choose) const { return with_page("choose-cards", choose.page); }
    std::string operator()(const screen::TogetherView& view) const {
        return with_page(view.card ? "together:card:" + std::to_string(*view.card + 1) : "together", view.page);
    }
    std::string operator()(const screen::EndTogether&) const { return "end-together"; }
    std::string operator()(const screen::OutOfOrder&) const { return "out-of-order"; }
};

}

std::string screen_name(const State& state) {
    if (state.help_open) return with_page("help", state.help_page);
    if (state.idle_asked) return "idle";
    return std::visit(Namer{state}, state.screen);
}

}
