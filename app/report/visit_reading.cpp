#include "report/visit_reading.hpp"
#include <algorithm>

namespace report {

model::Answers public_answers(const model::Content& content, const model::PartRecord& part) {
    return part.content ? model::public_answers(content, part.content->answers) : model::Answers();
}

namespace {
void add(std::vector<const model::Module*>& list, const model::Content& content, const core::ModuleId& id) {
    const model::Module* module = model::find_module(content, id);
    if (module && !module->joint && std::ranges::find(list, module) == list.end()) list.push_back(module);
}
}

void add_modules(std::vector<const model::Module*>& list, const model::Content& content,
                 const model::Answers& answers) {
    for (const auto& [ref, answer] : answers)
        add(list, content, ref.module);
}

std::vector<const model::Module*> modules_of(const model::Content& content, const model::VisitRecord& visit) {
    std::vector<const model::Module*> list;
    if (const model::Packet* packet = model::find_packet(content, visit.packet))
        for (const auto& id : packet->modules)
            add(list, content, id);
    for (const model::Role role : both_roles)
        add_modules(list, content, public_answers(content, model::part_of(visit, role)));
    return list;
}

bool counted_in_reverse(const model::Module& module, const core::ItemId& item) {
    return !module.already_reversed && std::ranges::any_of(module.scales, [&](const model::Scale& scale) {
        return std::ranges::any_of(scale.keys, [&](const model::Key& key) { return key.item == item && key.reversed; });
    });
}

}
