// The therapist's list: which cases are new, which wait, and which may be deleted.
#include "model/case/caseload.hpp"
#include <doctest/doctest.h>

using namespace model;

namespace {

using std::chrono::sys_days;
using std::chrono::year;

core::WallTime on(std::chrono::year_month_day day, int hours = 0) {
    return core::WallTime(sys_days(day)) + std::chrono::hours(hours);
}

CaseSummary last_seen(core::WallTime at) {
    CaseSummary summary;
    summary.last_visit = at;
    summary.visits = 1;
    return summary;
}

std::vector<std::size_t> found(const std::vector<CaseSummary>& cases, CaseFilter filter, core::WallTime now) {
    auto which = found_cases(cases, "", filter, now, 7);
    CHECK(which.size() == count_in(cases, filter, now, 7));
    return which;
}

}

TEST_CASE("a case may be deleted so many years after its last visit, from that very day on") {
    const auto seen = last_seen(on(year(2019) / 3 / 4, 15));
    CHECK_FALSE(is_past_retention(seen, on(year(2026) / 3 / 3, 23), 7));
    CHECK(is_past_retention(seen, on(year(2026) / 3 / 4), 7));
    CHECK_FALSE(is_past_retention(seen, on(year(2026) / 3 / 4), 8));
}

TEST_CASE("a visit on the 29th of February is kept until the 1st of March where there is no such day") {
    const auto seen = last_seen(on(year(2020) / 2 / 29));
    CHECK_FALSE(is_past_retention(seen, on(year(2027) / 2 / 28, 23), 7));
    CHECK(is_past_retention(seen, on(year(2027) / 3 / 1), 7));
    CHECK_FALSE(is_past_retention(seen, on(year(2028) / 2 / 28, 23), 8));
    CHECK(is_past_retention(seen, on(year(2028) / 2 / 29), 8));
}

TEST_CASE("a case that is held, that had no visit, or where the practice decides for itself is never overdue") {
    const auto now = on(year(2026) / 3 / 4);
    auto seen = last_seen(on(year(1999) / 1 / 1));
    CHECK(is_past_retention(seen, now, 7));
    CHECK_FALSE(is_past_retention(seen, now, 0));
    seen.legal_hold = true;
    CHECK_FALSE(is_past_retention(seen, now, 7));
    CHECK_FALSE(is_past_retention(CaseSummary(), now, 7));
}

TEST_CASE("each filter leaves the cases it names, and as many as it counts") {
    const auto now = on(year(2026) / 3 / 9, 10);
    std::vector<CaseSummary> cases(9);
    cases[0].unread_a = cases[1].unread_b = cases[2].unread_joint = true;
    cases[3].wish_a = cases[4].wish_b = cases[5].wish_joint = true;
    cases[6].last_visit = on(year(2026) / 3 / 2, 11);
    cases[7].last_visit = on(year(2026) / 3 / 2, 9);
    cases[8].last_visit = on(year(2019) / 3 / 9);
    using Places = std::vector<std::size_t>;
    CHECK(found(cases, CaseFilter::all, now).size() == 9);
    CHECK(found(cases, CaseFilter::unread, now) == Places{0, 1, 2});
    cases[6].private_answers.b = cases[7].private_answers.a = PrivateAnswers::not_opened;
    cases[8].private_answers = {PrivateAnswers::opened, PrivateAnswers::opened};
    CHECK(found(cases, CaseFilter::unread, now) == Places{0, 1, 2, 6, 7}); // to have read is to have opened
    CHECK(found(cases, CaseFilter::asked, now) == Places{3, 4, 5});
    CHECK(found(cases, CaseFilter::this_week, now) == Places{6});
    CHECK(found(cases, CaseFilter::overdue, now) == Places{8});
}

TEST_CASE("private answers are opened when those of every visit are, and there are none while no part is sealed") {
    CaseFile file;
    file.visits.resize(3);
    CHECK(private_answers_of(file) == OfBoth<PrivateAnswers>());
    file.visits[0].a.status = file.visits[1].a.status = PartStatus::sealed;
    file.visits[2].b.status = PartStatus::open;
    CHECK(private_answers_of(file) == OfBoth<PrivateAnswers>{PrivateAnswers::not_opened, PrivateAnswers::none});
    for (const std::size_t first : {0U, 1U}) {
        file.visits[first].a.private_opened = true;
        file.visits[1 - first].a.private_opened = false;
        CHECK(private_answers_of(file).a == PrivateAnswers::not_opened);
    }
    file.visits[0].a.private_opened = file.visits[1].a.private_opened = true;
    CHECK(private_answers_of(file).a == PrivateAnswers::opened);
}
