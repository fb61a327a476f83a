// The practice's own figures, from sealed parts to the files and the screen: who counts, what the log says, and that
// nothing is told of few people.
#include "commands/figures_command.hpp"
#include "model/scoring/figures.hpp"
#include "report/pdf_reading.hpp"
#include "support/languages.hpp"
#include "support/many_couples.hpp"
#include "support/pen.hpp"
#include "visits/a_visit.hpp"
#include <fmt/format.h>
#include <random>

using namespace visits;
namespace action = model::action;

namespace {

constexpr int items = 5;

model::Module a_form(const std::string& id, const std::string& title, bool is_private) {
    model::Module module{.id = {id}, .title = title, .intro = "Some questions.", .version = "1"};
    module.is_private = is_private;
    model::Scale scale{.id = {"all"}, .title = title + " in all", .minimum = 1, .maximum = 7, .least_answered = 4};
    scale.is_private = is_private;
    for (int i = 1; i <= items; ++i) {
        model::Item item{.id = {fmt::format("q{}", i)},
                         .kind = model::ItemKind::choice,
                         .text = fmt::format("{}, question {}", title, i)};
        for (int value = 1; value <= 7; ++value)
            item.choices.push_back({value, fmt::format("Choice {}", value)});
        item.is_private = is_private;
        module.items.push_back(std::move(item));
        scale.keys.push_back({{fmt::format("q{}", i)}, i == items});
    }
    module.scales = {scale};
    return module;
}

std::shared_ptr<const model::Content> two_forms(const std::string& language, const std::string& side,
                                                const std::string& fear) {
    model::Content content;
    content.language = language;
    content.modules = {{{"fear"}, a_form("fear", fear, true)}, {{"side"}, a_form("side", side, false)}};
    content.packets = {{.id = {"first"}, .title = "First", .modules = {{"side"}, {"fear"}}, .joint_module = {}}};
    return std::make_shared<const model::Content>(std::move(content));
}

// Thirty-five couples at two visits; the first twenty answered in English, the others in Spanish.
struct ManyVisits {
    static constexpr int couples = 35, in_english = 20;
    Visit visit;
    Folder out;
    model::ScaleSums direct{items}; // of the first form, added up beside the way of the kiosk

    ManyVisits() {
        visit.content = two_forms("en", "Team", "Fear");
        const auto practice = std::make_shared<const model::Practice>(visit.practice);
        visit.languages = support::locales(visit.content, practice);
        visit.languages[1].content = two_forms("es", "Equipo", "Miedo");
        visit.kiosk.reset();
        auto data = open_practice(visit.folder.path());
        REQUIRE(data);
        const auto world = visit.world();
        support::ManyCouples many(*data, world);
        std::mt19937 random(41);
        const auto made = data->store.at_once([&]() -> core::Done {
            for (int number = 0; number < couples; ++number) {
                const auto id = many.couple(number);
                if (!id) return core::pass(id.error());
                const std::string language = number < in_english ? "en" : "es";
                const double a = normal(random), b = normal(random);
                auto first_a = part(random, a, language), first_b = part(random, b, language);
                auto again_a = part(random, a, language), again_b = part(random, b, language);
                add(first_a, again_a);
                add(first_b, again_b);
                const auto day = visit.clock.now().wall - std::chrono::days(200 + number);
                if (auto done = many.visit(*id, day, first_a, first_b); !done) return done;
                if (auto done = many.visit(*id, day + std::chrono::days(28), again_a, again_b); !done) return done;
            }
            return {};
        });
        REQUIRE(made);
        data = core::fail(core::ErrorCode::not_found, "closed");
    }

