// A day's list out of a calendar: what of it becomes a sitting. How its file is read:
// tests/content/table_file_test.cpp.
#include "model/visit/day_list.hpp"
#include "model/visit/day_time.hpp"
#include <doctest/doctest.h>

using namespace model;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::year_month_day fourth_of_march{std::chrono::year(2026), std::chrono::March, std::chrono::day(4)};

struct Calendar {
    Content content;
    Practice practice;
    std::vector<TherapistName> therapists{{{1}, "Dr. Okafor"}, {{2}, "Dr. Ana Lindqvist"}, {{3}, "M. Reyes, LMFT"}};
    std::map<std::string, KnownCode> known;
    DayTable table{.name = "today.csv", .rows = {}};

    Calendar() {
        content.packets = {{.id = {"first"}, .title = "First", .modules = {}, .joint_module = {}},
                           {.id = {"later"}, .title = "Later", .modules = {}, .joint_module = {}, .later_visit = true}};
    }
    Calendar& line(std::vector<std::string> cells) {
        table.rows.push_back({table.rows.size() + 1, std::move(cells)});
        return *this;
    }
    DayPlan plan() const {
        return plan_day(table, {.content = content,
                                .practice = practice,
                                .therapists = therapists,
                                .known = [this](const std::string& code) -> std::optional<KnownCode> {
                                    const auto found = known.find(code);
                                    return found == known.end() ? KnownCode{.chart_code = code} : found->second;
                                },
                                .today = fourth_of_march,
                                .moment =
                                    [](std::chrono::minutes into_day) {
                                        return core::WallTime(std::chrono::sys_days(fourth_of_march)) + into_day;
                                    }});
    }
};

std::string left_out(const DayPlan& plan) { // "2 RG-1: why", each
    std::string all;
    for (const auto& each : plan.left_out)
        all += std::to_string(each.line) + " " + each.what + ": " + each.why.words() + "\n";
    return all;
}

std::optional<std::chrono::minutes> time_in(std::string_view text) {
    return read_day_time(text).into_day;
}

}

TEST_CASE("times are read as calendars write them, and nothing else is taken for one") {
    for (const char* text : {"10:30", "10.30", "10h30", "10:30 h", "10:30:00", "10:30 AM", "10:30 a. m.",
                             "2026-03-04 10:30", "2026-03-04T10:30:00Z", "3/4/2026 10:30 AM", "04.03.2026 10:30"})
        CHECK_MESSAGE(time_in(text) == 630min, text);
    CHECK(time_in("1 PM") == 780min);
    CHECK(time_in("12:05 AM") == 5min);
    CHECK(time_in("12:05 p. m.") == 725min);
    CHECK(time_in("0:00") == 0min);
    for (const char* text : {"", "10", "1030", "24:00", "10:60", "13:00 PM", "at 10:30", "RG-2041", "10:3", "-1:30",
                             "10:30 tomorrow", "2026-03-04", "99999999999999:30"})
        CHECK_MESSAGE(!time_in(text), text);
}

TEST_CASE("a date is today's whichever of day and month comes first, and one that is not is of another day") {
    for (const char* text : {"10:30", "", "2026-03-04", "3/4/2026", "4/3/2026 10:30", "04.03.2026"})
        CHECK_MESSAGE(is_of_day(text, fourth_of_march), text);
    for (const char* text : {"2026-03-03", "3/5/2026 10:30", "03.04.2025"})
        CHECK_MESSAGE(!is_of_day(text, fourth_of_march), text);
}

TEST_CASE("lines become sittings by time, with the packet that the couple is due") {
    Calendar day;
    day.known["RG-2"] = {.chart_code = "RG-2", .is_case = true, .last_here = core::WallTime(), .next_packet = {}};
    day.line({"11:00", "RG-2", "Lindqvist", "60"}).line({"09:30", "RG-1", "dr. okafor", ""});
    const auto plan = day.plan();
    CHECK(left_out(plan).empty());
    REQUIRE(plan.sittings.size() == 2);
    CHECK(plan.sittings[0].chart_code == "RG-1");
    CHECK(plan.sittings[0].therapist.name == "Dr. Okafor");
    CHECK(plan.sittings[0].packet == core::PacketId{"first"});
    CHECK(plan.sittings[1].chart_code == "RG-2");
    CHECK(plan.sittings[1].therapist.id == core::TherapistId{2});
    CHECK(plan.sittings[1].packet == core::PacketId{"later"});
    CHECK(plan.sittings[1].at - plan.sittings[0].at == 90min);
}

