// A real practice in a temporary folder with a kiosk on a stage: cheap key stretching, everything else as shipped.
#pragma once
#include "content/forms/content.hpp"
#include "model/visit/page_id.hpp"
#include "rehearsal/rehearsed_visit.hpp"
#include "support/languages.hpp"
#include "support/test_cost.hpp"
#include "voice/recorded.hpp"
#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>

namespace visits {

using namespace practice;
using namespace rehearsal;

inline constexpr auto pin = "2580";
inline constexpr auto passphrase = "paper boats on a quiet river";

class TemporaryFolder {
public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "sameside-visit-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

inline std::shared_ptr<const model::Content> shipped_content() {
    static const auto content = [] {
        auto read = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
        REQUIRE(read.has_value());
        return std::make_shared<const model::Content>(std::move(*read));
    }();
    return content;
}

inline double middling(const model::Module& module, const model::Item& item) {
    return 0.2 + 0.7 * static_cast<double>(std::hash<std::string>{}(module.id.value + item.id.value) % 100) / 100;
}

struct Visit {
    TemporaryFolder folder;
    ManualClock clock{core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / 2)) + std::chrono::hours(10)};
    voice::RecordedVoice voice; // of the kiosk, which is silent until somebody wants it read
    std::unique_ptr<Rehearsal> kiosk;
    PanelSize panel;
    model::Appearance appearance{.theme = model::Theme::day, .text_percent = 100, .reduced_motion = true};
    model::Practice practice{.name = "Rivergate Counseling",
                             .help_lines = {{"988 Lifeline", "Call or text 988", "Any hour, free"}}};
    vault::KdfCost code_cost = support::test_cost();
    std::vector<model::ExportPlace> usb_drives;
    std::string boot = "this";                                         // start of the machine
    std::string kit_words;                                             // the recovery kit's
    std::function<bool()> signal;                                      // calls somebody of the staff
    std::function<bool(const std::string&)> print;                     // a page onto paper
    bool speaks = false;                                               // Spanish too
    std::vector<model::Locale> languages;                              // instead: these
    std::shared_ptr<const model::Content> content = shipped_content(); // another: start() again

    Visit() : Visit(std::vector<std::string>{"Dr. Okafor", "M. Reyes, LMFT"}) {}
    explicit Visit(const std::vector<std::string>& therapists) {
        NewPractice made{.desk_pin = core::SecretText(pin),
                         .passphrase_cost = support::test_cost(),
                         .pin_cost = support::test_cost()};
        for (const auto& name : therapists)
            made.therapists.push_back({name, core::SecretText(passphrase)});
        auto done = make_practice(folder.path(), made, clock.now().wall);
        REQUIRE(done.has_value());
        kit_words = std::move(done->recovery_words);
        done = core::fail(core::ErrorCode::not_found, "closed");
        start();
    }

    store::Moment moment() const {
        const auto now = clock.now();
        return {now.wall, now.steady, boot};
    }

    std::vector<model::Locale> locales() const {
        if (!languages.empty() || !speaks) return languages;
        return support::locales(shipped_content(), std::make_shared<const model::Practice>(practice));
    }

    World world() {
        return {.content = content,
                .practice = std::make_shared<const model::Practice>(practice),
                .locales = locales(),
                .now = [this] { return clock.now(); },
                .screen_check = {},
                .export_folder = folder.path() / "charts",
                .usb_drives = [this] { return usb_drives; },
                .code_cost = code_cost,
                .boot = boot,
                .passphrase_cost = support::test_cost(),
                .data_folder = folder.path(),
                .print = print,
                .signal = signal};
    }

