#include "voice/reader.hpp"
#include "core/i18n.hpp"
#include "core/utf8.hpp"
#include "voice/words.hpp"

namespace voice {
namespace {

using core::tr;

Typed typed_in(const model::State& state) {
    return model::has_headset(state) ? Typed::said : Typed::kept;
}

bool is_written(const ui::Widget& widget) {
    return !widget.secret && (widget.role == ui::Role::writing || widget.role == ui::Role::field);
}

// What a key did to a text: a sign that came, or one that went.
std::string change_of(const std::string& before, const std::string& now) {
    if (now.size() < before.size()) return tr("voice.deleted", "Deleted");
    const auto end = core::utf8::before(now, now.size());
    const std::string last = now.substr(end);
    if (last != " " && last != "\n") return last;
    // A word is whole: it is heard once more.
    const auto ends = now.find_last_not_of(" \n");
    if (ends == std::string::npos) return {};
    const auto blank = now.find_last_of(" \n", ends);
    const auto begins = blank == std::string::npos ? 0 : blank + 1;
    return now.substr(begins, ends + 1 - begins);
}

}

void Reader::fall_silent() {
    if (m_reads) m_voice->stop();
    m_reads = false;
    m_page = {};
    m_words.clear();
    m_written.clear();
    m_pointed_state.clear();
}

void Reader::hush_if_hidden(const model::State& state) {
    if (!m_reads) return;
    if (!model::reads_page(state) || std::holds_alternative<model::screen::Cover>(state.screen)) m_voice->stop();
}

void Reader::say(std::vector<Sentence> sentences, const model::State& state) {
    std::erase_if(sentences, [](const Sentence& one) { return one.words.empty(); });
    if (!sentences.empty())
        m_voice->say(std::move(sentences), {state.appearance.language, state.speech.volume, state.speech.speed});
}

void Reader::follow(const model::State& state, const ui::Tree& tree, const Pointed& pointed) {
    if (m_voice == nullptr) return;
    const bool turned_on = state.speech.on && !m_on;
    m_on = state.speech.on;
    // With the panel open it learns already whether there is a headset.
    if (const bool wanted = m_on || state.speech_open; wanted != std::exchange(m_wanted, wanted))
        m_voice->attend(wanted);
    if (!model::reads_page(state)) return fall_silent();
    const core::Speaking speaking(state.catalogue.get());
    const Page page{tree.screen, state.appearance.language, state.asked_to_hear};
    if (!m_reads || page != m_page) {
        m_voice->stop();
        // Whoever hid the screen wants silence; what they touch is said.
        if (!std::holds_alternative<model::screen::Cover>(state.screen) || state.help_open || state.speech_open)
            read_page(state, tree, turned_on);
    } else {
        read_changes(state, tree, pointed);
    }
    m_reads = true;
    m_page = page;
    remember(tree, pointed);
}

void Reader::read_page(const model::State& state, const ui::Tree& tree, bool greet) {
    std::vector<Sentence> all;
    if (greet)
        all.push_back({tr("voice.greeting", "Reading aloud is on.") + " " +
                       tr("voice.twice", "Tap once to hear, tap again to choose.")});
    for (auto& one : words_of_page(tree, typed_in(state)))
        all.push_back(std::move(one));
    say(std::move(all), state);
}

void Reader::read_changes(const model::State& state, const ui::Tree& tree, const Pointed& pointed) {
    std::vector<Sentence> all;
    const auto* widget = tree.find_id(pointed.widget);
    if (widget != nullptr && pointed.count != m_pointed) {
        m_voice->stop();
        all.push_back(words_of(tree, *widget, typed_in(state)));
    } else if (widget != nullptr && !is_written(*widget)) {
        if (auto now = state_of(*widget); now != m_pointed_state) {
            m_voice->stop();
            all.push_back({now.empty() ? tr("voice.not-chosen", "Not chosen") : std::move(now), widget->id});
        }
    }
    if (std::holds_alternative<model::screen::Cover>(state.screen)) return say(std::move(all), state); // its clock
    for (const auto& one : tree.widgets) {
        if (is_written(one)) {
            const auto before = m_written.find(one.id);
            const bool said = typed_in(state) == Typed::said;
            if (said && before != m_written.end() && before->second != one.value)
                all.push_back({change_of(before->second, one.value), one.id});
        } else if (!is_control(one) && !one.name.empty() && !m_words.contains(one.name)) {
            all.push_back(words_of(tree, one));
        }
    }
    say(std::move(all), state);
}

void Reader::remember(const ui::Tree& tree, const Pointed& pointed) {
    m_pointed = pointed.count;
    const auto* widget = tree.find_id(pointed.widget);
    m_pointed_state = widget == nullptr ? std::string() : state_of(*widget);
    m_words.clear();
    m_written.clear();
    for (const auto& one : tree.widgets)
        if (is_written(one))
            m_written.emplace(one.id, one.value);
        else if (!is_control(one))
            m_words.insert(one.name);
}

}
