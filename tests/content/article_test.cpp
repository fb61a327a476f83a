#include "a_content_folder.hpp"

using namespace content_tests;
using model::BlockKind;

namespace {

std::vector<std::string> complaints_about(std::string_view article) {
    ContentFolder folder;
    folder.write("articles/hello.md", article);
    return folder.diagnostics();
}

}

TEST_CASE("an article becomes a title, a picture and blocks") {
    ContentFolder folder;
    folder.write("articles/hello.md", "# The title\n\n![two boats](boats)\n\nOne **strong** word\nand more.\n\n"
                                      "## A part\n\n- First\n- **Second** one\n\n- Third\n\nLast.\n");
    CHECK(folder.diagnostics().empty());
    model::Article article = folder.load().articles.at(0);
    CHECK(article.title == "The title");
    CHECK(article.picture == "boats");
    REQUIRE(article.blocks.size() == 6);
    CHECK(article.blocks[0].kind == BlockKind::paragraph);
    REQUIRE(article.blocks[0].spans.size() == 3);
    CHECK(article.blocks[0].spans[1].text == "strong");
    CHECK(article.blocks[0].spans[1].bold);
    CHECK(article.blocks[0].spans[2].text == " word and more.");
    CHECK(article.blocks[1].kind == BlockKind::heading);
    CHECK(article.blocks[3].kind == BlockKind::bullet);
    CHECK(article.blocks[3].spans[0].bold);
    CHECK(article.blocks[4].spans[0].text == "Third");
    CHECK(article.blocks[5].kind == BlockKind::paragraph);
}

TEST_CASE("markup the screen cannot show is a complaint with its line") {
    const std::vector<std::pair<const char*, const char*>> refused{
        {"# T\n\nSee [this](http://example.org).\n", "hello.md:3: a link is not allowed"},
        {"# T\n\nSee http://example.org now.\n", "hello.md:3: a link is not allowed"},
        {"# T\n\n<b>Loud</b> text.\n", "hello.md:3: HTML is not allowed"},
        {"# T\n\nText.\n\n<div>\nblock\n</div>\n", "hello.md:5: HTML is not allowed"},
        {"# T\n\nText.\n\n![late](late)\n", "one picture, right below its title"},
        {"# T\n\n![a](one)\n\n![b](two)\n\nText.\n", "one picture, right below its title"},
        {"# T\n\n![a](one) and words\n", "a picture stands alone"},
        {"# T\n\n![a](../one.png)\n\nText.\n", "the picture \"../one.png\" must be named"},
        {"# T\n\n| a | b |\n|---|---|\n| c | d |\n", "a table is not allowed"},
        {"# T\n\n1. one\n2. two\n", "a numbered list is not allowed"},
        {"# T\n\n- one\n    - two\n", "a list inside a list is not allowed"},
        {"# T\n\n> said\n", "a quotation is not allowed"},
        {"# T\n\nabove\n\n---\n\nbelow\n", "a rule across the page is not allowed"},
        {"# T\n\nText.\n\n    code\n", "code is not allowed"},
        {"# T\n\nSome `code`.\n", "code is not allowed"},
        {"# T\n\nSome *slanted* text.\n", "slanted text is not allowed"},
        {"# T\n\nA &amp; B.\n", "write the character itself"},
        {"# T\n\n### Deep\n\nText.\n", "only \"## \" headings are allowed"},
        {"# T\n\nText.\n\n# Again\n", "an article has one title"},
        {"Text.\n\n# T\n", "comes before the title"},
        {"Only text.\n", "has no title"},
        {"# T\n", "has nothing to read below the title"},
        {"# T\n\nline  \nbreak\n", "a forced line break is not allowed"},
        {"# T\n\na\tb\n", "hello.md:3: has a tab or a control character"},
    };
    for (const auto& [text, complaint] : refused) {
        CAPTURE(text);
        auto lines = complaints_about(text);
        CAPTURE((lines.empty() ? std::string() : lines.front()));
        CHECK(one_says(lines, complaint));
    }
}

TEST_CASE("the list of articles and the folder must agree") {
    ContentFolder folder;
    folder.write("articles/extra.md", "# Extra\n\nText.\n");
    CHECK(one_says(folder.diagnostics(), "articles/articles.toml:1: articles: does not list \"extra\""));
    folder.remove("articles/extra.md");
    folder.write("articles/articles.toml", "articles = [\"hello\", \"gone\"]\n");
    CHECK(one_says(folder.diagnostics(), "articles/gone.md:1: the file is missing"));
    CHECK(folder.load().articles.size() == 1);
    folder.write("articles/articles.toml", "articles = [\"hello\", \"hello\"]\n");
    CHECK(one_says(folder.diagnostics(), "names \"hello\" twice"));
    folder.write("articles/articles.toml", "articles = [\"../packets\"]\n");
    CHECK(one_says(folder.diagnostics(), "must be a list of ids"));
}
