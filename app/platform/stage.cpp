#include "platform/stage.hpp"
#include "voice/words.hpp"
#include <deque>

namespace platform {
namespace {

// Overdue again at once would spin; nothing on a screen needs more than this.
constexpr core::Milliseconds between_time_passed{20};

template<class Effect, class... Long>
constexpr bool one_of = (std::is_same_v<Effect, Long> || ...);

}

bool takes_long(const model::Effect& effect) {
    using namespace model::effect;
    return std::visit(
        []<class Order>(const Order&) {
            return one_of<Order, StartPart, ResumePart, ResumeJoint, SealPart, SealJoint, PrintMission, UnlockDesk,
                          ShowWish, UnlockTherapist, TryKit, RecoverKeys, WriteExport, GoOnWriting, GatherFigures,
                          GoOnGathering, WriteFigures>;
        },
        effect);
}

Stage::Stage(model::State state, ui::Size size, StageCallbacks callbacks)
    : m_state(std::move(state)), m_size(size), m_callbacks(std::move(callbacks)), m_reader(m_callbacks.voice) {
    describe();
    settle_deadline(m_callbacks.now());
}

void Stage::take(const Input& input) {
    const std::string pressed = m_touch.pressed();
    const std::string focus = m_touch.focus();
    const bool keys = m_touch.keys_in_use();
    const std::string ringed = m_touch.ringed();
    const std::size_t pointed = m_touch.pointed().count;
    Hearing::First heard_first;
    if (model::reads_page(m_state))
        heard_first = [this](const ui::Widget& widget) { return voice::heard_first(m_state, widget); };
    auto actions = m_touch.take(input, m_tree, model::settled_at(m_state), heard_first);
    const bool tapped = std::holds_alternative<input::Release>(input.what) && !actions.empty();
    for (model::Action& action : actions)
        tell(std::move(action));
    if (tapped) m_touch.answered(m_callbacks.now().steady);
    if (pressed != m_touch.pressed() || focus != m_touch.focus() || keys != m_touch.keys_in_use() ||
        ringed != m_touch.ringed() || pointed != m_touch.pointed().count)
        describe();
}

void Stage::resize(ui::Size size) {
    m_size = size;
    describe();
}

void Stage::pass_time() {
    const core::Now now = m_callbacks.now();
    if (!m_deadline || now.steady < *m_deadline) return;
    m_time_passed = now.steady;
    tell(model::action::TimePassed{});
}

void Stage::tell(model::Action action) {
    std::deque<model::Action> facts;
    facts.push_back(std::move(action));
    while (!facts.empty()) {
        model::Step step = model::update(std::move(m_state), facts.front(), m_callbacks.now());
        facts.pop_front();
        m_state = std::move(step.state);
        m_reader.hush_if_hidden(m_state);
        for (const model::Effect& effect : step.effects) {
            if (takes_long(effect)) {
                describe();
                m_callbacks.before_long_effect();
            }
            auto answers = m_callbacks.run(effect);
            m_callbacks.after_effect();
            for (model::Action& answer : answers)
                facts.push_back(std::move(answer));
        }
    }
    describe();
    settle_deadline(m_callbacks.now());
}

void Stage::describe() {
    const auto view = [this] {
        const bool rings = m_touch.keys_in_use() || !m_touch.ringed().empty();
        return ui::View{m_size, m_callbacks.now(), m_touch.pressed(), m_touch.ringed(), rings, m_reader.heard_now()};
    };
    m_tree = m_callbacks.describe(m_state, view());
    const std::string pressed = m_touch.pressed();
    const std::string ringed = m_touch.ringed();
    m_touch.follow(m_tree);
    // What belonged to another page is forgotten, and must not show.
    if (pressed != m_touch.pressed() || ringed != m_touch.ringed()) m_tree = m_callbacks.describe(m_state, view());
    m_reader.follow(m_state, m_tree, m_touch.pointed());
    m_changed = true;
}

void Stage::settle_deadline(core::Now now) {
    m_deadline = model::next_deadline(m_state, now);
    if (m_deadline && m_time_passed != core::SteadyTime{})
        m_deadline = std::max(*m_deadline, m_time_passed + between_time_passed);
}

}
