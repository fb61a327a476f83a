#include "commands/score.hpp"
#include "content/forms/answers_file.hpp"
#include "content/forms/module_file.hpp"
#include "core/csv_cell.hpp"
#include "model/scoring/direction.hpp"
#include "model/scoring/scoring.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace commands {

namespace {

constexpr std::size_t flush_at = std::size_t{64} * 1024;

// Where one item's answer goes.
struct Use {
    std::size_t item = 0;
    std::size_t scale = 0;
    const model::Key* key = nullptr;
};

std::vector<Use> uses_of(const model::Module& module) {
    std::vector<Use> uses;
    for (std::size_t scale = 0; scale < module.scales.size(); ++scale) {
        for (const model::Key& key : module.scales[scale].keys) {
            const auto item = std::ranges::find(module.items, key.item, &model::Item::id);
            if (item != module.items.end())
                uses.push_back({static_cast<std::size_t>(item - module.items.begin()), scale, &key});
        }
    }
    return uses;
}

// Digits alone, never an exponent, and as few as read back to the same number.
void append_number(std::string& out, double number) {
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    out.append(digits.data(), end.ptr);
}

class ScoreSheet {
public:
    ScoreSheet(const model::Module& module, std::FILE* out)
        : m_module(module), m_uses(uses_of(module)), m_tallies(module.scales.size()), m_reversed(module.scales.size()),
          m_directions(module.scales.size()), m_out(out) {}

    void head(const std::vector<std::string>& carried) {
        for (const auto& name : carried)
            cell(name);
        for (const auto& scale : m_module.scales) {
            cell(scale.id.value);
            cell(scale.id.value + ".answered");
            cell(scale.id.value + ".se");
        }
        end_line();
    }

    core::Done row(const content::AnswersRow& row) {
        for (const auto carried : row.carried)
            cell(carried);
        tally(row.answers);
        for (std::size_t i = 0; i < m_tallies.size(); ++i) {
            const auto made = model::figures(m_module.scales[i], m_tallies[i]);
            number(made.value);
            cell(fmt::format_int(m_tallies[i].count).c_str());
            number(made.standard_error);
        }
        end_line();
        return m_text.size() < flush_at ? core::Done{} : write();
    }

    core::Done finish() {
        if (auto written = write(); !written) return written;
        return std::fflush(m_out) == 0 ? core::Done{} : not_written();
    }

    // The scales whose reversed items run against the others.
    std::vector<core::ScaleId> against() const {
        std::vector<core::ScaleId> scales;
        for (std::size_t i = 0; i < m_directions.size(); ++i)
            if (m_directions[i].runs_against()) scales.push_back(m_module.scales[i].id);
        return scales;
    }

private:
    void tally(std::span<const std::optional<int>> answers) {
        std::ranges::fill(m_tallies, model::Tally{});
        std::ranges::fill(m_reversed, model::Tally{});
        for (const Use& use : m_uses) {
            const auto answer = answers[use.item];
            if (!answer) {
                if (use.key->unanswered) m_tallies[use.scale].add_unanswered(*use.key->unanswered);
                continue;
            }
            const int value = model::counted(m_module, m_module.scales[use.scale], *use.key, *answer);
            m_tallies[use.scale].add(value);
            if (use.key->reversed) m_reversed[use.scale].add(value);
        }
        for (std::size_t i = 0; i < m_tallies.size(); ++i) {
            const auto &all = m_tallies[i], &reversed = m_reversed[i];
            if (reversed.count > 0 && reversed.count < all.count)
                m_directions[i].add(static_cast<double>(reversed.sum) / static_cast<double>(reversed.count),
                                    static_cast<double>(all.sum - reversed.sum) /
                                        static_cast<double>(all.count - reversed.count));
        }
    }
    void end_line() {
        m_text += '\n';
        m_begun = false;
    }
    void next() {
        if (std::exchange(m_begun, true)) m_text += ',';
    }
    void cell(std::string_view text) {
        next();
        core::append_csv_cell(m_text, text);
    }
    void number(const std::optional<double>& value) {
        next();
        if (value) append_number(m_text, *value);
    }
    core::Done write() {
        const bool whole = std::fwrite(m_text.data(), 1, m_text.size(), m_out) == m_text.size();
        m_text.clear();
        return whole ? core::Done{} : not_written();
    }
    static core::Done not_written() {
        return core::fail(core::ErrorCode::io, "the scores could not be written to standard output");
    }

    const model::Module& m_module;
    std::vector<Use> m_uses;
    std::vector<model::Tally> m_tallies;  // of the row at hand, one a scale
    std::vector<model::Tally> m_reversed; // of its reversed items alone
    std::vector<model::Direction> m_directions;
    std::FILE* m_out;
    std::string m_text;
    bool m_begun = false; // the line has a cell
};

// Two columns of one name could not be told apart by whoever reads the scores.
core::Done check_names(const model::Module& module, const content::AnswersFile& file, const std::string& path) {
    for (const auto& scale : module.scales) {
        for (const char* ending : {"", ".answered", ".se"}) {
            const auto name = scale.id.value + ending;
            if (std::ranges::find(file.carried(), name) != file.carried().end())
                return core::fail(core::ErrorCode::bad_content,
                                  fmt::format("{}:1: column {}: a column of the scores has this name", path, name));
        }
    }
    return {};
}

}

core::Result<ScoreDoubts> score_answers(const model::Module& module, const std::string& answers, std::FILE* out) {
    if (module.scales.empty())
        return core::fail(core::ErrorCode::bad_content, fmt::format("{}: has no scale to score", module.file));
    const auto file = content::AnswersFile::open(answers, module);
    if (!file) return core::pass(file.error());
    if (const auto fine = check_names(module, *file, answers); !fine) return core::pass(fine.error());
    const auto only_check = [](const content::AnswersRow&) { return core::Done{}; };
    if (const auto checked = file->read(only_check); !checked) return core::pass(checked.error());
    ScoreSheet sheet(module, out);
    sheet.head(file->carried());
    if (const auto scored = file->read([&](const content::AnswersRow& row) { return sheet.row(row); }); !scored)
        return core::pass(scored.error());
    if (const auto written = sheet.finish(); !written) return core::pass(written.error());
    return ScoreDoubts{sheet.against(), file->not_there()};
}

int run_score(const std::string& module_file, const std::string& answers) {
    constexpr int refused = 2;
    content::Diagnostics diagnostics(module_file);
    const auto module = content::read_module(module_file, diagnostics);
    for (const auto& line : diagnostics.lines())
        fmt::print(stderr, "sameside: {}\n", line);
    if (!module) return refused;
    const auto doubts = score_answers(*module, answers, stdout);
    if (!doubts) {
        fmt::print(stderr, "sameside: {}\n", doubts.error().detail);
        return refused;
    }
    for (const auto& item : doubts->not_there)
        fmt::print(stderr,
                   "sameside: note: no column is named {}, which decides what is asked; what depends on it is taken as "
                   "asked\n",
                   item.value);
    for (const auto& scale : doubts->against)
        fmt::print(
            stderr,
            "sameside: note: the reversed items of the scale {} run against its other items. Was {} {}? Then the "
            "form must say already_reversed = {}\n",
            scale.value, answers, module->already_reversed ? "never reversed" : "reversed already",
            !module->already_reversed);
    return 0;
}

}
