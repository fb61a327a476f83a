#include "content/forms/kiosk_config.hpp"
#include "content/read/fields.hpp"

namespace content {

namespace {

constexpr TextLimit path_limit{1000};
constexpr std::size_t most_help_lines = 8;

// Spanish words beside the English ones, `es = { ... }`; what is left out stays in English.
void read_spanish(Fields& fields, const std::string& where, Diagnostics& diagnostics,
                  const std::vector<std::pair<std::string_view, std::string*>>& texts) {
    const Node* table = fields.table("es");
    if (!table) return;
    Fields spanish(*table, where + ".es", diagnostics);
    for (const auto& [key, text] : texts) {
        const bool page = key == "secrets_policy";
        const bool words = key == "detail";
        std::string said = spanish.text(key, page ? page_limit : words ? text_limit : title_limit, Need::optional);
        if (!said.empty()) *text = std::move(said);
    }
    spanish.finish();
}

void read_practice(Fields& fields, KioskConfig& config, Diagnostics& diagnostics) {
    model::Practice& practice = config.practice;
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
    seconds("retention_years", 1, 100, practice.retention_years);
    config.practice_es = practice;
    read_spanish(fields, "practice", diagnostics,
                 {{"name", &config.practice_es.name}, {"secrets_policy", &config.practice_es.secrets_policy}});
    fields.finish();
}

void read_help(Fields& top, KioskConfig& config, Diagnostics& diagnostics) {
    auto tables = top.tables("help");
    if (tables.empty())
        top.diagnose("help",
                     "is missing; every screen must offer at least one [[help]] line: write [[help]] and below it "
                     "name = \"Crisis line\" and reach = \"Call or text 988\"");
    if (tables.size() > most_help_lines) top.diagnose("help", "has more than 8 lines; 1 to 8 are allowed");
    for (const Node* table : tables) {
        Fields fields(*table, "help", diagnostics);
        model::HelpLine line;
        line.name = fields.text("name", title_limit, Need::required);
        line.reach = fields.text("reach", title_limit, Need::required);
        line.detail = fields.text("detail", text_limit, Need::optional);
        model::HelpLine spanish = line;
        read_spanish(fields, "help", diagnostics,
                     {{"name", &spanish.name}, {"reach", &spanish.reach}, {"detail", &spanish.detail}});
        fields.finish();
        config.practice.help_lines.push_back(std::move(line));
        config.practice_es.help_lines.push_back(std::move(spanish));
    }
}

KioskConfig read_config(const Node& root, const std::filesystem::path& home, Diagnostics& diagnostics) {
    KioskConfig config;
    Fields top(root, "", diagnostics);
    auto folder = [&](std::string_view key, std::string_view write) {
        if (!top.has(key)) top.diagnose(key, "is missing; write " + std::string(write));
        return (home / top.text(key, path_limit, Need::optional)).lexically_normal();
    };
    config.content_folder =
        folder("content_folder", "content_folder = \"/usr/share/sameside/content\", the folder with the forms");
    config.data_folder =
        folder("data_folder", "data_folder = \"/var/lib/sameside\", the folder where the answers are kept");
    const auto charts = top.text("export_folder", path_limit, Need::optional);
    if (!charts.empty()) config.export_folder = (home / charts).lexically_normal();
    std::vector<std::string_view> themes{"day", "evening", "high-contrast"};
    auto theme = top.one_of("theme", themes, Need::optional);
    config.theme = themes.at(theme.value_or(0));
    std::vector<std::string_view> languages{"en", "es"};
    auto language = top.one_of("language", languages, Need::optional);
    config.language = languages.at(language.value_or(0));
    if (const Node* practice = top.table("practice")) {
        Fields fields(*practice, "practice", diagnostics);
        read_practice(fields, config, diagnostics);
    } else {
        top.diagnose("practice",
                     "is missing; write [practice] and below it name = \"...\", what the practice is called");
    }
    read_help(top, config, diagnostics);
    top.finish();
    return config;
}

}

core::Result<KioskConfig> load_kiosk_config(const std::filesystem::path& kiosk_toml) {
    Diagnostics diagnostics(kiosk_toml.string());
    KioskConfig config;
    if (auto root = read_toml(kiosk_toml, diagnostics)) {
        config = read_config(*root, kiosk_toml.parent_path(), diagnostics);
    }
    if (diagnostics.empty()) return config;
    std::string detail;
    for (const std::string& line : diagnostics.lines())
        detail += (detail.empty() ? "" : "; ") + line;
    return core::fail(core::ErrorCode::bad_config, detail);
}

core::Result<model::Practice> load_practice(const std::filesystem::path& kiosk_toml) {
    return load_kiosk_config(kiosk_toml).map([](KioskConfig config) { return std::move(config.practice); });
}

}
