// The practice's own figures over cases: who counts, with which visit, and what counts together.
#include "model/case/practice_figures.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

Module a_form(const std::string& text = "We are on the same side.", const std::string& version = "1") {
    Module module{.id = {"side"}, .title = "Side", .version = version};
    Scale scale{.id = {"all"}, .title = "All", .minimum = 1, .maximum = 7, .least_answered = 2};
    for (const char* id : {"one", "two", "three"}) {
        module.items.push_back({.id = {id}, .kind = ItemKind::choice, .text = text + id});
        scale.keys.push_back({{id}, std::string_view(id) == "three"});
    }
    module.scales = {scale};
    return module;
}

Content content_with(std::vector<Module> modules, std::string language = "en") {
    Content content;
    content.language = std::move(language);
    Packet packet{.id = {"first"}, .title = "First", .modules = {}, .joint_module = {}};
    for (auto& module : modules) {
        packet.modules.push_back(module.id);
        content.modules.emplace(module.id, std::move(module));
    }
    content.packets = {packet};
    return content;
}

std::shared_ptr<const AskedForm> form_of(std::vector<Content> contents, std::uint8_t mark = 1) {
    AskedForm form;
    form.hash[0] = mark;
    for (auto& content : contents)
        form.in.emplace(content.language, content);
    return std::make_shared<const AskedForm>(std::move(form));
}

// Both kept forms and cases: each person of number n answers around n % 5.
struct APractice {
    Content today = content_with({a_form()});
    std::shared_ptr<const AskedForm> form = form_of({today});

