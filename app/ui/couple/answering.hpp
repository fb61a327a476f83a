// What every screen of a part being answered shares: the trail on top, what the disk has said, whose eyes it is for,
// and the way on below.
#pragma once
#include "model/visit/update.hpp"
#include "ui/layout/flow.hpp"
#include "ui/layout/ways.hpp"

namespace ui {

// What stands on the screen, beside the answers that were ordered saved: kept with them; on its way to the disk; or a
// date or a number that is no answer yet, so that nothing of it is kept.
enum class Entered { kept, in_flight, unfinished };
Entered entered_on(const model::screen::Question& screen);

// The modules that can be asked, in the packet's order.
std::vector<const model::Module*> modules_of(const Page& page, const model::Sitting& sitting);
const model::Module* module_at(const Page& page, const model::Session& session, std::size_t index);
const model::Answer* answer_to(const model::Session& session, const model::ItemRef& item);

// Trail, module name, "5 of 14", Saved, Help, Hide screen. Returns where content may begin. `done` counts all items of
// the module; shown are those that are asked. `trail`: what a tap on the trail does, if anything.
float answering_top(Page& page, const model::Session& session, std::size_t module, std::size_t done, Meaning trail = {},
                    Entered entered = Entered::kept);
// "Saved", "Saving…" or nothing; in trouble nothing, since note_below() says it.
std::string saved_words(const model::Session& session, Entered entered = Entered::kept);
std::string saved_words(const model::JointSession& session, Entered entered);

// The line with the lock; in its place, while the last save failed, what to do about it. `room` is its whole column.
float note_height(const Page& page, const model::Session& session, const std::string& words, float width);
float draw_note(Page& page, const model::Session& session, const std::string& words,
                Rect at); // from the top; returns the height

// "This answer is not saved yet." with Try again, as high as it needs.
float trouble_height(const Page& page, float width);
void draw_trouble(Page& page, Rect at);
// Where the rest may begin when the save failed: draws the card across the page at `y`.
float trouble_banner(Page& page, bool trouble, float y);

// What happens with secrets between partners, in the words that stand with the form, or the practice's of today.
std::string secrets_policy(const Page& page, const model::Sitting& sitting);
std::vector<std::string> paragraphs(const std::string& text); // its lines, without the empty ones

ButtonSpec skip_of();
ButtonSpec prefer_not_of(bool chosen); // "I prefer not to say"

}
