// How long things take to read and answer: the desk's minutes and "about 12 minutes" are sums of these, such that half
// of the people need no longer. Nobody is hurried by them.
//
// Measured:
// - One of several choices, 4.7 s and 0.21 s a word. 40 people (the first 40 rows of PWE, raw data of
//   openpsychometrics.org, answered on the web) each answered 19 statements of 7 to 17 words with five choices, one
//   on a page, in random order, with the milliseconds of each. For each statement the median over the people, then a
//   least-squares line through these 19 medians over the words: 3.82 + 0.170 * words (drawing the 40 people anew 500
//   times, 95 % of the lines had 2.4 to 4.7 and 0.12 to 0.29). The 19 medians add up to 112 s, and half of the
//   people needed 137 s for all of them, because everybody lingers somewhere: both figures are taken by 137 / 112. 0
//   to 10 is one tap as well and counts alike; of two directions each is a choice of its own; where several may be
//   chosen their labels are read too.
// - A number 7.4 s and one short fact in words 13.6 s: medians over 16 people on phones, in Spanish, of their age and
//   years in a place, and of their work (Universidad de Magallanes, mapa-eh2-rt). Those questions were short: the words
//   of ours come on top.
// - Running text, 238 words a minute: mean of 190 studies (Brysbaert 2019, Journal of Memory and Language 109, 104047).
//
// Not measured anywhere we know, and taken for what seems right: a text in one's own words 60 s, a signature 20 s, a
// date 14 s, and each page around the forms. `sameside figures` gives the medians of a practice's own people for each
// form and kind, once there are thirty.
#pragma once
#include "core/time.hpp"
#include "model/form/module.hpp"
#include <string_view>

namespace model {

core::Milliseconds time_for(const Item& item);                                   // to read and answer it
core::Milliseconds time_for_intro(const Module& module);                         // its first page
core::Milliseconds time_to_finish(const Content& content, const Packet& packet); // what to share, the review, the seal
// From that form's own page to the seal. Every item counts that may be asked, whatever was answered.
core::Milliseconds time_from(const Content& content, const Packet& packet, std::size_t module);
// One partner's part, from being asked their name to the seal. Every item counts that may be asked. The shared page
// does not: it is written together, on this day or another.
core::Milliseconds time_for(const Content& content, const Packet& packet);

std::size_t words_in(std::string_view text);

}
