#include "model/case/public_answers.hpp"
#include <algorithm>

namespace model {

bool is_private(const Module& module, const Item& item) {
    return module.is_private || item.is_private;
}

Answers public_answers(const Content& content, const Answers& answers) {
    Answers kept;
    for (const auto& [ref, answer] : answers) {
        const Module* module = find_module(content, ref.module);
        const Item* item = module ? find_item(*module, ref.item) : nullptr;
        if (item && !is_private(*module, *item)) kept.emplace(ref, answer);
    }
    return kept;
}

std::vector<const Module*> public_modules(const Content& content, const VisitRecord& visit) {
    std::vector<const Module*> modules;
    const auto add = [&](const core::ModuleId& id) {
        const Module* module = find_module(content, id);
        if (module && !module->joint && !module->is_private && std::ranges::find(modules, module) == modules.end())
            modules.push_back(module);
    };
    if (const Packet* packet = find_packet(content, visit.packet))
        for (const auto& id : packet->modules)
            add(id);
    for (const Role role : {Role::a, Role::b})
        if (const auto& part = part_of(visit, role).content)
            for (const auto& [ref, answer] : public_answers(content, part->answers))
                add(ref.module);
    return modules;
}

}
