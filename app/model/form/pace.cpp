#include "model/form/pace.hpp"
#include "model/form/applies.hpp"
#include <algorithm>

namespace model {
namespace {

using core::Milliseconds;

// To read one word and understand it: among running text, and of a statement that is weighed as it is read.
constexpr Milliseconds word_read{252}, word_weighed{207};

constexpr Milliseconds one_choice{4660};
constexpr Milliseconds page_turned{2000}; // finding the button of a page that is only read

constexpr Milliseconds both_names{28'000}; // known at a later visit
constexpr Milliseconds who_sees_what{30'000}, code_typed_twice{12'000};
constexpr Milliseconds review_and_seal{20'000}, choosing_what_to_share{20'000};

struct Pace {
    Milliseconds answer, word;
};

// Without a default: a kind that has no pace does not compile.
constexpr Pace pace_of(ItemKind kind) {
    switch (kind) {
    case ItemKind::choice:
    case ItemKind::choices:
    case ItemKind::zero_to_ten:
        return {one_choice, word_weighed};
    case ItemKind::two_way:
        return {2 * one_choice, word_weighed};
    case ItemKind::number:
        return {Milliseconds(7400), word_weighed};
    case ItemKind::short_text:
        return {Milliseconds(13'600), word_weighed};
    case ItemKind::long_text:
        return {Milliseconds(60'000), word_weighed};
    case ItemKind::consent:
        return {one_choice, word_read};
    case ItemKind::date:
        return {Milliseconds(14'000), word_weighed};
    case ItemKind::display:
        return {page_turned, word_read};
    case ItemKind::signature:
        return {Milliseconds(20'000), word_weighed};
    }
    return {};
}

Milliseconds times(Milliseconds one, std::size_t count) {
    return one * static_cast<Milliseconds::rep>(count);
}

bool is_shared(const Module& module) {
    return module.shareable || std::ranges::any_of(module.items, &Item::releasable);
}

}

std::size_t words_in(std::string_view text) {
    std::size_t words = 0;
    bool within = false;
    for (const char byte : text) {
        const bool letter = byte != ' ' && byte != '\n' && byte != '\t';
        if (letter && !within) ++words;
        within = letter;
    }
    return words;
}

Milliseconds time_for(const Item& item) {
    const auto pace = pace_of(item.kind);
    std::size_t words = words_in(item.text) + words_in(item.detail);
    if (item.kind == ItemKind::choices)
        for (const auto& choice : item.choices)
            words += words_in(choice.label);
    return pace.answer + times(pace.word, words);
}

Milliseconds time_for_intro(const Module& module) {
    return page_turned + times(word_read, words_in(module.intro) + words_in(module.notice));
}

Milliseconds time_to_finish(const Content& content, const Packet& packet) {
    const bool shares = std::ranges::any_of(packet.modules, [&](const core::ModuleId& id) {
        const auto* module = find_module(content, id);
        return module != nullptr && is_shared(*module);
    });
    return review_and_seal + (shares ? choosing_what_to_share : Milliseconds(0));
}

Milliseconds time_from(const Content& content, const Packet& packet, std::size_t first) {
    Milliseconds time = time_to_finish(content, packet);
    for (std::size_t at = first; at < packet.modules.size(); ++at) {
        const auto* module = find_module(content, packet.modules[at]);
        if (module == nullptr) continue;
        time += time_for_intro(*module);
        const auto asked = which_may_apply(*module, {});
        for (std::size_t i = 0; i < module->items.size(); ++i)
            if (asked[i]) time += time_for(module->items[i]);
    }
    return time;
}

Milliseconds time_for(const Content& content, const Packet& packet) {
    const Milliseconds names = packet.later_visit ? Milliseconds(0) : both_names;
    return names + who_sees_what + code_typed_twice + time_from(content, packet, 0);
}

}