    // Power comes back: nothing of the former process is left but the disk.
    void start() {
        kiosk.reset();
        auto data = open_practice(folder.path());
        REQUIRE(data.has_value());
        OpenKiosk open;
        open.state.content = content;
        open.state.practice = std::make_shared<const model::Practice>(practice);
        open.state.locales = locales();
        open.state.appearance = open.state.usual_appearance = appearance;
        model::speak_as_chosen(open.state);
        open.state.touched_at = open.state.shown_at = clock.now().steady;
        open.runner = std::make_unique<EffectRunner>(std::move(*data), world());
        auto staged = Rehearsal::create(std::move(open), panel, clock, {}, &voice);
        REQUIRE(staged.has_value());
        kiosk = std::move(*staged);
    }

    // The desk starts a sitting and locks its board again; gives the entry code.
    std::string new_sitting(std::string_view chart_code = "RG-2041", bool a = true, bool b = true,
                            std::string_view packet = {}) { // none: the first
        REQUIRE(unlock_desk(*kiosk, pin));
        kiosk->tell(model::action::NewSittingTapped{});
        kiosk->pass(model::settle_time);
        kiosk->type(chart_code);
        kiosk->tell(model::action::DoneTyping{});
        const auto& packets = content->packets;
        const auto chosen = std::ranges::find(packets, core::PacketId{std::string(packet)}, &model::Packet::id);
        REQUIRE((packet.empty() || chosen != packets.end()));
        kiosk->tell(
            model::action::PacketChosen{packet.empty() ? 0 : static_cast<std::size_t>(chosen - packets.begin())});
        if (!a) kiosk->tell(model::action::ExpectToggled{model::Partner::a});
        if (!b) kiosk->tell(model::action::ExpectToggled{model::Partner::b});
        kiosk->tell(model::action::CreateTapped{});
        if (kiosk->shows("new-sitting:second")) kiosk->tell(model::action::Confirmed{});
        const auto* made = std::get_if<model::screen::SittingCreated>(&kiosk->state().screen);
        REQUIRE(made != nullptr);
        const auto code = made->row.entry_code;
        kiosk->tell(model::action::BackTapped{});
        kiosk->tell(model::action::LockTapped{});
        REQUIRE(kiosk->shows("welcome"));
        return code;
    }

    static PartnerAct maya() {
        return {
            .partner = model::Partner::a, .name = "Maya", .other_name = "Jordan", .code = "4711", .temper = middling};
    }
    static PartnerAct jordan() {
        return {
            .partner = model::Partner::b, .name = "Jordan", .other_name = "Maya", .code = "9024", .temper = middling};
    }

    // From Welcome to the n-th question of a new part.
    void begin(const std::string& entry_code, const PartnerAct& act) {
        REQUIRE(enter_code(*kiosk, entry_code));
        REQUIRE(begin_part(*kiosk, act));
    }
    void begin_at(const std::string& entry_code, PartnerAct act, std::size_t questions) {
        begin(entry_code, act);
        act.stop_after = questions;
        REQUIRE(answer_part(*kiosk, act));
    }

    model::CaseFile read_case(std::string_view therapist = "Dr. Okafor", std::size_t which = 0) {
        REQUIRE(unlock_therapist(*kiosk, therapist, passphrase));
        const auto& cases = *std::get<model::screen::Caseload>(kiosk->state().screen).cases;
        REQUIRE(cases.size() > which);
        kiosk->tell(model::action::CaseChosen{cases[which].id});
        const auto* open = std::get_if<model::screen::Case>(&kiosk->state().screen);
        REQUIRE(open != nullptr);
        return open->file;
    }

    const model::screen::Question& question() const {
        const auto* asked = std::get_if<model::screen::Question>(&kiosk->state().screen);
        REQUIRE(asked != nullptr);
        return *asked;
    }
    const model::Session& session() const { return question().session; }
    model::PageId page() const { return model::page_id(kiosk->state()); }
};

// From a question to the sealed part.
inline void finish_part(Visit& visit, const PartnerAct& act) {
    REQUIRE(answer_part(*visit.kiosk, act));
    REQUIRE(seal_part(*visit.kiosk, act));
}

}
