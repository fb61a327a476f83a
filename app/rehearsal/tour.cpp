#include "rehearsal/tour.hpp"
#include "rehearsal/demo.hpp"
#include "rehearsal/fixed_random.hpp"
#include "rehearsal/rehearsed_visit.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <set>
#include <sys/stat.h>

namespace rehearsal {

namespace {

namespace fs = std::filesystem;

class Walk {
public:
    Walk(Rehearsal& kiosk, fs::path folder) : m_kiosk(kiosk), m_folder(std::move(folder)) {}

    void shoot(const std::string& name) {
        const auto file = fmt::format("{:02}-{}.png", ++m_count, name);
        if (const auto done = write_png(m_kiosk.picture(), (m_folder / file).string()); !done) m_error = done.error();
        m_index += fmt::format("{}  {}\n", file, m_kiosk.tree().screen);
    }
    // Stops the walk where the visit did not go as it should, with a picture of what stood there instead.
    bool must(bool done, const char* what) {
        if (done && !m_error) return true;
        if (!m_error) {
            m_error = core::Error{core::ErrorCode::invalid_state,
                                  fmt::format("tour: could not {} on the page {}", what, m_kiosk.tree().screen)};
            const auto stuck = write_png(m_kiosk.picture(), (m_folder / "stuck.png").string());
            if (!stuck) m_error = stuck.error();
        }
        return false;
    }
    const std::optional<core::Error>& error() const { return m_error; }
    const std::string& index() const { return m_index; }

private:
    Rehearsal& m_kiosk;
    fs::path m_folder;
    int m_count = 0;
    std::string m_index;
    std::optional<core::Error> m_error;
};

// The two of them agree on some things; each leaves a few out. They are one team, and find it hard to mend a fight.
Temper thoughtful(model::Partner partner) {
    return [partner](const model::Module& module, const model::Item& item) {
        const auto mix =
            std::hash<std::string>{}((partner == model::Partner::a ? "" : "b") + module.id.value + item.id.value) % 100;
        const auto used_in = [&](const model::Scale& scale) {
            return std::ranges::find(scale.keys, item.id, &model::Key::item);
        };
        if (module.id.value == "same-side")
            for (const auto& scale : module.scales)
                if (const auto key = used_in(scale); scale.facet_of && key != scale.keys.end()) {
                    const double warm = (scale.id.value == "repair" ? 0.25 : 0.75) + static_cast<double>(mix) / 400;
                    return key->reversed ? 1 - warm : warm;
                }
        if (mix < 6 && can_prefer_not(item.kind)) return -1.0;
        const double steady = partner == model::Partner::a ? 0.35 : 0.2;
        return steady + static_cast<double>(mix) / 100 * 0.55;
    };
}

Words own_words(model::Partner partner) {
    static const std::map<std::string, std::array<const char*, 2>> written = {
        {"brings", {"We talk past each other.", "Maya asked me to come, and I am glad."}},
        {"hopes", {"Evenings without a fight.", "We laugh again."}},
        {"like", {"We make each other laugh.", "Maya never gives up on us."}},
        {"myself", {"I want to be someone you can reach.", "I say what I feel before it turns into a wall."}},
        {"us", {"We turn to each other first.", "We are on the same side, even when we argue."}},
        {"intention-me", {"I come back after a hard talk.", "I put the phone away at dinner."}},
        {"intention-us", {"We keep one evening a week for us.", "We say thank you every day."}},
    };
    return [partner](const model::Module& module, const model::Item& item) {
        const auto found = written.find(item.id.value);
        return found == written.end() ? a_few_words(module, item)
                                      : std::string(found->second[partner == model::Partner::b]);
    };
}

bool before_the_visit(Rehearsal& kiosk, Walk& walk) {
    walk.shoot("welcome");
    if (!walk.must(kiosk.tap_id("look"), "open the look page")) return false;
    walk.shoot("look");
    if (!walk.must(kiosk.tap_id("done"), "close the look page") ||
        !walk.must(kiosk.tap_id("read"), "open the articles"))
        return false;
    walk.shoot("articles");
    if (!walk.must(kiosk.tap_id("article:0"), "open an article")) return false;
    walk.shoot("article");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::BackTapped{});
    if (!walk.must(kiosk.tap_id("help"), "open the help lines")) return false;
    walk.shoot("help-lines");
    return walk.must(kiosk.tap_id("close"), "close the help lines");
}

bool at_the_desk(Rehearsal& kiosk, Walk& walk, std::string& entry_code) {
    if (!walk.must(kiosk.tap_id("staff"), "open the staff door")) return false;
    walk.shoot("staff-door");
    kiosk.tell(model::action::BackTapped{});
    if (!walk.must(kiosk.tap_id("staff") && kiosk.tap_id("desk"), "open the desk")) return false;
    walk.shoot("desk-pin");
    kiosk.pass(model::settle_time);
    if (!walk.must(kiosk.keys(kiosk.state().demo->desk_pin) && kiosk.tap_id("key:done"), "enter the desk PIN"))
        return false;
    walk.shoot("desk");
    kiosk.tell(model::action::NewSittingTapped{});
    kiosk.pass(model::settle_time);
    kiosk.type("RG-3055");
    walk.shoot("new-sitting-code");
    kiosk.tell(model::action::DoneTyping{});
    walk.shoot("new-sitting");
    kiosk.tell(model::action::CreateTapped{});
    const auto* made = std::get_if<model::screen::SittingCreated>(&kiosk.state().screen);
    if (!walk.must(made != nullptr, "make a sitting")) return false;
    entry_code = made->row.entry_code;
    walk.shoot("sitting-created");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::LockTapped{});
    return walk.must(kiosk.shows("welcome"), "lock the desk");
}

