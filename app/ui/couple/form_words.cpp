#include "ui/couple/form_words.hpp"
#include "model/form/applies.hpp"
#include "model/form/form_notice.hpp"
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

bool moves_by_itself(const Page& page, const model::Module& module) {
    return page.state.practice->advance == model::AdvanceBy::choice && !page.state.keys_in_use &&
           std::ranges::any_of(module.items, [](const auto& item) {
               const auto how = entered_by(item.kind);
               return how == model::EnteredBy::one_tap || how == model::EnteredBy::both_ways;
           });
}

}

std::vector<std::string> notice_of(const Page& page, const model::Sitting& sitting, std::size_t form) {
    const auto& content = model::content_of(*page.state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    const auto* module = packet != nullptr && form < packet->modules.size()
                             ? model::find_module(content, packet->modules[form])
                             : nullptr;
    if (module == nullptr) return {};
    auto notice = paragraphs(module->notice);
    if (model::notice_of(content, *packet, form).crisis)
        notice.push_back(tr("intro.crisis", "Nobody reads this while you write. If you are in danger or think of "
                                            "ending your life, call 988 or 911, or tell the front desk now."));
    return notice;
}

std::vector<std::string> policy_of(const Page& page, const model::Sitting& sitting, std::size_t form) {
    const auto& content = model::content_of(*page.state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    if (packet == nullptr || !model::notice_of(content, *packet, form).policy) return {};
    return paragraphs(secrets_policy(page, sitting));
}

void add_form_facts(Page& page, Flow& flow, const model::Module& module, const model::Answers& answers) {
    flow.icon_text(Icon::clock, size_words(module, answers), {.style = Style::body, .color = page.color.soft}, 12);
    if (moves_by_itself(page, module))
        flow.icon_text(Icon::tick, tr("intro.moves-on", "Choosing an answer moves on by itself."),
                       {.style = Style::body, .color = page.color.soft}, 12);
}

}
