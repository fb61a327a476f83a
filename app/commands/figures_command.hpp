// `sameside figures`: the practice's own figures, for the cases that a therapist can read. The kiosk must not be
// running, for it holds the data. The passphrase is asked at the terminal, never taken from arguments; wrong ones are
// counted and waited for as on the kiosk's own screen, and what was read and written stands in the audit log.
#pragma once
#include "core/result.hpp"
#include "core/secret.hpp"
#include "model/case/practice_figures.hpp"
#include "model/form/locale.hpp"
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

namespace commands {

struct FiguresPlan {
    std::filesystem::path data_folder;
    std::filesystem::path to; // a folder that is there
    std::string therapist;    // the name; empty where there is one
    bool with_private = false;
    bool sem = false;     // print what a form's file says its own error with
    model::Locale locale; // what the words are written in
    std::vector<model::Locale> locales;
};

struct FiguresOptions {
    std::string to, therapist;
    bool with_private = false, sem = false;
};
CLI::App* add_figures_command(CLI::App& app, FiguresOptions& options);

// "figures.csv", "figures items.csv" and "figures.pdf", whole or not at all; older ones are replaced. Fails with
// not_found for a folder or a therapist that is not there; with wrong_secret or throttled; as open_practice() and the
// writers do.
struct Figured {
    std::vector<std::filesystem::path> files;
    std::shared_ptr<const model::PracticeFigures> figures;
};
[[nodiscard]] core::Result<Figured> write_figures(const FiguresPlan& plan, const core::SecretText& passphrase);

// Asks for the passphrase, writes, and prints the files' names, after them the lines for forms where these are wanted.
// 0; 1 when something could not be opened, which is said on standard error; or 2 with one line there.
int run_figures(const FiguresPlan& plan);

}
