#include "part_samples.hpp"

namespace asking {

std::string many(std::string_view sentence, int times) {
    std::string text;
    for (int i = 0; i < times; ++i)
        text += std::string(sentence) + " ";
    return text;
}

std::vector<model::Choice> seven_choices() {
    return {{1, "Strongly disagree"}, {2, "Disagree"}, {3, "Slightly disagree"}, {4, "Neither"},
            {5, "Slightly agree"},    {6, "Agree"},    {7, "Strongly agree"}};
}

std::vector<model::Choice> how_often() {
    return {{1, "Never"}, {2, "Rarely"}, {3, "Sometimes"}, {4, "Often"}, {5, "Very often"}};
}

std::vector<model::Choice> long_choices() {
    return {{1, "No, not in any way that I can think of"},
            {2, "Hardly ever, and only on a bad day"},
            {3, "Now and then, more than I would like"},
            {4, "I could not say one way or the other"},
            {5, "Quite often, and it is hard to talk about"},
            {6, "Most days of the week, I am sorry to say"},
            {7, "Nearly all of the time"}};
}

model::Item item(std::string id, model::ItemKind kind, std::string text) {
    model::Item made;
    made.id = {std::move(id)};
    made.kind = kind;
    made.text = std::move(text);
    made.max_bytes = 4000;
    return made;
}

model::Module every_kind() {
    using enum model::ItemKind;
    model::Module module;
    module.id = {"every-kind"};
    module.title = "How I connect today";
    module.shareable = true;
    module.intro = "Fourteen short statements about closeness with your partner. There are no right answers, and every "
                   "couple is different.";
    auto add = [&](model::Item made) { module.items.push_back(std::move(made)); };
    auto usual = item("usual", choice, "When something goes wrong, my partner is the first person I turn to.");
    usual.choices = seven_choices();
    add(usual);
    auto hard = item("long", choice, long_statement);
    hard.detail = long_detail;
    hard.choices = long_choices();
    add(hard);
    auto topics = item("topics", choices, "What would you like help with?");
    topics.detail = "Choose as many as you like.";
    for (const auto* label : {"Feeling close again", "Talking and listening", "Fights that go in circles", "Trust",
                              "Touch and sex", "Being parents together", "Money or work", "Family and friends",
                              "Whether to stay together", "Something else"})
        topics.choices.push_back({static_cast<int>(topics.choices.size()) + 1, label});
    add(topics);
    auto ways = item("ways", two_way, "Breaking agreements");
    ways.detail = "Saying yes to something together, then doing otherwise without talking first.";
    ways.choices = how_often();
    add(ways);
    auto long_ways = item("long-ways", two_way, "Wanting the other to be somebody else");
    long_ways.detail = long_detail;
    long_ways.choices = {{1, "Almost never"},
                         {2, "A few times a year"},
                         {3, "About once a month"},
                         {4, "Every week or so"},
                         {5, "Almost every day"}};
    add(long_ways);
    auto years = item("years", number, "How many years have you been a couple?");
    years.detail = "Less than one year counts as 0.";
    years.maximum = 80;
    years.unit = "years";
    add(years);
    auto long_years = item("long-years", number, long_statement);
    long_years.detail = long_detail;
    long_years.minimum = 1;
    long_years.maximum = 120;
    long_years.unit = "times in the past twelve months";
    add(long_years);
    auto urgent = item("urgent", zero_to_ten, "How urgent does this feel to you?");
    urgent.low_label = "It can wait";
    urgent.high_label = "We need help now";
    add(urgent);
    auto long_urgent = item("long-urgent", zero_to_ten, long_statement);
    long_urgent.detail = long_detail;
    long_urgent.low_label = "Not at all, we came because somebody told us to";
    long_urgent.high_label = "So much that we cannot wait for another week";
    add(long_urgent);
    auto like = item("like", short_text, "What is one thing you like about the two of you?");
    like.max_bytes = 200;
    add(like);
    auto stand = item("stand", long_text, "What do you want the two of you to stand for?");
    stand.detail = "Picture the couple you would be proud to be.";
    stand.starters = {"I want us to…", "I will try to…", "When it gets hard, I…", "What matters most is…"};
    stand.releasable = true;
    add(stand);
    auto long_text_item = item("long-text", long_text, long_statement);
    long_text_item.detail = long_detail;
    long_text_item.starters = {"When we do not agree I would like to…", "People who know the two of us will see…",
                               "The hardest part of all this is…"};
    long_text_item.releasable = true;
    add(long_text_item);
    auto scaled = item("weight", number, "How many hours do you sleep in a usual night?");
    scaled.maximum = 240;
    scaled.decimals = 1;
    scaled.unit = "hours";
    scaled.may_prefer_not = true;
    add(scaled);
    auto born = item("born", date, "When did you become a couple?");
    born.detail = "If you are not sure, take a day near it.";
    born.minimum = 1950;
    born.maximum = 2026;
    add(born);
    auto long_born = item("long-born", date, long_statement);
    long_born.detail = long_detail;
    long_born.minimum = 1900;
    long_born.maximum = 2100;
    long_born.may_prefer_not = true;
    add(long_born);
    auto told = item("told", display, "The next questions are about the time before you met.");
    told.detail = "Think of the first years you can remember. You can leave out whatever you like.";
    add(told);
    auto long_told = item("long-told", display, long_statement);
    long_told.detail = many(long_detail, 4);
    add(long_told);
    add(item("sign", signature, "Please sign here, to say that you take part of your own free will."));
    auto long_sign = item("long-sign", signature, long_statement);
    long_sign.detail = long_detail;
    add(long_sign);
    auto refusable = item("refusable", choice, "My partner knows what I earn.");
    refusable.choices = seven_choices();
    refusable.may_prefer_not = true;
    add(refusable);
    auto refusable_ways = item("refusable-ways", two_way, "Breaking agreements");
    refusable_ways.choices = how_often();
    refusable_ways.may_prefer_not = true;
    add(refusable_ways);
    auto refusable_text = item("refusable-text", long_text, "What would you rather not tell your partner yet?");
    refusable_text.starters = {"I never said that…", "It is hard for me to…"};
    refusable_text.may_prefer_not = true;
    add(refusable_text);
    auto refusable_scale = item("refusable-scale", zero_to_ten, "How urgent does this feel to you?");
    refusable_scale.low_label = "It can wait";
    refusable_scale.high_label = "We need help now";
    refusable_scale.may_prefer_not = true;
    add(refusable_scale);
    add(item("who", short_text, "Who took care of you most when you were a child?"));
    auto warm = item("warm", choice, "{person} was warm one day and far away the next.");
    warm.choices = seven_choices();
    warm.person = core::ItemId{"who"};
    add(warm);
    auto agree = item("agree", consent, "I know who sees my answers, and I agree to take part.");
    agree.detail = "Your therapist keeps them private. The law sets a few limits, such as when a life or a child is in "
                   "danger. You can ask about this, and you can "
                   "stop at any time.";
    add(agree);
    return module;
}

model::Module sensitive() {
    using enum model::ItemKind;
    model::Module module;
    module.id = {"steady"};
    module.title = "Feeling safe";
    module.intro =
        "Five questions about how safe and free you feel with your partner. Everyone is asked the same five.";
    module.notice = "These questions ask about fear, freedom and being hurt.\nOnly your therapist sees your answers. "
                    "They are left out of everything your partner "
                    "can see, hear or read.\nYou may skip any of them. Skipping is fine. Help lines are one tap away "
                    "on every screen.\n";
    module.is_private = true;
    auto speak = item("speak", choice, "How often do you feel free to say what you think at home?");
    speak.choices = how_often();
    speak.is_private = true;
    module.items.push_back(speak);
    return module;
}

model::Module joint_module() {
    model::Module module;
    module.id = {"our-mission"};
    module.title = "Our mission";
    module.joint = true;
    module.items.push_back(item("statement", model::ItemKind::long_text, "What do the two of you stand for?"));
    return module;
}

std::shared_ptr<model::Content> content() {
    auto made = std::make_shared<model::Content>();
    for (const auto& module : {every_kind(), sensitive(), joint_module()})
        made->modules[module.id] = module;
    made->packets.push_back({.id = {"first"},
                             .title = "First visit",
                             .modules = {{"every-kind"}, {"steady"}},
                             .joint_module = core::ModuleId{"our-mission"}});
    made->packets.push_back({.id = {"second"},
                             .title = "A later visit with questions about the past",
                             .modules = {{"lost"}},
                             .joint_module = {}});
    made->broken.push_back({"lost", "lost.toml:4: scale: item in no scale"});
    made->secrets_policy = "What you write here stays with your therapist. If it matters for the work you do together, "
                           "your therapist talks with you alone first and "
                           "does not pass it on.";
    return made;
}

std::shared_ptr<model::Practice> practice() {
    auto made = std::make_shared<model::Practice>();
    made->name = "Rivergate Counseling";
    made->help_lines = {{"Crisis line", "Call or text 988", "Any hour, free"}};
    made->prints = true;
    return made;
}

model::State state_with(model::Screen screen, Appearance appearance) {
    model::State state;
    state.content = content();
    state.practice = practice();
    state.appearance = {.theme = appearance.theme, .text_percent = appearance.percent, .reduced_motion = true};
    state.screen = std::move(screen);
    return state;
}

model::Sitting sitting(bool long_names) {
    return {.id = {7},
            .packet = {"first"},
            .therapist = long_names ? "Dr. Bartholomew Okafor-Lindqvist" : "Dr. Okafor",
            .name_a = long_names ? long_name : "Maya",
            .name_b = long_names ? "Bartholomew-Christian" : "Jordan",
            .a = model::PartStatus::open,
            .b = model::PartStatus::sealed,
            .joint = model::PartStatus::not_started};
}

std::vector<model::Stroke> a_signature() {
    model::Stroke wave;
    for (int i = 0; i <= 90; ++i)
        wave.push_back({static_cast<std::uint16_t>(300 + 24 * i),
                        static_cast<std::uint16_t>(560 - 260 * std::sin(i * 0.29) * (1 - i * 0.008))});
    return {wave, {{500, 300}, {700, 280}, {1100, 240}}, {{2600, 520}}};
}

model::Session session(bool long_names) {
    model::Session made;
    made.seat = {sitting(long_names), model::Partner::a};
    made.part = {3};
    made.saved_once = true;
    auto& answers = made.content.answers;
    answers[{{"every-kind"}, {"usual"}}] = model::Chosen{5};
    answers[{{"every-kind"}, {"long"}}] = model::Chosen{3};
    answers[{{"every-kind"}, {"topics"}}] = model::ChosenSet{{2, 4, 10}};
    answers[{{"every-kind"}, {"ways"}}] = model::BothWays{4, 3};
    answers[{{"every-kind"}, {"long-ways"}}] = model::BothWays{2, std::nullopt};
    answers[{{"every-kind"}, {"years"}}] = model::Chosen{12};
    answers[{{"every-kind"}, {"urgent"}}] = model::Chosen{7};
    answers[{{"every-kind"}, {"stand"}}] =
        model::Written{"I want us to be kind first, even when we are tired. I want to be someone who comes back after "
                       "a hard talk and listens."};
    answers[{{"every-kind"}, {"long-text"}}] =
        model::Written{many("We come back after a hard talk, and we say for how long we need to be alone.", 45)};
    answers[{{"every-kind"}, {"agree"}}] = model::Consented{true};
    answers[{{"every-kind"}, {"sign"}}] = model::Signed{.strokes = a_signature(), .typed = {}};
    answers[{{"every-kind"}, {"refusable-ways"}}] = model::PreferredNot{};
    answers[{{"every-kind"}, {"refusable-text"}}] = model::PreferredNot{};
    made.content.released = {{{"every-kind"}, {"stand"}}};
    made.content.at = model::ItemRef{{"every-kind"}, {"agree"}};
    return made;
}

model::screen::Question question(const std::string& item, bool long_names) {
    model::screen::Question screen;
    screen.session = session(long_names);
    const auto module = every_kind();
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        if (module.items[i].id.value != item) continue;
        screen.item = i;
        const auto given = screen.session.content.answers.find({module.id, module.items[i].id});
        const auto* answer = given == screen.session.content.answers.end() ? nullptr : &given->second;
        model::begin_entering(screen, module.items[i], answer, nullptr);
    }
    return screen;
}

