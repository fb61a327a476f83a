#include "model/form/form_notice.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

bool is_written_in(const Module& module) {
    return std::ranges::any_of(
        module.items, [&](const Item& item) { return is_text(item.kind) && !names_a_person(module, item.id); });
}

// It is so of this form, and of none before it.
bool is_first(const Content& content, const Packet& packet, std::size_t form, bool (*is_so)(const Module&)) {
    const auto found = std::ranges::find_if(packet.modules, [&](const core::ModuleId& id) {
        const auto* module = find_module(content, id);
        return module != nullptr && is_so(*module);
    });
    return found != packet.modules.end() && found - packet.modules.begin() == static_cast<std::ptrdiff_t>(form);
}

}

FormNotice notice_of(const Content& content, const Packet& packet, std::size_t form) {
    const auto* module = form < packet.modules.size() ? find_module(content, packet.modules[form]) : nullptr;
    if (module == nullptr) return {};
    // Before the first form the policy stands on the page before.
    return {.own = !module->notice.empty(),
            .policy = form > 0 && is_first(content, packet, form, holds_private),
            .crisis = is_first(content, packet, form, is_written_in)};
}

bool begins_on_rest(const Content& content, const Packet& packet, std::size_t form) {
    const auto* module = form < packet.modules.size() ? find_module(content, packet.modules[form]) : nullptr;
    if (form == 0 || module == nullptr || is_private(*module)) return false;
    const auto notice = notice_of(content, packet, form);
    return !notice.own && !notice.policy && !notice.crisis;
}

}
