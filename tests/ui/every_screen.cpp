#include "every_screen.hpp"

namespace every {

namespace {

// Screens that are shown with the same content and practice.
class Group {
public:
    Group(std::vector<Shown>& all, model::State base) : m_all(all), m_base(std::move(base)) {
        m_base.appearance.reduced_motion = true;
    }
    void add(std::string name, model::Screen screen) {
        m_all.push_back({std::move(name), m_base});
        m_all.back().state.screen = std::move(screen);
    }
    void add(const samples::Sample& sample) {
        m_all.push_back({sample.name, m_base});
        sample.set(m_all.back().state);
    }

private:
    std::vector<Shown>& m_all;
    model::State m_base;
};

// A form's beginning may be longer than a page.
void add_shipped_forms(std::vector<Shown>& all) {
    auto state = asking::state_with(model::screen::Welcome{});
    state.content = std::make_shared<const model::Content>(couple::shipped());
    Group forms(all, state);
    for (const auto& packet : state.content->packets)
        for (std::size_t i = 0; i < packet.modules.size(); ++i) {
            auto session = asking::session();
            session.seat.sitting.packet = packet.id;
            session.content = {};
            forms.add("beginning of " + packet.modules[i].value,
                      model::screen::ModuleIntro{.session = session, .module = i});
            if (i > 0)
                forms.add("rest before " + packet.modules[i].value,
                          model::screen::Rest{.session = std::move(session), .module = i});
        }
}

void add_the_couples(std::vector<Shown>& all) {
    Group around(all, samples::state_of(samples::usual_couple));
    for (const auto& sample : samples::couple_samples(samples::usual_couple))
        around.add(sample);
    auto helped = samples::state_of(samples::usual_couple);
    auto practice = *helped.practice;
    for (int i = 0; i < 12; ++i)
        practice.help_lines.push_back({"Help line " + std::to_string(i), "555-010" + std::to_string(i), "Any hour"});
    helped.practice = std::make_shared<const model::Practice>(practice);
    helped.help_open = true;
    Group(all, helped).add("many help lines", model::screen::Welcome{});
    Group answered(all, asking::state_with(model::screen::Welcome{}));
    for (const auto& sample : asking::answer_samples(false))
        answered.add(sample.name, sample.screen);
    for (const bool long_names : {false, true})
        for (const auto& sample : asking::staff_samples(long_names))
            answered.add(sample.name + (long_names ? ", long names" : ""), sample.screen);
    // Pages that have a second one only where a name is absurdly long, as somebody may type it.
    auto row = asking::board(true).rows[0];
    for (int i = 0; i < 18; ++i) {
        row.chart_code += " RG-2041";
        row.therapist += " Featherstonehaugh";
    }
    answered.add("created, in many words", model::screen::SittingCreated{asking::board(true), row});
    answered.add("park, in many words", model::screen::ConfirmPark{asking::board(true), row});
    answered.add("close, in many words", model::screen::ConfirmClose{.board = asking::board(true), .row = row});
    model::screen::WrongTries tries{.session = asking::session(true), .count = 7};
    for (int i = 0; i < 30; ++i)
        tries.session.seat.sitting.therapist += " Featherstonehaugh";
    answered.add("wrong tries, in many words", tries);
    model::screen::WithoutConsent without{.session = asking::session(true)};
    for (int i = 0; i < 30; ++i)
        without.session.seat.sitting.therapist += " Featherstonehaugh";
    answered.add("without consent, in many words", without);
    model::screen::WhoseAnswers whose = asking::whose_answers(true);
    for (int i = 0; i < 30; ++i)
        whose.session.content.about.begin()->second += " Featherstonehaugh";
    answered.add("whose answers, in many words", whose);
    answered.add("cancel, in many words", model::screen::ConfirmCancel{asking::board(true), row});
}

// The disk is slow, or refused the last answer.
void add_what_is_being_saved(std::vector<Shown>& all) {
    Group answered(all, asking::state_with(model::screen::Welcome{}));
    const auto add = [&](const std::string& name, auto screen) {
        screen.session.trouble = true;
        if constexpr (requires { screen.session.seat; })
            screen.session.pending.push_back(model::Visited{{{"every-kind"}, {"usual"}}});
        else
            screen.session.pending.push_back(model::AssentChanged{model::Partner::a, true});
        answered.add(name + ", not saved", screen);
        screen.session.saving = true;
        screen.session.trouble = false;
        answered.add(name + ", being saved", screen);
        screen.session.trouble = true;
        answered.add(name + ", being saved again", screen);
    };
    add("module", asking::intro(0, false));
    add("question", asking::question("usual"));
    add("wrong tries", model::screen::WrongTries{.session = asking::session(), .count = 3});
    add("whose answers", asking::whose_answers());
    add("without consent", model::screen::WithoutConsent{.session = asking::session()});
    add("rest", model::screen::Rest{.session = asking::session(), .module = 1});
    add("release", asking::release(false));
    add("review", asking::review(false));
    add("joint", asking::joint());
}

void add_the_list(Group& therapist) {
    auto list = samples::a_caseload();
    therapist.add("caseload", list);
    list.typing = true;
    therapist.add("search", list);
    therapist.add("empty caseload", samples::list_of({}));
    model::screen::Unlock unlock{{{1}, "Dr. Okafor"}, samples::typed(9)};
    unlock.passphrase.working = true;
    therapist.add("passphrase being checked", unlock);
}

void add_cases(Group& therapist) {
    using model::CaseTab, model::CaseTask;
    for (const auto tab : {CaseTab::brief, CaseTab::overview, CaseTab::trend, CaseTab::scores, CaseTab::answers,
                           CaseTab::mission, CaseTab::notes, CaseTab::private_view})
        therapist.add("case, tab " + std::to_string(static_cast<int>(tab)), samples::an_open_case(tab));
    auto listed = samples::an_open_case(CaseTab::brief);
    for (const auto menu : {model::CaseMenu::tabs, model::CaseMenu::more}) {
        listed.menu = menu;
        therapist.add(menu == model::CaseMenu::tabs ? "the list of tabs" : "what is done with the case", listed);
    }
    auto opened = samples::an_open_case(CaseTab::private_view);
    opened.asking_private = true;
    therapist.add("the step before private answers", opened);
    opened.asking_private = false;
    opened.opened_private = samples::private_answers(model::Partner::a);
    therapist.add("private answers", opened);
    auto noted = samples::an_open_case(CaseTab::notes);
    noted.note = model::edit_of("They laughed when they came in.", 20'000, core::Lines::many);
    therapist.add("a note being written", noted);
    noted.note_saving = true;
    therapist.add("a note being saved", noted);
    noted.note_saving = false;
    noted.note_trouble = noted.file.visits.front().sitting;
    therapist.add("a note that could not be saved", noted);
    for (const auto task : {CaseTask::menu, CaseTask::follow_up, CaseTask::share, CaseTask::hand_over,
                            CaseTask::move_part, CaseTask::new_code, CaseTask::erase})
        for (const bool typing : {false, true}) {
            model::screen::CaseActions folder{.from = samples::an_open_case(CaseTab::scores),
                                              .task = task,
                                              .chart_code = model::edit_of("RG-2041", 40, core::Lines::one),
                                              .typing = typing};
            // Somebody comes back to their part.
            if (task == CaseTask::new_code)
                folder.from.file.visits[folder.from.visit].a.status = model::PartStatus::open;
            folder.from.file.colleagues = {{{2}, "M. Reyes, LMFT"}, {{3}, "Dr. Anneliese Hohenstaufen-Wittgenstein"}};
            const bool types = task == CaseTask::move_part || task == CaseTask::erase;
            if (types || !typing)
                therapist.add("folder, task " + std::to_string(static_cast<int>(task)) + (typing ? ", typing" : ""),
                              folder);
        }
    model::screen::Export exported{.from = samples::an_open_case(CaseTab::scores), .written_to = {}, .problem = {}};
    exported.usb_drives = {{"KINGSTON", "/media/KINGSTON"}};
    therapist.add("export", exported);
    auto with_note = exported;
    with_note.from.file.visits[with_note.from.visit].note = "They laughed when they came in.";
    therapist.add("export, with a note", with_note);
    exported.whose = model::Partner::a;
    exported.written_to = "/var/lib/sameside/export/RG-2041-A private 2025-03-04.pdf";
    therapist.add("exported", exported);
    exported.working = true;
    exported.done = 3;
    exported.of = 41;
    therapist.add("export being written", exported);
}

void add_figures(Group& therapist) {
    model::screen::Figures figures{.therapist = {{1}, "Dr. Okafor"}};
    therapist.add("figures, asked for", figures);
    figures.working = true;
    therapist.add("figures, about to be counted", figures);
    figures.done = 340;
    figures.of = 1000;
    therapist.add("figures being counted", figures);
    figures.working = false;
    figures.problem = core::message("error.io", "The kiosk could not reach its disk. Please call the technician.");
    therapist.add("figures that could not be counted", figures);
    figures.problem = {};
    figures.figures = support::some_figures(samples::some_content(), samples::march_4);
    therapist.add("figures", figures);
    figures.written_to = "/var/lib/sameside/charts/figures.csv\n/var/lib/sameside/charts/figures items.csv\n"
                         "/var/lib/sameside/charts/figures times.csv\n"
                         "/var/lib/sameside/charts/figures.pdf";
    therapist.add("figures, written", figures);
    figures.figures = std::make_shared<const model::PracticeFigures>();
    figures.written_to.clear();
    therapist.add("figures of nothing", figures);
}

void add_together(Group& therapist) {
    using model::CardKind;
    for (const auto& together : {samples::everything(), samples::the_longest()}) {
        therapist.add("together", samples::a_view(together));
        for (const auto kind : {CardKind::talk, CardKind::text, CardKind::article}) {
            const auto found = std::ranges::find(together.cards, kind, &model::TogetherCard::kind);
            REQUIRE(found != together.cards.end());
            therapist.add("card alone: " + found->title,
                          samples::a_view(together, static_cast<std::size_t>(found - together.cards.begin())));
        }
        therapist.add("choose cards", model::screen::ChooseCards{.from = samples::an_open_case(model::CaseTab::scores),
                                                                 .offered = together,
                                                                 .picked = usual_picks(together)});
    }
    therapist.add("end of together", model::screen::EndTogether{.from = samples::a_view(samples::everything()),
                                                                .passphrase = samples::typed(9),
                                                                .problem = {}});
}

void add_pictures(std::vector<Shown>& all) {
    auto made = couple::after_five_visits();
    const model::screen::Case opened{
        .therapist = {{1}, "Dr. Okafor"}, .file = made.file, .visit = 4, .tab = model::CaseTab::overview};
    Group pictures(all, samples::a_state(opened));
    pictures.add("overview", opened);
    auto trend = opened;
    trend.tab = model::CaseTab::trend;
    pictures.add("trend", trend);
    // Two visits at which all was answered: a trend of each score.
    auto twice = couple::after_a_first_visit().file;
    twice.visits.insert(twice.visits.begin(), twice.visits.front());
    twice.visits.front().sitting = {99};
    twice.visits.front().date += std::chrono::days(400);
    trend.file = twice;
    trend.visit = 0;
    pictures.add("one trend of many", trend);
    auto behind = opened;
    behind.behind = model::Behind{.module = {"same-side"}, .scale = core::ScaleId{"turning"}, .item = {}};
    pictures.add("behind a bar", behind);
}

}

const std::vector<Shown>& screens() {
    static const auto screens = [] {
        std::vector<Shown> all;
        add_shipped_forms(all);
        add_the_couples(all);
        add_what_is_being_saved(all);
        Group therapist(all, samples::with_articles(model::screen::Welcome{}));
        add_the_list(therapist);
        add_cases(therapist);
        add_figures(therapist);
        add_together(therapist);
        add_pictures(all);
        return all;
    }();
    return screens;
}

}