    static core::WallTime day(int number) { return core::WallTime(std::chrono::days(20'000 + number)); }

    PartRecord part(int number, int shift, const std::string& language = "en") const {
        PartContent content;
        for (const char* id : {"one", "two", "three"})
            content.answers[{{"side"}, {id}}] = Chosen{1 + (number * 5 + shift + id[0]) % 7};
        if (!language.empty()) content.languages = {language};
        return {.status = PartStatus::sealed, .sealed_at = {}, .content = std::move(content), .problem = {}};
    }
    VisitRecord visit(int on_day, PartRecord a, PartRecord b) const {
        return {.sitting = {on_day + 1},
                .packet = {"first"},
                .date = day(on_day),
                .a = std::move(a),
                .b = std::move(b),
                .joint = {},
                .form = form};
    }
    CaseFile couple(int number, const std::string& language = "en") const {
        return {.id = {number}, .visits = {visit(0, part(2 * number, 0, language), part(2 * number + 1, 0, language))}};
    }
};

const MeasureFigures& only(const PracticeFigures& figures) {
    REQUIRE(figures.measures.size() == 1);
    return figures.measures.front();
}

}

TEST_CASE("a person counts once, by the first visit that gave a score, and again by the second") {
    const APractice practice;
    FigureSums sums(practice.today);
    FigureSums first_only(practice.today);
    for (int number = 0; number < 20; ++number) {
        auto couple = practice.couple(number);
        first_only.add(couple);
        // Newest first: a visit of today, one a month before, and a first one at which too little was answered.
        auto little = practice.part(number, 5);
        little.content->answers.erase({{"side"}, {"one"}});
        little.content->answers[{{"side"}, {"two"}}] = Skipped{};
        couple.visits = {practice.visit(60 + number, practice.part(9, 1), practice.part(9, 2)),
                         practice.visit(30, practice.part(number, 3), practice.part(number, 4)),
                         practice.visit(0, couple.visits[0].a, couple.visits[0].b), practice.visit(-9, little, {})};
        sums.add(couple);
    }
    const auto figures = sums.figures({}, false);
    const auto& all = only(figures).all;
    REQUIRE((all.scores && all.again));
    CHECK(all.scores->people == 40);
    CHECK(all.again->people == 40);
    CHECK(all.again->least_days == 30);
    CHECK(all.again->most_days == 30);
    const auto once = first_only.figures({}, false);
    CHECK(all.scores->mean == only(once).all.scores->mean);
    CHECK_FALSE(only(once).all.again);
}

TEST_CASE("reversed answers count reversed, and only who answered all of them counts for how items go together") {
    APractice practice;
    FigureSums sums(practice.today);
    for (int number = 0; number < 16; ++number) {
        auto couple = practice.couple(number);
        if (number == 0) couple.visits[0].b.content->answers[{{"side"}, {"two"}}] = Skipped{};
        for (auto* part : {&couple.visits[0].a, &couple.visits[0].b})
            part->content->answers[{{"side"}, {"three"}}] =
                Chosen{8 - std::get<Chosen>(part->content->answers.at({{"side"}, {"one"}})).value};
        sums.add(couple);
    }
    const auto figures = sums.figures({}, false);
    const auto& all = only(figures).all;
    CHECK(all.scores->people == 32);
    REQUIRE(all.items);
    CHECK(all.items->people == 31);
    CHECK(all.items->item_rest[0].value() > 0.5); // one and three run together once three is turned
}

TEST_CASE("forms with the same words count together whatever their version, others apart") {
    APractice practice;
    FigureSums sums(practice.today);
    const auto add = [&](std::shared_ptr<const AskedForm> form, int from, int to) {
        practice.form = std::move(form);
        for (int number = from; number < to; ++number)
            sums.add(practice.couple(number));
    };
    add(form_of({content_with({a_form("We are on the same side.", "1")})}, 1), 0, 10);
    add(form_of({content_with({a_form("We are on the same side.", "2")})}, 2), 10, 20);
    add(form_of({content_with({a_form("We stand together.", "3")})}, 3), 20, 36);
    const auto figures = sums.figures({}, false);
    REQUIRE(figures.measures.size() == 2);
    CHECK(figures.measures[0].versions == std::vector<std::string>{"1", "2"});
    CHECK(figures.measures[0].all.scores->people == 40);
    CHECK(figures.measures[1].versions == std::vector<std::string>{"3"});
    CHECK(figures.measures[1].all.scores->people == 32);
    CHECK(measure_of(practice.today, figures.measures[1]).module->items[0].text == "We stand together.one");
}

TEST_CASE("each language is told of beside all where thirty people or nobody are left") {
    APractice practice;
    practice.form = form_of({practice.today, content_with({a_form("Estamos del mismo lado.")}, "es")});
    const auto told = [&](int english, int spanish, int both) {
        FigureSums sums(practice.today);
        int number = 0;
        for (int i = 0; i < english; ++i)
            sums.add(practice.couple(number++, "en"));
        for (int i = 0; i < spanish; ++i)
            sums.add(practice.couple(number++, "es"));
        for (int i = 0; i < both; ++i) {
            auto couple = practice.couple(number++, "en");
            couple.visits[0].a.content->languages.insert("es");
            couple.visits[0].b.content->languages.clear(); // from before languages were noted
            sums.add(couple);
        }
        return sums.figures({}, false);
    };
    const auto figures = told(20, 15, 0);
    const auto& languages = only(figures).languages;
    REQUIRE(languages.size() == 2);
    CHECK(languages[0].tag == "en");
    CHECK(languages[0].figures.scores->people == 40);
    CHECK(languages[1].figures.scores->people == 30);
    const auto few = told(20, 14, 0);
    CHECK(only(few).all.scores->people == 68);
    for (const auto& row : only(few).languages) {
        CHECK_FALSE(row.figures.scores);
        CHECK_FALSE(row.figures.items);
    }
    const auto mixed = told(20, 15, 1);
    CHECK(only(mixed).languages[0].figures.scores->people == 40);
    CHECK_FALSE(only(mixed).languages[1].figures.scores);
}

TEST_CASE("private scales count where their answers were opened, and stand nowhere else") {
    APractice practice;
    auto hidden = a_form("I am afraid.");
    hidden.id = {"steady"};
    hidden.is_private = true;
    hidden.scales[0].is_private = true;
    practice.today = content_with({a_form(), hidden});
    practice.form = form_of({practice.today});
    FigureSums without(practice.today), with(practice.today);
    for (int number = 0; number < 20; ++number) {
        const auto couple = practice.couple(number);
        std::vector<PrivateRecord> opened;
        for (const auto partner : both_partners) {
            PrivateRecord record{.sitting = couple.visits[0].sitting, .partner = partner, .answers = {}};
            for (const char* id : {"one", "two", "three"})
                record.answers[{{"steady"}, {id}}] = Chosen{1 + (number + id[0]) % 7};
            opened.push_back(std::move(record));
        }
        without.add(couple);
        with.add(couple, opened);
    }
    CHECK(only(without.figures({}, false)).module.value == "side");
    CHECK(only(with.figures({}, false)).module.value == "side"); // opened, and not asked for
    const auto all = with.figures({}, true);
    REQUIRE(all.measures.size() == 2);
    CHECK(all.measures[1].module.value == "steady");
    CHECK(all.measures[1].all.scores->people == 40);
}

TEST_CASE("a score about somebody named counts once for each, and again only about the same person") {
    APractice practice;
    auto bonds = a_form("{person} was warm.");
    bonds.items.insert(bonds.items.begin(), {.id = {"who"}, .kind = ItemKind::short_text, .text = "Who?"});
    bonds.scales[0].person = core::ItemId{"who"};
    for (std::size_t i = 1; i < bonds.items.size(); ++i)
        bonds.items[i].person = core::ItemId{"who"};
    practice.today = content_with({bonds});
    practice.form = form_of({practice.today});
    FigureSums sums(practice.today);
    for (int number = 0; number < 40; ++number) {
        auto couple = practice.couple(number);
        couple.visits.insert(couple.visits.begin(),
                             practice.visit(30, practice.part(number, 1), practice.part(number, 2)));
        const auto name = [&](std::size_t visit, Partner partner, const char* who) {
            auto& part = partner == Partner::a ? couple.visits[visit].a : couple.visits[visit].b;
            part.content->answers[{{"side"}, {"who"}}] = Written{who};
        };
        name(0, Partner::a, "Rosa");
        name(1, Partner::a, "Rosa");
        name(0, Partner::b, "Tom"); // somebody else
        name(1, Partner::b, number < 20 ? "Rosa" : "");
        sums.add(couple);
    }
    const auto figures = sums.figures({}, false);
    CHECK(only(figures).all.scores->people == 80); // the last twenty by their second visit
    CHECK(only(figures).all.again->people == 40);
}

TEST_CASE("a part that could not be opened is counted as left out, and one of another state is not") {
    const APractice practice;
    FigureSums sums(practice.today);
    auto couple = practice.couple(1);
    couple.visits[0].a = {.status = PartStatus::sealed,
                          .sealed_at = {},
                          .content = {},
                          .problem = core::message("case.changed", "Changed")};
    couple.visits[0].b = {.status = PartStatus::open, .sealed_at = {}, .content = {}, .problem = {}};
    sums.add(couple);
    sums.leave_out();
    CHECK(sums.figures({}, false).left_out == 2);
    CHECK(sums.figures({}, false).measures.empty());
}
