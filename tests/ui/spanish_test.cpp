// The shipped content as it is read in Spanish, and what is there for whoever writes in it.
#include "content/forms/content.hpp"
#include "model/case/mission_drift.hpp"
#include "model/visit/packet_offer.hpp"
#include "model/visit/update.hpp"
#include "part_samples.hpp"
#include "staff_samples.hpp"
#include "support/languages.hpp"
#include "support/layout_check.hpp"
#include "support/snapshot.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <set>

namespace {

using model::Language;
using namespace model::action;

const std::shared_ptr<const model::Content>& shipped() {
    static const auto content = [] {
        auto read = content::load(std::string(SAMESIDE_SOURCE_DIR) + "/content");
        REQUIRE(read.has_value());
        return std::make_shared<const model::Content>(std::move(*read));
    }();
    return content;
}

model::State in_spanish(model::Screen screen, int percent = 100) {
    model::State state;
    state.content = shipped();
    state.practice = asking::practice();
    state.appearance = {.text_percent = percent, .reduced_motion = true};
    state.screen = std::move(screen);
    support::speak(state, Language{"es"});
    return state;
}

model::Session a_session() {
    model::Session session;
    session.seat = {asking::sitting(false), model::Partner::a};
    session.seat.sitting.packet = shipped()->packets.front().id;
    session.saved_once = true;
    return session;
}

template<class Build>
void holds(const std::string& name, Build build) {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes_in_spanish) {
            std::size_t page = 0;
            for (bool more = true; more && page < 30; ++page) {
                const auto state = in_spanish(build(page), percent);
                const auto tree = support::draw(state, panel);
                support::keep(support::offscreen(panel, percent), support::picture_name(name, state, panel, page));
                const auto complaints = support::layout_complaints(tree);
                INFO(name, " on ", panel.width, " at ", percent, " %, page ", page + 1, support::joined(complaints));
                CHECK(complaints.empty());
                const auto leads_on = [&](const char* id) {
                    const auto* way = tree.find_id(id);
                    return way != nullptr && way->enabled && way->action &&
                           way->action->template as<model::action::PageChosen>() != nullptr;
                };
                more = leads_on("later") || leads_on("next");
            }
            CHECK(page < 30);
        }
}

const model::Module& module_at(std::size_t index) {
    return shipped()->modules.at(shipped()->packets.front().modules[index]);
}

}

TEST_CASE("every module begins and every question of it is asked in Spanish with nothing cut or covered") {
    for (std::size_t m = 0; m < shipped()->packets.front().modules.size(); ++m) {
        const auto& module = module_at(m);
        holds(module.id.value, [&](std::size_t page) {
            return model::screen::ModuleIntro{.session = a_session(), .module = m, .page = page};
        });
        for (std::size_t i = 0; i < module.items.size(); ++i)
            holds(module.id.value + "." + module.items[i].id.value, [&](std::size_t page) {
                model::screen::Question question{.session = a_session(), .module = m, .item = i};
                question.choices_page = page;
                question.second_direction = page == 1;
                if (module.items[i].max_bytes > 0) question.writing = model::edit_of("", 2000, core::Lines::many);
                return question;
            });
    }
}

TEST_CASE("all answers to a shipped question of one stand in one column in their order, in every language and size") {
    for (const char* language : {"", "es"})
        for (const auto panel : {support::lying, support::Panel{1280, 720}, support::standing})
            for (const int percent : support::text_sizes)
                for (std::size_t m = 0; m < shipped()->packets.front().modules.size(); ++m)
                    for (std::size_t i = 0; i < module_at(m).items.size(); ++i) {
                        const auto& item = module_at(m).items[i];
                        if (item.kind != model::ItemKind::choice) continue;
                        auto state = in_spanish(model::screen::Question{.session = a_session(), .module = m, .item = i},
                                                percent);
                        support::speak(state, Language{language});
                        const auto tree = support::draw(state, panel);
                        INFO(item.id.value, " in ", language, " on ", panel.width, " at ", percent, " %");
                        float x = -1, y = 0;
                        for (const auto& choice : item.choices) {
                            const auto* one = tree.find_id("answer:" + std::to_string(choice.value));
                            REQUIRE(one != nullptr);
                            CHECK(one->rect.y > y);
                            CHECK((x < 0 || one->rect.x == x));
                            x = one->rect.x;
                            y = one->rect.y;
                        }
                    }
}

TEST_CASE("the longest sentence that is read back is a question that holds") {
    const auto& check_in = shipped()->modules.at({"check-in"});
    const auto at = std::ranges::find(check_in.items, core::ItemId{"still-1"}, &model::Item::id);
    REQUIRE(at != check_in.items.end());
    std::string sentence = "Cuando una persona necesita espacio, lo dice, y las dos volvemos a hablar el mismo día.";
    while (sentence.size() + 9 <= model::longest_read_back)
        sentence += " Siempre.";
    auto session = a_session();
    session.seat.sitting.packet = {"later-visit"};
    session.content.answers[{{"check-in"}, {"agreed-for-still-1"}}] = model::Written{sentence};
    holds("still", [&](std::size_t page) {
        model::screen::Question question{
            .session = session, .module = 0, .item = static_cast<std::size_t>(at - check_in.items.begin())};
        question.choices_page = page;
        return question;
    });
}

