// Whatever a partner answers, skips or would rather not say in private: nothing that another person could see, print or
// measure depends on it. SAMESIDE_COUPLES=1000 tries as many couples.
#include "model/form/privacy.hpp"
#include "visits/a_visit.hpp"
#include <fstream>
#include <iterator>
#include <random>

using namespace visits;
namespace action = model::action;

namespace {

double drawn(unsigned seed, const model::Module& module, const model::Item& item) {
    std::seed_seq mixed{seed, static_cast<unsigned>(std::hash<std::string>{}(module.id.value + "." + item.id.value))};
    std::mt19937 random(mixed);
    return std::uniform_real_distribution(-0.15, 1.0)(random); // below 0: skipped
}

// One couple. `secret` decides what they say in private, and nothing else.
class Couple {
public:
    Couple(unsigned seed, unsigned secret) : m_seed(seed), m_secret(secret) {
        m_code = m_visit.new_sitting("RG-2041");
        note_board();
        auto maya = act(Visit::maya(), 1), jordan = act(Visit::jordan(), 2);
        REQUIRE(enter_code(*m_visit.kiosk, m_code));
        part(maya);
        align();
        note("hand-over");
        REQUIRE(m_visit.kiosk->tap_id("other"));
        part(jordan);
        note("both are done");
        m_visit.start();
        note_board();
        m_visit.start();
        REQUIRE(enter_code(*m_visit.kiosk, m_code));
        REQUIRE(m_visit.kiosk->tap_id("joint"));
        REQUIRE(m_visit.kiosk->keys(maya.code));
        if (!m_visit.kiosk->shows("joint")) REQUIRE(m_visit.kiosk->keys(jordan.code));
        REQUIRE(m_visit.kiosk->shows("joint"));
        note("the shared page");
        m_visit.kiosk->tell(action::DraftTapped{0});
        m_visit.kiosk->tell(action::AssentTapped{model::Partner::a});
        m_visit.kiosk->tell(action::AssentTapped{model::Partner::b});
        m_visit.kiosk->tell(action::StatementFinished{});
        note("after the shared page");
        m_visit.start();
        note_together();
        note_files();
    }
    // One line for each thing seen.
    const std::vector<std::string>& seen() const { return m_seen; }
    bool has_private() const { return m_private > 10; }

private:
    PartnerAct act(PartnerAct act, unsigned who) {
        act.temper = [this, who](const model::Module& module, const model::Item& item) {
            const bool secret = model::is_private(module, item);
            m_private += secret ? 1 : 0;
            return drawn((secret ? m_secret : m_seed) * 4 + who, module, item);
        };
        act.at_each_page = [this] {
            if (m_visit.kiosk->shows("review")) align();
            note("a page");
        };
        return act;
    }
    void part(const PartnerAct& act) {
        REQUIRE(begin_part(*m_visit.kiosk, act));
        REQUIRE(answer_part(*m_visit.kiosk, act));
        REQUIRE(seal_part(*m_visit.kiosk, act));
    }

    // How long somebody takes is theirs to show.
    void align() {
        constexpr std::chrono::minutes step{30};
        const auto wall = m_visit.clock.now().wall;
        m_visit.clock.set_wall(wall + step - wall.time_since_epoch() % step);
    }

    // What is read of the page to somebody with a headset, and what others hear without one.
    std::string read_aloud() {
        auto& kiosk = *m_visit.kiosk;
        std::string said;
        kiosk.tell(action::VoiceFound{true});
        for (const bool headset : {true, false}) {
            kiosk.tell(action::HeadsetChanged{headset});
            kiosk.tell(action::SpeechToggled{});
            kiosk.tell(action::HearAgainTapped{});
            said += m_visit.voice.taken();
            kiosk.tell(action::SpeechToggled{});
        }
        kiosk.tell(action::HeadsetChanged{std::nullopt});
        for (auto at = said.find(m_code); at != std::string::npos; at = said.find(m_code)) // drawn at random
            said.replace(at, m_code.size(), "the code");
        return said;
    }

