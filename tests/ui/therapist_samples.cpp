#include "therapist_samples.hpp"

namespace samples {

ItemRef ref(std::string module, std::string item) {
    return {{std::move(module)}, {std::move(item)}};
}

Item a_choice(std::string id, std::string text, bool is_private) {
    Item item{.id = {std::move(id)}, .kind = ItemKind::choice, .text = std::move(text)};
    const char* labels[] = {"Strongly disagree", "Disagree", "Slightly disagree", "Neither the one nor the other",
                            "Slightly agree",    "Agree",    "Strongly agree"};
    for (int value = 1; value <= 7; ++value)
        item.choices.push_back({value, labels[value - 1]});
    item.is_private = is_private;
    return item;
}

Scale a_scale(std::string id, std::string title, std::vector<std::string> items) {
    Scale scale{.id = {std::move(id)}, .title = std::move(title), .minimum = 1, .maximum = 7, .least_answered = 2};
    for (auto& item : items)
        scale.keys.push_back({.item = {std::move(item)}});
    scale.low_means = "At ease about being loved and about being apart";
    scale.high_means = "Often on alert for signs of losing the partner";
    return scale;
}

Content some_content() {
    Content content;
    Module side{.id = {"side"}, .title = "On the same side"};
    for (int i = 1; i <= 12; ++i)
        side.items.push_back(a_choice("s" + std::to_string(i),
                                      "When something goes wrong, my partner is the first person I turn to, number " +
                                          std::to_string(i) + "."));
    side.scales = {a_scale("all", "Alliance", {"s1", "s2", "s3", "s4", "s5", "s6"}),
                   a_scale("turning", "Turning to each other", {"s1", "s2", "s3"}),
                   a_scale("standing", "Standing together", {"s4", "s5", "s6"}),
                   a_scale("few", "Repairing after an argument", {"s7", "s8"})};
    for (std::size_t i = 1; i < side.scales.size(); ++i)
        side.scales[i].facet_of = core::ScaleId{"all"};
    content.modules[side.id] = side;

    Module connect{.id = {"connect"}, .title = "How I connect today"};
    for (int i = 1; i <= 6; ++i)
        connect.items.push_back(a_choice("c" + std::to_string(i), "Closeness question " + std::to_string(i)));
    connect.scales = {a_scale("anxiety", "Anxiety", {"c1", "c2", "c3"}),
                      a_scale("avoidance", "Avoidance", {"c4", "c5", "c6"})};
    connect.map = Map{{"avoidance"}, {"anxiety"}, "Secure", "Anxious", "Avoidant", "Fearful"};
    content.modules[connect.id] = connect;

    Module wear{.id = {"wear"}, .title = "What wears us down"};
    Item both{.id = {"away"}, .kind = ItemKind::two_way, .text = "Unavailability"};
    both.choices = {{1, "Never"}, {2, "Rarely"}, {3, "Sometimes"}, {4, "Often"}, {5, "Very often"}};
    wear.items = {both, a_choice("fear", "How often are you afraid?", true)};
    content.modules[wear.id] = wear;

    Module bonds{.id = {"bonds"}, .title = "Where it began"};
    for (const char* number : {"1", "2"}) {
        const core::ItemId person{std::string("who-") + number};
        bonds.items.push_back(
            {.id = person, .kind = ItemKind::short_text, .text = "Who took care of you?", .max_bytes = 60});
        auto warm = a_choice(std::string("warm-") + number, "{person} was warm with me.");
        warm.person = person;
        bonds.items.push_back(warm);
        auto scale = a_scale(std::string("secure-") + number, "Secure", {warm.id.value});
        scale.least_answered = 1;
        scale.person = person;
        bonds.scales.push_back(scale);
    }
    bonds.items.push_back({.id = {"told"}, .kind = ItemKind::display, .text = "Thank you for that."});
    bonds.items.push_back({.id = {"sign"}, .kind = ItemKind::signature, .text = "Please sign with your name."});
    bonds.items.push_back({.id = {"met"}, .kind = ItemKind::date, .text = "When did you meet?"});
    bonds.items.push_back({.id = {"money"}, .kind = ItemKind::number, .text = "What do you earn?"});
    content.modules[bonds.id] = bonds;

    Module safe{.id = {"safe"}, .title = "Feeling safe", .is_private = true};
    for (int i = 1; i <= 5; ++i)
        safe.items.push_back(a_choice("p" + std::to_string(i),
                                      "A private question about fear and freedom, number " + std::to_string(i) + "?",
                                      true));
    safe.scales = {a_scale("safety", "Safety at home", {"p1", "p2", "p3"})};
    safe.scales.front().is_private = true;
    content.modules[safe.id] = safe;

    Module mission{.id = {"mission"}, .title = "What I stand for"};
    Item text{.id = {"stand"},
              .kind = ItemKind::long_text,
              .text = "What do you stand for in this relationship?",
              .max_bytes = 2000,
              .releasable = true};
    mission.items = {text};
    text.id = {"promise"};
    text.text = "What can your partner count on?";
    mission.items.push_back(text);
    content.modules[mission.id] = mission;
    content.packets = {{{"first"},
                        "First visit",
                        {{"side"}, {"connect"}, {"bonds"}, {"wear"}, {"safe"}, {"mission"}},
                        core::ModuleId{"our"}}};
    return content;
}

PartRecord a_part(int shift) {
    PartContent content;
    for (int i = 1; i <= 7; ++i)
        content.answers[ref("side", "s" + std::to_string(i))] = Chosen{1 + (i + shift) % 7};
    content.answers[ref("side", "s8")] = Skipped{};
    for (int i = 1; i <= 6; ++i)
        content.answers[ref("connect", "c" + std::to_string(i))] = Chosen{2 + (i * shift) % 5};
    content.answers[ref("wear", "away")] = BothWays{4, std::nullopt};
    content.answers[ref("mission", "stand")] =
        Written{"I stand for telling the truth early, for asking before assuming, and for coming home."};
    std::string much;
    for (int i = 0; i < 24; ++i)
        much += "That I am there when it is hard, and that I say when I cannot be. ";
    content.answers[ref("mission", "promise")] = Written{much};
    content.released = {ref("mission", "stand")};
    content.answers[ref("bonds", "who-1")] = Written{shift == 2 ? "Grandma Rosa" : "Uncle Tom"};
    content.answers[ref("bonds", "warm-1")] = Chosen{5 + shift % 3};
    content.answers[ref("bonds", "warm-2")] = Chosen{1}; // from before the second name was taken out
    content.answers[ref("bonds", "sign")] =
        Signed{{{{200, 700}, {700, 200}, {1200, 800}, {1900, 300}, {2700, 600}}}, ""};
    content.answers[ref("bonds", "met")] = Dated{std::chrono::year(1998) / 3 / 4};
    content.answers[ref("bonds", "money")] = PreferredNot{};
    return {.status = PartStatus::sealed, .sealed_at = march_4, .content = content, .problem = {}};
}

CaseFile a_case(std::string a, std::string b) {
    CaseFile file{
        .id = {7}, .chart_code = "RG-2041", .name_a = std::move(a), .name_b = std::move(b), .therapist = "Dr. Okafor"};
    VisitRecord now{.sitting = {12}, .packet = {"first"}, .date = march_4, .a = a_part(2), .b = a_part(4), .joint = {}};
    now.a.wish = true;
    JointContent joint;
    joint.statement.sentences = {{Partner::a, "We turn to each other first, before anyone else."},
                                 {Partner::b, "We come home, and we say so when we cannot."}};
    joint.versions = {{march_4, {{joint.statement.sentences.front()}}},
                      {march_4 + std::chrono::minutes(9), joint.statement}};
    now.joint = {.status = PartStatus::sealed, .sealed_at = march_4, .content = joint, .problem = {}};
    VisitRecord before{
        .sitting = {9}, .packet = {"first"}, .date = march_4 - std::chrono::days(120), .a = {}, .b = {}, .joint = {}};
    before.a = {.status = PartStatus::sealed,
                .sealed_at = {},
                .content = {},
                .problem = core::message("case.changed",
                                         "This part was changed outside the kiosk and is not shown. Nothing was "
                                         "deleted.")};
    before.b = {.status = PartStatus::open, .sealed_at = {}, .content = {}, .problem = {}};
    file.visits = {now, before};
    return file;
}

PrivateRecord private_answers(Partner partner) {
    PrivateRecord record{.sitting = {12}, .partner = partner, .answers = {}};
    record.answers[ref("wear", "fear")] = Chosen{6};
    record.answers[ref("safe", "p1")] = Chosen{7};
    record.answers[ref("safe", "p2")] = Chosen{5};
    record.answers[ref("safe", "p3")] = Skipped{};
    record.answers[ref("gone", "old")] = Written{"A private text of an older form."};
    return record;
}

std::vector<CaseSummary> a_list(const std::string& long_one) {
    std::vector<CaseSummary> cases;
    const std::pair<const char*, const char*> names[] = {{"Maya", "Jordan"}, {"Elena", "Theo"},  {"Priya", ""},
                                                         {"", ""},           {"Ruth", "Daniel"}, {"Imani", "Chris"},
                                                         {"Zoë", "Núria"},   {"Ana", "Sam"}};
    int number = 0;
    for (const auto& [a, b] : names) {
        CaseSummary summary{
            .id = {100 + number}, .chart_code = "RG-20" + std::to_string(41 + number), .name_a = a, .name_b = b};
        summary.visits = number;
        if (number > 0) summary.last_visit = march_4 - std::chrono::days(60 * (number - 1));
        summary.unread_a = number % 2 == 1;
        summary.unread_b = number % 3 == 1;
        summary.unread_joint = number == 5;
        cases.push_back(summary);
        ++number;
    }
    cases[1].wish_a = cases[1].wish_b = cases[4].wish_b = true;
    cases.push_back({.id = {200},
                     .chart_code = "RG-2990",
                     .name_a = long_one,
                     .name_b = long_one,
                     .last_visit = march_4,
                     .visits = 11,
                     .unread_a = true,
                     .unread_b = true,
                     .wish_a = true,
                     .wish_b = true});
    for (auto& summary : cases)
        summary.folded = fold_for_search(summary);
    return cases;
}

State a_state(Screen screen, Theme theme, int text_percent) {
    static const auto content = std::make_shared<const Content>(some_content());
    State state;
    Practice practice;
    practice.name = "Rivergate Counseling";
    state.practice = std::make_shared<const Practice>(practice);
    state.content = content;
    state.appearance.theme = theme;
    state.appearance.text_percent = text_percent;
    state.screen = std::move(screen);
    return state;
}

screen::Caseload list_of(std::vector<CaseSummary> cases) {
    screen::Caseload list{.therapist = {{1}, "Dr. Okafor"},
                          .cases = std::make_shared<const std::vector<CaseSummary>>(std::move(cases)),
                          .search = edit_of("", 60, Lines::one)};
    list.found = found_cases(*list.cases, "", CaseFilter::all, march_4, 0);
    for (const auto& summary : *list.cases)
        list.glances[summary.id] = {
            .id = summary.id, .low = 1, .high = 7, .points = {{3.1, 4.0}, {3.6, std::nullopt}, {4.4, 4.2}, {5.0, 3.9}}};
    return list;
}

screen::Caseload a_caseload() {
    return list_of(a_list());
}

screen::Case an_open_case(CaseTab tab, CaseFile file) {
    return {.therapist = {{1}, "Dr. Okafor"}, .file = std::move(file), .tab = tab, .opened_private = {}, .problem = {}};
}

}
