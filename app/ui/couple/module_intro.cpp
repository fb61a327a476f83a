#include "model/form/applies.hpp"
#include "model/form/pace.hpp"
#include "model/form/privacy.hpp"
#include "ui/couple/answering.hpp"
#include "ui/kit/when.hpp"
#include "ui/screens.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

std::string size_words(const model::Module& module, const model::Answers& answers) {
    core::Milliseconds time{0};
    std::size_t questions = 0;
    const auto asked = model::which_may_apply(module, answers);
    for (std::size_t i = 0; i < module.items.size(); ++i) {
        if (!asked[i]) continue;
        time += model::time_for(module.items[i]);
        if (takes_answer(module.items[i].kind)) ++questions;
    }
    const auto about = length_words(std::chrono::ceil<std::chrono::seconds>(time));
    return fill(
        trn("intro.questions", "1 question, {about}", "{count} questions, {about}", static_cast<long long>(questions)),
        {{"count", std::to_string(questions)}, {"about", about}});
}

// The practice's words on what is kept from a partner stand before the first private items of the packet, for
// everybody. Before the first form they stood on the page before.
std::string policy_words(const Page& page, const model::screen::ModuleIntro& screen) {
    const auto modules = modules_of(page, screen.session.seat.sitting);
    if (screen.module == 0) return {};
    for (std::size_t i = 0; i < screen.module; ++i)
        if (i < modules.size() && modules[i] != nullptr && model::holds_private(*modules[i])) return {};
    if (screen.module >= modules.size() || modules[screen.module] == nullptr ||
        !model::holds_private(*modules[screen.module]))
        return {};
    return secrets_policy(page, screen.session.seat.sitting);
}

// Before anything is written, whatever it is about.
std::string crisis_words(const Page& page, const model::screen::ModuleIntro& screen) {
    const auto is_written = [](const model::Module* module) {
        return module != nullptr && std::ranges::any_of(module->items, [&](const model::Item& item) {
                   return model::is_text(item.kind) && !model::names_a_person(*module, item.id);
               });
    };
    const auto modules = modules_of(page, screen.session.seat.sitting);
    const auto first = std::ranges::find_if(modules, is_written);
    if (first == modules.end() || first - modules.begin() != static_cast<std::ptrdiff_t>(screen.module)) return {};
    return tr("intro.crisis", "Nobody reads this while you write. If you are in danger or think of ending your life, "
                              "call 988 or 911, or tell the front desk now.");
}

bool moves_by_itself(const Page& page, const model::Module& module) {
    return page.state.practice->advance == model::AdvanceBy::choice &&
           std::ranges::any_of(module.items,
                               [](const auto& item) { return entered_by(item.kind) == model::EnteredBy::one_tap; });
}

void add_cards(Page& page, Flow& flow, const std::vector<std::string>& notice, const std::string& policy,
               bool in_cards) {
    const auto add = [&](const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        Flow inside(page, in_cards ? flow.width() - 2 * Flow::card_inset : flow.width());
        for (const auto& line : lines)
            inside.text(line, {.style = Style::body, .paper = in_cards ? page.color.surface : page.color.bg});
        if (in_cards)
            flow.card(std::move(inside));
        else
            flow.append(inside);
    };
    add(notice);
    add(paragraphs(policy));
}

void add_facts(Page& page, Flow& flow, const model::Module& module, const model::Answers& answers) {
    flow.icon_text(Icon::clock, size_words(module, answers), {.style = Style::body, .color = page.color.soft}, 12);
    if (moves_by_itself(page, module))
        flow.icon_text(Icon::tick, tr("intro.moves-on", "Choosing an answer moves on by itself."),
                       {.style = Style::body, .color = page.color.soft}, 12);
}

}

void draw_module_intro(Page& page, const model::screen::ModuleIntro& screen) {
    const auto* module = module_at(page, screen.session, screen.module);
    if (module == nullptr) return;
    const auto inner = page.inner();
    const auto& answers = screen.session.content.answers;
    const float begin = answering_top(page, screen.session, screen.module, 0);
    const float top = trouble_banner(page, screen.session.trouble, begin) + (page.text_at_least(150) ? 0.f : 16.f);
    Page::FooterSpec footer{.right = ButtonSpec{.id = "begin",
                                                .name = tr("intro.begin", "Begin"),
                                                .look = ButtonLook::primary,
                                                .icon = Icon::next,
                                                .icon_right = true,
                                                .action = model::action::ReadyTapped{}}};
    if (screen.module > 0) {
        footer.left = back_of();
        footer.middle = ButtonSpec{.id = "stop-here",
                                   .name = tr("intro.stop-here", "Stop here"),
                                   .look = ButtonLook::quiet,
                                   .action = model::action::ReviewTapped{}};
    }
    const float bottom = content_bottom(page, footer);

    auto notice = paragraphs(module->notice);
    if (auto words = crisis_words(page, screen); !words.empty()) notice.push_back(std::move(words));
    const auto policy = policy_words(page, screen);
    const bool two_columns = !page.portrait() && !(notice.empty() && policy.empty());
    // The notice and the policy are longer than the title and the intro.
    for (const float share : {0.4f, 0.34f}) {
        if (!two_columns) break;
        const float narrow = std::floor((inner.w - 64) * share), wide = inner.w - 64 - narrow;
        Flow left(page, narrow), right(page, wide);
        left.text(module->title, {.style = Style::title}, 16, Role::heading);
        left.text(module->intro, {.style = Style::heading, .color = page.color.soft}, 32);
        add_facts(page, left, *module, answers);
        add_cards(page, right, notice, policy, true);
        if (left.fits(bottom - top) && right.fits(bottom - top)) {
            left.draw({inner.x, top, narrow, bottom - top}, 0);
            right.draw({inner.right() - wide, top, wide, bottom - top}, 0);
            return page.footer(footer);
        }
    }
    Flow all(page, inner.w);
    const bool in_cards = !page.text_at_least(150);
    all.text(module->title, {.style = Style::title}, 16, Role::heading);
    all.text(module->intro, {.style = in_cards ? Style::heading : Style::body, .color = page.color.soft}, 24);
    if (page.portrait() || !two_columns) {
        add_cards(page, all, notice, policy, true);
        add_facts(page, all, *module, answers);
    } else {
        add_cards(page, all, notice, policy, in_cards);
        add_facts(page, all, *module, answers);
    }
    all.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
