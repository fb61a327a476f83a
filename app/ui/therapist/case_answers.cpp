#include "chart/answer_words.hpp"
#include "chart/signature.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/therapist/case_guide.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <utility>

namespace ui {
namespace {

// As it was drawn, on its own line of paper.
void add_signature(Page& page, Flow& flow, const model::Signed& sign) {
    if (sign.strokes.empty()) return;
    constexpr float high = 120, inset = 12;
    flow.block(
        high,
        [&page, sign](Rect at) {
            const Rect card{at.x, at.y, (high - 2 * inset) * 3 + 2 * inset, high};
            page.box(card, page.color.surface, 12);
            page.outline(card, page.color.line, 1, 12);
            const auto box = card.inset(inset, inset);
            for (const auto& stroke : sign.strokes) {
                std::vector<Point> places;
                for (const auto point : chart::smooth(stroke, {box.x, box.y, box.w, box.h}))
                    places.push_back({point.x, point.y});
                page.curve(places, page.color.ink, std::max(1.5f, box.h * chart::pen_share));
            }
            page.add({.id = "signature:" + std::to_string(page.tree.widgets.size()),
                      .role = Role::picture,
                      .name = tr("case.signature", "The signature as it was drawn"),
                      .rect = card});
        },
        16);
}

// What was answered, said as such where nobody came to it. Returns the answer where there is one.
const model::Answer* add_given(Page& page, Flow& flow, const model::Module& module, const model::Item& item,
                               const std::string& question, const model::Answers& answers, float highest) {
    const auto found = answers.find({module.id, item.id});
    const bool answered = found != answers.end() && model::is_answered(found->second);
    const auto words =
        found == answers.end() ? tr("case.not-reached", "Not reached") : chart::answer_words(item, found->second);
    add_answer(page, flow, question, words, answered, highest);
    return answered ? &found->second : nullptr;
}

// The items of a module that are private or not, with what was answered.
void add_items(Page& page, Flow& flow, const model::Module& module, const model::Answers& answers, bool private_ones,
               float highest) {
    bool first = true;
    std::optional<core::ItemId> about;
    const auto asked = model::which_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        const auto& item = module.items[i];
        if (is_private(module, item) != private_ones || !asked[i] || !takes_answer(item.kind)) continue;
        if (private_ones && item.opens_private) continue; // stands before all of them
        if (std::exchange(first, false)) flow.heading(module.title);
        const auto name = model::person_named(module, item.person, answers);
        const bool other = std::exchange(about, item.person) != item.person;
        if (other)
            flow.block(
                12, [](Rect) {}, 0);
        if (other && name) {
            flow.stay_with_next();
            flow.text(fill(tr("case.about-person", "About {person}"), {{"person", *name}}),
                      {.style = Style::body, .weight = Weight::bold}, 8, Role::heading);
            flow.stay_with_next();
        }
        const auto* given = add_given(page, flow, module, item, model::with_person(item.text, name), answers, highest);
        if (given != nullptr)
            if (const auto* sign = std::get_if<model::Signed>(given)) add_signature(page, flow, *sign);
    }
    if (!first)
        flow.block(
            12, [](Rect) {}, 0);
}

// What the therapist has to know before anything else, on its own.
void add_what_opens(Page& page, Flow& flow, const model::PrivateReading& reading, float highest) {
    for (const auto* module : reading.forms)
        for (const auto& item : module->items) {
            if (!item.opens_private || !is_private(*module, item) || !takes_answer(item.kind)) continue;
            flow.heading(item.chart_label.empty() ? module->title : item.chart_label);
            add_given(page, flow, *module, item, item.text, reading.answers, highest);
            flow.block(
                12, [](Rect) {}, 0);
        }
}

void add_missing(Page& page, Flow& flow, const std::string& words, bool problem) {
    flow.icon_text(problem ? Icon::alert : Icon::clock, words,
                   {.style = Style::heading, .color = problem ? page.color.alert : page.color.soft});
}

// Answers to what the content no longer asks. They may have been private, so they stand with those.
void add_unknown(Page& page, Flow& flow, const model::VisitRecord& visit, const model::Answers& answers,
                 float highest) {
    const auto& content = model::content_of(*page.state.content, visit);
    bool first = true;
    for (const auto& [ref, answer] : answers) {
        const auto* module = model::find_module(content, ref.module);
        if (module != nullptr && model::find_item(*module, ref.item) != nullptr) continue;
        if (std::exchange(first, false)) flow.heading(tr("case.unknown", "Questions this kiosk no longer has"));
        add_answer(page, flow, ref.module.value + ": " + ref.item.value, chart::answer_words({}, answer),
                   model::is_answered(answer), highest);
    }
}

void add_private_step(Page& page, Flow& flow, const model::screen::Case& screen, float highest) {
    const auto name = called(screen.file, screen.partner);
    flow.text(fill(tr("case.private-title", "Open {name}'s private answers?"), {{"name", name}}),
              {.style = Style::large}, 12, Role::heading);
    flow.text(
        fill(tr("case.private-what",
                "They were given to you alone, many of them about fear, harm and control. Make sure that nobody else "
                "sees this screen. Opening them is not shown to {name} or to anyone else."),
             {{"name", name}}),
        {.style = Style::body}, 8);
    flow.text(
        tr("case.private-close",
           "They close by themselves when you go elsewhere or the screen locks. They are never part of a shared page."),
        {.style = Style::body, .color = page.color.soft}, 24);
    const ButtonSpec open{.id = "private:open",
                          .name = fill(tr("case.private-open", "Open {name}'s private answers"), {{"name", name}}),
                          .look = ButtonLook::primary,
                          .icon = Icon::lock,
                          .action = model::action::PrivateOpened{}};
    const float width = std::min(page.fit_button(open).w, flow.width());
    const float height = std::min(page.button_height(open, width), highest);
    flow.block(height, [&page, open, width](Rect at) { page.button({at.x, at.y, width, at.h}, open); });
}

}

