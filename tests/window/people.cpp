#include "window/people.hpp"
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
    const auto packet = "packet:" + std::to_string(wanted.packet);
    leaf_to(kiosk, packet);
    if (!kiosk.widget(packet).chosen) kiosk.choose(packet);
    if (!wanted.second_partner) {
        leaf_to(kiosk, "expect:b");
        kiosk.tap("expect:b");
        kiosk.wait_for("one partner less", [](const ui::Tree& page) {
            const auto* toggle = page.find_id("expect:b");
            return toggle != nullptr && !toggle->chosen;
        });
    }
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
    kiosk.keys(entry_code);
    kiosk.wait_for("the code to be known", [](const ui::Tree& page) { return page.screen != "entry-code"; });
}

void begin_part(Kiosk& kiosk, const Partner& partner) {
    kiosk.wait_for_page("names:own");
    give_name(kiosk, partner.name);
    kiosk.wait_for_page("names:partner");
    give_name(kiosk, partner.other);
    kiosk.wait_for_page("before-you-begin");
    leaf_to(kiosk, "ready");
    kiosk.turn("ready");
    kiosk.wait_for_page("choose-code");
    kiosk.keys(partner.code);
    kiosk.wait_for_page("choose-code:again");
    kiosk.keys(partner.code);
    kiosk.wait_for_page("module:");
}

void give_own_code(Kiosk& kiosk, const Partner& partner) {
    kiosk.wait_for_page("return-code");
    kiosk.keys(partner.code);
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
    const auto value = [&](std::size_t place) { return item.choices[place % item.choices.size()].value; };
    const auto at = [](const std::string& what, int number) { return what + ":" + std::to_string(number); };
    switch (item.kind) {
    case model::ItemKind::choice:
        remember(kiosk, partner, model::Chosen{value(which)});
        return kiosk.turn(at("answer", value(which)));
    case model::ItemKind::choices:
        remember(kiosk, partner, model::ChosenSet{{value(which), value(which + 3)}});
        kiosk.choose(at("answer", value(which)));
        kiosk.choose(at("answer", value(which + 3)));
        return kiosk.turn("next");
    case model::ItemKind::zero_to_ten:
        remember(kiosk, partner, model::Chosen{static_cast<int>(which % 11)});
        return kiosk.turn(at("answer", static_cast<int>(which % 11)));
    case model::ItemKind::two_way:
        remember(kiosk, partner, model::BothWays{value(which), value(which + 1)});
        kiosk.choose(at("toward", value(which)));
        kiosk.choose(at("from", value(which + 1)));
        return kiosk.turn("next");
    case model::ItemKind::number:
        remember(kiosk, partner, model::Chosen{static_cast<int>(which % 10)});
        kiosk.keys(std::to_string(which % 10));
        return kiosk.turn("next");
    case model::ItemKind::date:
        remember(kiosk, partner,
                 model::Dated{{std::chrono::year(item.minimum), std::chrono::March, std::chrono::day(14)}});
        kiosk.keys("0314" + std::to_string(item.minimum));
        return kiosk.turn("next");
    case model::ItemKind::display:
        return kiosk.turn("next");
    case model::ItemKind::signature:
        kiosk.sign();
        remember(kiosk, partner, model::Signed{.strokes = {{{0, 0}}}, .typed = {}}); // wherever its lines run
        return kiosk.turn("next");
    case model::ItemKind::consent:
        remember(kiosk, partner, model::Consented{true});
        kiosk.tap("consent");
        return kiosk.turn("next");
    case model::ItemKind::short_text:
    case model::ItemKind::long_text:
        remember(kiosk, partner, model::Written{words_for(which)});
        kiosk.write(words_for(which));
        return kiosk.turn("key:done");
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
        if (kiosk.shows("module:")) {
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
