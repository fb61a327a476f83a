#include "rehearsal/rehearsed_visit.hpp"
#include "model/form/answer.hpp"
#include "model/visit/page_id.hpp"
#include <cmath>
#include <fmt/format.h>

namespace rehearsal {

namespace {

namespace screen = model::screen;

int value_at(const model::Item& item, double place) {
    const auto last = static_cast<double>(item.choices.size() - 1);
    return item.choices[static_cast<std::size_t>(std::lround(place * last))].value;
}

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

}

std::chrono::year_month_day a_day(const model::Item& item, double place) {
    const int year = item.minimum + static_cast<int>(place * (item.maximum - item.minimum));
    return {std::chrono::year(year), std::chrono::month(3), std::chrono::day(14)};
}

std::string date_digits(const model::DateOrder& order, std::chrono::year_month_day day) {
    std::string digits;
    for (const auto part : order) {
        switch (part) {
        case model::DatePart::day:
            digits += fmt::format("{:02}", static_cast<unsigned>(day.day()));
            break;
        case model::DatePart::month:
            digits += fmt::format("{:02}", static_cast<unsigned>(day.month()));
            break;
        case model::DatePart::year:
            digits += fmt::format("{:04}", static_cast<int>(day.year()));
            break;
        }
    }
    return digits;
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

const model::Item* item_on_screen(const Rehearsal& kiosk) {
    const auto* asked = question(kiosk);
    if (asked == nullptr) return nullptr;
    const auto* packet = model::find_packet(*kiosk.state().content, asked->session.seat.sitting.packet);
    const auto* module =
        packet == nullptr ? nullptr : model::find_module(*kiosk.state().content, packet->modules[asked->module]);
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
    const auto& module = *model::find_module(
        *kiosk.state().content, model::find_packet(*kiosk.state().content, question(kiosk)->session.seat.sitting.packet)
                                    ->modules[question(kiosk)->module]);
    const auto place = temper(module, *item);
    const auto before = model::page_id(kiosk.state());
    if (item->kind == model::ItemKind::display) return kiosk.tap_id("next");
    if (place < 0) return kiosk.tap_id("skip");
    switch (item->kind) {
    case model::ItemKind::choice:
        return tap_on_some_page(kiosk, fmt::format("answer:{}", value_at(*item, place))) && go_on(kiosk, before);
    case model::ItemKind::choices:
        return tap_on_some_page(kiosk, fmt::format("answer:{}", value_at(*item, place))) && kiosk.tap_id("next");
    case model::ItemKind::zero_to_ten:
        return tap_on_some_page(kiosk, fmt::format("answer:{}", std::lround(place * 10))) && go_on(kiosk, before);
    case model::ItemKind::two_way: {
        if (!kiosk.tap_id(fmt::format("toward:{}", value_at(*item, place)))) return false;
        if (kiosk.tree().find_id(fmt::format("from:{}", value_at(*item, place))) == nullptr && !kiosk.tap_id("next"))
            return false;
        return kiosk.tap_id(fmt::format("from:{}", value_at(*item, place))) && kiosk.tap_id("next");
    }
    case model::ItemKind::number:
        kiosk.pass(model::settle_time);
        return kiosk.keys(model::number_words(
                   item->minimum + static_cast<int>(place * (item->maximum - item->minimum) / 4), item->decimals)) &&
               kiosk.tap_id("next");
    case model::ItemKind::date:
        kiosk.pass(model::settle_time);
        return kiosk.keys(date_digits(question(kiosk)->date->order, a_day(*item, place))) && kiosk.tap_id("next");
    case model::ItemKind::display:
        return kiosk.tap_id("next");
    case model::ItemKind::signature:
        return sign(kiosk) && kiosk.tap_id("next");
    case model::ItemKind::consent:
        return tap_on_some_page(kiosk, "consent") && kiosk.tap_id("next");
    case model::ItemKind::short_text:
    case model::ItemKind::long_text:
        kiosk.pass(model::settle_time);
        // Whoever comes back to a page that could not save finds their words still there.
        if (question(kiosk)->writing->text.empty()) kiosk.type(words(module, *item));
        return kiosk.tap_id("key:done");
    }
    return false;
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
    if (!kiosk.shows("names")) return false;
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
    if (!fill(act.name) || !fill(act.other_name) || !kiosk.shows("before-you-begin")) return false;
    page();
    for (int i = 0; i < 4 && kiosk.tree().find_id("ready") == nullptr; ++i) {
        if (!kiosk.tap_id("next") && !kiosk.tap_id("later")) return false;
        page();
    }
    if (!kiosk.tap_id("ready") || !kiosk.shows("choose-code")) return false;
    page();
    return kiosk.keys(act.code) && kiosk.keys(act.code) && kiosk.shows("module:");
}

bool answer_part(Rehearsal& kiosk, const PartnerAct& act) {
    for (std::size_t asked = 0; !kiosk.shows("review");) {
        act.at_each_page();
        if (asked >= act.stop_after) return true;
        if (kiosk.shows("question")) {
            if (!answer_question(kiosk, act.temper, act.words)) return false;
            ++asked;
        } else if (kiosk.shows("module:")) {
            for (int i = 0; i < 4 && kiosk.tree().find_id("begin") == nullptr; ++i)
                if (!kiosk.tap_id("later")) return false;
            if (!kiosk.tap_id("begin")) return false;
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
