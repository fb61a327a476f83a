// A packet with every kind of item, in usual and in long words, and a partner answering it.
#pragma once
#include "model/visit/entering.hpp"
#include <cmath>
#include <string_view>

namespace asking {

inline constexpr auto long_name = "Maximiliana-Josefina";

std::string many(std::string_view sentence, int times);

std::vector<model::Choice> seven_choices();
std::vector<model::Choice> how_often();
std::vector<model::Choice> long_choices();

model::Item item(std::string id, model::ItemKind kind, std::string text);

inline constexpr auto long_statement =
    "When the two of us do not agree about something that matters, my partner still lets me say all of it.";
inline constexpr auto long_detail =
    "Wanting things to go a certain way and being let down or angry when they go another.";

model::Module every_kind();

model::Module sensitive();

model::Module joint_module();

std::shared_ptr<model::Content> content();

std::shared_ptr<model::Practice> practice();

struct Appearance {
    model::Theme theme = model::Theme::day;
    int percent = 100;
};

model::State state_with(model::Screen screen, Appearance appearance = {});

model::Sitting sitting(bool long_names);

// A wave and a stroke across it.
std::vector<model::Stroke> a_signature();

model::Session session(bool long_names = false);

model::screen::Question question(const std::string& item, bool long_names = false);

// A name was changed, or taken away, after a question about that person was answered.
model::screen::WhoseAnswers whose_answers(bool long_names = false, bool taken_away = false);

// Both have written, and Maya has the turn. `length`: how often each text is repeated.
model::screen::Joint joint(bool long_names = false, int length = 1);

}
