#include "model/form/asked_form.hpp"

namespace model {

const Content& content_of(const Content& today, const std::shared_ptr<const AskedForm>& form) {
    static const Content nothing;
    if (!form) return today;
    auto found = form->in.find(today.language);
    if (found == form->in.end()) found = form->in.find(std::string(core::source_language));
    return found == form->in.end() ? nothing : found->second;
}

bool can_be_asked(const Content& content, const core::PacketId& packet) {
    const Packet* found = find_packet(content, packet);
    return found != nullptr && !found->modules.empty() && !why_not(content, *found);
}

Content only_packet(const Content& content, const core::PacketId& packet) {
    Content form;
    form.language = content.language;
    const Packet* found = find_packet(content, packet);
    if (found == nullptr) return form;
    form.packets = {*found};
    form.secrets_policy = content.secrets_policy;
    const auto add = [&](const core::ModuleId& id) {
        if (const Module* module = find_module(content, id)) form.modules.emplace(id, *module);
    };
    for (const auto& id : found->modules)
        add(id);
    if (found->joint_module) add(*found->joint_module);
    return form;
}

}