TEST_CASE("the packets that the desk is offered hold in Spanish, with the minutes there are and without") {
    for (const auto& minutes : model::minutes_to_choose().first(2))
        holds("new sitting", [&](std::size_t page) {
            model::screen::NewSitting screen;
            screen.board.therapists = {{{1}, "Dra. Okafor"}, {{2}, "M. Reyes"}};
            screen.chart_code = model::edit_of("RG-2130", 24, core::Lines::one);
            screen.typing = false;
            screen.minutes = minutes;
            screen.page = page;
            return screen;
        });
}

TEST_CASE("a form's page and the trail above it count the same questions, whoever it may be about") {
    for (std::size_t m = 0; m < shipped()->packets.front().modules.size(); ++m) {
        // The words on secrets may take a page of their own.
        std::vector<ui::Tree> pages;
        for (const std::size_t page : {0, 1})
            pages.push_back(
                support::draw(in_spanish(model::screen::ModuleIntro{.session = a_session(), .module = m, .page = page}),
                              support::lying));
        const auto& first = pages.front().widgets;
        const auto trail =
            std::ranges::find_if(first, [](const ui::Widget& widget) { return widget.name.starts_with("0 de "); });
        REQUIRE(trail != first.end());
        CAPTURE(module_at(m).id.value);
        CHECK(std::ranges::any_of(
            pages, [&](const ui::Tree& page) { return page.says(trail->name.substr(5) + " pregunta"); }));
    }
}

TEST_CASE("no button beside it breaks the one word of a heading") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes_in_spanish) {
            const auto tree = support::draw(in_spanish(model::screen::Desk{}, percent), panel);
            const auto heading = std::ranges::find(tree.widgets, ui::Role::heading, &ui::Widget::role);
            REQUIRE(heading != tree.widgets.end());
            INFO(heading->name, " on ", panel.width, " at ", percent, " %");
            CHECK(heading->rect.h < 2 * heading->text_px);
            CHECK(support::joined(support::layout_complaints(tree)) == "");
        }
}

TEST_CASE("every article can be read in Spanish with nothing cut or covered") {
    for (std::size_t a = 0; a < shipped()->articles.size(); ++a)
        for (const auto panel : {support::lying, support::standing})
            for (const int percent : support::text_sizes_in_spanish)
                for (std::size_t page = 0; page < 30; ++page) {
                    const auto state =
                        in_spanish(model::screen::Reading{.article = a, .page = page, .thanks = {}}, percent);
                    const auto tree = support::draw(state, panel);
                    const auto complaints = support::layout_complaints(tree);
                    INFO(shipped()->articles[a].id.value, " on ", panel.width, " at ", percent, " %, page ", page + 1,
                         support::joined(complaints));
                    CHECK(complaints.empty());
                    const auto* next = tree.find_id("next");
                    REQUIRE(next != nullptr);
                    if (next->action->as<WentHome>() != nullptr) break;
                }
}

TEST_CASE("the other language can be chosen on every screen that a client meets, by its own name") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            for (const model::Screen& screen : {model::Screen(model::screen::EntryCode{}),
                                                model::Screen(model::screen::ModuleIntro{.session = a_session()}),
                                                model::Screen(model::screen::Question{.session = a_session()}),
                                                model::Screen(model::screen::Cover{})}) {
                auto state = in_spanish(screen, percent);
                auto tree = support::draw(state, panel);
                // Where the header has no room for it, Help is one tap away and has it.
                if (tree.find_id("language") == nullptr) {
                    REQUIRE(tree.find_id("help") != nullptr);
                    state.help_open = true;
                    tree = support::draw(state, panel);
                }
                const auto* other = tree.find_id("language");
                REQUIRE(other != nullptr);
                CHECK(other->name == "English");
                CHECK(other->action->as<LanguageChosen>()->language == Language{});
            }
        }
}

TEST_CASE("the usual text size has the other language in the header of every question, left of Help") {
    for (const auto panel : {support::lying, support::standing}) {
        const auto tree = support::draw(in_spanish(model::screen::Question{.session = a_session()}), panel);
        const auto *language = tree.find_id("language"), *help = tree.find_id("help");
        REQUIRE(language != nullptr);
        REQUIRE(help != nullptr);
        CHECK(language->rect.right() < help->rect.x);
        CHECK(language->rect.y == help->rect.y);
        CHECK(language->rect.h == help->rect.h);
    }
}

