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
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

std::shared_ptr<const model::Content> shipped_content();

// The audit log of the practice there, which must be whole, as "who what about". No kiosk may have it open.
std::vector<std::string> audit_lines(const std::filesystem::path& folder);
bool any_begins(const std::vector<std::string>& lines, std::string_view beginning);

// The cells of a written table, a line each, where none holds a comma.
std::vector<std::vector<std::string>> cells_of(const std::filesystem::path& file);

double middling(const model::Module& module, const model::Item& item);

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

    explicit Visit(const std::vector<std::string>& therapists = {"Dr. Okafor", "M. Reyes, LMFT"});
    ~Visit();
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

    store::Moment moment() const {
        const auto now = clock.now();
        return {now.wall, now.steady, boot};
    }

    std::vector<model::Locale> locales() const;

    World world();

    // Power comes back: nothing of the former process is left but the disk.
    void start();

    // The desk starts a sitting and locks its board again; gives the entry code.
    std::string new_sitting(std::string_view chart_code = "RG-2041", bool a = true, bool b = true,
                            std::string_view packet = {}); // none: the first

    static PartnerAct maya();
    static PartnerAct jordan();

    // From Welcome to the n-th question of a new part.
    void begin(const std::string& entry_code, const PartnerAct& act);
    void begin_at(const std::string& entry_code, PartnerAct act, std::size_t questions);

    model::CaseFile read_case(std::string_view therapist = "Dr. Okafor", std::size_t which = 0);

    const model::screen::Question& question() const;
    const model::Session& session() const { return question().session; }
    model::PageId page() const { return model::page_id(kiosk->state()); }
};

// On the board nothing waits and nothing is under way: what stands there is over.
bool all_over(const model::Board& board);

// From a question to the sealed part.
void finish_part(Visit& visit, const PartnerAct& act);

}
