#include "answer_samples.hpp"

namespace asking {

model::screen::Release release(bool long_names) {
    return {.session = session(long_names)};
}

model::screen::Review review(bool long_names) {
    model::screen::Review made{.session = session(long_names)};
    const auto asked = asking::content();
    for (const auto& [id, module] : asked->modules)
        for (const auto& item : module.items)
            made.session.content.answers.try_emplace({id, item.id}, model::Skipped{});
    return made;
}

model::screen::Review early(bool long_names) {
    return {.session = session(long_names)};
}

model::screen::ModuleIntro intro(std::size_t module, bool long_names) {
    return {.session = session(long_names), .module = module};
}

std::vector<Sample> answer_samples(bool long_names) {
    std::vector<Sample> samples;
    for (const auto& item : every_kind().items)
        samples.push_back({"question " + item.id.value, question(item.id.value, long_names)});
    for (const auto* id : {"ways", "long-ways"})
        samples.push_back(with<model::screen::Question>(std::string("second direction of ") + id,
                                                        question(id, long_names),
                                                        [](auto& s) { s.second_direction = true; }));
    const auto with_date = [&](std::string name, std::string id, std::string month, std::string day, std::string year) {
        samples.push_back(with<model::screen::Question>(std::move(name), question(id, long_names), [&](auto& s) {
            s.date = model::DateEntry{.day = day, .month = month, .year = year};
        }));
    };
    with_date("a month and a day", "born", "3", "14", "");
    with_date("no such day", "long-born", "2", "31", "1988");
    with_date("no such month", "born", "13", "", "");
    with_date("a year too early", "long-born", "12", "31", "1850");
    samples.push_back(with<model::screen::Question>("signing", question("sign", long_names), [](auto& s) {
        s.stroke = {{300, 300}, {900, 700}, {1500, 200}};
        s.session.content.answers.erase({{"every-kind"}, {"sign"}});
    }));
    for (const auto* id : {"sign", "long-sign"})
        samples.push_back(
            with<model::screen::Question>(std::string("signing by name ") + id, question(id, long_names), [](auto& s) {
                s.writing = model::edit_of("Maya Lindqvist", 120, core::Lines::one);
            }));
    for (const auto* id : {"refusable", "weight", "long-born"})
        samples.push_back(
            with<model::screen::Question>(std::string("preferred not ") + id, question(id, long_names), [&](auto& s) {
                s.session.content.answers[{{"every-kind"}, {id}}] = model::PreferredNot{};
            }));
    for (const auto* id : {"usual", "born", "told", "sign", "refusable-text", "long", "ways", "years", "urgent",
                           "stand", "long-text", "agree"})
        samples.push_back(
            with<model::screen::Question>(std::string("trouble at ") + id, question(id, long_names), [](auto& s) {
                s.session.trouble = true;
                s.session.pending.push_back(model::Visited{{{"every-kind"}, {"usual"}}});
            }));
    for (const auto* id : {"long", "long-text", "ways"})
        samples.push_back(with<model::screen::Question>(std::string("covered: ") + id, question(id, long_names),
                                                        [](auto& s) { s.earlier = model::screen::Earlier::covered; }));
    samples.push_back({"without consent", model::screen::WithoutConsent{.session = session(long_names)}});
    for (const bool taken_away : {false, true}) {
        samples.push_back(
            {taken_away ? "whose answers, taken away" : "whose answers", whose_answers(long_names, taken_away)});
        samples.push_back(with<model::screen::WhoseAnswers>(
            "trouble at whose answers", whose_answers(long_names, taken_away), [](auto& s) {
                s.session.trouble = true;
                s.session.pending.push_back(model::Visited{*s.session.content.at});
            }));
    }
    for (const int count : {1, 7}) {
        samples.push_back({"wrong tries", model::screen::WrongTries{.session = session(long_names), .count = count}});
        samples.push_back(with<model::screen::WrongTries>(
            "trouble at wrong tries", {.session = session(long_names), .count = count}, [](auto& s) {
                s.session.trouble = true;
                s.session.pending.push_back(model::Visited{*s.session.content.at});
            }));
    }
    samples.push_back({"first module", intro(0, long_names)});
    samples.push_back({"private module", intro(1, long_names)});
    samples.push_back(with<model::screen::ModuleIntro>("trouble at a module", intro(1, long_names), [](auto& s) {
        s.session.trouble = true;
        s.session.pending.push_back(model::Visited{{{"every-kind"}, {"usual"}}});
    }));
    for (std::size_t page = 0; page < 4; ++page)
        samples.push_back(
            with<model::screen::Release>("release", release(long_names), [&](auto& s) { s.page = page; }));
    samples.push_back(with<model::screen::Release>("release without a shared page", release(long_names), [](auto& s) {
        s.session.seat.sitting.joint = model::PartStatus::absent;
    }));
    samples.push_back({"rest", model::screen::Rest{.session = review(long_names).session, .module = 1}});
    samples.push_back({"review", review(long_names)});
    samples.push_back({"review, called in early", early(long_names)});
    samples.push_back(
        with<model::screen::Review>("a seal that failed", review(long_names), [](auto& s) { s.seal_failed = true; }));
    samples.push_back(with<model::screen::Review>("sealing", review(long_names), [](auto& s) { s.sealing = true; }));
    for (const int length : {1, 12}) {
        samples.push_back({"joint", joint(long_names, length)});
        samples.push_back(with<model::screen::Joint>("joint, drafts of a", joint(long_names, length),
                                                     [](auto& s) { s.tab = model::Partner::a; }));
    }
    samples.push_back(with<model::screen::Joint>("joint, agreed", joint(long_names), [](auto& s) {
        s.session.content.a_agrees = s.session.content.b_agrees = true;
    }));
    samples.push_back(with<model::screen::Joint>("joint, not finished", joint(long_names), [](auto& s) {
        s.session.content.a_agrees = s.session.content.b_agrees = s.seal_failed = true;
    }));
    samples.push_back(with<model::screen::Joint>("joint, trouble", joint(long_names), [](auto& s) {
        s.session.trouble = true;
        s.session.pending.push_back(model::AssentChanged{model::Partner::a, false});
    }));
    for (const auto* id : {"told", "refusable-text", "long-text", "sign"})
        for (const auto* words : {"", "with no room"})
            samples.push_back(with<model::screen::Question>(
                std::string("nearly full at ") + id + words, question(id, long_names), [&](auto& s) {
                    s.writing = model::edit_of(std::string(112, 'm'), 120, core::Lines::one);
                    model::insert(*s.writing, words);
                    s.save_typing_at = core::SteadyTime{};
                }));
    for (const auto* words : {"We", "We keep us whole, and nothing else counts as much"})
        samples.push_back(with<model::screen::Joint>("joint, nearly full", joint(long_names), [&](auto& s) {
            s.writing = model::edit_of("", 24, core::Lines::one);
            model::insert(*s.writing, words);
            s.save_typing_at = core::SteadyTime{};
        }));
    samples.push_back(
        with<model::screen::Joint>("joint, empty", joint(long_names), [](auto& s) { s.session.content = {}; }));
    samples.push_back(with<model::screen::Joint>("joint, writing", joint(long_names), [](auto& s) {
        s.writing = model::edit_of("We keep ", 400, core::Lines::one);
    }));
    return samples;
}

}
