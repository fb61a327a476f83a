// Inside of the question screen: one function for each family of items. What is private is asked like anything else.
#pragma once
#include "ui/couple/answering.hpp"

namespace ui {

struct Asked {
    const model::screen::Question& screen;
    const model::Module& module;
    const model::Item& item;
    const model::Answer* answer; // null while there is none
    float top;                   // where content may begin
};

// The answer of the kind asked for, or an empty one.
template<class A>
A answer_as(const Asked& asked) {
    const auto* same = asked.answer == nullptr ? nullptr : std::get_if<A>(asked.answer);
    return same == nullptr ? A{} : *same;
}
bool has_answer(const Asked& asked); // or preferred not to say: the way on is open
bool preferred_not(const Asked& asked);
std::optional<int> chosen_value(const Asked& asked);
std::string only_therapist_words(const Asked& asked);

// The statement in large type with its detail below. Where large text needs the room both step down one size.
struct StatementLook {
    Style statement = Style::title, detail = Style::heading;
};
inline constexpr StatementLook usual_statement{};
inline constexpr StatementLook close_statement{Style::heading, Style::body};
float statement_height(const Page& page, const Asked& asked, float width, StatementLook look);
float draw_statement(Page& page, const Asked& asked, Rect at, StatementLook look); // returns the bottom
bool statement_words_fit(const Page& page, const Asked& asked, float width, StatementLook look);
void add_statement(Page& page, Flow& flow, const Asked& asked, StatementLook look); // breakable

struct Option {
    std::string id, name;
    bool chosen = false;
    Meaning action;
};
struct OptionLook {
    float least = 72, gap = 8;
    bool part_middle = false; // 16 on both sides of the middle answer
};
void add_options(Page& page, Flow& flow, const std::vector<Option>& options, OptionLook look);
float widest_option(const Page& page, const std::vector<Option>& options); // as a row of the list
std::vector<Option> choice_options(const Asked& asked);

// Back, Skip, Next.
Page::FooterSpec question_footer(const Asked& asked);
float question_bottom(const Page& page, const Asked& asked); // of the room above it

// What a listener may want to know, from `top` to above the line with the lock; the least of it goes first where there
// is no room.
void draw_for_listener(Page& page, float top, Rect note);
void draw_choices(Page& page, const Asked& asked);
void draw_zero_to_ten(Page& page, const Asked& asked);
void draw_two_way(Page& page, const Asked& asked);
void draw_number(Page& page, const Asked& asked);
void draw_consent(Page& page, const Asked& asked);
void draw_writing(Page& page, const Asked& asked);
void draw_date(Page& page, const Asked& asked);
void draw_display(Page& page, const Asked& asked);
void draw_signature(Page& page, const Asked& asked);

}
