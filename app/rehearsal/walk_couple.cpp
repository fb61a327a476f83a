// What the couple of a tour does: welcome, their parts, the page they write together.
#include "rehearsal/rehearsed_visit.hpp"
#include "rehearsal/walk.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

namespace rehearsal {
namespace {

constexpr auto first_code = "4711"; // her own, which the shared page asks for as well

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
        {"person", {"I stand for being fair and kind.", "I keep my word."}},
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

bool first_partner(Rehearsal& kiosk, Walk& walk, const std::string& entry_code) {
    if (!walk.must(kiosk.tap_id("begin"), "begin")) return false;
    walk.shoot("entry-code");
    PartnerAct act{.partner = model::Partner::a,
                   .name = "Maya",
                   .other_name = "Jordan",
                   .code = first_code,
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
    if (!walk.must(kiosk.tap_id("joint"), "ask for the shared page")) return false;
    walk.shoot("shared-page-code");
    if (!walk.must(kiosk.keys(first_code) && kiosk.shows("joint"), "open the shared page")) return false;
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
    if (!walk.must(kiosk.shows("agreed"), "finish the shared page")) return false;
    walk.shoot("mission-agreed");
    if (!walk.must(kiosk.tap_id("done") && kiosk.shows("thanks"), "leave what they agreed on")) return false;
    walk.shoot("thanks");
    kiosk.pass(std::chrono::seconds(kiosk.state().practice->thanks_seconds));
    return walk.must(kiosk.shows("welcome"), "come back to Welcome");
}

}
