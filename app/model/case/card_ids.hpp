// What a card is known by: the place in the content that it was made of. For the files of this folder alone.
#pragma once
#include "model/case/together.hpp"

namespace model {

std::string id_of(const Module& module, const Scale& scale, CardKind kind); // a strength, or something to talk about
std::string id_of(const Module& module, const Item& item);                  // something to talk about
std::string id_of(const Article& article);
std::string id_of(const NeutralCard& card);
std::string id_of(Partner author, const Module& module, const Item& item); // a text

}
