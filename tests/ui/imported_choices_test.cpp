// Choices of forms that were written for other screens: labels as long as a form may have, and lists of a hundred.
#include "shown_samples.hpp"
#include <set>

namespace {

using namespace asking;
using namespace model::action;

// 300 letters, and the last of them tells which it is.
std::string long_label(int number, const std::string& sentence) {
    auto label = std::to_string(number) + ". ";
    while (label.size() + sentence.size() + 1 < 296)
        label += sentence + " ";
    label += std::string(295 - label.size(), 'o');
    return label + " (" + std::to_string(number) + ").";
}

struct Imported {
    std::shared_ptr<model::Content> content = std::make_shared<model::Content>(*asking::content());
    model::screen::Question screen;

    explicit Imported(model::Item asked) {
        auto& items = content->modules.at({"every-kind"}).items;
        screen.session = session();
        screen.item = items.size();
        items.push_back(std::move(asked));
    }
    model::State state(int percent, const char* language = "") const {
        auto state = state_with(screen, {model::Theme::day, percent});
        state.content = content;
        support::speak(state, model::Language{language});
        return state;
    }
    model::Answer& answer() {
        const auto& item = content->modules.at({"every-kind"}).items.back();
        return screen.session.content.answers[{{"every-kind"}, item.id}];
    }
};

Imported with_labels(const std::string& sentence, model::ItemKind kind = model::ItemKind::choice) {
    auto asked = item("wordy", kind, "Which of these is most like the two of you in the last two weeks?");
    for (int number = 1; number <= 7; ++number)
        asked.choices.push_back({number, long_label(number, sentence)});
    return Imported(std::move(asked));
}

Imported with_choices(int count, model::ItemKind kind = model::ItemKind::choice) {
    auto asked = item("many", kind, "In which country were you born?");
    for (int number = 1; number <= count; ++number)
        asked.choices.push_back({number, "Country number " + std::to_string(number)});
    return Imported(std::move(asked));
}

// Turns all pages; what is found on each stands once, whole and in reach.
void check_all_pages(Imported& asked, const std::string& name) {
    const auto count = asked.content->modules.at({"every-kind"}).items.back().choices.size();
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : {100, 150, 200}) {
                INFO(name, " in ", language, " on ", panel.width, " at ", percent, " %");
                std::set<std::string> found;
                for (std::size_t page = 0; page < 2 * count; ++page) {
                    asked.screen.choices_page = page;
                    const auto state = asked.state(percent, language);
                    const auto tree = support::draw(state, panel);
                    const auto complaints = support::layout_complaints(tree);
                    CHECK_MESSAGE(complaints.empty(), support::joined(complaints));
                    support::keep(support::offscreen(panel, percent), support::picture_name(name, state, panel, page));
                    for (const auto& widget : tree.widgets) {
                        if (!widget.id.starts_with("answer:")) continue;
                        CHECK_MESSAGE(found.insert(widget.id).second, widget.id);
                        CHECK(means<ChoiceTapped>(tree, widget.id));
                    }
                    CHECK(means<BackTapped>(tree, "back"));
                    if (!means<PageChosen>(tree, "later")) break;
                }
                CHECK(found.size() == count);
            }
}

}

TEST_CASE("seven choices of 300 letters each are shown whole, on as many pages as they take") {
    auto english = with_labels("We can say what we want from each other and most of it is heard.");
    check_all_pages(english, "choices of 300 letters");
}

TEST_CASE("so are seven of 300 letters of which any may be chosen") {
    auto any =
        with_labels("We can say what we want from each other and most of it is heard.", model::ItemKind::choices);
    check_all_pages(any, "any of 300 letters");
}

TEST_CASE("a list of a hundred choices stands on pages, each choice once") {
    auto one = with_choices(100);
    check_all_pages(one, "hundred choices");
    auto any = with_choices(60, model::ItemKind::choices);
    check_all_pages(any, "any of sixty choices");
}

TEST_CASE("what is chosen of a long list is said on each of its pages, and moves nothing") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            INFO("on ", panel.width, " at ", percent, " %");
            auto asked = with_choices(100);
            const auto before = support::draw(asked.state(percent), panel);
            CHECK(before.says("Nothing chosen yet"));
            asked.answer() = model::Chosen{97};
            const auto after = support::draw(asked.state(percent), panel);
            CHECK(after.says("Chosen: Country number 97"));
            REQUIRE(before.find_id("answer:1") != nullptr);
            REQUIRE(after.find_id("answer:1") != nullptr);
            CHECK(before.find_id("answer:1")->rect.y == after.find_id("answer:1")->rect.y);
            auto any = with_choices(100, model::ItemKind::choices);
            any.answer() = model::ChosenSet{{3, 97}};
            CHECK(support::draw(any.state(percent), panel).says("Chosen: 2 of 100"));
        }
    CHECK_FALSE(drawn(question("topics")).says("Chosen: "));
}
