#include "together_samples.hpp"

namespace samples {

TogetherCard a_card(CardKind kind, std::string id, std::string title, std::string words, bool a, bool b) {
    return {
        .id = std::move(id), .kind = kind, .title = std::move(title), .words = std::move(words), .by_a = a, .by_b = b};
}

Together together(std::size_t strengths, std::size_t talks) {
    Together made{.name_a = "Maya", .name_b = "Jordan", .cards = {}};
    const char* holding[] = {"You both come back after a quarrel.", "You both notice when the other one tries.",
                             "You both want home to feel kind.", "You both turn to each other when it gets hard."};
    for (std::size_t i = 0; i < strengths; ++i)
        made.cards.push_back(a_card(CardKind::strength, "s" + std::to_string(i), "", holding[i % 4]));
    const std::pair<const char*, const char*> about[] = {
        {"Coming back after a pause", "What tells each of you that the pause is nearly over?"},
        {"Keeping small agreements", "Which one would matter most this week?"},
        {"Time that is only yours", "When did you last laugh together? What made it easy?"}};
    for (std::size_t i = 0; i < talks; ++i)
        made.cards.push_back(
            a_card(CardKind::talk, "t" + std::to_string(i), about[i % 3].first, about[i % 3].second, i % 3 != 2, true));
    return made;
}

Together everything() {
    auto made = together();
    made.cards.push_back(a_card(CardKind::mission, "mission", "",
                                "We are kind first, even when we are tired.\nWhen one of us needs space, we say for "
                                "how long.\nWe come back after a hard talk."));
    made.cards.push_back(a_card(CardKind::text, "ta", "What do you want the two of you to stand for?",
                                "I want us to be kind first.", true, false));
    made.cards.push_back(a_card(CardKind::text, "tb", "What do you want the two of you to stand for?",
                                "I want to keep my word to you.", false, true));
    for (const auto* title : {"Secure", "Ambivalent (anxious)"})
        made.cards.push_back(a_card(CardKind::article, "article:" + std::string(title), title, ""));
    return made;
}

Together the_longest() {
    Together made{.name_a = long_couple.a, .name_b = long_couple.b, .cards = {}};
    const std::string strength =
        "You both find your way back to each other after a fight, however long it may take you.";
    const std::string prompt = "How can each of you tell that the other one would like to be near, or needs a little "
                               "room for a while, after a long day?";
    for (int i = 0; i < 6; ++i) {
        made.cards.push_back(a_card(CardKind::strength, "s" + std::to_string(i), "", strength));
        made.cards.push_back(a_card(CardKind::talk, "t" + std::to_string(i), "Coming back to each other after pauses",
                                    prompt, i % 2 == 0, i % 3 != 0));
    }
    std::string sentence, mission, text;
    for (int i = 0; i < 8; ++i)
        sentence += "When one of us needs space we say so. ";
    for (int i = 0; i < 12; ++i)
        mission += (mission.empty() ? "" : "\n") + sentence;
    for (int i = 0; i < 12; ++i)
        text += sentence;
    made.cards.push_back(a_card(CardKind::mission, "mission", "", mission));
    for (int i = 0; i < 3; ++i)
        made.cards.push_back(a_card(CardKind::text, "text" + std::to_string(i),
                                    "What is one thing you would like the two of you to do from now on?", text,
                                    i % 2 == 0, i % 2 == 1));
    const auto content = state_of(usual_couple).content;
    for (const auto& article : content->articles)
        made.cards.push_back(a_card(CardKind::article, "article:" + article.id.value, article.title, ""));
    return made;
}

screen::TogetherView a_view(Together together, std::optional<std::size_t> card) {
    return {.therapist = {{1}, "Dr. Okafor"}, .from = {7}, .together = std::move(together), .card = card};
}

State with_articles(Screen screen, Theme theme, int text_percent) {
    static const auto content = [] {
        auto made = some_content();
        made.articles = state_of(usual_couple).content->articles;
        return std::make_shared<const Content>(std::move(made));
    }();
    auto state = a_state(std::move(screen), theme, text_percent);
    state.content = content;
    return state;
}

std::vector<std::size_t> cards_on(const ui::Tree& tree) {
    std::vector<std::size_t> cards;
    for (const auto& widget : tree.widgets)
        if (const auto* tapped = widget.action ? widget.action->as<action::CardTapped>() : nullptr)
            cards.push_back(tapped->index);
    return cards;
}

}
