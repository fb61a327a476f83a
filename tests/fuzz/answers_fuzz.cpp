// A file of answers is read to its end twice alike, or refused.
#include "content/forms/answers_file.hpp"
#include "content/forms/module_file.hpp"
#include "core/csv_cell.hpp"
#include "input.hpp"

namespace {

const model::Module& form() {
    static const model::Module module = [] {
        content::Diagnostics diagnostics("form.toml");
        const auto root = content::parse_toml(R"(id = "form"
title = "Form"
keys_only = true
rights = "Keys alone."
version = "1"
items = ["A", "B", "C"]
not_scored = ["C"]
missing = [0, "NA"]
[[scale]]
id = "s"
title = "S"
method = "mean"
minimum = 1
maximum = 12
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
keys = [{ item = "A" }, { item = "B", reversed = true }]
)",
                                              diagnostics);
        auto read = content::module_from(*root, "", diagnostics);
        fuzz::must(read.has_value());
        return *read;
    }();
    return module;
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile memory(bytes, size);
    const auto file = content::AnswersFile::open(memory.path(), form());
    if (!file) return 0;
    std::size_t rows[2] = {0, 0};
    bool whole[2] = {false, false};
    for (const int round : {0, 1}) {
        const auto done = file->read([&](const content::AnswersRow& row) -> core::Done {
            ++rows[round];
            fuzz::must(row.carried.size() == file->carried().size() && row.answers.size() == 3);
            for (const auto& answer : row.answers)
                fuzz::must(!answer || (*answer >= 1 && *answer <= 12));
            std::string cells;
            for (const auto cell : row.carried)
                core::append_csv_cell(cells, cell);
            return {};
        });
        whole[round] = done.has_value();
    }
    fuzz::must(rows[0] == rows[1] && whole[0] == whole[1]);
    return 0;
}
