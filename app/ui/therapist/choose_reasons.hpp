// Why a card is offered, for the therapist alone: the scores, answers and regions it is made from.
#pragma once
#include "model/case/together.hpp"
#include "ui/kit/page.hpp"

namespace ui {

std::string reason_for(const Page& page, const model::screen::Case& from, const model::TogetherCard& card);
// "Maya shared: On the same side, What wears us down."
std::string shared_words(const Page& page, const model::screen::Case& from, model::Partner partner);

}