TEST_CASE("a header says where the columns are, in English and in Spanish") {
    Calendar english, spanish;
    english.line({"Subject", "Start Date", "Start Time", "Provider"}).line({"RG-1", "3/4/2026", "9:30 AM", "Reyes"});
    spanish.line({"Terapeuta", "Código", "Minutos", "Hora"}).line({"M. Reyes", "RG-1", "30 min", "9:30"});
    for (const auto* day : {&english, &spanish}) {
        const auto plan = day->plan();
        CHECK(left_out(plan).empty());
        REQUIRE(plan.sittings.size() == 1);
        CHECK(plan.sittings[0].therapist.id == core::TherapistId{3});
        CHECK(plan.sittings[0].line == 2);
    }
}

TEST_CASE("what does not fit is left out with its line and the reason, and the rest stays") {
    Calendar day;
    day.known["RG-7"] = {.chart_code = "RG-7", .is_case = true, .has_open = true};
    day.known["RG-8"] = {.chart_code = "RG-8",
                         .is_case = true,
                         .last_here = core::WallTime(std::chrono::sys_days(fourth_of_march)) + 9h};
    day.line({"09:30", "RG-1", "Okafor"})
        .line({"soon", "RG-2", "Okafor"})
        .line({"10:00", "Maya and Jordan", "Okafor"})
        .line({"10:30", "RG-4", "Dr. Nobody"})
        .line({"2026-03-03 11:00", "RG-5", "Okafor"})
        .line({"11:30", "", "Okafor"})
        .line({"12:00", "RG-7", "Okafor"})
        .line({"12:30", "RG-8", "Okafor"})
        .line({"13:00", std::string(25, '9'), "Okafor"})
        .line({"13:30", "RG-10", ""})
        .line({"14:00", "RG-11", "Okafor", "a while"});
    const auto plan = day.plan();
    REQUIRE(plan.sittings.size() == 1);
    CHECK(plan.sittings[0].chart_code == "RG-1");
    REQUIRE(plan.left_out.size() == 10);
    const auto all = left_out(plan);
    for (const char* said :
         {"2 RG-2: “soon” is no time", "may be a name", "4 RG-4: Nobody here is called “Dr. Nobody”",
          "5 RG-5: It is of another day", "6 : It has no chart code", "7 RG-7: A sitting for it is open already",
          "8 RG-8: They were here today already", "too long for a chart code", "10 RG-10: It names no therapist",
          "11 RG-11: “a while” is no number of minutes"})
        CHECK_MESSAGE(all.find(said) != std::string::npos, said, "\n", all);
}

TEST_CASE("a code that stands there twice is taken once where both lines say the same, and else not at all") {
    Calendar day;
    day.line({"09:30", "RG-1", "Okafor"})
        .line({"10:00", "RG-2", "Okafor"})
        .line({"09:30", "rg 1", "Dr. Okafor"})
        .line({"11:00", "RG-2", "Okafor"});
    day.table.rows[2].cells[1] = "rg-1";
    const auto plan = day.plan();
    REQUIRE(plan.sittings.size() == 1);
    CHECK(plan.sittings[0].line == 1);
    REQUIRE(plan.left_out.size() == 2);
    CHECK(plan.left_out[0].line == 2);
    CHECK(plan.left_out[1].line == 4);
}

TEST_CASE("a therapist is known by words of their name that no other has") {
    Calendar day;
    day.therapists.push_back({{4}, "Dr. Eva Okafor"});
    day.line({"09:30", "RG-1", "Okafor"}).line({"10:00", "RG-2", "Eva"}).line({"10:30", "RG-3", "Lindqvist, Ana"});
    const auto plan = day.plan();
    REQUIRE(plan.sittings.size() == 3);
    CHECK(plan.sittings[0].therapist.id == core::TherapistId{1}); // the whole name but for its title
    CHECK(plan.sittings[1].therapist.id == core::TherapistId{4});
    CHECK(plan.sittings[2].therapist.id == core::TherapistId{2});
}

TEST_CASE("without a therapist the line is whose case it is") {
    Calendar day;
    day.known["RG-1"] = {.chart_code = "RG-1", .is_case = true, .last_here = core::WallTime(), .therapist = {3}};
    day.line({"09:30", "RG-1"});
    REQUIRE(day.plan().sittings.size() == 1);
    CHECK(day.plan().sittings[0].therapist.id == core::TherapistId{3});
}

TEST_CASE("a table that is no list is refused whole") {
    CHECK_FALSE(Calendar().plan().refused.empty());
    CHECK_FALSE(Calendar().line({"name", "phone"}).line({"Maya", "555"}).plan().refused.empty());
    Calendar day;
    for (std::size_t i = 0; i <= most_of_a_day; ++i)
        day.line({"09:30", "RG-" + std::to_string(i), "Okafor"});
    const auto plan = day.plan();
    CHECK(plan.sittings.empty());
    CHECK_FALSE(plan.refused.empty());
}
