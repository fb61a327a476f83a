#include "content/kiosk_config.hpp"
#include "content/fields.hpp"

namespace content {

namespace {

constexpr TextLimit path_limit{1000};
constexpr std::size_t most_help_lines = 8;

void read_practice(Fields& fields, model::Practice& practice) {
    practice.name = fields.text("name", title_limit, Need::required);
    practice.secrets_policy = fields.text("secrets_policy", page_limit, Need::optional);
    auto advance = fields.one_of("advance", {"choice", "button"}, Need::optional);
    practice.advance = advance == 1U ? model::AdvanceBy::button : model::AdvanceBy::choice;
    auto seconds = [&](std::string_view key, int low, int high, int& into) {
        into = fields.whole(key, low, high, Need::optional).value_or(into);
    };
    seconds("idle_seconds", 20, 600, practice.idle_seconds);
    seconds("idle_warning_seconds", 20, 120, practice.idle_warning_seconds);
    seconds("lock_minutes", 1, 15, practice.lock_minutes);
    seconds("thanks_seconds", 10, 600, practice.thanks_seconds);
    fields.finish();
}

void read_help(Fields& top, model::Practice& practice, Complaints& complaints) {
    auto tables = top.tables("help");
    if (tables.empty()) top.complain("help", "is missing; every screen must offer at least one [[help]] line");
    if (tables.size() > most_help_lines) top.complain("help", "has more than 8 lines; 1 to 8 are allowed");
    for (const Node* table : tables) {
        Fields fields(*table, "help", complaints);
        model::HelpLine line;
        line.name = fields.text("name", title_limit, Need::required);
        line.reach = fields.text("reach", title_limit, Need::required);
        line.detail = fields.text("detail", text_limit, Need::optional);
        fields.finish();
        practice.help_lines.push_back(std::move(line));
    }
}

KioskConfig read_config(const Node& root, const std::filesystem::path& home, Complaints& complaints) {
    KioskConfig config;
    Fields top(root, "", complaints);
    auto folder = [&](std::string_view key) {
        return (home / top.text(key, path_limit, Need::required)).lexically_normal();
    };
    config.content_folder = folder("content_folder");
    config.data_folder = folder("data_folder");
    const auto charts = top.text("export_folder", path_limit, Need::optional);
    if (!charts.empty()) config.export_folder = (home / charts).lexically_normal();
    std::vector<std::string_view> themes{"day", "evening", "high-contrast"};
    auto theme = top.one_of("theme", themes, Need::optional);
    config.theme = themes.at(theme.value_or(0));
    if (const Node* practice = top.table("practice")) {
        Fields fields(*practice, "practice", complaints);
        read_practice(fields, config.practice);
    } else {
        top.complain("practice", "is missing; it must be a table, as in [practice]");
    }
    read_help(top, config.practice, complaints);
    top.finish();
    return config;
}

}

core::Result<KioskConfig> load_kiosk_config(const std::filesystem::path& kiosk_toml) {
    Complaints complaints(kiosk_toml.string());
    KioskConfig config;
    if (auto root = read_toml(kiosk_toml, complaints)) {
        config = read_config(*root, kiosk_toml.parent_path(), complaints);
    }
    if (complaints.empty()) return config;
    std::string detail;
    for (const std::string& line : complaints.lines())
        detail += (detail.empty() ? "" : "; ") + line;
    return core::fail(core::ErrorCode::bad_config, detail);
}

core::Result<model::Practice> load_practice(const std::filesystem::path& kiosk_toml) {
    return load_kiosk_config(kiosk_toml).map([](KioskConfig config) { return std::move(config.practice); });
}

}