bool first_partner(Rehearsal& kiosk, Walk& walk, const std::string& entry_code) {
    if (!walk.must(kiosk.tap_id("begin"), "begin")) return false;
    walk.shoot("entry-code");
    PartnerAct act{.partner = model::Partner::a,
                   .name = "Maya",
                   .other_name = "Jordan",
                   .code = "4711",
                   .temper = thoughtful(model::Partner::a),
                   .words = own_words(model::Partner::a)};
    std::set<std::string> seen;
    act.at_each_page = [&] {
        // Each kind of page once: every module's intro, and the first question of each kind in it.
        auto key = kiosk.tree().screen.substr(0, kiosk.tree().screen.find(':'));
        if (const auto* item = item_on_screen(kiosk))
            key += fmt::format("-{}-{}", std::get<model::screen::Question>(kiosk.state().screen).module,
                               static_cast<int>(item->kind));
        else if (const auto* intro = std::get_if<model::screen::ModuleIntro>(&kiosk.state().screen))
            key += fmt::format("-{}", intro->module);
        else if (const auto* names = std::get_if<model::screen::Names>(&kiosk.state().screen))
            key += names->asking_partner ? "-partner" : "-own";
        if (seen.insert(key).second) walk.shoot(key);
    };
    if (!walk.must(enter_code(kiosk, entry_code), "enter the code") ||
        !walk.must(begin_part(kiosk, act), "begin a part"))
        return false;
    act.stop_after = 6;
    if (!walk.must(answer_part(kiosk, act), "answer")) return false;
    if (!walk.must(kiosk.tap_id("hide"), "hide the screen")) return false;
    walk.shoot("cover");
    if (!walk.must(kiosk.tap_id("return"), "return from the cover")) return false;
    walk.shoot("own-code");
    if (!walk.must(kiosk.keys(act.code), "enter the own code") ||
        !walk.must(kiosk.shows("question"), "come back to the question"))
        return false;
    kiosk.pass(std::chrono::seconds(kiosk.state().practice->idle_seconds));
    walk.shoot("still-there");
    if (!walk.must(kiosk.tap_id("here"), "say they are there")) return false;
    act.stop_after = SIZE_MAX;
    return walk.must(answer_part(kiosk, act), "answer the rest") && walk.must(seal_part(kiosk, act), "seal");
}

bool second_partner_and_both(Rehearsal& kiosk, Walk& walk) {
    walk.shoot("hand-over");
    const PartnerAct act{.partner = model::Partner::b,
                         .name = "Jordan",
                         .other_name = "Maya",
                         .code = "9024",
                         .temper = thoughtful(model::Partner::b),
                         .words = own_words(model::Partner::b)};
    if (!walk.must(kiosk.tap_id("other"), "hand over")) return false;
    if (!walk.must(begin_part(kiosk, act) && answer_part(kiosk, act) && seal_part(kiosk, act), "do the second part"))
        return false;
    walk.shoot("both-sealed");
    if (!walk.must(kiosk.tap_id("joint"), "open the shared page")) return false;
    kiosk.tell(model::action::DraftTapped{0});
    kiosk.tell(model::action::DraftTapped{2});
    kiosk.tell(model::action::TurnPassed{});
    walk.shoot("shared-page");
    kiosk.tell(model::action::WriteTapped{});
    kiosk.pass(model::settle_time);
    kiosk.type("We keep our small promises.");
    walk.shoot("shared-page-writing");
    kiosk.tell(model::action::DoneTyping{});
    kiosk.tell(model::action::AssentTapped{model::Partner::a});
    kiosk.tell(model::action::AssentTapped{model::Partner::b});
    walk.shoot("shared-page-agreed");
    kiosk.tell(model::action::StatementFinished{});
    if (!walk.must(kiosk.shows("thanks"), "finish the shared page")) return false;
    walk.shoot("thanks");
    kiosk.pass(std::chrono::seconds(kiosk.state().practice->thanks_seconds));
    return walk.must(kiosk.shows("welcome"), "come back to Welcome");
}

