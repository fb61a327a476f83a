#include "model/case/visit_forms.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>

namespace model {
namespace {

void add_form(std::vector<const Module*>& forms, const Content& content, const core::ModuleId& id) {
    const Module* module = find_module(content, id);
    if (module && std::ranges::find(forms, module) == forms.end()) forms.push_back(module);
}

}

std::vector<const Module*> packet_forms(const Content& content, const core::PacketId& packet) {
    std::vector<const Module*> forms;
    if (const Packet* found = find_packet(content, packet))
        for (const auto& id : found->modules)
            add_form(forms, content, id);
    return forms;
}

std::vector<const Module*> forms_of(const Content& today, const VisitRecord& visit,
                                    std::initializer_list<const PrivateRecord*> opened) {
    const auto& content = content_of(today, visit);
    auto forms = packet_forms(content, visit.packet);
    for (const Partner partner : both_partners)
        if (const auto& part = part_of(visit, partner).content)
            for (const auto& [ref, answer] : part->answers)
                if (!is_private(content, ref)) add_form(forms, content, ref.module);
    for (const PrivateRecord* record : opened)
        if (record)
            for (const auto& [ref, answer] : record->answers)
                add_form(forms, content, ref.module);
    return forms;
}

Answers public_answers(const Content& today, const VisitRecord& visit, Partner partner) {
    const auto& part = part_of(visit, partner);
    return part.content ? public_answers(content_of(today, visit), part.content->answers) : Answers();
}

std::vector<const Item*> not_agreed_to(const Content& today, const VisitRecord& visit, Partner partner) {
    std::vector<const Item*> items;
    const auto& part = part_of(visit, partner);
    if (!part.content) return items;
    const auto answers = public_answers(today, visit, partner);
    for (const Module* module : packet_forms(content_of(today, visit), visit.packet))
        for (const Item& item : module->items) {
            if (item.kind != ItemKind::consent || is_private(*module, item)) continue;
            if (!applies(*module, item, answers)) continue;
            const auto found = answers.find({module->id, item.id});
            const auto* given = found == answers.end() ? nullptr : std::get_if<Consented>(&found->second);
            if (given == nullptr || !given->agreed) items.push_back(&item);
        }
    return items;
}

PrivateReading private_reading(const Content& today, const VisitRecord& visit, const PrivateRecord& record) {
    PrivateReading reading{.forms = forms_of(today, visit, {&record}),
                           .answers = public_answers(today, visit, record.partner)};
    reading.answers.insert(record.answers.begin(), record.answers.end());
    return reading;
}

}
