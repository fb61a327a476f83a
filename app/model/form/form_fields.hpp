// Inside of form_json.cpp: what a form is made of. One list of fields a type, for writing and for reading: what the one
// has the other has. A field that decides nothing any more stays in its list, for the forms that were kept with it.
#pragma once
#include "model/form/module.hpp"
#include <type_traits>

namespace model {

template<class T, class Of>
concept Is = std::is_same_v<std::remove_const_t<T>, Of>;

// An archive is called with each field's name and place, in the order of the type.
void fields(auto&& archive, Is<Code> auto& code) {
    archive("system", code.system);
    archive("code", code.code);
    archive("display", code.display);
}

void fields(auto&& archive, Is<Choice> auto& choice) {
    archive("value", choice.value);
    archive("label", choice.label);
    archive("system", choice.system);
    archive("code", choice.code);
    archive("weight", choice.weight);
}

void fields(auto&& archive, Is<Origin> auto& origin) {
    archive("link_id", origin.link_id);
    archive("groups", origin.groups);
    archive("type", origin.type);
    archive("option", origin.option);
    archive("codes", origin.codes);
    archive("unit", origin.unit);
}

void fields(auto&& archive, Is<Condition> auto& condition) {
    archive("item", condition.item);
    archive("test", condition.test);
    archive("value", condition.value);
}

void fields(auto&& archive, Is<EnableWhen> auto& when) {
    archive("conditions", when.conditions);
    archive("any", when.any);
}

void fields(auto&& archive, Is<TalkCard> auto& card) {
    archive("title", card.title);
    archive("prompt", card.prompt);
}

void fields(auto&& archive, Is<Item> auto& item) {
    archive("id", item.id);
    archive("kind", item.kind);
    archive("text", item.text);
    archive("detail", item.detail);
    archive("choices", item.choices);
    archive("minimum", item.minimum);
    archive("maximum", item.maximum);
    archive("decimals", item.decimals);
    archive("unit", item.unit);
    archive("low_label", item.low_label);
    archive("high_label", item.high_label);
    archive("max_bytes", item.max_bytes);
    archive("starters", item.starters);
    archive("private", item.is_private);
    archive("given", item.given);
    archive("author_only", item.author_only);
    archive("brief", item.brief);
    archive("opens_private", item.opens_private);
    archive("releasable", item.releasable);
    archive("may_prefer_not", item.may_prefer_not);
    archive("chart_label", item.chart_label);
    archive("talk", item.talk);
    archive("enable_when", item.enable_when);
    archive("words_of", item.words_of);
    archive("person", item.person);
    archive("origin", item.origin);
}

void fields(auto&& archive, Is<PointStep> auto& step) {
    archive("from", step.from);
    archive("points", step.points);
}

void fields(auto&& archive, Is<Key> auto& key) {
    archive("item", key.item);
    archive("reversed", key.reversed);
    archive("points", key.points);
    archive("unanswered", key.unanswered);
    archive("way", key.way);
}

void fields(auto&& archive, Is<Published> auto& figure) {
    archive("value", figure.value);
    archive("source", figure.source);
}

void fields(auto&& archive, Is<ErrorFloor> auto& floor) {
    archive("value", floor.value);
    archive("day", floor.day);
    archive("source", floor.source);
    archive("borrowed", floor.borrowed);
}

void fields(auto&& archive, Is<Cut> auto& cut) {
    archive("at", cut.at);
    archive("side", cut.side);
    archive("bound", cut.bound);
    archive("means", cut.means);
    archive("source", cut.source);
}

void fields(auto&& archive, Is<Norm> auto& norm) {
    archive("group", norm.group);
    archive("mean", norm.mean);
    archive("standard_deviation", norm.standard_deviation);
    archive("source", norm.source);
}

void fields(auto&& archive, Is<Scale> auto& scale) {
    archive("id", scale.id);
    archive("title", scale.title);
    archive("method", scale.method);
    archive("keys", scale.keys);
    archive("minimum", scale.minimum);
    archive("maximum", scale.maximum);
    archive("add", scale.add);
    archive("divide_by", scale.divide_by);
    archive("least_answered", scale.least_answered);
    archive("uncertainty", scale.uncertainty);
    archive("facet_of", scale.facet_of);
    archive("low_means", scale.low_means);
    archive("high_means", scale.high_means);
    archive("strength", scale.strength);
    archive("talk", scale.talk);
    archive("strength_at", scale.strength_at);
    archive("private", scale.is_private);
    archive("prorate", scale.prorate);
    archive("standard_deviation", scale.standard_deviation);
    archive("reliability", scale.reliability);
    archive("error_floor", scale.error_floor);
    archive("retest", scale.retest);
    archive("cuts", scale.cuts);
    archive("norms", scale.norms);
    archive("words_of", scale.words_of);
    archive("person", scale.person);
    archive("origin", scale.origin);
}

void fields(auto&& archive, Is<Map> auto& map) {
    archive("x", map.x);
    archive("y", map.y);
    archive("low_low", map.low_low);
    archive("low_high", map.low_high);
    archive("high_low", map.high_low);
    archive("high_high", map.high_high);
    archive("articles", map.articles);
}

void fields(auto&& archive, Is<Module> auto& module) {
    archive("id", module.id);
    archive("title", module.title);
    archive("intro", module.intro);
    archive("notice", module.notice);
    archive("rights", module.rights);
    archive("version", module.version);
    archive("canonical", module.canonical);
    archive("private", module.is_private);
    archive("joint", module.joint);
    archive("shareable", module.shareable);
    archive("fixed_wording", module.fixed_wording);
    archive("needs_reading_today", module.needs_reading_today);
    archive("after_session", module.after_session);
    archive("items", module.items);
    archive("scales", module.scales);
    archive("map", module.map);
    archive("same_items_as", module.same_items_as);
    archive("file", module.file);
    archive("keys_only", module.keys_only);
    archive("already_reversed", module.already_reversed);
    archive("missing", module.missing);
    archive("missing_words", module.missing_words);
}

void fields(auto&& archive, Is<Packet> auto& packet) {
    archive("id", packet.id);
    archive("title", packet.title);
    archive("modules", packet.modules);
    archive("joint_module", packet.joint_module);
    archive("later_visit", packet.later_visit);
}

void fields(auto&& archive, Is<Span> auto& span) {
    archive("text", span.text);
    archive("bold", span.bold);
}

void fields(auto&& archive, Is<Block> auto& block) {
    archive("kind", block.kind);
    archive("spans", block.spans);
}

void fields(auto&& archive, Is<Article> auto& article) {
    archive("id", article.id);
    archive("title", article.title);
    archive("picture", article.picture);
    archive("blocks", article.blocks);
}

}
