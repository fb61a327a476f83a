// A module file of any content loads or complains; what loads can be scored.
#include "content/module_file.hpp"
#include "input.hpp"
#include "model/scoring.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile file(bytes, size);
    content::Complaints complaints("fuzz.toml");
    const auto module = content::read_module(file.path(), complaints);
    fuzz::must(module.has_value() == complaints.empty());
    for (const auto& line : complaints.lines())
        fuzz::must(line.find('\n') == std::string::npos);
    if (!module) return 0;
    model::Answers answers;
    for (const auto& scale : module->scales)
        for (const auto& key : scale.keys)
            answers[{module->id, key.item}] = model::Chosen{scale.maximum};
    fuzz::must(model::score_all(*module, answers).size() == module->scales.size());
    return 0;
}
