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

constexpr const char* spanish = "es";

std::optional<fs::path> compiled(const std::string& language, const std::vector<fs::path>& folders) {
    std::error_code failed;
    for (const auto& folder : folders)
        if (const auto file = folder / (language + ".mo"); fs::exists(file, failed)) return file;
    return std::nullopt;
}

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

}

std::vector<model::Locale> locales_of(const std::shared_ptr<const model::Content>& content, const KioskConfig& config,
                                      const std::vector<fs::path>& locale_folders, std::vector<std::string>& troubles) {
    const auto file = compiled(spanish, locale_folders);
    if (!file) {
        troubles.push_back("there is no Spanish catalogue (locale/es.mo), so the kiosk speaks English alone");
        return {};
    }
    auto catalogue = catalogue_in(*file);
    if (!catalogue) {
        troubles.push_back(catalogue.error().detail + "; the kiosk speaks English alone");
        return {};
    }
    auto in_spanish = std::make_shared<const model::Content>(translated(*content, **catalogue));
    return {{.language = model::Language::english,
             .catalogue = {},
             .content = content,
             .practice = std::make_shared<const model::Practice>(config.practice)},
            {.language = model::Language::spanish,
             .catalogue = std::move(*catalogue),
             .content = std::move(in_spanish),
             .practice = std::make_shared<const model::Practice>(config.practice_es)}};
}

std::shared_ptr<const core::Catalogue> spanish_words(const std::vector<fs::path>& locale_folders) {
    const auto file = compiled(spanish, locale_folders);
    auto catalogue = file ? catalogue_in(*file) : core::fail(core::ErrorCode::not_found, "");
    return catalogue ? std::move(*catalogue) : nullptr;
}

TranslationReport translation_of(const model::Content& content, const fs::path& folder,
                                 const std::vector<fs::path>& locale_folders) {
    std::error_code failed;
    const auto po = folder / "locale" / (std::string(spanish) + ".po");
    if (fs::exists(po, failed)) return report_of_po(content, po, "locale/es.po");
    const auto mo = compiled(spanish, locale_folders);
    if (!mo) return {};
    const auto messages = messages_in(*mo, mo->string());
    if (!messages) return {{messages.error().detail}, {}};
    return check_translation(content, *messages, {}, mo->string());
}

}
