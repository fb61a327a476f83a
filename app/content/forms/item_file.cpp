#include "content/forms/item_keys.hpp"
#include "content/forms/limits.hpp"
#include "content/forms/module_file.hpp"
#include <array>
#include <fmt/format.h>
#include <set>

namespace content {

namespace {

void read_brief(Fields& fields, model::Item& item) {
    using enum model::InBrief;
    constexpr std::array meanings{why, hope, urgency};
    const auto named = fields.one_of("brief", {"why", "hope", "urgency"}, Need::optional);
    if (!named) return;
    item.brief = meanings[*named];
    const bool fits = item.brief == urgency ? item.kind == model::ItemKind::zero_to_ten : is_text(item.kind);
    if (!fits) fields.diagnose("brief", "why and hope belong to a text, urgency to an item of kind zero_to_ten");
    if (item.is_private) fields.diagnose("brief", "does not belong to a private item: it has to be opened first");
}

void check_privacy(Fields& fields, model::Item& item, const model::Module& module) {
    auto own = fields.truth("private");
    if (module.is_private && own == false) fields.diagnose("private", "every item of a private module is private");
    item.is_private = module.is_private || own.value_or(false);
    item.opens_private = fields.truth("opens_private").value_or(false);
    if (item.opens_private && !item.is_private) fields.diagnose("opens_private", "belongs to a private item");
    item.author_only = fields.truth("author_only").value_or(false);
    if (item.author_only && item.is_private)
        fields.diagnose("author_only", "does not belong to a private item: it is in no file about both anyway");
    item.releasable = fields.truth("releasable").value_or(false);
    if (item.author_only && item.releasable)
        fields.diagnose("author_only", "does not belong to a releasable item: its author may let both read it");
    if (item.releasable && item.is_private) fields.diagnose("releasable", "a private item cannot be releasable");
    if (item.releasable && !is_text(item.kind)) {
        fields.diagnose("releasable",
                        fmt::format("only an item of kind {} can be releasable", kinds_that(model::is_text, "or")));
    }
}

}

int scaled_by(int decimals) {
    int by = 1;
    for (int i = 0; i < decimals; ++i)
        by *= 10;
    return by;
}

void read_items(Fields& top, model::Module& module, ItemNotes& notes, Diagnostics& diagnostics) {
    Responses responses = read_responses(top, diagnostics);
    auto tables = top.tables("item");
    if (tables.empty()) top.diagnose("item", "is missing; a module needs at least one [[item]]");
    if (tables.size() > most_items) top.diagnose("item", "has more than 200 items");
    std::set<std::string> ids;
    for (const Node* table : tables)
        if (const Entry* id = find_entry(*table, "id")) ids.insert(id->value.text);
    std::vector<std::string_view> names;
    for (const auto kind : model::every_kind())
        names.push_back(word_of(kind));
    for (const Node* table : tables) {
        const Entry* named = find_entry(*table, "id");
        std::string where = "item";
        if (named && is_id(named->value.text)) where += " " + named->value.text;
        Fields fields(*table, where, diagnostics);
        model::Item item;
        item.id = {fields.id("id", Need::required)};
        item.words_of = item.id;
        auto kind = fields.one_of("kind", names, Need::required);
        item.text = fields.text("text", text_limit, Need::required);
        item.detail = fields.text("detail", text_limit, Need::optional);
        item.chart_label = fields.text("chart_label", label_limit, Need::optional);
        read_origin(fields, where, item.origin, diagnostics);
        ItemNote note{fields.line(), fields.truth("scored"), false};
        if (kind) {
            item.kind = model::every_kind()[*kind];
            read_kind_keys({fields, responses, where, diagnostics}, item);
            check_privacy(fields, item, module);
            read_brief(fields, item);
            read_talk_of_item(fields, module, item);
            item.may_prefer_not = fields.truth("prefer_not_to_say").value_or(false);
            if (item.may_prefer_not && !can_prefer_not(item.kind))
                fields.diagnose("prefer_not_to_say",
                                fmt::format("does not belong to an item of kind {}",
                                            kinds_that([](auto one) { return !can_prefer_not(one); }, "or")));
            note.can_be_scored = can_be_scored(item);
            if (item.author_only && note.can_be_scored)
                fields.diagnose("author_only", "does not belong to an item that can be scored: a score tells of it");
            if (note.scored == true && !note.can_be_scored)
                fields.diagnose("scored", item.decimals > 0
                                              ? std::string("a number with decimals cannot be scored")
                                              : fmt::format("an item of this kind cannot be scored; only {} can",
                                                            kinds_that(can_be_scored, "and")));
            note.for_each_agreed = fields.one_of("for_each", {"agreed_sentence"}, Need::optional).has_value();
            read_enable_when(fields, module, item, ids, diagnostics);
            fields.finish();
        }
        if (!item.id.empty() && !notes.emplace(item.id, note).second) {
            fields.diagnose("id", "another item of this module has this id");
        }
        module.items.push_back(std::move(item));
    }
}

}
