// What a couple looks at together, usual and as long as it can be.
#pragma once
#include "couple_samples.hpp"
#include "therapist_samples.hpp"

namespace samples {

TogetherCard a_card(CardKind kind, std::string id, std::string title, std::string words, bool a = true, bool b = true);

Together together(std::size_t strengths = 3, std::size_t talks = 3);

Together everything();

// Every text as long as it may be, and more than one page of each.
Together the_longest();

screen::TogetherView a_view(Together together, std::optional<std::size_t> card = {});

// By their places in what is offered: those that a tap on the page picks.
std::vector<std::size_t> cards_on(const ui::Tree& tree);

State with_articles(Screen screen, Theme theme = Theme::day, int text_percent = 100);

}
