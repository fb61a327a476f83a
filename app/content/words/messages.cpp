#include "content/words/messages.hpp"

namespace content {

namespace {

// The id that stands in the contexts of an item or a scale: repeated for several people, they share their words.
template<class Named>
const std::string& context_id(const Named& named) {
    return named.words_of.empty() ? named.id.value : named.words_of.value;
}

// Empty texts are no messages.
struct Visit {
    const OnText& on_text;
    std::string file;

    void operator()(const std::string& context, std::string& text) const {
        if (!text.empty()) on_text(context, text, file);
    }
};

void visit_item(const Visit& visit, const std::string& module, model::Item& item) {
    const std::string id = module + "." + context_id(item);
    visit(id + ".text", item.text);
    visit(id + ".detail", item.detail);
    for (model::Choice& choice : item.choices)
        visit(module + ".choice", choice.label);
    visit(id + ".unit", item.unit);
    visit(id + ".low_label", item.low_label);
    visit(id + ".high_label", item.high_label);
    for (std::string& starter : item.starters)
        visit(id + ".starter", starter);
    visit(id + ".chart_label", item.chart_label);
    visit(id + ".talk_title", item.talk.title);
    visit(id + ".talk_prompt", item.talk.prompt);
}

void visit_scale(const Visit& visit, const std::string& module, model::Scale& scale) {
    const std::string id = module + ".scale." + context_id(scale);
    visit(id + ".title", scale.title);
    visit(id + ".low_means", scale.low_means);
    visit(id + ".high_means", scale.high_means);
    visit(id + ".strength", scale.strength);
    visit(id + ".talk_title", scale.talk.title);
    visit(id + ".talk_prompt", scale.talk.prompt);
    for (model::Cut& cut : scale.cuts)
        visit(id + ".cut", cut.means);
    for (model::Norm& norm : scale.norms)
        visit(id + ".norm", norm.group);
}

void visit_module(const Visit& visit, model::Module& module) {
    const std::string& id = module.id.value;
    visit(id + ".title", module.title);
    visit(id + ".intro", module.intro);
    visit(id + ".notice", module.notice);
    for (model::Item& item : module.items)
        visit_item(visit, id, item);
    for (model::Scale& scale : module.scales)
        visit_scale(visit, id, scale);
    if (!module.map) return;
    visit(id + ".map.low_low", module.map->low_low);
    visit(id + ".map.low_high", module.map->low_high);
    visit(id + ".map.high_low", module.map->high_low);
    visit(id + ".map.high_high", module.map->high_high);
}

constexpr std::string_view bold_mark = "**";

std::string marked(const std::vector<model::Span>& spans) {
    std::string text;
    for (const model::Span& span : spans) {
        if (span.bold) text += bold_mark;
        text += span.text;
        if (span.bold) text += bold_mark;
    }
    return text;
}

std::vector<model::Span> spans_of(std::string_view text) {
    std::vector<model::Span> spans;
    for (bool bold = false;; bold = !bold) {
        const std::size_t mark = text.find(bold_mark);
        if (mark != 0) spans.push_back({std::string(text.substr(0, mark)), bold});
        if (mark == std::string_view::npos) break;
        text.remove_prefix(mark + bold_mark.size());
    }
    if (spans.size() > 1 && spans.back().text.empty()) spans.pop_back();
    return spans;
}

void visit_article(const Visit& visit, model::Article& article) {
    const std::string id = "article." + article.id.value;
    visit(id + ".title", article.title);
    for (model::Block& block : article.blocks) {
        std::string text = marked(block.spans);
        const std::string before = text;
        visit(id + ".text", text);
        if (text != before) block.spans = spans_of(text);
    }
}

}

void for_each_text(model::Content& content, const OnText& on_text) {
    for (auto& [id, module] : content.modules)
        visit_module({on_text, module.file}, module);
    const Visit packets{on_text, "packets.toml"};
    for (model::Packet& packet : content.packets)
        packets("packet." + packet.id.value + ".title", packet.title);
    packets("content.secrets_policy", content.secrets_policy);
    for (model::NeutralCard& card : content.neutral_cards) {
        packets("neutral." + card.id + ".title", card.talk.title);
        packets("neutral." + card.id + ".prompt", card.talk.prompt);
    }
    for (model::Article& article : content.articles)
        visit_article({on_text, "articles/" + article.id.value + ".md"}, article);
}

model::Content translated(const model::Content& content, const core::Catalogue& catalogue) {
    model::Content made = content;
    for_each_text(made, [&](const std::string& context, std::string& text, const std::string&) {
        const char* said = catalogue.find(context.c_str(), text.c_str());
        if (said != nullptr) text = said;
    });
    return made;
}

}
