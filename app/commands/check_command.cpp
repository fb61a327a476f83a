#include "commands/check_command.hpp"
#include "commands/setup.hpp"
#include "core/utf8.hpp"
#include "practice/check_machine.hpp"
#include "practice/self_check.hpp"
#include "report/iso_time.hpp"
#include "ui/kit/font_check.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace commands {
namespace {

std::string health_words(model::Health health) {
    switch (health) {
    case model::Health::good:
        return core::tr("check.good", "good");
    case model::Health::attention:
        return core::tr("check.look", "look");
    case model::Health::failed:
        break;
    }
    return core::tr("check.failed", "FAILED");
}

// Columns by what is seen of a word, not by its bytes.
std::string padded(std::string text, std::size_t width) {
    const auto length = core::utf8::length(text);
    if (length < width) text.append(width - length, ' ');
    return text;
}

}

std::string check_lines(const model::Checks& checks) {
    std::size_t health = 0, name = 0;
    for (const auto& check : checks) {
        health = std::max(health, core::utf8::length(health_words(check.found.health)));
        name = std::max(name, core::utf8::length(name_of(check.what).words()));
    }
    std::string lines;
    for (const auto& check : checks) {
        lines += fmt::format("{}  {}  {}\n", padded(health_words(check.found.health), health),
                             padded(name_of(check.what).words(), name), check.found.words.words());
        if (!check.found.to_do.empty())
            lines += fmt::format("{}  {}\n", std::string(health + name + 2, ' '), check.found.to_do.words());
    }
    return lines;
}

std::string check_json(const model::Checks& checks, core::WallTime at) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& check : checks)
        list.push_back({{"check", word_of(check.what)},
                        {"health", word_of(check.found.health)},
                        {"found", check.found.words.words()},
                        {"to_do", check.found.to_do.words()}});
    const nlohmann::ordered_json all{
        {"health", word_of(health_of(checks))}, {"at", report::utc_stamp(at)}, {"checks", std::move(list)}};
    return all.dump(2) + "\n";
}

int run_check(const CheckPlan& plan) {
    const core::Speaking speaking(plan.locale.catalogue.get());
    const auto now = wall_now();
    const auto checks = practice::check_from_outside(
        {.kiosk = plan.kiosk, .now = now, .fonts = ui::check_fonts(), .updates_waiting = practice::count_updates()});
    fmt::print("{}", plan.json ? check_json(checks, now) : check_lines(checks));
    return health_of(checks) == model::Health::good ? 0 : 1;
}

}
