// A voice for tests and tours: silent, it keeps what was said, as if each sentence took no time.
#pragma once
#include "voice/voice.hpp"
#include <utility>

namespace voice {

class RecordedVoice : public Voice {
public:
    void attend(bool wanted) override { m_attends = wanted; }
    void say(std::vector<Sentence> sentences, const Manner& manner) override;
    void stop() override;
    bool speaking() const override { return !m_heard_now.empty(); }
    std::string heard_now() const override { return m_heard_now; }

    // What was said since this was asked last, one sentence a line.
    std::string taken() { return std::exchange(m_said, {}); }
    const Manner& manner() const { return m_manner; } // of what was said last
    int stops() const { return m_stops; }
    bool attends() const { return m_attends; }

private:
    std::string m_said, m_heard_now;
    Manner m_manner;
    int m_stops = 0;
    bool m_attends = false;
};

}
