// Reading and checking all content, as every start does, and scoring a large file of answers.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "commands/score.hpp"
#include "content/forms/module_file.hpp"
#include "content/keys_only.hpp"
#include <fmt/format.h>
#include <fstream>
#include <random>

namespace bench {

namespace {

constexpr int rows = 51'491, items = 36; // as many people as answered a public form of this length

core::Done write_answers(const std::filesystem::path& file) {
    std::mt19937 dice(4711);
    std::string text;
    for (int item = 1; item <= items; ++item)
        text += fmt::format("{}Q{}", item == 1 ? "" : ",", item);
    text += "\r\n";
    for (int row = 0; row < rows; ++row)
        for (int item = 1; item <= items; ++item) {
            const auto thrown = dice() % 100;
            text += fmt::format("{}{}", thrown < 3 ? 0 : 1 + thrown % 5, item == items ? "\r\n" : ",");
        }
    std::ofstream out(file, std::ios::binary);
    out << text;
    if (!out.flush()) return core::fail(core::ErrorCode::io, file.string());
    return {};
}

core::Done measure_scoring(const Options& options) {
    const auto file = options.data / "answers.csv";
    if (const auto done = write_answers(file); !done) return done;
    content::Diagnostics complaints("bonds-36.toml");
    const auto root = content::parse_toml(content_tests::bonds_36(), complaints);
    const auto form = root ? content::module_from(*root, "", complaints) : std::nullopt;
    if (!form) return core::fail(core::ErrorCode::bad_content, complaints.lines().front());
    const double before = most_memory();
    std::vector<double> taken;
    for (int i = 0; i < (options.quick ? 2 : 9); ++i) {
        std::FILE* out = std::fopen("/dev/null", "w");
        if (out == nullptr) return core::fail(core::ErrorCode::io, "/dev/null");
        const auto began = Clock::now();
        const auto scored = commands::score_answers(*form, file.string(), out);
        taken.push_back(milliseconds(Clock::now() - began));
        std::fclose(out);
        if (!scored) return core::pass(scored.error());
    }
    print({"scoring 51,491 rows of 36 items", fmt::format("{:.0f} ms", median(taken)), "400 ms", median(taken) < 400,
           fmt::format("median of {}, CSV in, scores to /dev/null, one thread; memory grew by {:.1f} MiB", taken.size(),
                       most_memory() - before)});
    return {};
}

}

core::Done forms(const Options& options) {
    std::vector<double> taken;
    for (int i = 0; i < (options.quick ? 5 : 50); ++i) {
        const auto began = Clock::now();
        if (const auto content = shipped_content(); !content) return core::pass(content.error());
        taken.push_back(milliseconds(Clock::now() - began));
    }
    print({"loading and checking all content", fmt::format("{:.1f} ms", median(taken)), "20 ms", median(taken) < 20,
           fmt::format("median of {} (first {:.1f}), all shipped forms, packets and articles, files in memory",
                       taken.size(), taken.front())});
    std::error_code error;
    std::filesystem::create_directories(options.data, error);
    return measure_scoring(options);
}

}
