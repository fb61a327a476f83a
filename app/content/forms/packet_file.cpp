#include "content/forms/packet_file.hpp"
#include "content/forms/broken.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include <algorithm>

namespace content {

namespace {

struct Shelf {
    const std::set<std::string>& files;
    const model::Content& content;
};

// Complains unless the module has a file and, where it could be read, is joint or not as the place asks.
void check_place(Fields& fields, std::string_view key, const std::string& id, bool joint, const Shelf& shelf) {
    if (!shelf.files.contains(id)) {
        fields.diagnose(key, "there is no module \"" + id + "\"; its file would be modules/" + id + ".toml");
        return;
    }
    const model::Module* module = model::find_module(shelf.content, {id});
    if (module && module->joint && !joint) fields.diagnose(key, in_quotes(id) + " is joint; name it as joint_module");
    if (module && !module->joint && joint) fields.diagnose(key, in_quotes(id) + " is not a joint module");
}

model::Packet read_packet(Fields& fields, const Shelf& shelf) {
    model::Packet packet;
    packet.id = {fields.id("id", Need::required)};
    packet.title = fields.text("title", title_limit, Need::required);
    for (const std::string& id : fields.ids("modules", Need::required)) {
        check_place(fields, "modules", id, false, shelf);
        packet.modules.push_back({id});
    }
    std::string joint = fields.id("joint_module", Need::optional);
    if (!joint.empty()) {
        check_place(fields, "joint_module", joint, true, shelf);
        packet.joint_module = core::ModuleId{joint};
    }
    packet.later_visit = fields.truth("later_visit").value_or(false);
    fields.finish();
    return packet;
}

}

void read_neutral_cards(const std::vector<const Node*>& tables, model::Content& content) {
    Diagnostics of_cards(packets_file);
    for (const Node* table : tables) {
        const Entry* named = find_entry(*table, "id");
        const bool has_name = named && is_id(named->value.text);
        const std::string where = has_name ? "neutral_card " + named->value.text : "neutral_card";
        Fields fields(*table, where, of_cards);
        model::NeutralCard card{.id = fields.id("id", Need::required),
                                .talk = {.title = fields.text("title", talk_title_limit, Need::required),
                                         .prompt = fields.text("prompt", talk_prompt_limit, Need::required)}};
        fields.finish();
        check_letters(*table, where, of_cards);
        if (std::ranges::find(content.neutral_cards, card.id, &model::NeutralCard::id) != content.neutral_cards.end())
            fields.diagnose("id", "another neutral card has this id");
        content.neutral_cards.push_back(std::move(card));
    }
    report(content, "packets", of_cards);
    if (!of_cards.empty()) content.neutral_cards.clear();
}

void read_packets(const Node& root, const std::set<std::string>& module_files, model::Content& content) {
    Diagnostics of_file(packets_file);
    Fields top(root, "", of_file);
    content.secrets_policy = top.text("secrets_policy", page_limit, Need::required);
    const auto cards = top.tables("neutral_card");
    auto tables = top.tables("packet");
    if (tables.empty()) top.diagnose("packet", "is missing; the desk needs at least one [[packet]]");
    top.finish();
    if (const Entry* policy = find_entry(root, "secrets_policy")) check_letters(policy->value, policy->key, of_file);
    report(content, "packets", of_file);
    read_neutral_cards(cards, content);
    for (const Node* table : tables) {
        Diagnostics of_packet(packets_file);
        const Entry* named = find_entry(*table, "id");
        bool has_name = named && is_id(named->value.text);
        const std::string where = has_name ? "packet " + named->value.text : "packet";
        Fields fields(*table, where, of_packet);
        model::Packet packet = read_packet(fields, {module_files, content});
        check_letters(*table, where, of_packet);
        if (has_name && model::find_packet(content, packet.id)) fields.diagnose("id", "another packet has this id");
        if (packet.later_visit && std::ranges::any_of(content.packets, &model::Packet::later_visit)) {
            fields.diagnose("later_visit", "another packet has it already; only one can be offered by itself");
        }
        if (of_packet.empty()) {
            content.packets.push_back(std::move(packet));
        } else {
            report(content, has_name ? named->value.text : "packets", of_packet);
        }
    }
}

}
