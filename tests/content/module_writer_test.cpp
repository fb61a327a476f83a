// A form that is written as a file reads back as the same form.
#include "content/forms/content.hpp"
#include "content/forms/module_file.hpp"
#include "content/forms/module_writer.hpp"
#include <doctest/doctest.h>

TEST_CASE("every shipped form that is written out reads back whole") {
    const auto content = content::load(SAMESIDE_SOURCE_DIR "/content");
    REQUIRE(content);
    REQUIRE(content->modules.size() > 10);
    for (auto [id, module] : content->modules) {
        CAPTURE(id.value);
        content::WrittenModule written;
        written.module = module;
        const auto toml = content::to_toml(written);
        content::Diagnostics diagnostics(module.file);
        const auto root = content::parse_toml(toml, diagnostics);
        const auto read = root ? content::module_from(*root, id.value, diagnostics) : std::nullopt;
        for (const auto& line : diagnostics.lines())
            MESSAGE(line);
        REQUIRE(read);
        CHECK(*read == module);
    }
}
