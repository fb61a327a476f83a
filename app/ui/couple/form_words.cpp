#include "ui/couple/form_words.hpp"
#include "model/form/applies.hpp"
#include "model/form/pace.hpp"
#include "ui/couple/answering.hpp"
#include "ui/kit/when.hpp"
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

// Before anything is written, whatever it is about.
std::string crisis_words(const Page& page, const model::Sitting& sitting, std::size_t form) {
    const auto is_written = [](const model::Module* module) {
        return module != nullptr && std::ranges::any_of(module->items, [&](const model::Item& item) {
                   return model::is_text(item.kind) && !model::names_a_person(*module, item.id);
               });
    };
    const auto modules = modules_of(page, sitting);
    const auto first = std::ranges::find_if(modules, is_written);
    if (first == modules.end() || first - modules.begin() != static_cast<std::ptrdiff_t>(form)) return {};
    return tr("intro.crisis", "Nobody reads this while you write. If you are in danger or think of ending your life, "
                              "call 988 or 911, or tell the front desk now.");
}

bool moves_by_itself(const Page& page, const model::Module& module) {
    return page.state.practice->advance == model::AdvanceBy::choice && !page.state.keys_in_use &&
           std::ranges::any_of(module.items, [](const auto& item) {
               const auto how = entered_by(item.kind);
               return how == model::EnteredBy::one_tap || how == model::EnteredBy::both_ways;
           });
}

}

std::vector<std::string> notice_of(const Page& page, const model::Sitting& sitting, std::size_t form) {
    const auto modules = modules_of(page, sitting);
    const auto* module = form < modules.size() ? modules[form] : nullptr;
    auto notice = module == nullptr ? std::vector<std::string>() : paragraphs(module->notice);
    if (auto words = crisis_words(page, sitting, form); !words.empty()) notice.push_back(std::move(words));
    return notice;
}

void add_form_facts(Page& page, Flow& flow, const model::Module& module, const model::Answers& answers) {
    flow.icon_text(Icon::clock, size_words(module, answers), {.style = Style::body, .color = page.color.soft}, 12);
    if (moves_by_itself(page, module))
        flow.icon_text(Icon::tick, tr("intro.moves-on", "Choosing an answer moves on by itself."),
                       {.style = Style::body, .color = page.color.soft}, 12);
}

}