model::screen::WhoseAnswers whose_answers(bool long_names, bool taken_away) {
    model::screen::WhoseAnswers screen;
    screen.session = session(long_names);
    const auto module = every_kind();
    for (std::size_t i = 0; i < module.items.size(); ++i)
        if (module.items[i].id.value == "who") screen.item = i;
    auto& content = screen.session.content;
    const model::ItemRef who{module.id, {"who"}};
    content.about[who] = long_names ? "my grandmother Rosalinda, and for a long while my aunt too" : "Grandma Rosa";
    content.answers[{module.id, {"warm"}}] = model::Chosen{3};
    if (!taken_away)
        content.answers[who] =
            model::Written{long_names ? "the second wife of my stepfather, whom I called Mama" : "Uncle Joe"};
    content.at = who;
    return screen;
}

model::screen::Joint joint(bool long_names, int length) {
    using model::Partner;
    model::screen::Joint screen;
    screen.session.sitting = sitting(long_names);
    screen.session.part = {9};
    auto& content = screen.session.content;
    const auto draft = [&](Partner author, std::string_view text) {
        content.drafts.push_back(
            {author, {{"my-mission"}, {std::to_string(content.drafts.size())}}, many(text, length)});
    };
    draft(Partner::a, "I want us to be kind first, even when we are tired.");
    draft(Partner::a, "I come back after a hard talk.");
    draft(Partner::b, "I want to keep my word to you.");
    draft(Partner::b, "When I need space, I will say for how long.");
    content.statement.sentences = {{Partner::a, content.drafts[0].text},
                                   {Partner::b, "When one of us needs space, we say for how long."},
                                   {Partner::a, "We come back after a hard talk."}};
    content.versions.push_back({core::WallTime{std::chrono::hours(490000)}, {{{Partner::a, "We are kind first."}}}});
    content.turn = Partner::b;
    return screen;
}

}