    void note(std::string_view when) {
        m_seen.push_back(std::string(when) + " is read: " + read_aloud());
        const auto& tree = m_visit.kiosk->tree();
        auto line = std::string(when) + ": " + tree.screen;
        for (const auto& widget : tree.widgets) {
            line += "|" + widget.id + "," + widget.value + (widget.enabled ? "" : " off") +
                    (widget.chosen ? " chosen" : "");
            if (widget.name.find(m_code) != std::string::npos) continue; // an entry code is drawn at random
            line += "," + widget.name;
            for (const float side : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
                line += "," + std::to_string(side);
        }
        m_seen.push_back(std::move(line));
    }
    void note_board() {
        align();
        REQUIRE(unlock_desk(*m_visit.kiosk, pin));
        note("the board");
        const auto* desk = std::get_if<model::screen::Desk>(&m_visit.kiosk->state().screen);
        if (desk != nullptr && !desk->board.rows.empty()) {
            m_visit.kiosk->tell(action::RowTapped{desk->board.rows.front().sitting});
            note("its row");
        }
        m_visit.kiosk->tell(action::BackTapped{});
        m_visit.kiosk->tell(action::LockTapped{});
    }
    void note_together() {
        m_sitting = m_visit.read_case().visits.front().sitting;
        note("the case, which says that private answers were not opened");
        REQUIRE(m_visit.kiosk->tap_id("together"));
        note("the cards to choose from");
        REQUIRE(m_visit.kiosk->tap_id("turn"));
        note("the screen as it was turned");
        for (int card = 0; card < 40 && m_visit.kiosk->tap_id("next"); ++card)
            note("a card");
    }
    void note_files() {
        using model::ExportFormat;
        m_visit.start();
        (void)m_visit.read_case();
        const auto folder = m_visit.folder.path() / "charts";
        for (const auto format : {ExportFormat::visit_pdf, ExportFormat::csv, ExportFormat::json, ExportFormat::fhir,
                                  ExportFormat::keepsake}) {
            std::filesystem::remove_all(folder);
            auto& runner = m_visit.kiosk->runner();
            auto answers = runner.run(model::effect::WriteExport{.sitting = m_sitting, .format = format});
            while (answers.size() == 1 && answers.front().as<action::ExportGoesOn>() != nullptr)
                answers = runner.run(model::effect::GoOnWriting{});
            if (const auto* failed = answers.front().as<action::TherapistFailed>()) { // no sentence was agreed on
                m_seen.push_back(failed->error.detail);
                continue;
            }
            REQUIRE(answers.front().as<action::ExportWritten>() != nullptr);
            std::map<std::string, std::string> files;
            for (const auto& file : std::filesystem::directory_iterator(folder)) {
                std::ifstream bytes(file.path(), std::ios::binary);
                files[file.path().filename().string()] = {std::istreambuf_iterator<char>(bytes), {}};
            }
            for (const auto& [name, bytes] : files)
                m_seen.push_back(name + ": " + bytes);
        }
    }

    unsigned m_seed, m_secret;
    Visit m_visit;
    std::string m_code;
    core::SittingId m_sitting;
    std::vector<std::string> m_seen;
    int m_private = 0;
};

}

TEST_CASE("nothing that another person could see depends on what was answered or left out in private") {
    const auto* wanted = std::getenv("SAMESIDE_COUPLES");
    const unsigned couples = wanted == nullptr ? 6 : static_cast<unsigned>(std::atoi(wanted));
    REQUIRE(couples > 0);
    std::size_t compared = 0;
    for (unsigned seed = 1; seed <= couples; ++seed) {
        CAPTURE(seed);
        const Couple one(seed, 2 * seed), other(seed, 2 * seed + 1);
        REQUIRE(one.has_private());
        REQUIRE(one.seen().size() == other.seen().size());
        for (std::size_t i = 0; i < one.seen().size(); ++i) {
            const bool same = one.seen()[i] == other.seen()[i];
            if (!same) MESSAGE(one.seen()[i].substr(0, 3000), "\n\n", other.seen()[i].substr(0, 3000));
            REQUIRE(same);
        }
        compared += one.seen().size();
    }
    MESSAGE(couples, " couples, ", compared, " things seen");
}
