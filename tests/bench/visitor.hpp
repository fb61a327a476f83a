// A couple at a real window: finds what it taps in what the panel shows, and notes how long each frame took to come.
#pragma once
#include "bench/panel.hpp"
#include "model/form/module.hpp"
#include "rehearsal/answer_steps.hpp"

namespace bench {

struct Taps { // milliseconds from lifting the finger to the frame presented, with its commit on the disk
    std::vector<double> chosen;   // an answer, until it shows as chosen and Saved
    std::vector<double> next;     // Next, until the next question
    std::vector<double> moved_on; // an answer, until the next question came by itself
};

class Visitor {
public:
    // Both must outlive it.
    Visitor(Panel& panel, const model::Content& content, model::AdvanceBy advance)
        : m_panel(panel), m_content(content), m_advance(advance) {}

    // From Welcome through both parts and the shared page back to Welcome.
    [[nodiscard]] core::Done whole_visit(std::string_view entry_code);
    // From Welcome to partner A's Review, or to the question after `stop_after` of them.
    [[nodiscard]] core::Done first_part(std::string_view entry_code, int stop_after);

    const Taps& taps() const { return m_taps; }
    // Called at each question before it is answered, with the number of questions so far.
    std::function<void(int)> at_question = [](int) {};

private:
    [[nodiscard]] core::Result<double> tap(std::string_view id, const Panel::Wanted& wanted);
    [[nodiscard]] core::Done go(std::string_view id);                             // to another screen
    [[nodiscard]] core::Done go_any(std::initializer_list<std::string_view> ids); // the first that is there
    [[nodiscard]] core::Done digits(std::string_view code, bool leads_on);
    [[nodiscard]] core::Done type(std::string_view words);
    [[nodiscard]] core::Done choose(const std::string& id);
    [[nodiscard]] core::Done next();
    [[nodiscard]] core::Done begin_part(std::string_view name, std::string_view code);
    [[nodiscard]] core::Done answer_part(int stop_after);
    [[nodiscard]] core::Done act(const rehearsal::AnswerStep& step);
    [[nodiscard]] core::Done moved_on(const std::string& before);
    [[nodiscard]] core::Done answer(const model::Item& item);
    [[nodiscard]] core::Done release();
    [[nodiscard]] core::Done shared_page();
    bool shows(std::string_view screen) const { return m_panel.latest().tree.screen.starts_with(screen); }
    const model::Item* item_on_panel() const;

    Panel& m_panel;
    const model::Content& m_content;
    model::AdvanceBy m_advance;
    Taps m_taps;
    Clock::time_point m_lifted;
    int m_questions = 0;
};

}
