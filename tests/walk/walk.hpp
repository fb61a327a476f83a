// One walk: a practice of its own, a kiosk on it, and whoever does to it what the bytes say. After each step everything
// that must be true is asked.
#pragma once
#include "walk/kiosk.hpp"
#include "walk/scratch.hpp"
#include "walk/steps.hpp"

namespace walk {

// A practice before the walk, and what is known of it.
struct Prepared {
    std::shared_ptr<Scratch> folder;
    Witness witness;
    rehearsal::ManualClock clock;
};

struct Count {
    std::size_t steps = 0, kills = 0, taps = 0, disks_read = 0, ways_home = 0;
    std::map<std::string, std::size_t> places; // steps that ended there
};

class Walk {
public:
    Walk(const Prepared& practice, const Path& path, Count& count);

    void take(Step step);   // throws Failure
    void find_way_home();   // to Welcome, by what a person would press; throws Failure
    void read_disk() const; // on a copy: what was called saved is there; throws Failure
    Prepared end();         // the practice as it stands now, for walks that begin there

    const Kiosk& kiosk() const { return *m_kiosk; }
    const Witness& witness() const { return m_witness; }
    std::vector<std::string> log; // of each step: where, and what was done

private:
    // What may be done (walk_steps.cpp).
    void tap(const std::string& id);
    void tap_nth(std::uint8_t what);
    void tap_at_once(std::uint8_t what);
    void type_odd_text(std::uint8_t what);
    void press_key(std::uint8_t what);
    void let_time_pass(std::uint8_t what);
    void change_look(std::uint8_t what);
    void kill(std::uint8_t what);
    bool tap_any_of(std::initializer_list<const char*> ids);
    bool tap_one_of(const std::vector<std::string>& ids, std::uint8_t what);
    std::vector<std::string> enabled_ids() const;

    // What somebody would do there who means well (walk_people.cpp).
    void go_on(std::uint8_t what);
    void answer(std::uint8_t what);
    bool look_into_case(std::uint8_t what);
    void give_secret(const std::string& secret);
    std::optional<std::string> secret_asked(std::uint8_t what) const;
    std::string word_here();
    bool writes_here() const;
    void leave();

    void check();
    const ui::Tree& tree() const { return m_kiosk->tree(); }
    template<class S>
    const S* on() const {
        return std::get_if<S>(&m_kiosk->state().screen);
    }

    Scratch m_root{"run"};
    std::filesystem::path m_folder;
    rehearsal::ManualClock m_clock;
    Witness m_witness;
    Count& m_count;
    std::unique_ptr<Kiosk> m_kiosk;
    ui::Point m_last_tap{};
    std::string m_seen; // as it was described last
    int m_folders = 0;
};

}
