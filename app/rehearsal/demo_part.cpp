#include "rehearsal/demo_part.hpp"
#include "model/case/together.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "rehearsal/made_answer.hpp"
#include <algorithm>
#include <cmath>
#include <random>

namespace rehearsal {
namespace {

class Somebody {
public:
    explicit Somebody(const AnswersOf& whose) : m_teller(whose.teller), m_random(whose.seed) {}

    model::Answer answer(const model::Module& module, const model::Item& item) {
        if (shape_of(item.kind) == model::AnswerShape::signature) return model::Signed{{name_drawn()}, {}};
        if (shape_of(item.kind) == model::AnswerShape::words) {
            const auto words = said(item);
            return words.empty() ? model::Answer(model::Skipped{}) : model::Written{std::string(words)};
        }
        if (shape_of(item.kind) == model::AnswerShape::values) return several(item);
        if (const auto* fact = told(item)) {
            const auto value = [&, first = true](const model::Item&) mutable {
                return std::exchange(first, false) ? fact->value : fact->from_me;
            };
            return made_answer(item, {.value = value, .words = {}});
        }
        const bool open = !model::is_private(module, item);
        if (entered_by(item.kind) == model::EnteredBy::digits || (open && one_in(30))) return model::Skipped{};
        return made_answer(
            item,
            {.value = [&](const auto& one) { return open ? at(one, place(module, one)) : at_ease(one); }, .words = {}});
    }
    bool one_in(unsigned n) { return m_random() % n == 0; }
    std::chrono::seconds thinking(const model::Item& item) {
        const bool writes = shape_of(item.kind) == model::AnswerShape::words;
        return std::chrono::seconds((writes ? 25 : 4) + m_random() % (writes ? 50 : 9));
    }

private:
    std::string_view said(const model::Item& item) const {
        const auto found = std::ranges::find(m_teller.said, item.id.value, &Said::item);
        return found == m_teller.said.end() ? std::string_view() : found->words;
    }
    const Told* told(const model::Item& item) const {
        // What is asked once for each sentence has one line for all.
        const auto found = std::ranges::find_if(m_teller.told, [&](const Told& one) {
            return one.item == item.id.value || one.item == item.words_of.value;
        });
        return found == m_teller.told.end() ? nullptr : &*found;
    }
    model::Answer several(const model::Item& item) const {
        model::ChosenSet set;
        for (const auto& one : m_teller.told)
            if (one.item == item.id.value) set.values.insert(one.value);
        return set.values.empty() ? model::Answer(model::Skipped{}) : set;
    }
    double place(const model::Module& module, const model::Item& item) const {
        const auto& mood = m_teller.mood;
        if (shape_of(item.kind) == model::AnswerShape::both_ways) return mood.worn;
        for (const auto& scale : module.scales) {
            const auto key = std::ranges::find(scale.keys, item.id, &model::Key::item);
            if (key == scale.keys.end()) continue;
            const double along = scale.id.value == "anxiety"                                          ? mood.anxious
                                 : scale.id.value == "avoidance" || scale.id.value == "avoidant"      ? mood.avoidant
                                 : scale.id.value == "ambivalent" || scale.id.value == "disorganized" ? mood.anxious / 2
                                                                                                      : mood.team;
            return key->reversed ? 1 - along : along;
        }
        return mood.team;
    }
    int at(const model::Item& item, double place) {
        const double a_bit = static_cast<double>(m_random() % 100) / 100 - 0.5;
        place = std::clamp(place + a_bit * 0.2, 0.0, 1.0);
        if (!has_choices(item.kind))
            return item.minimum + static_cast<int>(std::lround(place * (item.maximum - item.minimum)));
        return item.choices[static_cast<std::size_t>(std::lround(place * static_cast<double>(item.choices.size() - 1)))]
            .value;
    }
    // Of what is private most have nothing to say: only freedom to speak is asked the other way round.
    static int at_ease(const model::Item& item) {
        if (!has_choices(item.kind)) return item.minimum;
        return (item.id.value == "speak" ? item.choices.back() : item.choices.front()).value;
    }
    model::Stroke name_drawn() {
        model::Stroke line;
        const double high = 180 + static_cast<double>(m_random() % 140);
        for (int i = 0; i <= 80; ++i)
            line.push_back({static_cast<std::uint16_t>(300 + 27 * i),
                            static_cast<std::uint16_t>(560 - high * std::sin(i * 0.31) * (1 - i * 0.008))});
        return line;
    }
    const Teller& m_teller;
    std::mt19937 m_random;
};

}

model::PartContent part_of_story(const model::Content& content, const model::Packet& packet, const AnswersOf& whose) {
    Somebody who(whose);
    model::PartContent part;
    part.languages.insert(std::string(whose.language));
    auto now = whose.from;
    auto sentence = whose.read_back.begin();
    for (const auto& id : packet.modules) {
        const auto* module = model::find_module(content, id);
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            const model::ItemRef ref{id, item.id};
            if (item.given) {
                if (sentence != whose.read_back.end()) part.answers[ref] = model::Written{*sentence++};
                continue;
            }
            if (!takes_answer(item.kind) || !model::applies(*module, item, part.answers)) continue;
            part.answers[ref] = who.answer(*module, item);
            now += who.thinking(item);
            part.first_at[ref] = now;
            if (item.releasable && model::is_answered(part.answers[ref]) && !who.one_in(4)) part.released.insert(ref);
        }
    }
    for (const auto* form : model::shareable_forms(content, packet.id))
        if (!who.one_in(8)) part.released.insert(model::whole_form(form->id));
    return part;
}

}
