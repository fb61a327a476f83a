// A compiled catalogue of any content is read or called damaged; what is read answers every question put to it.
#include "content/words/catalogue_file.hpp"
#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::span<const char> file(reinterpret_cast<const char*>(bytes), size);
    const auto catalogue = content::read_catalogue(file, "fuzz.mo");
    const auto messages = content::messages_of(file, "fuzz.mo");
    fuzz::must(catalogue || !catalogue.error().detail.empty());
    if (!catalogue || !messages) return 0;
    for (const auto& message : *messages) {
        const auto* found = (*catalogue)->find(message.context.c_str(), message.english.c_str());
        fuzz::must(found == nullptr || std::string(found).size() <= size);
        for (const int count : {0, 1, 2, 5, -1})
            (*catalogue)->find(message.context.c_str(), message.english.c_str(), count);
    }
    (*catalogue)->find("screen.none", "No such words");
    return 0;
}
