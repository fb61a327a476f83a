// Reads the screen: decides from the tree, and from what was touched or has the focus, what is said and when all falls
// silent. Knows no window, no clock and no sound.
#pragma once
#include "model/visit/state.hpp"
#include "ui/kit/tree.hpp"
#include "voice/voice.hpp"
#include <map>
#include <set>

namespace voice {

// What a finger or a key came to. `count` grows each time, so that the same thing is said again.
struct Pointed {
    std::string widget; // its id; empty: nothing
    std::size_t count = 0;
};

class Reader {
public:
    explicit Reader(Voice* voice = nullptr) : m_voice(voice) {} // must outlive it; none: nothing is read

    // To be called with each description of the screen.
    void follow(const model::State& state, const ui::Tree& tree, const Pointed& pointed);
    // At once, before anything else is done that takes time: the screen was hidden, or may be read no longer.
    void hush_if_hidden(const model::State& state);
    std::string heard_now() const { return m_voice == nullptr ? std::string() : m_voice->heard_now(); }

private:
    struct Page { // what was read last
        std::string screen;
        model::Language language;
        std::size_t asked_to_hear = 0;
        bool operator==(const Page&) const = default;
    };
    void fall_silent();
    void read_page(const model::State& state, const ui::Tree& tree, bool greet);
    void read_changes(const model::State& state, const ui::Tree& tree, const Pointed& pointed);
    void remember(const ui::Tree& tree, const Pointed& pointed);
    void say(std::vector<Sentence> sentences, const model::State& state);

    Voice* m_voice;
    bool m_reads = false, m_on = false, m_wanted = false;
    Page m_page;
    std::size_t m_pointed = 0;
    std::string m_pointed_state;                  // of what is pointed at
    std::set<std::string> m_words;                // that stand on the page
    std::map<std::string, std::string> m_written; // by id
};

}
