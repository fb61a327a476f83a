// A module file of any content loads or complains; what loads can be scored.
#include "content/forms/module_file.hpp"
#include "input.hpp"
#include "model/scoring/scoring.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile file(bytes, size);
    content::Diagnostics diagnostics("fuzz.toml");
    const auto module = content::read_module(file.path(), diagnostics);
    fuzz::must(module.has_value() == diagnostics.empty());
    for (const auto& line : diagnostics.lines())
        fuzz::must(line.find('\n') == std::string::npos);
    if (!module) return 0;
    model::Answers answers;
    for (const auto& scale : module->scales)
        for (const auto& key : scale.keys)
            answers[{module->id, key.item}] = model::Chosen{scale.maximum};
    fuzz::must(model::score_all(*module, answers).size() == module->scales.size());
    return 0;
}
