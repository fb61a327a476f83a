#include "commands/import_form.hpp"
#include "commands/terminal.hpp"
#include "content/fhir/import.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>

namespace commands {

namespace {

namespace fs = std::filesystem;

bool write_all(std::FILE* out, const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), out) == text.size() && std::fflush(out) == 0;
}

int refuse_all(const content::JsonFaults& faults) {
    for (const auto& line : faults.lines())
        fmt::print(stderr, "sameside: {}\n", line);
    return usage_error;
}

int write_new(const fs::path& file, const std::string& text) {
    std::FILE* out = std::fopen(file.c_str(), "wx");
    if (out == nullptr && errno == EEXIST)
        return refuse(fmt::format("--to {}: is there already, and a form is never overwritten", file.string()));
    if (out == nullptr && errno == ENOENT)
        return refuse(
            fmt::format("--to {}: there is no folder {}; make it first", file.string(), file.parent_path().string()));
    if (out == nullptr) return refuse(fmt::format("--to {}: {}", file.string(), std::strerror(errno)));
    const bool written = write_all(out, text);
    if (std::fclose(out) == 0 && written) return 0;
    std::error_code ignored;
    fs::remove(file, ignored);
    return refuse(fmt::format("--to {}: could not be written whole; nothing is left of it", file.string()));
}

void say_what_is_next(const ImportPlan& plan, const std::string& id) {
    if (plan.to.empty()) {
        fmt::print(stderr, "the form: its file must be named {}.toml\n", id);
    } else {
        fmt::print(stderr, "written: {}\n", plan.to);
    }
    fmt::print(stderr,
               "next: write in it by what right you use the form (rights) and what it asks (intro); name {} in "
               "a packet of packets.toml; run sameside content check\n",
               id);
}

// The words that the file has in other languages, each beside the form, for that language's catalogue.
int write_catalogues(const ImportPlan& plan, const std::map<std::string, std::string>& catalogues) {
    for (const auto& [language, catalogue] : catalogues) {
        if (plan.to.empty()) {
            fmt::print(stderr, "the form: its words in the language {} are written with --to\n", language);
            continue;
        }
        const auto file = fs::path(plan.to).replace_extension(language + ".po");
        if (const int failed = write_new(file, catalogue); failed != 0) return failed;
        fmt::print(stderr,
                   "written: {}: the form's words in this language; bring them into its catalogue with msgcat "
                   "--use-first -o locale/{}.po locale/{}.po {}\n",
                   file.string(), language, language, file.string());
    }
    return 0;
}

}

int run_import(const ImportPlan& plan) {
    content::FhirWishes wishes{.is_private = plan.is_private, .id = ""};
    const fs::path to = plan.to;
    if (!plan.to.empty()) {
        wishes.id = to.stem().string();
        if (to.extension() != ".toml" || !content::is_id(wishes.id))
            return refuse(
                fmt::format("--to {}: the file must be named with a-z, 0-9 and -, a letter first, and end in .toml",
                            content::shown(plan.to)));
    }
    for (const auto& file : plan.value_sets) {
        content::JsonFaults unread(file);
        auto sets = content::read_json(file, unread);
        if (!sets) return refuse_all(unread);
        wishes.value_sets.push_back(std::move(*sets));
    }
    content::JsonFaults faults(plan.file);
    const auto made = content::import_fhir(plan.file, wishes, faults);
    if (!made) return refuse_all(faults);
    if (plan.to.empty() && !write_all(stdout, made->toml))
        return refuse("the form could not be written to standard output");
    if (const int failed = plan.to.empty() ? 0 : write_new(to, made->toml); failed != 0) return failed;
    for (const auto& line : made->lost)
        fmt::print(stderr, "{}\n", line);
    say_what_is_next(plan, made->id.value);
    return write_catalogues(plan, made->catalogues);
}

}
