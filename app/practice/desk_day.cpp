// The day's chart codes out of a file of the practice's calendar, and the sittings that are made of them.
#include "content/read/table_file.hpp"
#include "core/plain_text.hpp"
#include "core/when.hpp"
#include "practice/desk_book.hpp"
#include "practice/effect_context.hpp"
#include <algorithm>

namespace practice {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 40;

bool may_be_a_list(const fs::path& file) {
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return (ending == ".csv" || ending == ".tsv") && !file.filename().string().starts_with(".");
}

struct ListFile {
    model::DayFile file;
    fs::file_time_type changed_at;
};

void add_lists_in(const fs::path& folder, const std::string& where, std::vector<ListFile>& lists) {
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error)) {
        std::error_code problem;
        if (!may_be_a_list(each->path()) || !fs::is_regular_file(each->symlink_status(problem)) || problem) continue;
        auto name = core::cleaned(each->path().filename().string(), core::Lines::one);
        if (!where.empty()) name += " (" + where + ")";
        lists.push_back({{.name = std::move(name), .path = each->path().string()}, each->last_write_time(problem)});
    }
}

}

std::vector<model::DayFile> DeskBook::day_files() {
    const auto& world = m_context.world;
    std::vector<ListFile> lists;
    if (!world.day_folder.empty()) add_lists_in(world.day_folder, {}, lists);
    if (world.usb_drives)
        for (const auto& drive : world.usb_drives())
            add_lists_in(drive.folder, drive.name, lists);
    std::ranges::stable_sort(lists, std::ranges::greater(), &ListFile::changed_at); // today's comes first
    if (lists.size() > most_files) lists.resize(most_files);
    std::vector<model::DayFile> files;
    for (auto& list : lists)
        files.push_back(std::move(list.file));
    return files;
}

core::Result<model::DayPlan> DeskBook::read_day(const model::DayFile& file) {
    const auto offered = day_files();
    if (std::ranges::find(offered, file.path, &model::DayFile::path) == offered.end())
        return core::fail(core::ErrorCode::not_found, "day list");
    auto rows = content::read_table(file.path);
    if (!rows) return core::pass(rows.error());
    model::DayTable table{.name = file.name, .rows = {}};
    for (auto& row : *rows)
        table.rows.push_back({row.line, std::move(row.cells)});
    const auto names = therapists();
    if (!names) return core::pass(names.error());
    const auto now = wall();
    return model::plan_day(table, {.content = content(),
                                   .practice = *m_context.world.practice,
                                   .therapists = *names,
                                   .known = [this](const std::string& code) { return known_code(code); },
                                   .today = core::day_of(now),
                                   .moment = [now](std::chrono::minutes time) { return core::in_day_of(now, time); }});
}

core::Done DeskBook::take_day(const std::vector<model::PlannedSitting>& sittings) {
    return m_context.data.store.at_once([&]() -> core::Done {
        for (const auto& planned : sittings) {
            const auto* packet = model::find_packet(content(), planned.packet);
            if (packet == nullptr) return core::fail(core::ErrorCode::not_found, "packet");
            const auto known = known_code(planned.chart_code);
            if (!known || known->has_open)
                return core::fail(core::ErrorCode::invalid_state, "a sitting is open, or cannot be told");
            const auto made = make_sitting({.chart_code = planned.chart_code,
                                            .therapist = planned.therapist.id,
                                            .packet = planned.packet,
                                            .expects_a = true,
                                            .expects_b = true,
                                            .planned_at = planned.at},
                                           packet->joint_module.has_value());
            if (!made) return core::pass(made.error());
        }
        return append_audit("day-list-taken");
    });
}

}