// From the case to the couple's view with one explanation more, through each of its pages, and back with the
// passphrase.
bool look_together(Rehearsal& kiosk, Walk& walk) {
    if (!walk.must(kiosk.tap_id("together"), "choose cards")) return false;
    walk.shoot("choose-cards");
    const auto& offered = std::get<model::screen::ChooseCards>(kiosk.state().screen).offered.cards;
    for (std::size_t i = 0; i < offered.size(); ++i)
        if ((offered[i].kind == model::CardKind::article && offered[i].by_a) ||
            offered[i].kind == model::CardKind::text)
            kiosk.tell(model::action::CardTapped{i});
    if (!walk.must(kiosk.tap_id("turn"), "turn the screen")) return false;
    std::map<model::CardKind, std::size_t> seen;
    for (bool more = true; more; more = kiosk.tap_id("later")) {
        walk.shoot("together");
        const auto& cards = std::get<model::screen::TogetherView>(kiosk.state().screen).together.cards;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (!seen.contains(cards[i].kind) && kiosk.tap_id(fmt::format("card:{}", i))) {
                seen[cards[i].kind] = i;
                walk.shoot("together-card");
                kiosk.tap_id("back");
            }
        }
    }
    if (!walk.must(kiosk.tap_id("end"), "end the view")) return false;
    kiosk.pass(model::settle_time);
    walk.shoot("end-together");
    kiosk.type(kiosk.state().demo->passphrase);
    return walk.must(kiosk.tap_id("key:done") && kiosk.shows("case"), "come back to the case");
}

// Of a couple that was here more than once.
bool look_at_trend(Rehearsal& kiosk, Walk& walk) {
    const auto& cases = *std::get<model::screen::Caseload>(kiosk.state().screen).cases;
    const auto often = std::ranges::max_element(cases, {}, &model::CaseSummary::visits);
    if (!walk.must(often != cases.end(), "find a couple")) return false;
    kiosk.tell(model::action::CaseChosen{often->id});
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::trend});
    walk.shoot("case-trend");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::mission});
    kiosk.tell(model::action::VersionsCompared{true});
    walk.shoot("case-mission-compared");
    kiosk.tell(model::action::BackTapped{});
    return walk.must(kiosk.shows("caseload"), "come back to the caseload");
}

bool therapist(Rehearsal& kiosk, Walk& walk, const fs::path& folder) {
    if (!walk.must(kiosk.tap_id("staff") && kiosk.tap("Dr. Okafor"), "open the therapist's door")) return false;
    kiosk.pass(model::settle_time);
    kiosk.type(kiosk.state().demo->passphrase);
    walk.shoot("unlock");
    if (!walk.must(kiosk.tap_id("key:done") && kiosk.shows("caseload"), "unlock")) return false;
    walk.shoot("caseload");
    if (!look_at_trend(kiosk, walk)) return false;
    const auto& cases = *std::get<model::screen::Caseload>(kiosk.state().screen).cases;
    const auto mine = std::ranges::find(cases, std::string("RG-3055"), &model::CaseSummary::chart_code);
    if (!walk.must(mine != cases.end(), "find the case")) return false;
    kiosk.tell(model::action::CaseChosen{mine->id});
    walk.shoot("case-overview");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::scores});
    walk.shoot("case-scores");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::answers});
    walk.shoot("case-answers");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::mission});
    walk.shoot("case-mission");
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::private_view});
    walk.shoot("case-private-step");
    kiosk.tell(model::action::PrivateOpened{});
    walk.shoot("case-private");
    kiosk.tell(model::action::PrivateClosed{});
    kiosk.tell(model::action::CaseTabChosen{model::CaseTab::notes});
    kiosk.tell(model::action::NoteTapped{});
    kiosk.pass(model::settle_time);
    walk.shoot("case-note");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::CaseActionsTapped{});
    walk.shoot("folder");
    kiosk.tell(model::action::BackTapped{});
    kiosk.tell(model::action::ExportTapped{});
    walk.shoot("chart");
    kiosk.tell(model::action::ExportWhoseChosen{model::Partner::a});
    walk.shoot("chart-of-one");
    kiosk.tell(model::action::Confirmed{});
    walk.shoot("chart-being-written");
    kiosk.pass(core::Milliseconds(100)); // a piece each time it is asked
    const auto* chart = std::get_if<model::screen::Export>(&kiosk.state().screen);
    if (!walk.must(chart != nullptr && !chart->written_to.empty(), "write the chart")) return false;
    std::error_code error;
    fs::copy_file(chart->written_to, folder / "chart.pdf", fs::copy_options::overwrite_existing, error);
    walk.shoot("chart-written");
    kiosk.tell(model::action::BackTapped{});
    if (!walk.must(!error && kiosk.shows("case"), "go back to the case") || !look_together(kiosk, walk)) return false;
    kiosk.tell(model::action::LockTapped{});
    return walk.must(kiosk.shows("welcome"), "lock");
}

