#include "content/forms/module_file.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr TextLimit strength_limit{90};

constexpr std::string_view article_keys[] = {"low_low_article", "low_high_article", "high_low_article",
                                             "high_high_article"};

// Why nothing of this may be looked at together; empty where it may.
std::string_view refusal(const model::Module& module, bool is_private) {
    if (is_private) return "does not belong to what is private: it reaches the therapist alone";
    if (!module.shareable) return "belongs to a module with shareable = true";
    return {};
}

bool offers_something(const model::Module& module) {
    const auto explained = [&] {
        return module.map && std::ranges::any_of(module.map->articles, [](const auto& id) { return !id.empty(); });
    };
    return explained() ||
           std::ranges::any_of(
               module.scales,
               [](const model::Scale& scale) { return !scale.strength.empty() || !scale.talk.title.empty(); }) ||
           std::ranges::any_of(module.items, [](const model::Item& item) { return !item.talk.title.empty(); });
}

model::TalkCard read_talk(Fields& fields, const model::Module& module, bool is_private) {
    model::TalkCard talk{.title = fields.text("talk_title", talk_title_limit, Need::optional),
                         .prompt = fields.text("talk_prompt", talk_prompt_limit, Need::optional)};
    if (talk.title.empty() != talk.prompt.empty())
        fields.diagnose(talk.title.empty() ? "talk_title" : "talk_prompt",
                        "is missing; talk_title and talk_prompt stand together");
    const auto why_not = refusal(module, is_private);
    if (!why_not.empty() && !talk.title.empty()) fields.diagnose("talk_title", why_not);
    if (!why_not.empty() && !talk.prompt.empty()) fields.diagnose("talk_prompt", why_not);
    return talk;
}

}

void read_talk_of_item(Fields& fields, const model::Module& module, model::Item& item) {
    // Of what is scored, the scale says what there is to talk about.
    if (shape_of(item.kind) == model::AnswerShape::both_ways) item.talk = read_talk(fields, module, item.is_private);
}

void read_strength_and_talk(Fields& fields, const model::Module& module, model::Scale& scale) {
    const auto why_not = refusal(module, scale.is_private);
    scale.strength = fields.text("strength", strength_limit, Need::optional);
    if (!why_not.empty() && !scale.strength.empty()) fields.diagnose("strength", why_not);
    scale.talk = read_talk(fields, module, scale.is_private);
    const auto end = fields.one_of("strength_at", {"low", "high"}, Need::optional);
    scale.strength_at = end == 0U ? model::End::low : model::End::high;
    if (end && scale.strength.empty() && scale.talk.title.empty())
        fields.diagnose("strength_at", "belongs to a scale with strength or talk_title");
}

void read_region_articles(Fields& fields, model::Map& map) {
    for (std::size_t region = 0; region < map.articles.size(); ++region)
        map.articles.at(region) = {fields.id(article_keys[region], Need::optional)};
}

void check_region_articles(const Node& table, const model::Module& module, const std::set<std::string>& articles,
                           Diagnostics& diagnostics) {
    Fields fields(table, "map", diagnostics);
    for (std::size_t region = 0; region < module.map->articles.size(); ++region) {
        const auto& id = module.map->articles.at(region).value;
        if (!id.empty() && !articles.contains(id))
            fields.diagnose(article_keys[region],
                            "there is no article " + in_quotes(id) + "; its file would be articles/" + id + ".md");
    }
}

void check_shareable(Fields& top, const model::Module& module) {
    const bool repeated = top.has("repeat");
    if (!module.shareable) return;
    if (module.is_private) top.diagnose("shareable", "a private module reaches the therapist alone");
    if (module.joint) top.diagnose("shareable", "a joint module is both partners' already");
    if (repeated) top.diagnose("shareable", "a module that is repeated has nothing that both answered");
    if (!module.is_private && !module.joint && !offers_something(module))
        top.diagnose("shareable", "there is nothing to look at together; write strength, talk_title or articles of "
                                  "the regions");
}

}
