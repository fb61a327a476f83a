// Visits that nobody made, as many as are asked for.
#pragma once
#include "model/case/records.hpp"
#include "rehearsal/made_answer.hpp"
#include <random>

namespace support {

// What couples could answer to the packet they get first; each number gives another visit, always the same.
class MadeUpVisits {
public:
    explicit MadeUpVisits(model::Content content) : m_content(std::move(content)) {}

    const model::Content& content() const { return m_content; }

    model::CaseFile case_of(int number) const {
        std::mt19937 random(static_cast<unsigned>(number));
        const model::Packet& packet = m_content.packets.front();
        model::VisitRecord visit{.sitting = {number}, .packet = packet.id, .date = day(number)};
        for (auto* part : {&visit.a, &visit.b}) {
            part->status = model::PartStatus::sealed;
            part->sealed_at = day(number) + std::chrono::hours(1);
            part->content = model::PartContent{};
            for (const auto& id : packet.modules)
                for (const model::Item& item : m_content.modules.at(id).items)
                    if (!m_content.modules.at(id).is_private && !item.is_private && random() % 12 != 0)
                        part->content->answers[{id, item.id}] = answer(item, random);
        }
        return {.id = {number},
                .chart_code = "MU-" + std::to_string(number),
                .name_a = "Ann",
                .name_b = "Bo",
                .therapist = "Dr. Made Up",
                .visits = {visit}};
    }

private:
    static core::WallTime day(int number) {
        return core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + std::chrono::hours(15) +
                              std::chrono::days(number % 300));
    }
    static int among(std::mt19937& random, int least, int most) {
        return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
    }
    static model::Answer answer(const model::Item& item, std::mt19937& random) {
        if (random() % 20 == 0) return model::Skipped{};
        return rehearsal::made_answer(item, {.value =
                                                 [&](const model::Item& one) {
                                                     return has_choices(one.kind)
                                                                ? one.choices[random() % one.choices.size()].value
                                                                : among(random, one.minimum, one.maximum);
                                                 },
                                             .words =
                                                 [&](const model::Item&) {
                                                     return "Some words of the " + std::to_string(random() % 1000) +
                                                            "th kind, \"quoted\".";
                                                 },
                                             .signature =
                                                 [](const model::Item&) {
                                                     return model::Signed{{}, "Ann"};
                                                 }});
    }

    model::Content m_content;
};

}
