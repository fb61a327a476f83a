#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include <algorithm>
#include <utility>

namespace content {

namespace {

constexpr int most_people = 5;
constexpr std::size_t most_name_bytes = 60;
constexpr std::string_view place = "{person}";

struct Repeat {
    std::string id;
    int most = 1;
    std::string ask, ask_again, detail, chart_label;
};

std::string numbered(const std::string& id, int number) {
    return id + "-" + std::to_string(number);
}

// What the words for the second person and those after are called.
std::string again(const Repeat& repeat) {
    return repeat.id + "-again";
}

bool names_person(std::string_view text) {
    return text.find(place) != std::string_view::npos;
}

// The name is filled in where the question stands, and nowhere else.
bool names_person_elsewhere(const model::Item& item) {
    return names_person(item.chart_label) || names_person(item.unit) || names_person(item.low_label) ||
           names_person(item.high_label) || std::ranges::any_of(item.starters, names_person) ||
           std::ranges::any_of(item.choices, names_person, &model::Choice::label);
}

// What stands in braces and would be shown as it is; empty when nothing does.
std::string unknown_place(std::string_view text) {
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string_view::npos) break;
        if (const auto found = text.substr(open, close - open + 1); found != place) return std::string(found);
    }
    return {};
}

Repeat read_table(const Node& table, Diagnostics& diagnostics) {
    Fields fields(table, "repeat", diagnostics);
    Repeat repeat;
    repeat.id = fields.id("id", Need::required);
    repeat.most = fields.whole("most", 1, most_people, Need::required).value_or(1);
    repeat.ask = fields.text("ask", text_limit, Need::required);
    repeat.ask_again = fields.text("ask_again", text_limit, repeat.most > 1 ? Need::required : Need::optional);
    repeat.detail = fields.text("detail", text_limit, Need::optional);
    repeat.chart_label = fields.text("chart_label", label_limit, Need::optional);
    for (const auto& [key, text] : {std::pair{"ask", repeat.ask},
                                    {"ask_again", repeat.ask_again},
                                    {"detail", repeat.detail},
                                    {"chart_label", repeat.chart_label}})
        if (names_person(text)) fields.diagnose(key, "{person} can stand only in text and detail of an item");
    fields.finish();
    return repeat;
}

void check_places(Fields& top, const model::Item& item, int line) {
    const auto refuse = [&](std::string_view rule) { top.complain_at(line, "item " + item.id.value, rule); };
    for (const std::string& text : {item.text, item.detail})
        if (const auto odd = unknown_place(text); !odd.empty())
            refuse("has " + in_quotes(odd) + ", which is unknown; write {person}");
    if (names_person_elsewhere(item)) refuse("{person} can stand only in text and detail");
}

// The line of an item, or of the form where the item has no id.
int line_of(const Fields& top, const ItemNotes& notes, const core::ItemId& item) {
    const auto note = notes.find(item);
    return note == notes.end() ? top.line() : note->second.line;
}

void check(Fields& top, const model::Module& module, const Repeat& repeat, const ItemNotes& notes) {
    const auto refuse = [&](std::string_view rule) { top.diagnose("repeat", rule); };
    if (module.keys_only) refuse("a form with keys only cannot be repeated");
    if (module.is_private) refuse("a private module cannot be repeated: whom it asks about could be seen");
    if (module.joint) refuse("a joint module cannot be repeated");
    if (module.map) refuse("a module with a map cannot be repeated");
    for (const model::Item& item : module.items) {
        if (item.is_private && !module.is_private)
            refuse("item " + item.id.value + " is private; a module that is repeated has no private items");
        check_places(top, item, line_of(top, notes, item.id));
        if (item.id.value == repeat.id || item.id.value == again(repeat))
            top.diagnose("repeat.id", "item " + item.id.value + " of this module has this id");
    }
    if ((module.items.size() + 1) * static_cast<std::size_t>(repeat.most) > most_items)
        refuse("makes more than 200 items");
}

model::Item person_item(const Repeat& repeat, int number) {
    model::Item item;
    item.id = {numbered(repeat.id, number)};
    item.kind = model::ItemKind::short_text;
    item.text = number == 1 ? repeat.ask : repeat.ask_again;
    item.detail = repeat.detail;
    item.max_bytes = most_name_bytes;
    item.chart_label = repeat.chart_label;
    // The words for asking again are other words, so they have a name of their own.
    item.words_of = {number == 1 ? repeat.id : again(repeat)};
    if (number > 1)
        item.enable_when.conditions.push_back(
            {.item = {numbered(repeat.id, number - 1)}, .test = model::Test::answered});
    return item;
}

model::Item for_person(model::Item item, const core::ItemId& person, int number) {
    item.id = {numbered(item.id.value, number)};
    item.person = person;
    for (model::Condition& condition : item.enable_when.conditions)
        condition.item = {numbered(condition.item.value, number)};
    return item;
}

model::Scale for_person(model::Scale scale, const core::ItemId& person, int number) {
    scale.id = {numbered(scale.id.value, number)};
    scale.person = person;
    for (model::Key& key : scale.keys)
        key.item = {numbered(key.item.value, number)};
    if (scale.facet_of) scale.facet_of = core::ScaleId{numbered(scale.facet_of->value, number)};
    return scale;
}

}

void read_back_items(Fields& top, model::Module& module, const ItemNotes& notes) {
    const auto for_each = [&](const core::ItemId& id) {
        const auto note = notes.find(id);
        return note != notes.end() && note->second.for_each_agreed;
    };
    if (std::ranges::none_of(module.items, for_each, &model::Item::id)) return;
    const auto refuse = [&](std::string_view rule) { top.diagnose("item", rule); };
    if (top.has("repeat")) refuse("for_each does not belong to a module with [repeat]");
    if (module.is_private || module.joint)
        refuse("for_each does not belong to a private or joint module: it is asked of each partner, and shown to both");
    const auto items = std::exchange(module.items, {});
    for (const model::Item& item : items) {
        if (!for_each(item.id)) {
            module.items.push_back(item);
            continue;
        }
        const int line = line_of(top, notes, item.id);
        if (item.is_private)
            top.complain_at(line, "item " + item.id.value, "for_each: does not belong to a private item");
        check_places(top, item, line);
        for (int number = 1; number <= static_cast<int>(model::most_read_back); ++number) {
            model::Item given;
            given.id = {numbered("agreed-for-" + item.id.value, number)};
            given.words_of = given.id;
            given.kind = model::ItemKind::display;
            given.given = true;
            module.items.push_back(given);
            module.items.push_back(for_person(item, given.id, number));
        }
    }
}

void read_repeat(Fields& top, model::Module& module, const ItemNotes& notes, Diagnostics& diagnostics) {
    const Node* table = top.table("repeat");
    if (!table) {
        for (const model::Item& item : module.items)
            if (!item.person && (names_person(item.text) || names_person(item.detail)))
                top.complain_at(line_of(top, notes, item.id), "item " + item.id.value,
                                "{person} belongs to a module with [repeat], or to an item with for_each");
        return;
    }
    const Repeat repeat = read_table(*table, diagnostics);
    check(top, module, repeat, notes);
    const auto items = std::exchange(module.items, {});
    const auto scales = std::exchange(module.scales, {});
    for (int number = 1; number <= repeat.most; ++number) {
        module.items.push_back(person_item(repeat, number));
        const core::ItemId person = module.items.back().id;
        for (const model::Item& item : items)
            module.items.push_back(for_person(item, person, number));
        for (const model::Scale& scale : scales)
            module.scales.push_back(for_person(scale, person, number));
    }
}

}
