#include "couple_samples.hpp"

namespace samples {

model::Article article(std::string title) {
    using enum model::BlockKind;
    model::Article made{.id = {title}, .title = title, .picture = "boat", .blocks = {}};
    const auto add = [&](model::BlockKind kind, std::string text, std::string bold = {}) {
        model::Block block{kind, {{std::move(text), false}}};
        if (!bold.empty()) block.spans.push_back({std::move(bold), true});
        made.blocks.push_back(std::move(block));
    };
    const std::string story =
        "A boat that is tied well can rest, whatever the water does. People are like that with each other. "
        "When the rope holds, they sleep. When they are not sure of it, they pull. ";
    add(paragraph, story + story, "The pull is a question.");
    add(paragraph, story);
    add(heading, "What helps");
    add(bullet, "Say when you will be back, and be back then.");
    add(bullet, "Ask for one clear thing.");
    add(bullet, "Small promises that come true, again and again, over weeks.");
    add(heading, "What a partner can do");
    add(paragraph, story + story + story);
    return made;
}

model::State state_of(const Couple& couple) {
    auto content = std::make_shared<model::Content>();
    model::Module module;
    module.id = {"same-side"};
    for (int i = 0; i < 85; ++i) {
        model::Item item;
        item.id = {"item-" + std::to_string(i)};
        module.items.push_back(std::move(item));
    }
    content->packets.push_back({{"first"}, "First visit", {module.id}, {}});
    content->modules[module.id] = std::move(module);
    for (const auto* title :
         {"Your couple bubble", "Where bonds begin", "Secure", "Ambivalent (anxious)", "Avoidant",
          "Disorganized (fearful)", "Bringing the past into love", "A partner can help it heal",
          "Why the familiar pulls", "Cracks and craters: what wears an alliance down", "Writing a mission together"})
        content->articles.push_back(article(title));
    auto practice = std::make_shared<model::Practice>();
    practice->name = couple.practice;
    practice->help_lines = {{"Suicide and Crisis Lifeline", "Call or text 988", "Any hour, free"},
                            {"Domestic Violence Hotline", "1-800-799-7233", "Any hour, free, in many languages"},
                            {"Emergency", "911", ""}};
    model::State state;
    state.content = std::move(content);
    state.practice = std::move(practice);
    return state;
}

model::Sitting sitting_of(const Couple& couple, model::PartStatus a, model::PartStatus b, model::PartStatus joint) {
    return {.id = {1},
            .packet = {"first"},
            .therapist = couple.therapist,
            .name_a = couple.a,
            .name_b = couple.b,
            .a = a,
            .b = b,
            .joint = joint};
}

model::SecretEntry typed(std::size_t letters) {
    model::SecretEntry entry;
    for (std::size_t i = 0; i < letters; ++i)
        entry.typed.append("7");
    return entry;
}

model::SecretEntry refused(model::Refusal::Why why, int failures) {
    model::SecretEntry entry;
    entry.refusal = model::Refusal{why, failures, {}};
    // A picture of a settled state is taken one second after it appeared, which is at zero.
    if (why == model::Refusal::Why::paused) entry.refusal->until = core::SteadyTime(std::chrono::milliseconds(45'500));
    return entry;
}

model::screen::BeforeYouBegin before(const Couple& couple, model::Partner partner, std::size_t page, bool resumed,
                                     bool wish) {
    using enum model::PartStatus;
    model::screen::BeforeYouBegin screen{.seat = {sitting_of(couple, not_started, not_started), partner},
                                         .page = page,
                                         .wish_noted = wish,
                                         .resumed = {}};
    if (resumed) {
        screen.resumed.emplace();
        screen.resumed->seat = screen.seat;
    }
    return screen;
}

std::vector<Sample> couple_samples(const Couple& couple) {
    using namespace model::screen;
    using enum model::PartStatus;
    using Why = model::Refusal::Why;
    using model::Partner;
    std::vector<Sample> all;
    const auto add = [&](std::string name, auto screen) {
        all.push_back({std::move(name), [screen](model::State& state) { state.screen = screen; }});
    };
    const model::Seat seat{sitting_of(couple, not_started, not_started), Partner::a};
    add("welcome", Welcome{});
    add("entry-code", EntryCode{typed(2)});
    add("entry-code-wrong", EntryCode{refused(Why::wrong)});
    add("entry-code-paused", EntryCode{refused(Why::paused, 5)});
    add("who-is-here", WhoIsHere{sitting_of(couple, open, not_started)});
    add("who-is-here-joint", WhoIsHere{sitting_of(couple, sealed, sealed)});
    add("who-is-here-one", WhoIsHere{sitting_of(couple, sealed, absent, absent)});
    ReturnCode back{.sitting = sitting_of(couple, open, not_started), .partner = Partner::a, .code = typed(1)};
    add("return-code", back);
    back.sitting.code_digits.a = 8;
    add("return-code-eight", back);
    back.from_cover = true;
    back.code = refused(Why::gone);
    add("return-code-cover", back);
    back.code = refused(Why::other_too);
    add("return-code-other-too", back);
    back.code = refused(Why::gone);
    back.partner.reset();
    back.from_cover = false;
    add("return-code-joint", back);
    back.sitting.code_digits = {4, 6};
    add("return-code-either-length", back);
    add("not-asked", NotAsked{.sitting = sitting_of(couple, open, not_started), .partner = Partner::a});
    model::screen::Names names{.seat = seat,
                               .own = model::edit_of("Maya", 60, core::Lines::one),
                               .partner = model::edit_of(couple.b + " " + couple.a, 60, core::Lines::one),
                               .keyboard = {}};
    add("names", names);
    names.asking_partner = true;
    add("names-partner", names);
    names.asking_partner = false;
    names.own.text.clear();
    names.own.caret = 0;
    names.needs_one = true;
    add("names-needs-one", names);
    names.mends = true;
    add("names-mend", names);
    for (std::size_t page = 0; page < 6; ++page) {
        add("before-" + std::to_string(page), before(couple, Partner::a, page));
        add("before-resumed-" + std::to_string(page), before(couple, Partner::b, page, true, true));
    }
    for (std::size_t page = 0; page < 4; ++page) {
        auto again = before(couple, Partner::b, page);
        again.seat.sitting.own_names = {true, true};
        add("before-again-" + std::to_string(page), again);
    }
    ChooseCode choose{.seat = seat, .first = {}, .code = typed(1)};
    add("choose-code", choose);
    choose.mismatch = true;
    add("choose-code-mismatch", choose);
    choose.mismatch = false;
    using model::PlainCode;
    for (const auto plain :
         {PlainCode::repeats, PlainCode::run, PlainCode::year, PlainCode::line, PlainCode::entry_code}) {
        choose.plain = plain;
        add("choose-code-plain-" + std::to_string(static_cast<int>(plain)), choose);
    }
    choose.plain.reset();
    choose.anew = true;
    add("choose-code-anew", choose);
    choose.anew = false;
    choose.confirming = true;
    add("choose-code-confirm", choose);
    Names full{.seat = seat, .own = model::edit_of(std::string(58, 'm'), 60, core::Lines::one), .partner = {}};
    add("names-nearly-full", full);
    model::insert(full.own, "mmm");
    add("names-full", full);
    add("hand-over", HandOver{sitting_of(couple, sealed, not_started), Partner::a});
    add("hand-over-b", HandOver{sitting_of(couple, open, sealed), Partner::b});
    add("hand-over-both", HandOver{sitting_of(couple, sealed, sealed), Partner::b});
    add("hand-over-one", HandOver{sitting_of(couple, sealed, absent, absent), Partner::a});
    add("cover", Cover{.sitting = seat.sitting, .partner = Partner::a});
    add("thanks", Thanks{sitting_of(couple, sealed, sealed)});
    for (std::size_t page = 0; page < 8; ++page) {
        add("articles-" + std::to_string(page), Articles{.page = page, .thanks = {}});
        add("reading-" + std::to_string(page), Reading{.article = 9, .page = page, .thanks = {}});
    }
    for (std::size_t page = 0; page < 3; ++page)
        all.push_back({"look-" + std::to_string(page), [couple, page](model::State& state) {
                           state.screen = before(couple, Partner::a, 0);
                           state.look_open = true;
                           state.look_page = page;
                           for (const auto* tag : {"en", "es"})
                               state.locales.push_back({.language = {tag},
                                                        .catalogue = {},
                                                        .content = state.content,
                                                        .practice = state.practice,
                                                        .name = tag});
                       }});
    for (const std::size_t words : {1U, 4U, 20U}) {
        MissionAgreed agreed{.sitting = sitting_of(couple, sealed, sealed, sealed),
                             .mission = {core::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 3 / 4)), {}}};
        for (std::size_t i = 0; i < words; ++i)
            agreed.mission.statement.sentences.push_back(
                {Partner::a, i % 2 == 0 ? "We are kind first, even when we are tired." : "We come back."});
        for (agreed.page = 0; agreed.page < 3; ++agreed.page)
            add("agreed-" + std::to_string(words) + "-" + std::to_string(agreed.page), agreed);
        agreed.page = 0;
        const auto printer = [&](std::string name) {
            all.push_back({std::move(name), [agreed](model::State& state) {
                               auto practice = *state.practice;
                               practice.prints = true;
                               state.practice = std::make_shared<const model::Practice>(practice);
                               state.screen = agreed;
                           }});
        };
        printer("agreed-with-printer");
        agreed.print.b = true;
        printer("agreed-one-prints");
        agreed.printed = true;
        agreed.print.a = true;
        printer("agreed-printed");
        agreed.printed = false;
        printer("agreed-printing");
        agreed.print = {};
        agreed.print_failed = true;
        printer("agreed-print-failed");
    }
    StaffDoor door{.therapists = {{{1}, couple.therapist},
                                  {{2}, "Dr. Lindqvist"},
                                  {{3}, couple.therapist},
                                  {{4}, "Ms. Abara"},
                                  {{5}, "Mr. Osei"}}};
    for (door.page = 0; door.page < 3; ++door.page)
        add("staff-door-" + std::to_string(door.page), door);
    add("desk-pin", DeskPin{typed(6)});
    add("desk-pin-paused", DeskPin{refused(Why::paused, 7)});
    add("ready", Ready{true});
    add("out-of-order", OutOfOrder{core::message("out-of-order.title", "This screen needs a member of staff"),
                                   core::message("error.tampered",
                                                 "A record was changed outside this kiosk. Nothing was deleted. Please "
                                                 "call the technician."),
                                   "damaged: the database file is not a database"});
    add("unlock", Unlock{{{1}, couple.therapist}, typed(17)});
    add("unlock-wrong", Unlock{{{1}, couple.therapist}, refused(Why::wrong)});
    add("unlock-kit", Unlock{{{1}, couple.therapist}, typed(3), "7F3A 91C2 08DE B41D"});
    add("unlock-paused", Unlock{{{1}, couple.therapist}, refused(Why::paused, 5)});
    all.push_back({"help", [](model::State& state) { state.help_open = true; }});
    const auto add_voice = [&](std::string name, bool can_speak, std::optional<bool> headset, std::size_t page) {
        all.push_back({std::move(name), [=](model::State& state) {
                           state.can_speak = state.speech.on = can_speak;
                           state.headset = headset;
                           state.speech_open = true;
                           state.speech_page = page;
                       }});
    };
    for (std::size_t page = 0; page < 4; ++page) {
        add_voice("voice-asked-" + std::to_string(page), true, {}, page);
        add_voice("voice-headset-" + std::to_string(page), true, true, page);
    }
    add_voice("voice-none", false, {}, 0);
    all.push_back({"idle-question", [couple](model::State& state) {
                       state.screen = before(couple, Partner::a, 0);
                       state.idle_asked = true;
                   }});
    return all;
}

}
