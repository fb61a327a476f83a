#include "content/forms/kiosk_config.hpp"
#include "content/read/fields.hpp"
#include "content/read/locale_folder.hpp"
#include <algorithm>

namespace content {

namespace {

constexpr TextLimit path_limit{1000};
constexpr std::size_t most_help_lines = 8;

// The languages that the table has words in, as in `es = { ... }`.
std::vector<std::string> languages_of(const Node& table) {
    std::vector<std::string> tags;
    for (const auto& entry : table.entries)
        if (is_language_tag(entry.key)) tags.push_back(entry.key);
    return tags;
}

// Words of another language beside the English ones; what is left out stays in English.
void read_words(Fields& fields, const std::string& where, const std::string& tag, Diagnostics& diagnostics,
                const std::vector<std::pair<std::string_view, std::string*>>& texts) {
    const Node* table = fields.table(tag);
    if (!table) return;
    Fields words(*table, where + "." + tag, diagnostics);
    for (const auto& [key, text] : texts) {
        const bool page = key == "secrets_policy";
        const bool detail = key == "detail";
        std::string said = words.text(key, page ? page_limit : detail ? text_limit : title_limit, Need::optional);
        if (!said.empty()) *text = std::move(said);
    }
    words.finish();
}

void read_practice(const Node& table, KioskConfig& config, Diagnostics& diagnostics) {
    Fields fields(table, "practice", diagnostics);
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
    seconds("dark_minutes", 0, 240, practice.dark_minutes);
    seconds("code_digits", 4, 8, practice.code_digits);
    seconds("retention_years", 1, 100, practice.retention_years);
    practice.reads_same_day = fields.truth("reads_same_day").value_or(false);
    practice.identifier_system = fields.text("identifier_system", url_limit, Need::optional);
    if (!practice.identifier_system.empty() && !is_absolute_uri(practice.identifier_system))
        fields.diagnose("identifier_system", "must be an absolute URI, such as \"https://example.org/chart-codes\"");
    for (const auto& tag : languages_of(table)) {
        auto& own = config.practice_by_tag.emplace(tag, practice).first->second;
        read_words(fields, "practice", tag, diagnostics,
                   {{"name", &own.name}, {"secrets_policy", &own.secrets_policy}});
    }
    fields.finish();
}

void read_backup(const Node& table, const std::filesystem::path& home, KioskConfig& config, Diagnostics& diagnostics) {
    Fields fields(table, "backup", diagnostics);
    BackupSettings backup;
    backup.folder = fields.text("folder", path_limit, Need::required);
    const bool stick = backup.folder.starts_with("usb:");
    if (backup.folder == "usb:")
        fields.diagnose("folder", "names no stick; write \"usb:\" and the name that the stick has");
    if (!stick && !backup.folder.empty()) backup.folder = (home / backup.folder).lexically_normal().string();
    backup.every_hours = fields.whole("every_hours", 1, 720, Need::optional).value_or(backup.every_hours);
    backup.keep = fields.whole("keep", 1, 1000, Need::optional).value_or(backup.keep);
    fields.finish();
    config.backup = std::move(backup);
}

// What a screen promises by a program: one that is not there is refused at once.
std::filesystem::path program_of(Fields& fields, const std::filesystem::path& home) {
    const auto program = fields.text("program", path_limit, Need::required);
    if (program.empty()) return {};
    auto path = (home / program).lexically_normal();
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    using std::filesystem::perms;
    const auto runs = perms::owner_exec | perms::group_exec | perms::others_exec;
    if (error || !std::filesystem::is_regular_file(status) || (status.permissions() & runs) == perms::none)
        fields.diagnose("program", "is no program that can be run: " + path.string());
    return path;
}

void read_printer(const Node& table, const std::filesystem::path& home, KioskConfig& config, Diagnostics& diagnostics) {
    Fields fields(table, "printer", diagnostics);
    PrinterSettings printer{.program = program_of(fields, home)};
    printer.name = fields.text("name", title_limit, Need::optional);
    if (printer.name.starts_with("-")) fields.diagnose("name", "is no name of a printer: it begins with \"-\"");
    fields.finish();
    if (printer.program.empty()) return;
    config.printer = std::move(printer);
    config.practice.prints = true;
    for (auto& [tag, own] : config.practice_by_tag)
        own.prints = true;
}

// Words on the screen promise that somebody comes.
void read_signal(const Node& table, const std::filesystem::path& home, KioskConfig& config, Diagnostics& diagnostics) {
    Fields fields(table, "signal", diagnostics);
    config.signal = program_of(fields, home);
    fields.finish();
    if (config.signal.empty()) return;
    config.practice.calls_someone = true;
    for (auto& [tag, own] : config.practice_by_tag)
        own.calls_someone = true;
}

void read_keys(const Node& table, KioskConfig& config, Diagnostics& diagnostics) {
    Fields fields(table, "keys", diagnostics);
    std::vector<int> taken;
    const auto key = [&](std::string_view which, Need need) {
        if (!fields.has(which) && need == Need::optional) return 0;
        const Entry* entry = find_entry(table, which);
        int code = 0;
        if (entry != nullptr && entry->value.kind == NodeKind::whole) {
            code = fields.whole(which, 1, 511, need).value_or(0);
            if (code > 0 && !core::writes_nothing(code))
                fields.diagnose(which, std::to_string(code) + " is no key that writes nothing; \"F13\" is 104");
        } else {
            const auto name = fields.text(which, label_limit, need);
            code = core::key_code(name).value_or(0);
            if (code == 0 && !name.empty())
                fields.diagnose(which, "\"" + name + "\" is no key that writes nothing; it must be as \"F13\", " +
                                           "\"Up\", \"PageDown\", \"Keypad Enter\", or the number that it sends");
        }
        if (code > 0 && std::ranges::find(taken, code) != taken.end())
            fields.diagnose(which, "is another one's key; each needs its own");
        taken.push_back(code);
        return code;
    };
    config.keys = {.up = key("up", Need::required),
                   .down = key("down", Need::required),
                   .left = key("left", Need::required),
                   .right = key("right", Need::required),
                   .choose = key("choose", Need::required),
                   .back = key("back", Need::optional)};
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
        line.sensitive = fields.truth("sensitive").value_or(false);
        for (const auto& tag : languages_of(*table))
            config.practice_by_tag.emplace(tag, config.practice);
        for (auto& [tag, own] : config.practice_by_tag) {
            auto& said = own.help_lines.emplace_back(line);
            if (find_entry(*table, tag))
                read_words(fields, "help", tag, diagnostics,
                           {{"name", &said.name}, {"reach", &said.reach}, {"detail", &said.detail}});
        }
        fields.finish();
        config.practice.help_lines.push_back(std::move(line));
    }
    // Whoever stands behind the one who asks reads the first ones first.
    const auto last_sensitive = [](std::vector<model::HelpLine>& lines) {
        std::stable_partition(lines.begin(), lines.end(), [](const model::HelpLine& line) { return !line.sensitive; });
    };
    last_sensitive(config.practice.help_lines);
    for (auto& [tag, own] : config.practice_by_tag)
        last_sensitive(own.help_lines);
}

KioskConfig read_config(const Node& root, const std::filesystem::path& home,
                        std::vector<std::filesystem::path> locale_folders, Diagnostics& diagnostics) {
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
    const auto lists = top.text("day_folder", path_limit, Need::optional);
    if (!lists.empty()) config.day_folder = (home / lists).lexically_normal();
    std::vector<std::string_view> themes{"day", "evening", "high-contrast"};
    auto theme = top.one_of("theme", themes, Need::optional);
    config.theme = themes.at(theme.value_or(0));
    locale_folders.insert(locale_folders.begin(), config.content_folder / "locale");
    auto tags = other_languages(locale_folders);
    tags.insert(tags.begin(), config.language);
    auto language = top.one_of("language", {tags.begin(), tags.end()}, Need::optional);
    config.language = tags.at(language.value_or(0));
    if (const Node* practice = top.table("practice")) {
        read_practice(*practice, config, diagnostics);
    } else {
        top.diagnose("practice",
                     "is missing; write [practice] and below it name = \"...\", what the practice is called");
    }
    if (const Node* backup = top.table("backup")) read_backup(*backup, home, config, diagnostics);
    if (const Node* printer = top.table("printer")) read_printer(*printer, home, config, diagnostics);
    if (const Node* signal = top.table("signal")) read_signal(*signal, home, config, diagnostics);
    if (const Node* keys = top.table("keys")) read_keys(*keys, config, diagnostics);
    read_help(top, config, diagnostics);
    top.finish();
    return config;
}

}

// A scheme, a colon and more (RFC 3986, 3), of what such an identifier is made of in searches too.
bool is_absolute_uri(std::string_view text) {
    const auto colon = text.find(':');
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_letter(text.front()))
        return false;
    return std::ranges::all_of(text, [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') ||
               std::string_view("-._~:/?#@!$&'()*+;=%").find(c) != std::string_view::npos;
    });
}

const model::Practice& practice_in(const KioskConfig& config, const std::string& tag) {
    const auto own = config.practice_by_tag.find(tag);
    return own == config.practice_by_tag.end() ? config.practice : own->second;
}

core::Result<KioskConfig> load_kiosk_config(const std::filesystem::path& kiosk_toml,
                                            const std::vector<std::filesystem::path>& more_locales) {
    Diagnostics diagnostics(kiosk_toml.string());
    KioskConfig config;
    if (auto root = read_toml(kiosk_toml, diagnostics)) {
        config = read_config(*root, kiosk_toml.parent_path(), more_locales, diagnostics);
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
