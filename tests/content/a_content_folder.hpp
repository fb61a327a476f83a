// A content folder of its own under the system's temporary folder, removed with the object. It starts with nothing
// wrong in it: one module, one joint module, one packet, one article.
#pragma once
#include "content/forms/content.hpp"
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace content_tests {

inline const std::string plain_head = R"(id = "plain"
title = "Plain"
intro = "A few statements."
rights = "Ours."
version = "1"
)";

inline const std::string three_choices = R"(
[[response]]
id = "agree"
choices = [{ value = 1, label = "No" }, { value = 2, label = "Perhaps" }, { value = 3, label = "Yes" }]
)";

inline const std::string two_items = R"(
[[item]]
id = "first"
kind = "choice"
text = "We talk."
response = "agree"
scored = true

[[item]]
id = "second"
kind = "choice"
text = "We listen."
response = "agree"
)";

inline const std::string one_scale = R"(
[[scale]]
id = "talk"
title = "Talk"
method = "mean"
minimum = 1
maximum = 3
least_answered = 2
uncertainty = "own_mean"
error_floor = { value = 0.5, source = "A study" }
low_means = "Quiet"
high_means = "Open"
keys = [{ item = "first" }, { item = "second", reversed = true }]
)";

inline const std::string joint_module = R"(id = "ours"
title = "Ours"
intro = "Write together."
joint = true
rights = "Ours."
version = "1"

[[item]]
id = "statement"
kind = "long_text"
text = "What do we stand for?"
max_bytes = 1000
)";

inline const std::string packets = R"(secrets_policy = "Private answers stay with your therapist."

[[packet]]
id = "usual"
title = "Usual"
modules = ["plain"]
joint_module = "ours"
)";

class ContentFolder {
public:
    ContentFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sameside-content-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
        write("modules/plain.toml", plain_head + three_choices + two_items + one_scale);
        write("modules/ours.toml", joint_module);
        write("packets.toml", packets);
        write("articles/articles.toml", "articles = [\"hello\"]\n");
        write("articles/hello.md", "# Hello\n\nA short text.\n");
    }
    ContentFolder(const ContentFolder&) = delete;
    ContentFolder& operator=(const ContentFolder&) = delete;
    ~ContentFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    const std::filesystem::path& path() const { return m_path; }
    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((m_path / name).parent_path());
        std::ofstream out(m_path / name, std::ios::binary);
        out << text;
        REQUIRE(out.good());
    }
    void remove(const std::string& name) const { std::filesystem::remove_all(m_path / name); }
    model::Content load() const {
        auto loaded = content::load(m_path);
        REQUIRE(loaded.has_value());
        return *loaded;
    }
    std::vector<std::string> diagnostics() const {
        auto checked = content::check(m_path);
        REQUIRE(checked.has_value());
        return *checked;
    }

private:
    std::filesystem::path m_path;
};

// `text` with the first `from` replaced; fails when it is not there.
std::string with(std::string text, std::string_view from, std::string_view to);

bool one_says(const std::vector<std::string>& lines, std::string_view words);

// The folder with the shipped content: where the tests are told it is, else in the source tree.
std::filesystem::path shipped_content();

}
