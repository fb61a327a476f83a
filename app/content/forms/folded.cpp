#include "content/forms/folded.hpp"
#include "content/forms/module_writer.hpp"
#include <algorithm>

namespace content {

namespace {

// "comfort-1" is "comfort" about the first person.
std::string without_number(const std::string& id) {
    constexpr std::string_view first = "-1";
    return id.ends_with(first) ? id.substr(0, id.size() - first.size()) : id;
}

bool is_first(const core::ItemId& person) {
    return person.value.ends_with("-1");
}

model::Item once(model::Item item) {
    item.id = item.words_of;
    item.person.reset();
    for (auto& condition : item.enable_when.conditions)
        condition.item = {without_number(condition.item.value)};
    return item;
}

model::Scale once(model::Scale scale) {
    scale.id = scale.words_of;
    scale.person.reset();
    for (auto& key : scale.keys)
        key.item = {without_number(key.item.value)};
    if (scale.facet_of) scale.facet_of = core::ScaleId{without_number(scale.facet_of->value)};
    return scale;
}

std::string repeat_table(const std::vector<const model::Item*>& people) {
    const auto& first = *people.front();
    std::string table = "\n[repeat]\n";
    put_text(table, "id", first.words_of.value);
    put(table, "most", std::to_string(people.size()));
    put_text(table, "ask", first.text);
    if (people.size() > 1) put_text(table, "ask_again", people[1]->text);
    put_text(table, "detail", first.detail);
    put_text(table, "chart_label", first.chart_label);
    return table;
}

}

FoldedModule folded(const model::Module& module) {
    FoldedModule made{module, {}, {}};
    made.module.items.clear();
    std::vector<const model::Item*> people;
    for (const auto& item : module.items) {
        if (item.given) continue;
        if (!item.person) {
            if (model::names_a_person(module, item.id))
                people.push_back(&item);
            else
                made.module.items.push_back(item);
            continue;
        }
        if (!is_first(*item.person)) continue;
        const auto* person = model::find_item(module, *item.person);
        if (person != nullptr && person->given) made.for_each.insert(item.words_of);
        made.module.items.push_back(once(item));
    }
    if (people.empty()) return made;
    made.repeat = repeat_table(people);
    made.module.scales.clear();
    for (const auto& scale : module.scales)
        if (!scale.person || is_first(*scale.person)) made.module.scales.push_back(once(scale));
    return made;
}

}
