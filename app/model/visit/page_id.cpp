#include "model/visit/page_id.hpp"
#include <algorithm>

namespace model {
namespace {

std::string with_page(std::string name, std::size_t page) {
    if (page > 0) name += ":" + std::to_string(page + 1);
    return name;
}

std::string of_partner(Partner partner) {
    return partner == Partner::a ? "a" : "b";
}

std::string of_tab(const screen::Case& file) {
    switch (file.tab) {
    case CaseTab::brief:
        return "brief";
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
    return {};
}

std::string of_pictures(Pictures pictures) {
    constexpr const char* names[] = {"glance", "map", "scores", "moves", "gaps", "people"};
    return names[static_cast<std::size_t>(pictures)];
}

std::string of_task(CaseTask task) {
    switch (task) {
    case CaseTask::menu:
        return "folder";
    case CaseTask::follow_up:
        return "folder:follow-up";
    case CaseTask::share:
        return "folder:share";
    case CaseTask::hand_over:
        return "folder:hand-over";
    case CaseTask::move_part:
        return "folder:move-part";
    case CaseTask::new_code:
        return "folder:new-code";
    case CaseTask::erase:
        return "folder:erase";
    }
    return {};
}

std::string of_desk(screen::DeskPage page) {
    switch (page) {
    case screen::DeskPage::board:
        return "desk";
    case screen::DeskPage::checks:
        return "desk:checks";
    case screen::DeskPage::forgotten_codes:
        return "desk:codes";
    }
    return {};
}

// Every screen says what makes it another page: one that is missing here does not compile.
struct Namer {
    const State& state;

    const Module* module_of(const Session& session, std::size_t index) const {
        if (!state.content) return nullptr;
        const auto& content = content_of(*state.content, session.seat.sitting);
        const Packet* packet = find_packet(content, session.seat.sitting.packet);
        return packet && index < packet->modules.size() ? find_module(content, packet->modules[index]) : nullptr;
    }

    std::string operator()(const screen::Welcome& welcome) const { return welcome.dark ? "welcome:dark" : "welcome"; }
    std::string operator()(const screen::EntryCode&) const { return "entry-code"; }
    std::string operator()(const screen::WhoIsHere&) const { return "who-is-here"; }
    std::string operator()(const screen::ReturnCode&) const { return "return-code"; }
    std::string operator()(const screen::NotAsked&) const { return "not-asked"; }
    std::string operator()(const screen::Names& names) const {
        return names.mends ? "names:mend" : names.asking_partner ? "names:partner" : "names:own";
    }
    std::string operator()(const screen::BeforeYouBegin& before) const {
        return with_page("before-you-begin", before.page);
    }
    std::string operator()(const screen::ChooseCode& code) const {
        const std::string name = code.anew ? "choose-code:anew" : "choose-code";
        return code.confirming ? name + ":again" : name;
    }
    std::string operator()(const screen::ModuleIntro& intro) const {
        const Module* module = module_of(intro.session, intro.module);
        return with_page("module:" + (module ? module->id.value : std::to_string(intro.module)), intro.page);
    }
    std::string operator()(const screen::Rest& rest) const {
        return with_page("rest:" + std::to_string(rest.module), rest.page);
    }
    std::string operator()(const screen::Question& question) const {
        const Module* module = module_of(question.session, question.module);
        std::string name = "question:" + (module ? module->id.value : std::to_string(question.module)) + ":";
        name += module && question.item < module->items.size() ? module->items[question.item].id.value
                                                               : std::to_string(question.item);
        if (question.earlier == screen::Earlier::covered) name += ":covered";
        if (question.second_direction) name += ":second";
        // A signature is drawn, or written as a name with the keyboard; words have their keyboard always.
        const bool signs = module && question.item < module->items.size() &&
                           entered_by(module->items[question.item].kind) == EnteredBy::pen;
        if (signs && question.writing) name += ":by-name";
        return with_page(std::move(name), question.choices_page);
    }
    std::string operator()(const screen::WrongTries& tries) const { return with_page("wrong-tries", tries.page); }
    std::string operator()(const screen::WithoutConsent& without) const {
        return with_page("without-consent", without.page);
    }
    std::string operator()(const screen::WhoseAnswers& whose) const { return with_page("whose-answers", whose.page); }
    std::string operator()(const screen::Release& release) const { return with_page("release", release.page); }
    std::string operator()(const screen::Review& review) const { return with_page("review", review.page); }
    std::string operator()(const screen::HandOver&) const { return "hand-over"; }
    std::string operator()(const screen::Cover&) const { return "cover"; }
    std::string operator()(const screen::Joint& joint) const {
        if (joint.writing) return "joint:writing";
        return with_page(joint.tab ? "joint:" + of_partner(*joint.tab) : "joint", joint.page);
    }
    std::string operator()(const screen::MissionAgreed& agreed) const { return with_page("agreed", agreed.page); }
    std::string operator()(const screen::Thanks&) const { return "thanks"; }
    std::string operator()(const screen::Articles& articles) const { return with_page("articles", articles.page); }
    std::string operator()(const screen::Reading& reading) const {
        const bool known = state.content && reading.article < state.content->articles.size();
        return with_page(
            "reading:" + (known ? state.content->articles[reading.article].id.value : std::to_string(reading.article)),
            reading.page);
    }
    std::string operator()(const screen::StaffDoor& door) const { return with_page("staff-door", door.page); }
    std::string operator()(const screen::DeskPin&) const { return "desk-pin"; }
    std::string operator()(const screen::Desk& desk) const {
        // What is told there moves what stands below it.
        return with_page(desk.open_row
                             ? "desk:row:" + std::to_string(desk.open_row->value) + (desk.notice.empty() ? "" : ":told")
                             : of_desk(desk.shown),
                         desk.page);
    }
    std::string operator()(const screen::NewSitting& sitting) const {
        if (sitting.asks_for_second) return "new-sitting:second";
        return sitting.typing ? "new-sitting:code" : with_page("new-sitting", sitting.page);
    }
    std::string operator()(const screen::SittingCreated& created) const {
        return created.notice.empty() ? "sitting-created" : "sitting-created:told";
    }
    std::string operator()(const screen::DayList& list) const {
        return with_page(list.plan ? "day-list:plan" : list.files ? "day-list" : "day-list:looking", list.page);
    }
    std::string operator()(const screen::ConfirmPark&) const { return "confirm-park"; }
    std::string operator()(const screen::ConfirmCancel&) const { return "confirm-cancel"; }
    std::string operator()(const screen::ConfirmClose& close) const {
        return with_page("confirm-close:" + (close.partner ? of_partner(*close.partner) : "joint"), close.page);
    }
    std::string operator()(const screen::MoveSitting& move) const { return with_page("move-sitting", move.page); }
    std::string operator()(const screen::WhoAsked& asked) const { return asked.who ? "who-asked:shown" : "who-asked"; }
    std::string operator()(const screen::Ready&) const { return "ready"; }
    std::string operator()(const screen::Unlock&) const { return "unlock"; }
    std::string operator()(const screen::Recover& recover) const {
        using enum screen::Recover::Step;
        switch (recover.step) {
        case words:
            return "recover:words";
        case passphrase:
            return "recover:passphrase";
        case again:
            return "recover:again";
        case place:
            return recover.working ? "recover:working" : with_page("recover:place", recover.page);
        case done:
            return with_page("recover:done", recover.page);
        }
        return {};
    }
    std::string operator()(const screen::Caseload& caseload) const {
        // What is said of a session may make its row higher, and moves those below.
        const auto told = std::ranges::count_if(
            caseload.glances, [](const auto& glance) { return !(glance.second.session == SessionSigns()); });
        auto name = std::string(caseload.typing ? "caseload:search" : "caseload");
        if (told > 0) name += ":" + std::to_string(told);
        return with_page(std::move(name), caseload.first);
    }
    std::string operator()(const screen::Case& file) const {
        auto name = "case:" +
                    (file.menu     ? *file.menu == CaseMenu::tabs ? "tabs" : "more"
                     : file.note   ? "note"
                     : file.behind ? "behind"
                                   : of_tab(file)) +
                    ":" + of_partner(file.partner) + ":visit" + std::to_string(file.visit + 1);
        if (file.menu) return name;
        if (!file.note && file.behind) {
            const auto& behind = *file.behind;
            name += ":" + behind.module.value;
            if (behind.scale) name += ":scale:" + behind.scale->value;
            if (behind.item) name += ":item:" + behind.item->value;
            name += ":" + of_partner(behind.partner);
        } else if (!file.note && file.tab == CaseTab::overview) {
            if (file.pictures) name += ":" + of_pictures(*file.pictures);
        } else if (!file.note && file.tab == CaseTab::answers) {
            if (file.answers_by_form) name += ":by-form";
        } else if (!file.note && file.tab == CaseTab::trend) {
            if (file.trend > 0) name += ":score" + std::to_string(file.trend + 1);
        } else if (!file.note && file.tab == CaseTab::mission) {
            if (file.versions_compared) name += ":compared";
        } else if (!file.note && file.tab == CaseTab::private_view) {
            if (file.asking_private) name += ":asking";
        }
        return with_page(std::move(name), file.page);
    }
    std::string operator()(const screen::Export& writing) const {
        if (writing.typing) return "export:passphrase";
        if (writing.working) return "export:working";
        return with_page(writing.written_to.empty() ? "export" : "export:done", writing.page);
    }
    std::string operator()(const screen::CaseActions& folder) const {
        if (folder.typing) return of_task(folder.task) + ":typing";
        return with_page(of_task(folder.task), folder.page);
    }
    std::string operator()(const screen::Figures& figures) const {
        if (figures.working) return "figures:working";
        return with_page(figures.figures ? "figures:counted" : "figures", figures.page);
    }
    std::string operator()(const screen::ChooseCards& choose) const { return with_page("choose-cards", choose.page); }
    std::string operator()(const screen::TogetherView& view) const {
        return with_page(view.card ? "together:card:" + std::to_string(*view.card + 1) : "together", view.page);
    }
    std::string operator()(const screen::EndTogether&) const { return "end-together"; }
    std::string operator()(const screen::OutOfOrder&) const { return "out-of-order"; }
};

// One tap decides something here that the next cannot take back, or leaves what must be read first: an entry code, who
// will read a case, what is sealed.
struct Decides {
    bool operator()(const screen::Review& review) const { return !review.sealing; }
    bool operator()(const screen::WrongTries&) const { return true; }
    bool operator()(const screen::WhoseAnswers&) const { return true; }
    bool operator()(const screen::HandOver&) const { return true; }
    bool operator()(const screen::SittingCreated&) const { return true; }
    bool operator()(const screen::DayList& list) const { return list.plan.has_value(); }
    bool operator()(const screen::ConfirmPark&) const { return true; }
    bool operator()(const screen::ConfirmCancel&) const { return true; }
    bool operator()(const screen::ConfirmClose&) const { return true; }
    bool operator()(const screen::MoveSitting&) const { return true; }
    bool operator()(const screen::Case& file) const { return file.asking_private; }
    bool operator()(const screen::Export& writing) const { return !writing.typing; }
    bool operator()(const screen::CaseActions& folder) const {
        return folder.task != CaseTask::menu && folder.task != CaseTask::follow_up && !folder.typing;
    }
    bool operator()(const screen::ChooseCards&) const { return true; }
    bool operator()(const screen::Recover& recover) const {
        return recover.step == screen::Recover::Step::place || recover.step == screen::Recover::Step::done;
    }

    bool operator()(const screen::Welcome&) const { return false; }
    bool operator()(const screen::EntryCode&) const { return false; }
    bool operator()(const screen::WhoIsHere&) const { return false; }
    bool operator()(const screen::ReturnCode&) const { return false; }
    bool operator()(const screen::NotAsked&) const { return false; }
    bool operator()(const screen::Names&) const { return false; }
    bool operator()(const screen::BeforeYouBegin&) const { return false; }
    bool operator()(const screen::ChooseCode&) const { return false; }
    bool operator()(const screen::ModuleIntro&) const { return false; }
    bool operator()(const screen::Rest&) const { return false; }
    bool operator()(const screen::Question&) const { return false; }
    bool operator()(const screen::WithoutConsent&) const { return false; }
    bool operator()(const screen::Release&) const { return false; }
    bool operator()(const screen::Cover&) const { return false; }
    bool operator()(const screen::Joint&) const { return false; }
    bool operator()(const screen::MissionAgreed&) const { return true; }
    bool operator()(const screen::Thanks&) const { return false; }
    bool operator()(const screen::Articles&) const { return false; }
    bool operator()(const screen::Reading&) const { return false; }
    bool operator()(const screen::StaffDoor&) const { return false; }
    bool operator()(const screen::DeskPin&) const { return false; }
    bool operator()(const screen::Desk&) const { return false; }
    bool operator()(const screen::NewSitting& sitting) const { return sitting.asks_for_second; }
    bool operator()(const screen::WhoAsked&) const { return false; }
    bool operator()(const screen::Ready&) const { return false; }
    bool operator()(const screen::Unlock&) const { return false; }
    bool operator()(const screen::Caseload&) const { return false; }
    bool operator()(const screen::Figures&) const { return false; }
    bool operator()(const screen::TogetherView&) const { return false; }
    bool operator()(const screen::EndTogether&) const { return false; }
    bool operator()(const screen::OutOfOrder&) const { return false; }
};

// Whoever leafs through a page has come to it before.
bool on_first_page(const Screen& screen) {
    return std::visit(
        [](const auto& shown) {
            if constexpr (requires { shown.page; }) return shown.page == 0;
            return true;
        },
        screen);
}

}

PageId page_id(const State& state) {
    if (state.help_open) return {with_page("help", state.help_page)};
    if (state.idle_asked) return {"idle"};
    if (state.speech_open) return {with_page("speech", state.speech_page)};
    if (state.look_open) return {with_page("look", state.look_page)};
    return {std::visit(Namer{state}, state.screen)};
}

std::chrono::milliseconds settle_time_of(const State& state) {
    if (state.help_open || state.look_open || state.speech_open || state.idle_asked) return settle_time;
    const bool decides = std::visit(Decides{}, state.screen) && on_first_page(state.screen);
    return decides ? settle_time_to_decide : settle_time;
}

}