    static double normal(std::mt19937& random) {
        double sum = -6; // of twelve, as good as normal, and the same with every library
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(random() % 10'000) / 10'000;
        return sum;
    }
    static model::PartContent part(std::mt19937& random, double person, const std::string& language) {
        model::PartContent content;
        content.languages = {language};
        core::WallTime at{};
        for (const char* form : {"side", "fear"})
            for (int i = 1; i <= items; ++i) {
                const double exact = (i == items ? -1 : 1) * (0.9 * person + 0.6 * normal(random));
                const int value = static_cast<int>(std::clamp(std::lround(4 + 1.4 * exact), 1L, 7L));
                content.answers[{{form}, {fmt::format("q{}", i)}}] = model::Chosen{value};
                content.first_at[{{form}, {fmt::format("q{}", i)}}] = at += std::chrono::seconds(5);
            }
        return content;
    }
    static std::vector<double> counted(const model::PartContent& content) {
        std::vector<double> values;
        for (int i = 1; i <= items; ++i) {
            const int value = std::get<model::Chosen>(content.answers.at({{"side"}, {fmt::format("q{}", i)}})).value;
            values.push_back(i == items ? 8 - value : value);
        }
        return values;
    }
    static double mean_of(const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    }
    void add(const model::PartContent& first, const model::PartContent& again) {
        direct.add_score(mean_of(counted(first)));
        direct.add_items(counted(first));
        direct.add_again(mean_of(counted(first)), mean_of(counted(again)), 28);
    }

    commands::FiguresPlan plan() const {
        return {.data_folder = visit.folder.path(),
                .to = out / "",
                .therapist = "Dr. Okafor",
                .locale = visit.languages.front(),
                .locales = visit.languages};
    }
    core::Result<commands::Figured> write(const commands::FiguresPlan& plan) {
        visit.kiosk.reset();
        return commands::write_figures(plan, core::SecretText(passphrase));
    }
    std::vector<std::string> log() {
        visit.kiosk.reset();
        return audit_lines(visit.folder.path());
    }
    void show_figures() {
        REQUIRE(visit.kiosk->tap_id("count"));
        for (int step = 0; step < 100 && !figures(); ++step)
            visit.kiosk->pass(std::chrono::milliseconds(30));
        REQUIRE(figures());
    }
    const model::screen::Figures& screen() const {
        const auto* shown = std::get_if<model::screen::Figures>(&visit.kiosk->state().screen);
        REQUIRE(shown != nullptr);
        return *shown;
    }
    bool figures() const { return screen().figures != nullptr; }
    std::string all_words() {
        std::string words;
        for (;;) {
            for (const auto& widget : visit.kiosk->tree().widgets)
                words += widget.name + "\n";
            const auto* later = visit.kiosk->tree().find_id("later");
            if (later == nullptr || !later->enabled) return words;
            REQUIRE(visit.kiosk->tap_id("later"));
        }
    }
};

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::ranges::find(lines, line) != lines.end();
}

}

TEST_CASE("the command writes what the answers give, by language, and the audit log says who read them") {
    ManyVisits many;
    const auto written = many.write(many.plan());
    REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().detail));
    auto files = many.out.files();
    std::ranges::sort(files);
    CHECK(files == std::vector<std::string>{"figures items.csv", "figures times.csv", "figures.csv", "figures.pdf"});
    const auto rows = cells_of(many.out / "figures.csv");
    REQUIRE(rows.size() == 4); // heading, everyone, English, Spanish
    const auto expected = model::figures_of(many.direct);
    const auto& everyone = rows[1];
    CHECK(everyone[0] == "side");
    CHECK(everyone[5] == "70");
    const auto number = [&](std::size_t column) { return std::stod(everyone.at(column)); };
    CHECK(number(6) == doctest::Approx(expected.scores->mean).epsilon(1e-12));
    CHECK(number(7) == doctest::Approx(expected.scores->deviation).epsilon(1e-12));
    CHECK(number(9) == doctest::Approx(expected.items->omega->value).epsilon(1e-9));
    CHECK(number(12) == doctest::Approx(expected.items->alpha->value).epsilon(1e-12));
    CHECK(number(16) == doctest::Approx(expected.again->icc->value).epsilon(1e-12));
    CHECK(everyone[19] == "28");
    CHECK(rows[2][4] == "en");
    CHECK(rows[2][5] == "40");
    CHECK(rows[3][4] == "es");
    CHECK(rows[3][5] == "30");
    CHECK(cells_of(many.out / "figures items.csv").size() == 1 + 3 * items);
    const auto times = cells_of(many.out / "figures times.csv"); // and nothing of the private form
    REQUIRE(times.size() == 3);
    CHECK(times[1][0] == "side");
    CHECK(times[1][3] == "70");
    CHECK(times[1][4] == fmt::format("{:.1f}", (items - 1) * 5 / 60.0));
    CHECK(times[2][2] == "choice");
    CHECK(times[2][5] == "5.0");
    const auto lines = many.log();
    for (const char* line :
         {"therapist:1 unlocked ", "therapist:1 figures-read cases:35", "therapist:1 figures-written "})
        CHECK_MESSAGE(has(lines, line), line);
    CHECK_FALSE(
        std::ranges::any_of(lines, [](const auto& line) { return line.find("case-opened") != std::string::npos; }));
    if (const auto pages = pages_of(many.out / "figures.pdf"); !pages.empty())
        CHECK(pages.front().find("70 people") != std::string::npos);
}

TEST_CASE("private forms count only when they are asked for, and the log says that they were") {
    ManyVisits many;
    REQUIRE(many.write(many.plan()));
    CHECK(bytes_of(many.out / "figures.csv").find("fear") == std::string::npos);
    auto plan = many.plan();
    plan.with_private = true;
    REQUIRE(many.write(plan));
    const auto rows = cells_of(many.out / "figures.csv");
    REQUIRE(rows.size() == 7);
    CHECK(rows[4][0] == "fear");
    CHECK(rows[4][5] == "70");
    CHECK(rows[4].back() == "yes");
    const auto lines = many.log();
    CHECK(has(lines, "therapist:1 figures-read cases:35 private"));
    CHECK(has(lines, "therapist:1 figures-written private"));
}

