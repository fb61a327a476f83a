#include "content/words/locales.hpp"
#include "content/read/text_file.hpp"
#include "content/words/messages.hpp"
#include <cerrno>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace content {

namespace {

namespace fs = std::filesystem;

core::Result<std::shared_ptr<const core::Catalogue>> catalogue_in(const fs::path& file) {
    const auto bytes = catalogue_bytes(file);
    if (!bytes) return core::pass(bytes.error());
    return read_catalogue(*bytes, file.string());
}

// A file for another program to write, gone with this.
class Scratch {
public:
    Scratch() : m_name((fs::temp_directory_path() / "sameside-XXXXXX").string()) {
        const int file = ::mkstemp(m_name.data());
        if (file >= 0) ::close(file);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove(m_name, ignored);
    }
    const std::string& name() const { return m_name; }

private:
    std::string m_name;
};

// Runs msgfmt, whose own complaints go to stderr. False when it is not there or found the file unfit.
bool msgfmt(const fs::path& po, const std::string& into, bool with_fuzzy, std::string& why) {
    std::string program = "msgfmt", output = "--output-file=" + into, fuzzy = "--use-fuzzy", file = po.string();
    std::vector<char*> arguments{program.data(), output.data(), file.data()};
    if (with_fuzzy) arguments.push_back(fuzzy.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (const int failed = ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ);
        failed != 0) {
        why = "cannot be read without msgfmt; install the package gettext";
        return false;
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
    why = "is not a gettext catalogue: msgfmt refuses it";
    return false;
}

core::Result<std::vector<CatalogueEntry>> messages_in(const fs::path& mo, const std::string& name) {
    const auto bytes = catalogue_bytes(mo);
    if (!bytes) return core::pass(bytes.error());
    return messages_of(*bytes, name);
}

TranslationReport report_of_po(const model::Content& content, const fs::path& po, const std::string& name) {
    const Scratch sure, all;
    std::string why;
    if (!msgfmt(po, sure.name(), false, why) || !msgfmt(po, all.name(), true, why)) return {{name + ": " + why}, {}};
    const auto messages = messages_in(sure.name(), name), unsure = messages_in(all.name(), name);
    if (!messages) return {{messages.error().detail}, {}};
    if (!unsure) return {{unsure.error().detail}, {}};
    auto report = check_translation(content, *messages, *unsure, name);
    Diagnostics diagnostics(name);
    const auto text = read_text(po, diagnostics);
    const auto strange = text ? strange_letters_of(*text, name) : diagnostics.lines();
    report.faults.insert(report.faults.end(), strange.begin(), strange.end());
    return report;
}

core::Result<model::Locale> locale_of(const std::string& tag, const model::Content& content, const KioskConfig& config,
                                      const std::vector<fs::path>& locale_folders) {
    auto about = locale_file(tag, locale_folders);
    if (!about) return core::pass(about.error());
    auto catalogue = catalogue_of(tag, locale_folders);
    if (!catalogue) return core::pass(catalogue.error());
    auto in_its_words = translated(content, **catalogue);
    in_its_words.language = tag;
    return model::Locale{.language = {tag},
                         .catalogue = std::move(*catalogue),
                         .content = std::make_shared<const model::Content>(std::move(in_its_words)),
                         .practice = std::make_shared<const model::Practice>(practice_in(config, tag)),
                         .name = std::move(about->name),
                         .keyboard = std::move(about->keyboard),
                         .small_words =
                             std::make_shared<const std::set<std::string, std::less<>>>(std::move(about->small_words))};
}

}

std::vector<model::Locale> locales_of(const std::shared_ptr<const model::Content>& content, const KioskConfig& config,
                                      const std::vector<fs::path>& locale_folders, std::vector<std::string>& troubles) {
    std::vector<model::Locale> locales{{.language = {},
                                        .catalogue = {},
                                        .content = content,
                                        .practice = std::make_shared<const model::Practice>(config.practice)}};
    for (const auto& tag : other_languages(locale_folders)) {
        auto locale = locale_of(tag, *content, config, locale_folders);
        if (locale)
            locales.push_back(std::move(*locale));
        else
            troubles.push_back(locale.error().detail + "; the kiosk does not speak \"" + tag + "\"");
    }
    if (locales.size() > 1) return locales;
    troubles.emplace_back(
        "there is no other language that can be used (locale/*.mo), so the kiosk speaks English alone");
    return {};
}

core::Result<std::shared_ptr<const core::Catalogue>> catalogue_of(const std::string& tag,
                                                                  const std::vector<fs::path>& locale_folders) {
    const auto file = first_in(locale_folders, tag + ".mo");
    if (!file) return core::fail(core::ErrorCode::not_found, "there is no catalogue locale/" + tag + ".mo");
    return catalogue_in(*file);
}

core::Result<LocaleFile> locale_file(const std::string& tag, const std::vector<fs::path>& locale_folders) {
    const auto file = first_in(locale_folders, tag + ".toml");
    if (file) return read_locale(*file);
    return core::fail(core::ErrorCode::not_found,
                      "there is no locale/" + tag + ".toml, which says the language's name and keyboard");
}

TranslationReport translation_of(const model::Content& content, const fs::path& folder,
                                 const std::vector<fs::path>& locale_folders) {
    TranslationReport all;
    const auto add = [&](const TranslationReport& report) {
        all.faults.insert(all.faults.end(), report.faults.begin(), report.faults.end());
        all.notes.insert(all.notes.end(), report.notes.begin(), report.notes.end());
    };
    for (const auto& tag : other_languages(locale_folders)) {
        if (const auto po = first_in({folder / "locale"}, tag + ".po")) {
            add(report_of_po(content, *po, "locale/" + tag + ".po"));
        } else if (const auto mo = first_in(locale_folders, tag + ".mo")) {
            const auto messages = messages_in(*mo, mo->string());
            add(messages ? check_translation(content, *messages, {}, mo->string())
                         : TranslationReport{{messages.error().detail}, {}});
        }
    }
    return all;
}

}
