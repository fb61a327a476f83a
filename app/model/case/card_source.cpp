// From a card's id back to the content, which tells it in the language spoken.
#include "model/case/card_ids.hpp"

namespace model {
namespace {

std::string id_of(std::string_view kind, const Module& module, const std::string& part) {
    return std::string(kind) + ":" + module.id.value + "/" + part;
}

}

std::string id_of(const Module& module, const Scale& scale, CardKind kind) {
    return id_of(kind == CardKind::strength ? "strength" : "talk", module, "scale/" + scale.id.value);
}

std::string id_of(const Module& module, const Item& item) {
    return id_of("talk", module, "item/" + item.id.value);
}

std::string id_of(const Article& article) {
    return "article:" + article.id.value;
}

std::string id_of(const NeutralCard& card) {
    return "neutral:" + card.id;
}

std::string id_of(Partner author, const Module& module, const Item& item) {
    return id_of(author == Partner::a ? "text-a" : "text-b", module, item.id.value);
}

CardSource source_of(const Content& content, const TogetherCard& card) {
    for (const auto& article : content.articles)
        if (card.kind == CardKind::article && id_of(article) == card.id)
            return {.module = nullptr, .scale = nullptr, .item = nullptr, .article = &article};
    for (const auto& [id, module] : content.modules) {
        for (const auto& scale : module.scales)
            if (id_of(module, scale, card.kind) == card.id)
                return {.module = &module, .scale = &scale, .item = nullptr, .article = nullptr};
        for (const auto& item : module.items)
            if (id_of(module, item) == card.id || id_of(Partner::a, module, item) == card.id ||
                id_of(Partner::b, module, item) == card.id)
                return {.module = &module, .scale = nullptr, .item = &item, .article = nullptr};
    }
    return {};
}

TogetherCard told(const Content& today, const Together& together, TogetherCard card) {
    for (const auto& neutral : today.neutral_cards) {
        if (id_of(neutral) != card.id) continue;
        card.title = neutral.talk.title;
        card.words = neutral.talk.prompt;
        return card;
    }
    const auto& content = content_of(today, together);
    const auto source = source_of(content, card);
    switch (card.kind) {
    case CardKind::strength:
        if (source.scale != nullptr) card.words = source.scale->strength;
        break;
    case CardKind::talk:
        if (source.scale != nullptr || source.item != nullptr) {
            const auto& talk = source.scale != nullptr ? source.scale->talk : source.item->talk;
            card.title = talk.title;
            card.words = talk.prompt;
        }
        break;
    case CardKind::article:
        if (source.article != nullptr) card.title = source.article->title;
        break;
    case CardKind::text:
        if (source.item != nullptr) card.title = source.item->text;
        break;
    case CardKind::mission:
        break;
    }
    return card;
}

}