TEST_CASE("a wrong passphrase, a folder that is not there and another therapist read nobody's answers") {
    ManyVisits many;
    many.visit.kiosk.reset();
    const auto wrong = commands::write_figures(many.plan(), core::SecretText("another phrase"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == core::ErrorCode::wrong_secret);
    auto nowhere = many.plan();
    nowhere.to /= "not-there";
    CHECK(many.write(nowhere).error().code == core::ErrorCode::not_found);
    CHECK(many.out.files().empty());
    for (const auto& line : many.log())
        CHECK(line.find("figures") == std::string::npos);
    auto other = many.plan();
    other.therapist = "M. Reyes, LMFT";
    const auto none = many.write(other);
    REQUIRE(none);
    CHECK(none->figures->measures.empty());
    CHECK(has(many.log(), "therapist:2 figures-read cases:0"));
}

TEST_CASE("a part that was changed by hand is left out, and how many were is said") {
    ManyVisits many;
    CHECK(support::Pen(many.visit.folder.path() / "sameside.db")
              .write("UPDATE packets SET box = zeroblob(length(box)) WHERE part = 1"));
    const auto written = many.write(many.plan());
    REQUIRE(written);
    CHECK(written->figures->left_out == 1);
    CHECK(written->figures->measures.front().all.scores->people == 70); // the first of them by the second visit
}

TEST_CASE("the therapist counts at the screen, reads it in either language, and writes it to the export folder") {
    ManyVisits many;
    many.visit.start();
    auto& kiosk = *many.visit.kiosk;
    REQUIRE(unlock_therapist(kiosk, "Dr. Okafor", passphrase));
    CHECK(std::get<model::screen::Caseload>(kiosk.state().screen).cases->front().unread_a);
    REQUIRE(kiosk.tap_id("figures"));
    CHECK(kiosk.says("nothing is said about fewer than 30 people"));
    many.show_figures();
    const auto words = many.all_words();
    for (const char* said : {"Team in all", "70 people, mean ", "Español", "Each item with the rest"})
        CHECK_MESSAGE(words.find(said) != std::string::npos, said);
    CHECK(words.find("Fear") == std::string::npos);
    kiosk.tell(action::LanguageChosen{model::Language{"es"}});
    kiosk.tell(action::PageChosen{0});
    CHECK(many.all_words().find("Equipo in all") != std::string::npos);
    kiosk.tell(action::LanguageChosen{model::Language{}});
    REQUIRE(kiosk.tap_id("write"));
    CHECK(std::filesystem::exists(many.visit.folder.path() / "charts" / "figures.pdf"));
    CHECK(many.screen().written_to.find("figures.csv") != std::string::npos);
    kiosk.tell(action::BackTapped{});
    REQUIRE(kiosk.shows("caseload"));
    CHECK(std::get<model::screen::Caseload>(kiosk.state().screen).cases->front().unread_a); // nobody's case was opened

    REQUIRE(kiosk.tap_id("figures"));
    REQUIRE(kiosk.tap_id("with-private"));
    many.show_figures();
    CHECK(many.all_words().find("Fear in all") != std::string::npos);
    const auto lines = many.log();
    CHECK(has(lines, "therapist:1 figures-read cases:35"));
    CHECK(has(lines, "therapist:1 figures-read cases:35 private"));
}

TEST_CASE("counting stops with Stop and with the lock, and nothing of it is left") {
    ManyVisits many;
    many.visit.start();
    auto& kiosk = *many.visit.kiosk;
    for (const bool by_lock : {false, true}) {
        if (!kiosk.shows("figures")) {
            REQUIRE(unlock_therapist(kiosk, "Dr. Okafor", passphrase));
            REQUIRE(kiosk.tap_id("figures"));
        }
        REQUIRE(kiosk.tap_id("count"));
        REQUIRE(many.screen().working);
        kiosk.tell(by_lock ? model::Action{action::LockTapped{}} : model::Action{action::BackTapped{}});
        CHECK(kiosk.runner().run(model::effect::GoOnGathering{}).empty());
        if (by_lock)
            CHECK(kiosk.shows("welcome"));
        else
            CHECK(kiosk.says("Stopped."));
    }
}

TEST_CASE("a part that is answered in Spanish says so to the practice's figures") {
    Visit visit;
    visit.speaks = true;
    visit.appearance.language = {"es"};
    visit.start();
    const auto code = visit.new_sitting("RG-1", true, false);
    visit.begin(code, Visit::maya());
    finish_part(visit, Visit::maya());
    visit.appearance.language = {};
    visit.start();
    const auto file = visit.read_case();
    REQUIRE(file.visits.front().a.content);
    CHECK(file.visits.front().a.content->languages == std::set<std::string>{"es"});
}
