// An article of any content is read or complained of; what is read has a title and something below it.
#include "content/forms/article_file.hpp"
#include "content/read/text_file.hpp"
#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const fuzz::MemoryFile file(bytes, size);
    content::Diagnostics diagnostics("fuzz.md");
    const auto text = content::read_text(file.path(), diagnostics);
    const auto article = text ? content::article_from(*text, {"fuzz"}, diagnostics) : std::nullopt;
    fuzz::must(article.has_value() == diagnostics.empty());
    fuzz::must(!article || (!article->title.empty() && !article->blocks.empty()));
    return 0;
}
