#include "voice/recorded.hpp"

namespace voice {

void RecordedVoice::say(std::vector<Sentence> sentences, const Manner& manner) {
    m_manner = manner;
    for (const auto& sentence : sentences) {
        m_said += sentence.words + "\n";
        if (m_heard_now.empty()) m_heard_now = sentence.widget;
    }
}

void RecordedVoice::stop() {
    m_heard_now.clear();
    ++m_stops;
}

}
