#include "walk/walk.hpp"
#include "model/visit/page_id.hpp"
#include "rehearsal/fixed_random.hpp"
#include "walk/failure.hpp"
#include "walk/made_up_content.hpp"
#include "walk/rules.hpp"

namespace walk {
namespace {

namespace screen = model::screen;
using namespace std::chrono_literals;

constexpr practice::PanelSize panels[] = {{1280, 800}, {1080, 1920}};
constexpr int text_sizes[] = {100, 100, 150, 200};
constexpr model::Theme themes[] = {model::Theme::day, model::Theme::evening, model::Theme::high_contrast,
                                   model::Theme::day};

// A person finds the way out in fewer.
constexpr int most_taps_home = 30;

Setting setting_of(std::uint8_t look) {
    return {.content = whole_content(),
            .panel = panels[look % 2],
            .appearance = {.language = {look & 2 ? "es" : "en"},
                           .theme = themes[(look >> 2) % 4],
                           .text_percent = text_sizes[(look >> 4) % 4],
                           .reduced_motion = true}};
}

}

Walk::Walk(const Prepared& practice, const Path& path, Count& count)
    : m_folder(m_root.path() / "0"), m_clock(practice.clock), m_witness(practice.witness), m_count(count) {
    copy_as_killed(practice.folder->path(), m_folder);
    rehearsal::draw_from(path.seed);
    m_kiosk = std::make_unique<Kiosk>(m_folder, setting_of(path.look), m_clock, m_witness);
    check();
}

void Walk::check() {
    const auto& state = m_kiosk->state();
    check_waiting(state);
    if (calls_saved(tree())) m_witness.said_saved(state);
    auto seen = described(tree());
    if (seen == m_seen) return;
    m_seen = std::move(seen);
    check_words(state, tree(), m_witness);
    check_page(state, tree());
}

void Walk::kill(std::uint8_t what) {
    auto setting = m_kiosk->setting();
    const auto next = m_root.path() / std::to_string(++m_folders);
    copy_as_killed(m_folder, next);
    m_kiosk.reset();
    std::error_code error;
    std::filesystem::rename(m_folder / "reserve", next / "reserve", error);
    std::filesystem::remove_all(m_folder, error);
    m_folder = next;
    ++m_count.kills;
    if (what % 4 == 0) { // the machine too
        setting.boot += "+";
        m_clock.start_again();
    }
    const auto look = setting_of(what);
    setting.appearance = look.appearance;
    setting.panel = look.panel;
    setting.content = what % 8 == 5 ? content_with_a_mistake() : whole_content();
    m_kiosk = std::make_unique<Kiosk>(m_folder, setting, m_clock, m_witness);
}

void Walk::read_disk() const {
    const Scratch root("disk");
    const auto copy = root.path() / "copy";
    copy_as_killed(m_folder, copy);
    auto later = m_clock.now(); // every pause is over
    later.wall += 24h;
    later.steady += 24h;
    practice::EffectRunner runner(open_in(copy), world_in(copy, m_kiosk->setting(), [later] { return later; }));
    ++m_count.disks_read;
    for (const auto& [part, of] : m_witness.whose) {
        const auto code = m_witness.codes.find(of);
        if (m_witness.closed.contains(of) || code == m_witness.codes.end()) continue;
        const auto answers = runner.run(model::effect::ResumePart{of.first, of.second, core::SecretText(code->second)});
        for (const auto& answer : answers)
            if (const auto* opened = answer.as<model::action::PartOpened>();
                opened != nullptr && opened->session.part == part)
                if (!m_witness.parts.at(part).may_be(opened->session.content))
                    throw Failure("saved", "what was called saved is not on the disk");
    }
    for (const auto& [part, sitting] : m_witness.joint_of)
        for (const auto partner : model::both_partners) {
            const auto code = m_witness.codes.find({sitting, partner});
            if (code == m_witness.codes.end()) continue;
            for (const auto& answer : runner.run(model::effect::ResumeJoint{sitting, core::SecretText(code->second)}))
                if (const auto* opened = answer.as<model::action::JointOpened>();
                    opened != nullptr && opened->session.part == part)
                    if (!m_witness.joints.at(part).may_be(opened->session.content))
                        throw Failure("saved", "what was called saved is not on the disk's joint page");
        }
}

Prepared Walk::end() {
    auto folder = std::make_shared<Scratch>("practice");
    m_kiosk.reset();
    std::filesystem::remove(folder->path());
    copy_as_killed(m_folder, folder->path());
    return {std::move(folder), m_witness, m_clock};
}

void Walk::find_way_home() {
    ++m_count.ways_home;
    std::string way;
    for (int taps = 0; !on<screen::Welcome>() || m_kiosk->state().help_open; ++taps) {
        if (taps > most_taps_home) throw Failure("no way home", way);
        way += " " + tree().screen;
        leave();
        check();
    }
}

}