void add_answers(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest) {
    const auto& part = model::part_of(visit, screen.partner);
    const auto missing = missing_words(screen.file, part, screen.partner);
    if (!missing.empty()) return add_missing(page, flow, missing, !part.problem.empty());
    add_form_note(page, flow, visit);
    add_time_taken(page, flow, screen.file, visit, screen.partner);
    for (const auto* module : model::forms_of(*page.state.content, visit))
        add_items(page, flow, *module, part.content->answers, false, highest);
}

void add_private(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest) {
    const auto& part = model::part_of(visit, screen.partner);
    const auto missing = missing_words(screen.file, part, screen.partner);
    if (!missing.empty()) return add_missing(page, flow, missing, !part.problem.empty());
    const auto& opened = screen.opened_private;
    if (!opened || opened->partner != screen.partner || opened->sitting != visit.sitting)
        return add_private_step(page, flow, screen, highest);

    const ButtonSpec close{.id = "private:close",
                           .name = tr("case.private-shut", "Close private answers"),
                           .look = ButtonLook::secondary,
                           .icon = Icon::eye_off,
                           .action = model::action::PrivateClosed{}};
    // In large letters the first page is for what has to be known first.
    const bool close_first = !page.text_at_least(150);
    if (close_first) add_button(page, flow, close, 16);
    add_form_note(page, flow, visit);
    const auto reading = model::private_reading(*page.state.content, visit, *opened);
    const Answered person{screen.partner, called(screen.file, screen.partner), &reading.answers};
    add_what_opens(page, flow, reading, highest);
    if (!close_first) add_button(page, flow, close, 16);
    for (const auto* module : reading.forms) {
        add_items(page, flow, *module, reading.answers, true, highest);
        add_module_scores(page, flow, *module, {&person, 1}, true, highest);
    }
    add_unknown(page, flow, visit, opened->answers, highest);
    add_guide(page, flow, called(screen.file, screen.partner));
}

}
