// A kiosk that is killed before, or after, any order it gives: what was ordered is begun or done, its answer never
// comes. SAMESIDE_EVERY_STATE=1 tries each of them.
#include "promises/whole_visit.hpp"
#include <set>

using namespace promises;

namespace {

void copy_as_it_stands(const std::filesystem::path& from, const std::filesystem::path& to) {
    for (const auto& each : std::filesystem::directory_iterator(to))
        std::filesystem::remove_all(each.path());
    for (const auto& each : std::filesystem::directory_iterator(from)) {
        const auto name = each.path().filename().string();
        if (name == "kiosk.lock" || name.ends_with("-shm")) continue; // a lock and an index go with their process
        std::filesystem::copy(each.path(), to / name, std::filesystem::copy_options::recursive);
    }
}

// What the next kiosk can tell apart: commits, and files that were written.
std::string standing(const std::filesystem::path& folder) {
    std::string found = Rows(folder).lines("SELECT generation FROM row_sets").at(0);
    std::error_code error;
    std::set<std::string> files;
    for (std::filesystem::directory_iterator file(folder / "charts", error), end; !error && file != end;
         file.increment(error))
        files.insert(fmt::format("{} {}", file->path().filename().string(), file->file_size()));
    for (const auto& each : files)
        found += "\n" + each;
    return found;
}

class Killed {
public:
    explicit Killed(std::string outcome) : m_outcome(std::move(outcome)) {}
    // A new kiosk on the folder as it stands; the people go on.
    void go_on_from(const std::filesystem::path& folder, int order, const char* when) {
        copy_as_it_stands(folder, m_folder.path());
        WholeVisit visit(m_folder.path());
        visit.clock().pass(std::chrono::hours(6));
        const bool whole = visit.start() && visit.go_on();
        INFO("killed ", when, " order ", order, ": ", visit.where());
        CHECK(whole);
        if (whole) CHECK(difference(visit.outcome(), m_outcome) == "");
        ++m_count;
    }
    int count() const { return m_count; }

private:
    QuickFolder m_folder;
    std::string m_outcome;
    int m_count = 0;
};

}

TEST_CASE("a kiosk killed before or after any order of a whole visit leaves a visit that ends as if nothing had been") {
    QuickFolder undisturbed;
    WholeVisit model_visit(undisturbed.path());
    model_visit.prepare();
    REQUIRE(model_visit.start());
    const bool whole = model_visit.go_on();
    INFO(model_visit.where());
    REQUIRE(whole);

    Killed killed(model_visit.outcome());
    QuickFolder folder;
    WholeVisit visit(folder.path());
    visit.prepare();
    const int step = std::getenv("SAMESIDE_EVERY_STATE") != nullptr ? 1 : 7;
    std::set<std::string> tried;
    int orders = 0;
    REQUIRE(visit.start());
    visit.kiosk().instead = [&](const model::Effect& effect) {
        ++orders;
        const auto go_on = [&](const char* when) {
            if (orders % step == 0 && tried.insert(standing(folder.path())).second)
                killed.go_on_from(folder.path(), orders, when);
        };
        go_on("before");
        auto answers = visit.kiosk().runner().run(effect);
        go_on("after");
        return std::optional(std::move(answers));
    };
    REQUIRE(visit.go_on());
    MESSAGE(orders, " orders; went on from ", killed.count(), " kills that differ in what they left");
    CHECK(orders > 100);
}
