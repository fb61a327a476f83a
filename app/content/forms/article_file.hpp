// Articles are Markdown: one "# Title", an optional "![what it shows](name)" right below it, then "## headings",
// paragraphs, bullets and **bold**. Anything else is refused: the screen could not show it.
#pragma once
#include "content/read/diagnostics.hpp"
#include "model/form/module.hpp"
#include <optional>

namespace content {

inline constexpr std::size_t article_limit = 20'000; // bytes

std::optional<model::Article> article_from(const std::string& text, const core::ArticleId& id,
                                           Diagnostics& diagnostics);

}