TEST_CASE("the title of the shared page gives way to the buttons beside it, at every text size") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            const auto complaints =
                support::layout_complaints(support::draw(in_spanish(asking::joint(), percent), panel));
            CHECK_MESSAGE(complaints.empty(), panel.width, " at ", percent, " %", support::joined(complaints));
        }
}

TEST_CASE("a kiosk with one language offers no other") {
    model::State state;
    state.content = shipped();
    state.practice = asking::practice();
    state.appearance.reduced_motion = true;
    for (const bool help : {false, true}) {
        state.help_open = help;
        const auto tree = support::draw(state, support::lying);
        CHECK(tree.find_id("language") == nullptr);
        CHECK(tree.find_id("language:Español") == nullptr);
    }
}

TEST_CASE("welcome names each language in itself, whichever is spoken") {
    for (const auto& language : {Language{}, Language{"es"}}) {
        auto state = in_spanish(model::screen::Welcome{});
        support::speak(state, language);
        const auto tree = support::draw(state, support::lying);
        REQUIRE(tree.find_id("language:English") != nullptr);
        REQUIRE(tree.find_id("language:Español") != nullptr);
        CHECK(tree.find_id("language:English")->chosen == (language == Language{}));
        CHECK(tree.find_id("language:Español")->chosen == (language == Language{"es"}));
    }
}

TEST_CASE("welcome has room for a third language, at every text size") {
    for (const auto panel : {support::lying, support::standing})
        for (const int percent : support::text_sizes) {
            auto state = in_spanish(model::screen::Welcome{}, percent);
            state.locales.push_back(state.locales.back());
            state.locales.back().language = {"pt"};
            state.locales.back().name = "Português";
            const auto tree = support::draw(state, panel);
            const auto complaints = support::layout_complaints(tree);
            INFO("on ", panel.width, " at ", percent, " %", support::joined(complaints));
            CHECK(complaints.empty());
            CHECK(tree.find_id("language:Português") != nullptr);
        }
}

TEST_CASE("whoever writes Spanish finds its letters on the keyboard, and every sign that English has") {
    const auto typed_with = [](Language language) {
        std::set<std::string> typed;
        for (const bool shift : {false, true})
            for (const bool symbols : {false, true}) {
                model::screen::Question question{.session = a_session()};
                for (std::size_t i = 0; i < module_at(0).items.size(); ++i)
                    if (module_at(0).items[i].kind == model::ItemKind::long_text) question.item = i;
                question.writing = model::edit_of("", 2000, core::Lines::many);
                question.keyboard = {.shift = shift, .symbols = symbols};
                auto state = in_spanish(question);
                support::speak(state, language);
                for (const auto& widget : support::draw(state, support::lying).widgets)
                    if (const auto* key = widget.action ? widget.action->as<KeyTyped>() : nullptr)
                        typed.insert(key->text);
            }
        return typed;
    };
    const auto spanish = typed_with(Language{"es"}), english = typed_with(Language{});
    for (const auto* letter : {"ñ", "Ñ", "á", "é", "í", "ó", "ú", "ü", "¿", "¡", "´"}) {
        INFO(letter);
        CHECK(spanish.contains(letter));
    }
    for (const auto& text : english) {
        const bool plain = text.size() == 1;
        INFO(text);
        if (plain) CHECK(spanish.contains(text));
    }
}

TEST_CASE("a title has its article wherever a name stands within a sentence") {
    auto session = a_session();
    session.seat.sitting.therapist = "Dra. Okafor";
    const auto row = model::BoardRow{.therapist = "Dra. Okafor"};
    const std::pair<model::Screen, const char*> told[] = {
        {model::screen::WrongTries{.session = session, .count = 3}, "con la Dra. Okafor o con la recepción"},
        {model::screen::WithoutConsent{.session = session}, "será visible para la Dra. Okafor"},
        {model::screen::ConfirmClose{.row = row}, "y la Dra. Okafor podrá leerlo"},
        {model::screen::ConfirmClose{.row = row, .partner = model::Partner::a}, "lo podrá leer la Dra. Okafor"}};
    for (const auto& [screen, words] : told) {
        INFO(words);
        CHECK(support::draw(in_spanish(screen), support::lying).says(words));
    }
}

TEST_CASE("the front desk sees its day as a table in Spanish as in English, with every way from it") {
    for (const auto* language : {"en", "es"}) {
        CAPTURE(language);
        auto state = in_spanish(asking::desk());
        support::speak(state, Language{language});
        const auto tree = support::draw(state, support::lying);
        const auto more = std::ranges::count_if(
            tree.widgets, [](const ui::Widget& widget) { return widget.id.starts_with("more:"); });
        CHECK(more == 4); // where the rows are cards, none has such a way
        for (const char* way : {"codes", "day-list", "lock", "new"})
            CHECK_MESSAGE(tree.find_id(way) != nullptr, way);
    }
}
