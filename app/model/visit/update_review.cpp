#include "model/form/applies.hpp"
#include "model/form/form_notice.hpp"
#include "model/form/privacy.hpp"
#include "model/scoring/standing.hpp"
#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {
namespace {

struct Place {
    std::size_t module, item;
};
std::optional<Place> first_not_reached(const UpdateContext& context, const Session& session) {
    for (std::size_t m = 0; m < module_count(context, session); ++m)
        if (const auto item = first_not_reached(module_at(context, session, m), session.content.answers))
            return Place{m, *item};
    return std::nullopt;
}

}

Screen on(screen::WithoutConsent screen, Known<screen::WithoutConsent> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    go_to_page(screen.page, action);
    if (is<action::BackTapped>(action) != nullptr) return ask(std::move(session), screen.module, screen.item, context);
    if (is<action::ReviewTapped>(action) != nullptr) return screen::Review{.session = std::move(session)};
    return screen;
}

Screen on(screen::Release screen, Known<screen::Release> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    go_to_page(screen.page, action);
    if (const auto* toggled = is<action::ReleaseToggled>(action)) {
        const auto& content = context.content(session.seat.sitting);
        const auto* module = find_module(content, toggled->item.module);
        const auto* item = module == nullptr ? nullptr : find_item(*module, toggled->item.item);
        const auto forms = shareable_forms(content, session.seat.sitting.packet);
        const bool form = std::ranges::find(forms, module) != forms.end() && toggled->item == whole_form(module->id);
        if (form || (item != nullptr && item->releasable && !is_private(*module, *item))) {
            record_entry(session, TextReleased{toggled->item, !session.content.released.contains(toggled->item)});
            flush(session, context);
        }
    }
    if (is<action::BackTapped>(action) != nullptr) {
        const auto modules = packet_of(context, session.seat.sitting).modules;
        std::size_t module = 0;
        while (module + 1 < modules.size() && session.content.at && modules[module] != session.content.at->module)
            ++module;
        const auto last = last_item(context, session, module);
        return ask(std::move(screen.session), module, last, context);
    }
    if (is<action::NextTapped>(action) != nullptr && session.pending.empty())
        return screen::Review{.session = std::move(screen.session)};
    return screen;
}

Screen on(screen::Review screen, Known<screen::Review> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (const auto* sealed = is<action::PartSealed>(action))
        return screen::HandOver{.sitting = sealed->sitting, .sealed = sealed->partner};
    if (is<action::SealFailed>(action) != nullptr) {
        screen.sealing = false;
        screen.seal_failed = true;
    }
    go_to_page(screen.page, action);
    if (screen.sealing) return screen;
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    if (const auto* chosen = is<action::ReviewItemChosen>(action)) {
        for (std::size_t m = 0; m < module_count(context, session); ++m) {
            const auto& module = module_at(context, session, m);
            for (std::size_t i = 0; module.id == chosen->item.module && i < module.items.size(); ++i) {
                if (module.items[i].id != chosen->item.item ||
                    !applies(module, module.items[i], session.content.answers))
                    continue;
                auto next = ask(std::move(screen.session), m, i, context);
                if (auto* question = std::get_if<screen::Question>(&next)) question->from_review = true;
                return next;
            }
        }
    }
    if (is<action::BackTapped>(action) != nullptr)
        if (const auto open = first_not_reached(context, session)) {
            if (item_before(context, session, open->module, open->item))
                return ask(std::move(screen.session), open->module, open->item, context);
            return screen::ModuleIntro{.session = std::move(screen.session), .module = open->module};
        }
    if (is<action::BackTapped>(action) != nullptr && module_count(context, session) > 0) {
        const auto last = module_count(context, session) - 1;
        const auto item = last_item(context, session, last);
        auto next = ask(std::move(screen.session), last, item, context);
        if (auto* question = std::get_if<screen::Question>(&next)) question->came_back = true;
        return next;
    }
    if (is<action::SealTapped>(action) != nullptr && session.pending.empty()) {
        screen.sealing = true;
        screen.seal_failed = false;
        context.order(effect::SealPart{session.seat, session.part, session.content});
    }
    return screen;
}

Screen on(screen::Rest screen, Known<screen::Rest> action, UpdateContext& context) {
    auto& session = screen.session;
    if (const auto* done = is<action::Saved>(action)) saved(session, *done, context);
    if (const auto* trouble = is<action::SaveFailed>(action)) failed(session, *trouble);
    if (is<action::RetrySave>(action) != nullptr) flush(session, context);
    if (is<action::ReviewTapped>(action) != nullptr) return screen::Review{.session = std::move(session)};
    go_to_page(screen.page, action);
    if (is<action::ReadyTapped>(action) == nullptr) return screen;
    const auto& packet = packet_of(context, session.seat.sitting);
    if (!begins_on_rest(context.content(session.seat.sitting), packet, screen.module))
        return screen::ModuleIntro{.session = std::move(session), .module = screen.module};
    const auto first = item_from(context, session, screen.module, 0);
    return ask(std::move(session), screen.module, first, context);
}

}
