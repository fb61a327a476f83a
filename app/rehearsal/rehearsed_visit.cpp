#include "rehearsal/rehearsed_visit.hpp"
#include "model/form/answer.hpp"
#include "model/visit/page_id.hpp"
#include "rehearsal/answer_steps.hpp"
#include "rehearsal/made_answer.hpp"
#include <cmath>

namespace rehearsal {

namespace {

namespace screen = model::screen;

// The widget may be on a later page of large text.
bool tap_on_some_page(Rehearsal& kiosk, const std::string& id) {
    for (int page = 0; page < 12; ++page) {
        if (kiosk.tap_id(id)) return true;
        if (!kiosk.tap_id("later")) break;
    }
    for (int page = 0; page < 12 && kiosk.tap_id("earlier"); ++page)
        if (kiosk.tap_id(id)) return true;
    return false;
}

const screen::Question* question(const Rehearsal& kiosk) {
    return std::get_if<screen::Question>(&kiosk.state().screen);
}

bool go_on(Rehearsal& kiosk, const model::PageId& before) {
    kiosk.pass(model::shown_chosen_for);
    if (model::page_id(kiosk.state()) != before) return true;
    return kiosk.tap_id("next");
}

bool sign(Rehearsal& kiosk) {
    kiosk.pass(model::settle_time);
    const auto* box = kiosk.tree().find_id("signature");
    if (box == nullptr) return false;
    const auto rect = box->rect;
    const auto at = [&](float x, float y) { return ui::Point{rect.x + x * rect.w, rect.y + y * rect.h}; };
    // A loop and a long wave, then a cross-stroke.
    std::vector<ui::Point> wave;
    for (int i = 0; i <= 60; ++i) {
        const auto along = static_cast<float>(i) / 60;
        wave.push_back(at(0.12F + along * 0.6F, 0.55F - 0.28F * std::sin(along * 19) * (1 - along * 0.6F)));
    }
    kiosk.stroke(wave);
    kiosk.stroke({at(0.2F, 0.3F), at(0.3F, 0.27F), at(0.42F, 0.25F)});
    return true;
}

bool act(Rehearsal& kiosk, const AnswerStep& step) {
    switch (step.act) {
    case Act::choose:
    case Act::tap:
        return tap_on_some_page(kiosk, step.what);
    case Act::choose_other_way:
        if (kiosk.tree().find_id(step.what) == nullptr) kiosk.pass(model::shown_chosen_for); // it comes by itself
        if (kiosk.tree().find_id(step.what) == nullptr && !kiosk.tap_id("next")) return false;
        return kiosk.tap_id(step.what);
    case Act::keys:
        kiosk.pass(model::settle_time);
        return kiosk.keys(step.what);
    case Act::write:
        kiosk.pass(model::settle_time);
        // Whoever comes back to a page that could not save finds their words still there.
        if (question(kiosk)->writing->text.empty()) kiosk.type(step.what);
        return true;
    case Act::sign:
        return sign(kiosk);
    }
    return false;
}

bool lead_on(Rehearsal& kiosk, WayOn way, const model::PageId& before) {
    switch (way) {
    case WayOn::itself:
        return go_on(kiosk, before);
    case WayOn::next:
        kiosk.pass(model::shown_chosen_for); // to the other direction, in large letters
        return kiosk.tap_id("next");
    case WayOn::done:
        return kiosk.tap_id("key:done");
    case WayOn::skip:
        return kiosk.tap_id("skip");
    }
    return false;
}

}

namespace {

const model::Module* module_on_screen(const Rehearsal& kiosk) {
    const auto* asked = question(kiosk);
    if (asked == nullptr) return nullptr;
    const auto& sitting = asked->session.seat.sitting;
    const auto& content = model::content_of(*kiosk.state().content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    return packet == nullptr ? nullptr : model::find_module(content, packet->modules[asked->module]);
}

}

const model::Item* item_on_screen(const Rehearsal& kiosk) {
    const auto* asked = question(kiosk);
    const auto* module = module_on_screen(kiosk);
    return module == nullptr ? nullptr : &module->items[asked->item];
}

std::string a_few_words(const model::Module& module, const model::Item& item) {
    if (model::names_a_person(module, item.id)) return item.id.value.ends_with("-1") ? "Grandma Rosa" : "Uncle Joe";
    return module.id.value == "my-mission" ? "I want us to be kind first. I come back after a hard talk."
                                           : "We want to talk again.";
}

bool answer_question(Rehearsal& kiosk, const Temper& temper, const Words& words) {
    const auto* item = item_on_screen(kiosk);
    if (item == nullptr) return false;
    if (question(kiosk)->earlier == screen::Earlier::covered && !kiosk.tap_id("anew")) return false;
    const auto& module = *module_on_screen(kiosk);
    const auto place = temper(module, *item);
    const auto before = model::page_id(kiosk.state());
    const auto in_words = [&](const model::Item& one) { return words(module, one); };
    // Nobody is asked more without their agreement.
    const bool skips = place < 0 && item->kind != model::ItemKind::consent;
    const auto answer = skips ? model::Answer{} : made_answer(*item, always_at(place, in_words));
    const auto& date = question(kiosk)->date;
    const auto all = answer_steps(*item, answer, date ? date->order : model::month_first);
    for (const auto& step : all.steps)
        if (!act(kiosk, step)) return false;
    return lead_on(kiosk, all.way_on, before);
}

bool enter_code(Rehearsal& kiosk, std::string_view entry_code) {
    if (kiosk.shows("welcome") && !kiosk.tap_id("begin")) return false;
    return kiosk.shows("entry-code") && kiosk.keys(entry_code) && !kiosk.shows("entry-code");
}

bool begin_part(Rehearsal& kiosk, const PartnerAct& act) {
    const auto page = [&] { act.at_each_page(); };
    if (kiosk.shows("who-is-here")) {
        page();
        if (!kiosk.tap_id(act.partner == model::Partner::a ? "partner:a" : "partner:b")) return false;
    }
    const bool known = kiosk.shows("before-you-begin");
    if (!known && !kiosk.shows("names")) return false;
    const auto fill = [&](const std::string& name) {
        kiosk.pass(model::settle_time);
        while (!std::get<screen::Names>(kiosk.state().screen).own.text.empty() &&
               !std::get<screen::Names>(kiosk.state().screen).asking_partner)
            kiosk.press(platform::Key::backspace);
        while (std::get<screen::Names>(kiosk.state().screen).asking_partner &&
               !std::get<screen::Names>(kiosk.state().screen).partner.text.empty())
            kiosk.press(platform::Key::backspace);
        kiosk.type(name);
        page();
        return kiosk.tap_id("key:done");
    };
    if (!known && !fill(act.name)) return false;
    if (kiosk.shows("names") && !fill(act.other_name)) return false;
    if (!kiosk.shows("before-you-begin")) return false;
    page();
    for (int i = 0; i < 8 && kiosk.tree().find_id("ready") == nullptr; ++i) {
        if (!kiosk.tap_id("next") && !kiosk.tap_id("later")) return false;
        page();
    }
    if (!kiosk.tap_id("ready") || !kiosk.shows("choose-code")) return false;
    page();
    return kiosk.keys(act.code) && kiosk.keys(act.code) &&
           (kiosk.shows("module:") || (known && kiosk.shows("question")));
}

bool answer_part(Rehearsal& kiosk, const PartnerAct& act) {
    for (std::size_t asked = 0; !kiosk.shows("review");) {
        act.at_each_page();
        if (asked >= act.stop_after) return true;
        if (kiosk.shows("question")) {
            if (!answer_question(kiosk, act.temper, act.words)) return false;
            ++asked;
        } else if (kiosk.shows("without-consent")) { // a second tap took it back
            if (!kiosk.tap_id("back")) return false;
        } else if (kiosk.shows("module:")) {
            while (kiosk.tree().find_id("begin") == nullptr) // what must be read first, in large letters
                if (!kiosk.tap_id("next")) return false;
            if (!kiosk.tap_id("begin")) return false;
        } else if (kiosk.shows("rest")) {
            if (!kiosk.tap_id("go-on")) return false;
        } else if (kiosk.shows("release")) {
            for (const auto& widget : std::vector(kiosk.tree().widgets))
                if (const auto* toggled = widget.action ? widget.action->as<model::action::ReleaseToggled>() : nullptr;
                    toggled != nullptr && !widget.chosen && act.shares(toggled->item))
                    kiosk.tap_id(widget.id);
            act.at_each_page();
            if (!kiosk.tap_id("next")) return false;
        } else {
            return false;
        }
    }
    return true;
}

bool seal_part(Rehearsal& kiosk, const PartnerAct& act) {
    if (!kiosk.shows("review")) return false;
    act.at_each_page();
    return kiosk.tap_id("seal") && kiosk.shows("hand-over");
}

bool unlock_desk(Rehearsal& kiosk, std::string_view pin) {
    if (!kiosk.tap_id("staff") || !kiosk.tap_id("desk")) return false;
    kiosk.pass(model::settle_time);
    return kiosk.keys(pin) && kiosk.tap_id("key:done") && kiosk.shows("desk");
}

bool unlock_therapist(Rehearsal& kiosk, std::string_view name, std::string_view passphrase) {
    if (!kiosk.shows("staff-door") && !kiosk.tap_id("staff")) return false;
    if (!kiosk.tap(name)) return false;
    kiosk.pass(model::settle_time);
    kiosk.type(passphrase);
    return kiosk.tap_id("key:done") && kiosk.shows("caseload");
}

}
