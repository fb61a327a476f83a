// Inside of the joint page: sentences with their authors, released words, the turn and the two assents.
#pragma once
#include "ui/layout/flow.hpp"

namespace ui {

// `most`: the height one block may have; longer words go on in another.
void add_drafts(Page& page, Flow& flow, const model::screen::Joint& screen, model::Partner who, float most);
void add_statement_sentences(Page& page, Flow& flow, const model::screen::Joint& screen, float most);
void add_turn(Page& page, Flow& flow, const model::screen::Joint& screen);
std::string agreement_words(const model::screen::Joint& screen);

Size turn_pill_size(const Page& page, const model::screen::Joint& screen);
void draw_turn_pill(Page& page, const model::screen::Joint& screen, Point at);

float assent_width(const Page& page, const model::screen::Joint& screen, model::Partner who);
float assent_height(const Page& page, const model::screen::Joint& screen, float width);
void draw_assent(Page& page, const model::screen::Joint& screen, model::Partner who, Rect at);
void draw_joint_tabs(Page& page, const model::screen::Joint& screen, Rect at);

}
