#include "window/people.hpp"
#include "rehearsal/answer_steps.hpp"
#include "rehearsal/made_answer.hpp"
#include <algorithm>

namespace window {
namespace {

// The four digits that stand by themselves.
std::string code_shown(const Kiosk& kiosk) {
    for (const auto& widget : kiosk.page().widgets)
        if (widget.name.size() == 4 && widget.name.find_first_not_of("0123456789") == std::string::npos)
            return widget.name;
    FAIL("no entry code is shown");
    return {};
}

model::ItemRef ref_of(const std::string& screen) {
    const auto first = screen.find(':'), second = screen.find(':', first + 1);
    const auto third = screen.find(':', second + 1);
    REQUIRE(second != std::string::npos);
    const auto length = third == std::string::npos ? third : third - second - 1;
    return {{screen.substr(first + 1, second - first - 1)}, {screen.substr(second + 1, length)}};
}

// A name that stands there already is kept.
void give_name(Kiosk& kiosk, const std::string& name) {
    if (kiosk.written().empty()) kiosk.write(name);
    CHECK(kiosk.written() == name);
    kiosk.turn("key:done");
}

const std::string& words_for(std::size_t which) {
    static const std::string words[] = {"We talk again.", "I stay 1 step closer", "Kind first"};
    return words[which % std::size(words)];
}

// The `which`-th of what there is, and the one after it where two are asked for.
rehearsal::MadeUp picks_from(std::size_t which) {
    return {.value =
                [next = which](const model::Item& item) mutable {
                    const auto place = next++;
                    if (has_choices(item.kind)) return item.choices[place % item.choices.size()].value;
                    const auto range = static_cast<std::size_t>(item.maximum - item.minimum);
                    return item.minimum + static_cast<int>(place % (std::min<std::size_t>(range, 10) + 1));
                },
            .words = [which](const model::Item&) { return words_for(which); },
            .signature = // wherever its lines run
            [](const model::Item&) {
                return model::Signed{.strokes = {{{0, 0}}}, .typed = {}};
            }};
}

void act(Kiosk& kiosk, const rehearsal::AnswerStep& step, bool leads_on) {
    switch (step.act) {
    case rehearsal::Act::choose:
    case rehearsal::Act::choose_other_way:
        return leads_on ? kiosk.turn(step.what) : kiosk.choose(step.what);
    case rehearsal::Act::tap:
        return kiosk.tap(step.what);
    case rehearsal::Act::keys:
        return kiosk.keys(step.what);
    case rehearsal::Act::write:
        return kiosk.write(step.what);
    case rehearsal::Act::sign:
        return kiosk.sign();
    }
}

}

void leaf_to(Kiosk& kiosk, const std::string& id) {
    while (kiosk.page().find_id(id) == nullptr)
        kiosk.leaf(kiosk.page().find_id("later") != nullptr ? "later" : "next");
}

std::string make_sitting(Kiosk& kiosk, const Wanted& wanted) {
    kiosk.turn("staff");
    kiosk.turn("desk");
    kiosk.keys(visits::pin);
    kiosk.turn("key:done");
    kiosk.wait_for_page("desk");
    kiosk.turn("new");
    kiosk.write(wanted.chart_code);
    kiosk.turn("key:done");
    if (!wanted.second_partner) {
        leaf_to(kiosk, "expect:b");
        kiosk.tap("expect:b");
        kiosk.wait_for("one partner less", [](const ui::Tree& page) {
            const auto* toggle = page.find_id("expect:b");
            return toggle != nullptr && !toggle->chosen;
        });
    }
    const auto packet = "packet:" + std::to_string(wanted.packet);
    leaf_to(kiosk, packet);
    if (!kiosk.widget(packet).chosen) kiosk.choose(packet);
    kiosk.turn("create");
    kiosk.wait_for_page("sitting-created");
    const auto code = code_shown(kiosk);
    kiosk.turn("back");
    kiosk.turn("lock");
    kiosk.wait_for_page("welcome");
    return code;
}

void enter_code(Kiosk& kiosk, const std::string& entry_code) {
    kiosk.wait_for_page("welcome");
    kiosk.turn("begin");
    kiosk.code(entry_code);
    kiosk.wait_for("the code to be known", [](const ui::Tree& page) { return page.screen != "entry-code"; });
}

void begin_part(Kiosk& kiosk, const Partner& partner) {
    kiosk.wait_for_page("names:own");
    give_name(kiosk, partner.name);
    // Who comes second is called as they said themselves.
    kiosk.wait_for("the next page", [](const ui::Tree& page) { return page.screen != "names:own"; });
    if (kiosk.shows("names:partner")) give_name(kiosk, partner.other);
    kiosk.wait_for_page("before-you-begin");
    leaf_to(kiosk, "ready");
    kiosk.turn("ready");
    kiosk.wait_for_page("choose-code");
    kiosk.code(partner.code);
    kiosk.wait_for_page("choose-code:again");
    kiosk.code(partner.code);
    kiosk.wait_for_page("module:");
}

void give_own_code(Kiosk& kiosk, const Partner& partner) {
    kiosk.wait_for_page("return-code");
    kiosk.code(partner.code);
    kiosk.wait_for("the own code to be known", [](const ui::Tree& page) { return page.screen != "return-code"; });
}

model::ItemRef ref_on(const Kiosk& kiosk) {
    return ref_of(kiosk.page().screen);
}

const model::Item& item_on(const Kiosk& kiosk) {
    REQUIRE(kiosk.shows("question:"));
    const auto ref = ref_on(kiosk);
    const auto* module = model::find_module(*visits::shipped_content(), ref.module);
    REQUIRE(module != nullptr);
    const auto* item = model::find_item(*module, ref.item);
    REQUIRE(item != nullptr);
    return *item;
}

void remember(const Kiosk& kiosk, Partner& partner, model::Answer answer) {
    partner.given.insert_or_assign(ref_on(kiosk), std::move(answer));
}

void answer(Kiosk& kiosk, Partner& partner, std::size_t which) {
    const auto& item = item_on(kiosk);
    const auto given = rehearsal::made_answer(item, picks_from(which));
    if (takes_answer(item.kind)) remember(kiosk, partner, given);
    const auto all = rehearsal::answer_steps(item, given);
    for (const auto& step : all.steps)
        act(kiosk, step, all.way_on == rehearsal::WayOn::itself && &step == &all.steps.back());
    switch (all.way_on) {
    case rehearsal::WayOn::itself:
        return;
    case rehearsal::WayOn::next:
        return kiosk.turn("next");
    case rehearsal::WayOn::done:
        return kiosk.turn("key:done");
    case rehearsal::WayOn::skip:
        return kiosk.turn("skip");
    }
}

void skip(Kiosk& kiosk, Partner& partner) {
    remember(kiosk, partner, model::Skipped{});
    kiosk.turn("skip");
}

void begin_module(Kiosk& kiosk) {
    kiosk.wait_for_page("module:");
    leaf_to(kiosk, "begin");
    kiosk.turn("begin");
}

void answer_until(Kiosk& kiosk, Partner& partner, const std::string& until, std::size_t few) {
    for (std::size_t in_module = 0; !kiosk.shows(until) && !kiosk.shows("review") && !kiosk.shows("release");) {
        if (kiosk.shows("rest")) {
            kiosk.turn("go-on");
        } else if (kiosk.shows("module:")) {
            in_module = 0;
            begin_module(kiosk);
        } else if (in_module++ < few) {
            answer(kiosk, partner, partner.given.size());
        } else {
            skip(kiosk, partner);
        }
    }
}

void finish_part(Kiosk& kiosk) {
    while (kiosk.shows("release")) // as it stands there: nothing of it is shared
        kiosk.leaf("next");
    kiosk.wait_for_page("review");
    leaf_to(kiosk, "seal");
    kiosk.turn("seal");
    kiosk.wait_for_page("hand-over");
}

}
