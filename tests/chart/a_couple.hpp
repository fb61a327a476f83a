// A couple who filled in the shipped forms at a first visit and were asked the short form again afterwards.
#pragma once
#include "content/forms/content.hpp"
#include "model/case/overview.hpp"
#include "model/case/trend.hpp"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace couple {

const model::Content& shipped();

// Where each scale's score shall lie, by its id; 4 where nothing is said.
using Levels = std::map<std::string, double>;

double level_of(const model::Module& module, const core::ItemId& item, const Levels& levels, bool& reversed);

// Answers round the levels, by fixed steps up and down.
void answer_choices(const model::Module& module, const Levels& levels, model::Answers& answers, double spread = 1);

struct ACouple {
    model::Content content = shipped();
    model::CaseFile file{
        .id = {1}, .chart_code = "RG-2041", .name_a = "Maya", .name_b = "Jordan", .therapist = "Dr. O"};

    const model::Module& form(const char* id) const { return content.modules.at({id}); }

    static core::WallTime day(int year, unsigned month, unsigned number) {
        return core::WallTime(std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                                                    static_cast<int>(number))) +
               std::chrono::hours(15);
    }

    model::Answers& answers(std::size_t visit, model::Partner partner) {
        auto& record = file.visits[visit];
        auto& part = partner == model::Partner::a ? record.a : record.b;
        if (!part.content) part = {.status = model::PartStatus::sealed, .content = model::PartContent{}};
        return part.content->answers;
    }
    // Becomes the newest.
    void visit(const char* packet, core::WallTime date) {
        file.visits.insert(file.visits.begin(), {.sitting = {static_cast<std::int64_t>(file.visits.size()) + 1},
                                                 .packet = {packet},
                                                 .date = date,
                                                 .a = {},
                                                 .b = {},
                                                 .joint = {}});
    }

    void wear(model::Partner partner, const char* item, std::optional<int> toward_me, std::optional<int> from_me) {
        answers(0, partner)[{{"wear"}, {item}}] = model::BothWays{toward_me, from_me};
    }

    void first_visit() {
        visit("first-visit", day(2026, 1, 7));
        for (const model::Partner partner : {model::Partner::a, model::Partner::b}) {
            const bool a = partner == model::Partner::a;
            auto& given = answers(0, partner);
            answer_choices(form("same-side"),
                           a ? Levels{{"turning", 4.4}, {"standing", 3.9}, {"repair", 3.6}, {"alliance", 4}}
                             : Levels{{"turning", 5.1}, {"standing", 4.6}, {"repair", 5.0}, {"alliance", 5}},
                           given);
            answer_choices(
                form("how-i-connect"),
                a ? Levels{{"anxiety", 5.2}, {"avoidance", 2.4}} : Levels{{"anxiety", 3.1}, {"avoidance", 4.8}}, given);
            given[{{"first-bonds"}, {"caregiver-1"}}] = model::Written{a ? "Mom" : "Uncle Tom"};
            answer_choices(form("first-bonds"), {{"secure", 5}, {"ambivalent", 3}, {"avoidant", a ? 2.0 : 5.0}}, given);
            static constexpr int seen[][2] = {{5, 2}, {3, 3}, {2, 3}, {4, 2}, {3, 4}, {3, 4}, {4, 2}, {1, 1},
                                              {3, 2}, {1, 2}, {3, 3}, {2, 2}, {4, 5}, {1, 3}, {2, 2}};
            std::size_t i = 0;
            for (const model::Item& item : form("wear").items) {
                if (item.is_private) continue;
                const int mine = seen[i % 15][a ? 0 : 1], other = seen[(i + 4) % 15][a ? 0 : 1];
                given[{{"wear"}, item.id}] = model::BothWays{a ? mine : other, a ? other : mine};
                ++i;
            }
        }
        wear(model::Partner::b, "lack-of-curiosity", std::nullopt, std::nullopt);
    }

    void later_visits() {
        static constexpr double a[] = {4.1, 4.6, 5.0, 5.5}, b[] = {4.8, 4.9, 4.5, 4.7};
        const core::WallTime dates[] = {day(2026, 1, 21), day(2026, 2, 4), day(2026, 2, 18), day(2026, 3, 4)};
        for (std::size_t i = 0; i < 4; ++i) {
            visit("later-visit", dates[i]);
            answer_choices(form("check-in"), {{"alliance", a[i]}}, answers(0, model::Partner::a), 0.6);
            answer_choices(form("check-in"), {{"alliance", b[i]}}, answers(0, model::Partner::b), 0.8);
        }
    }
};

ACouple after_a_first_visit();
ACouple after_five_visits();

}
