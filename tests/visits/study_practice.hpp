// A practice of many couples, made as the kiosk makes it, and what is written of all of them.
#pragma once
#include "commands/export_study.hpp"
#include "practice/export_job.hpp"
#include "report/pdf_reading.hpp"
#include "support/many_couples.hpp"
#include "visits/a_visit.hpp"
#include <fmt/format.h>
#include <fstream>

namespace visits {

inline model::Module study_form(const std::string& id, bool is_private) {
    model::Module module{.id = {id}, .title = "Form " + id, .intro = "Some questions.", .version = "1"};
    module.is_private = is_private;
    for (const char* name : {"q1", "q2"}) {
        model::Item item{.id = {name}, .kind = model::ItemKind::choice, .text = "Question " + id};
        item.choices = {{1, "No"}, {2, "Some"}, {3, "Yes"}};
        module.items.push_back(std::move(item));
    }
    model::Item words{.id = {"words"}, .kind = model::ItemKind::long_text, .text = "Tell more", .max_bytes = 4000};
    module.items.push_back(std::move(words));
    return module;
}

// Couples at two visits each, "MC-0" and so on, all of them Maya and Jordan.
struct StudyPractice {
    Visit visit;
    Folder out;

    explicit StudyPractice(int couples, int visits = 2, const std::string& words = "Jordan and the harbor light") {
        model::Content content;
        content.modules = {{{"fear"}, study_form("fear", true)}, {{"side"}, study_form("side", false)}};
        content.packets = {{.id = {"first"}, .title = "First", .modules = {{"side"}, {"fear"}}, .joint_module = {}}};
        visit.content = std::make_shared<const model::Content>(std::move(content));
        visit.kiosk.reset();
        auto data = open_practice(visit.folder.path());
        REQUIRE(data);
        const auto world = visit.world();
        support::ManyCouples many(*data, world);
        const auto made = data->store.at_once([&]() -> core::Done {
            for (int number = 0; number < couples; ++number) {
                const auto id = many.couple(number);
                if (!id) return core::pass(id.error());
                for (int at = 0; at < visits; ++at) {
                    const auto day = visit.clock.now().wall - std::chrono::days(100 - 28 * at);
                    if (auto done =
                            many.visit(*id, day, part(1 + number % 3, 2, words), part(2, 1 + number % 3, words));
                        !done)
                        return done;
                }
            }
            return {};
        });
        REQUIRE(made);
    }

    static model::PartContent part(int open, int covered, const std::string& words) {
        model::PartContent content;
        content.languages = {"en"};
        for (const char* item : {"q1", "q2"}) {
            content.answers[{{"side"}, {item}}] = model::Chosen{open};
            content.answers[{{"fear"}, {item}}] = model::Chosen{covered};
        }
        content.answers[{{"side"}, {"words"}}] = model::Written{words};
        content.answers[{{"fear"}, {"words"}}] = model::Written{"only the therapist"};
        return content;
    }

    commands::StudyOrder order() const {
        commands::StudyOrder order{.data_folder = visit.folder.path(), .therapist = "Dr. Okafor", .plan = {}};
        order.plan.to = out / "";
        order.plan.source = visit.content;
        order.plan.locale = {.language = model::Language{},
                             .catalogue = {},
                             .content = visit.content,
                             .practice = std::make_shared<const model::Practice>(visit.practice)};
        return order;
    }
    core::Result<practice::StudyFiles> write(const commands::StudyOrder& order) const {
        return commands::export_study(order, core::SecretText(passphrase));
    }
    practice::ExportPlan plan(model::ExportFormat format) const {
        return {.data_folder = visit.folder.path(),
                .chart_code = {},
                .therapist = "Dr. Okafor",
                .format = format,
                .to = out / "",
                .whose = {},
                .only = {},
                .names = false,
                .locale = order().plan.locale};
    }
    std::vector<std::vector<std::string>> lines(const std::string& file) const { return cells_of(out / file); }
    std::vector<std::string> log() const { return audit_lines(visit.folder.path()); }
};

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool keeps_what_is_freed = true;
#else
inline constexpr bool keeps_what_is_freed = false;
#endif

// The most that this process held since the last call.
inline std::size_t peak_kilobytes() {
    std::ifstream status("/proc/self/status");
    std::size_t peak = 0;
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) peak = std::stoul(line.substr(6));
    std::ofstream("/proc/self/clear_refs") << "5";
    return peak;
}

}
