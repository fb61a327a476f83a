#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/couple/answering.hpp"
#include "ui/couple/review_early.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

struct Open {
    const model::Module* module;
    const model::Item* item;
    std::string text;
};

// Skipped or never reached, in the packet's order. What is private is never listed: somebody may stand behind them.
std::vector<Open> open_items(const Page& page, const model::Session& session) {
    std::vector<Open> open;
    for (const auto* module : modules_of(page, session.seat.sitting)) {
        if (module == nullptr) continue;
        const auto asked = model::which_apply(*module, session.content.answers);
        for (std::size_t i = 0; i < module->items.size(); ++i) {
            const auto& item = module->items[i];
            if (!asked[i] || !takes_answer(item.kind) || model::is_private(*module, item)) continue;
            const auto* answer = answer_to(session, {module->id, item.id});
            if (answer != nullptr && model::is_decided(*answer)) continue;
            const auto name = model::person_named(*module, item.person, session.content.answers);
            open.push_back({module, &item, model::with_person(item.text, name)});
        }
    }
    return open;
}

// Then an empty list does not say that nothing was skipped.
bool asks_private(const Page& page, const model::Session& session) {
    return std::ranges::any_of(modules_of(page, session.seat.sitting), [](const model::Module* module) {
        return module != nullptr && model::holds_private(*module);
    });
}

// A row to go back to: the statement, whole where it takes no more than half a page, and the module it belongs to.
void add_row(Page& page, Flow& flow, const Open& open, bool enabled, float highest) {
    const float arrow = page.icon_size();
    const float inner = flow.width() - 48 - arrow - 16;
    const auto words = shortened(page, open.text, {inner, highest / 2}, Style::heading);
    const float words_height = page.text_height(words, inner, Style::heading);
    const float module_height = page.text_height(open.module->title, inner, Style::body);
    flow.block(words_height + module_height + 24, [=, &page](Rect at) {
        const auto id = "review:" + open.module->id.value + "." + open.item->id.value;
        const auto paper = page.view.pressed == id ? page.color.sunk : page.color.surface;
        page.add({.id = id,
                  .role = Role::row,
                  .name = open.text,
                  .value = open.module->title,
                  .rect = at,
                  .enabled = enabled,
                  .action = model::action::ReviewItemChosen{{open.module->id, open.item->id}},
                  .ink = page.color.ink,
                  .paper = paper});
        page.box(at, paper, 16);
        page.outline(at, page.color.edge, 2, 16);
        page.text({at.x + 24, at.y + 12, inner, 0}, words, {.style = Style::heading, .paper = paper});
        page.text({at.x + 24, at.y + 12 + words_height, inner, 0}, open.module->title,
                  {.style = Style::body, .color = page.color.soft, .paper = paper});
        page.icon({at.right() - 24 - arrow, at.center().y - arrow / 2, arrow, arrow}, Icon::next, page.color.soft);
    });
}

std::string what_sealing_means(const model::screen::Review& screen) {
    return fill(tr("review.locks", "Finish and lock sends your answers to {therapist} alone. They cannot be opened or "
                                   "changed on this screen again."),
                {{"therapist", readers_within(screen.session.seat.sitting)}});
}

}

void draw_review(Page& page, const model::screen::Review& screen) {
    const auto inner = page.inner();
    const auto& session = screen.session;
    const auto modules = modules_of(page, session.seat.sitting);
    const auto last = modules.empty() ? 0 : modules.size() - 1;
    const auto done = modules.empty() || modules[last] == nullptr ? 0 : modules[last]->items.size();
    const float top = trouble_banner(page, session.trouble, answering_top(page, session, last, done));
    const bool busy = screen.sealing;
    const ButtonSpec seal{.id = "seal",
                          .name = busy                 ? tr("review.locking", "Locking…")
                                  : screen.seal_failed ? tr("review.again", "Try again")
                                                       : tr("review.seal", "Finish and lock"),
                          .look = ButtonLook::primary,
                          .icon = Icon::lock,
                          .enabled = !busy && session.pending.empty(),
                          .action = model::action::SealTapped{}};
    const bool early = stops_early(page, session);
    auto leave = back_of(!busy);
    if (early) leave.name = tr("review.keep-answering", "Keep answering");
    const Page::FooterSpec footer{.left = leave, .right = seal};
    const float bottom = content_bottom(page, footer);

    const auto open = early ? std::vector<Open>{} : open_items(page, session);
    Flow flow(page, inner.w);
    const bool nothing = open.empty() && !asks_private(page, session);
    const auto title = early     ? tr("review.early", "Stopping here for today?")
                       : nothing ? tr("review.nothing", "Nothing was skipped")
                                 : tr("review.title", "Before you finish");
    flow.text(title, {.style = Style::title}, 8, Role::heading);
    if (screen.seal_failed)
        flow.icon_text(
            Icon::alert,
            tr("review.failed",
               "Your answers are saved, but they could not be locked yet. Try again, or tell the front desk."),
            {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
    flow.icon_text(Icon::lock, what_sealing_means(screen), {.style = Style::body, .color = page.color.soft}, 24);
    if (early) {
        flow.text(tr("review.so-far", "This is how far you are. If you would rather go on another day, tell the front "
                                      "desk: your answers stay saved."),
                  {.style = Style::body}, 16);
        flow.stay_with_next();
        add_standings(page, flow, session, !busy);
    }
    if (!open.empty()) {
        flow.text(tr("review.skipped", "You left these out. That is fine. Tap one if you would like to answer it now."),
                  {.style = Style::body}, 16);
        flow.stay_with_next();
    }
    for (const auto& item : open)
        add_row(page, flow, item, !busy, bottom - top);
    flow.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
