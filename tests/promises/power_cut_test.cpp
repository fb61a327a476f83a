// The power goes at any instant of a whole visit: the record of one visit gives the disk as it may be found after each
// write, and a new kiosk starts on it. SAMESIDE_EVERY_STATE=1 looks at each of them, which takes minutes.
#include "promises/disk_record.hpp"
#include "store/reserve.hpp"
#include <set>

using namespace promises;

namespace {

// All that a database holds, in one number.
struct Holding {
    std::int64_t generation = 0;
    std::size_t digest = 0;
    bool operator==(const Holding&) const = default;
};
Holding holding_of(const std::filesystem::path& folder) {
    const Rows rows(folder);
    std::string all;
    for (const auto& table : rows.lines("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
        auto lines = rows.lines("SELECT * FROM " + table);
        std::ranges::sort(lines);
        for (const auto& line : lines)
            all += table + " " + line + "\n";
    }
    return {rows.number("SELECT generation FROM row_sets"), std::hash<std::string>{}(all)};
}

// What the kiosk answered, and to whom it said "Saved".
struct Said {
    std::size_t events = 0; // so many were on record then
    Holding holding;
};
struct SaidSaved {
    std::size_t events = 0;
    std::int64_t part = 0, entries = 0; // in its journal
};

class Recording {
public:
    Recording();
    const DiskRecord& record() const { return *m_record; }
    const std::string& outcome() const { return m_outcome; }
    // What stood on the disk for certain after so many events, and what may stand there at most.
    const Holding& at_least(std::size_t events) const { return std::prev(after(events))->holding; }
    const Holding& at_most(std::size_t events) const {
        const auto next = std::find_if(std::next(m_said.begin()), m_said.end(),
                                       [&](const Said& said) { return said.events >= events; });
        return next == m_said.end() ? m_said.back().holding : next->holding;
    }
    std::optional<std::size_t> digest_at(std::int64_t generation) const {
        const auto found =
            std::ranges::find(m_said, generation, [](const Said& said) { return said.holding.generation; });
        return found == m_said.end() ? std::nullopt : std::optional(found->holding.digest);
    }
    // By part.
    std::map<std::int64_t, std::int64_t> saved_until(std::size_t events) const {
        std::map<std::int64_t, std::int64_t> saved;
        for (const auto& each : m_saved)
            if (each.events <= events) saved[each.part] = each.entries;
        return saved;
    }

private:
    std::vector<Said>::const_iterator after(std::size_t events) const {
        return std::ranges::upper_bound(m_said, events, {}, &Said::events);
    }
    void say() { m_said.push_back({m_record->here(), holding_of(m_folder.path())}); }
    void listen(const std::vector<model::Action>& answers);

    QuickFolder m_folder;
    WholeVisit m_visit{m_folder.path()};
    std::unique_ptr<DiskRecord> m_record;
    std::vector<Said> m_said;
    std::vector<SaidSaved> m_saved;
    std::map<std::int64_t, std::int64_t> m_entries; // of parts that are open
    std::string m_outcome;
};

Recording::Recording() {
    const store_test::FaultDisk disk(store_test::Fault::io, store_test::Lasting::once, 0);
    m_visit.prepare();
    m_record = std::make_unique<DiskRecord>(m_folder.path());
    m_said.push_back({0, {}});
    REQUIRE(m_visit.start()); // what it does before its first answer is on record as well
    say();
    m_visit.kiosk().instead = m_visit.instead = [this](const model::Effect& effect) {
        auto answers = m_visit.kiosk().runner().run(effect);
        say();
        listen(answers);
        return std::optional(std::move(answers));
    };
    const bool whole = m_visit.go_on();
    INFO("the undisturbed visit stopped: ", m_visit.where());
    REQUIRE(whole);
    m_visit.switch_off();
    REQUIRE(m_visit.start()); // the next morning
    say();
    m_visit.switch_off();
    m_record->stop();
    m_visit.instead = {};
    m_outcome = m_visit.outcome();
}

void Recording::listen(const std::vector<model::Action>& answers) {
    const auto opened = [&](core::PartId part) {
        m_entries[part.value] =
            Rows(m_folder.path()).number(fmt::format("SELECT count(*) FROM journal WHERE part = {}", part.value));
    };
    for (const auto& answer : answers) {
        if (const auto* part = answer.as<action::PartOpened>()) opened(part->session.part);
        if (const auto* joint = answer.as<action::JointOpened>()) opened(joint->session.part);
        if (const auto* saved = answer.as<action::Saved>()) {
            m_entries[saved->part.value] += static_cast<std::int64_t>(saved->count);
            m_saved.push_back({m_record->here(), saved->part.value, m_entries[saved->part.value]});
        }
    }
}

const Recording& recording() {
    static const Recording made;
    return made;
}

bool looks_at_all() {
    return std::getenv("SAMESIDE_EVERY_STATE") != nullptr;
}

struct State {
    std::size_t events = 0;
    Landed landed = Landed::all;
    unsigned seed() const {
        return static_cast<unsigned>(events * every_landing.size()) + static_cast<unsigned>(landed);
    }
};

// One room for all states: each is laid out over the one before.
class Machine {
public:
    Machine() {
        const auto reserve = m_aside.path() / "reserve";
        std::ofstream(reserve) << "r";
        std::filesystem::resize_file(reserve, store::reserve_size);
    }
    const std::filesystem::path& folder() const { return m_folder.path(); }
    void find(const Disk& disk, const State& state) const {
        lay_out(folder(), disk.after_power_cut(state.landed, state.seed()), m_aside.path() / "reserve");
    }

private:
    QuickFolder m_folder, m_aside;
};

// Opens what is there and says what is wrong with it; empty: nothing.
std::string look(const Machine& machine, const State& state, std::map<std::int64_t, std::size_t>& seen,
                 Holding& found) {
    auto data = open_practice(machine.folder());
    if (!data) return "not opened: " + data.error().detail;
    if (!data->store.findings().empty()) return "named as changed: " + data->store.findings().words();
    const auto log = audit::verify(*data, [](const store::AuditRow&) {});
    if (!log) return "the log cannot be read: " + log.error().detail;
    if (!log->broken.empty()) return log->broken;
    found = holding_of(machine.folder());
    const auto& made = recording();
    if (found.generation < made.at_least(state.events).generation)
        return fmt::format("commit {} is there, {} was answered", found.generation,
                           made.at_least(state.events).generation);
    if (found.generation > made.at_most(state.events).generation)
        return fmt::format("commit {} is there, and comes later", found.generation);
    const auto whole =
        made.digest_at(found.generation).value_or(seen.try_emplace(found.generation, found.digest).first->second);
    if (found.digest != whole) return fmt::format("commit {} is there in part", found.generation);
    const Rows rows(machine.folder());
    for (const auto& [part, entries] : made.saved_until(state.events)) {
        const auto kept = fmt::format("SELECT count(*) FROM journal WHERE part = {}", part);
        const auto sealed = fmt::format("SELECT count(*) FROM parts WHERE id = {} AND status = 'sealed'", part);
        if (rows.number(sealed) == 0 && rows.number(kept) < entries)
            return fmt::format("of part {} {} entries were called saved, {} are there", part, entries,
                               rows.number(kept));
    }
    return {};
}

}

TEST_CASE("wherever the power goes in a whole visit, the next kiosk starts, nothing saved is lost and nothing is torn, "
          "and the same people come to the same end") {
    const auto& made = recording();
    const Machine machine;
    const auto count = (made.record().events().size() + 1) * every_landing.size();
    const std::size_t step = looks_at_all() ? 1 : std::max<std::size_t>(1, count / 900) | 1U;
    std::map<std::int64_t, std::size_t> seen;
    std::map<std::size_t, State> different; // by what they hold
    std::size_t looked_at = 0, wrong = 0;
    Disk disk(made.record());
    for (std::size_t index = 0; index < count; index += step) {
        const State state{index / every_landing.size(), every_landing[index % every_landing.size()]};
        disk.go_to(state.events);
        machine.find(disk, state);
        Holding found;
        const auto trouble = look(machine, state, seen, found);
        ++looked_at;
        different.try_emplace(found.digest, state);
        INFO("after ", state.events, " of ", made.record().events().size(), " events, landing ",
             static_cast<int>(state.landed), ": ", trouble);
        CHECK(trouble.empty());
        if (!trouble.empty()) REQUIRE(++wrong < 8);
    }
    // What holds the same goes on in the same way.
    std::vector<State> to_go_on;
    const std::size_t every = looks_at_all() ? 1 : std::max<std::size_t>(1, different.size() / 12);
    for (std::size_t i = 0; const auto& [digest, state] : different)
        if (i++ % every == 0) to_go_on.push_back(state);
    std::ranges::sort(to_go_on, {}, &State::events);
    Disk again(made.record());
    for (const auto& state : to_go_on) {
        again.go_to(state.events);
        machine.find(again, state);
        WholeVisit visit(machine.folder());
        visit.clock().pass(std::chrono::hours(6));
        const bool whole = visit.start() && visit.go_on();
        INFO("after ", state.events, " of ", made.record().events().size(), " events, landing ",
             static_cast<int>(state.landed), ": ", visit.where());
        CHECK(whole);
        if (whole) CHECK(difference(visit.outcome(), made.outcome()) == "");
        if (!whole) REQUIRE(++wrong < 8);
    }
    MESSAGE(looked_at, " of ", count, " states of a disk after ", made.record().events().size(),
            " events; went on from ", to_go_on.size(), " of ", different.size(), " that differ in what they hold");
    CHECK(made.record().events().size() > 1000);
}