bool park(Rehearsal& kiosk, Walk& walk) {
    if (!walk.must(unlock_desk(kiosk, kiosk.state().demo->desk_pin), "open the desk")) return false;
    walk.shoot("desk-after");
    const auto& rows = std::get<model::screen::Desk>(kiosk.state().screen).board.rows;
    if (!walk.must(!rows.empty(), "see the waiting sitting")) return false;
    const auto sitting = rows.front().sitting;
    kiosk.tell(model::action::RowTapped{sitting});
    walk.shoot("desk-row");
    kiosk.tell(model::action::ParkTapped{sitting});
    walk.shoot("park");
    kiosk.tell(model::action::Confirmed{});
    if (!walk.must(kiosk.shows("ready"), "park and reset")) return false;
    walk.shoot("ready");
    return true;
}

}

namespace {

// Its name is seen on the page that says where a chart was written.
core::Result<fs::path> practice_folder(std::optional<std::uint32_t> seed) {
    if (!seed) {
        auto pattern = (fs::temp_directory_path() / "sameside-tour-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr)
            return core::fail(core::ErrorCode::io, "no temporary folder can be made");
        return fs::path(pattern);
    }
    const auto folder = fs::temp_directory_path() / fmt::format("sameside-tour-{}", *seed);
    std::error_code error;
    fs::remove_all(folder, error); // of a tour that was ended
    if (mkdir(folder.c_str(), S_IRWXU) != 0)
        return core::fail(core::ErrorCode::io, fmt::format("{}: this folder cannot be made", folder.string()));
    return folder;
}

}

core::Done run_tour(practice::KioskPlan plan, const TourPlan& tour) {
    std::error_code error;
    fs::create_directories(tour.folder, error);
    if (error || !fs::is_directory(tour.folder))
        return core::fail(core::ErrorCode::io,
                          fmt::format("{}: the folder cannot be made: {}", tour.folder.string(), error.message()));
    const auto practice = practice_folder(tour.seed);
    if (!practice) return core::pass(practice.error());
    plan.data_folder = *practice;
    plan.export_folder = *practice / "charts";
    plan.appearance = tour.appearance;
    core::Done result;
    {
        if (tour.seed) draw_from(*tour.seed);
        ManualClock clock(tour.starts_at);
        auto kiosk = open_demo_kiosk(plan, [&] { return clock.now(); }, {});
        auto rehearsal =
            kiosk ? Rehearsal::create(std::move(*kiosk), tour.size, clock, plan.assets) : core::pass(kiosk.error());
        if (rehearsal) {
            Walk walk(**rehearsal, tour.folder);
            std::string entry_code;
            auto& on_stage = **rehearsal;
            const bool done = before_the_visit(on_stage, walk) && at_the_desk(on_stage, walk, entry_code) &&
                              first_partner(on_stage, walk, entry_code) && second_partner_and_both(on_stage, walk) &&
                              therapist(on_stage, walk, tour.folder) && park(on_stage, walk);
            std::ofstream(tour.folder / "index.txt") << walk.index();
            if (!done && walk.error()) result = core::pass(*walk.error());
        } else {
            result = core::pass(rehearsal.error());
        }
    }
    fs::remove_all(*practice, error);
    if (result)
        fmt::print("The pictures are in {0}, their names in {0}/index.txt, the chart is {0}/chart.pdf\n",
                   tour.folder.string());
    return result;
}

}
