#include "content/forms/article_file.hpp"
#include "content/read/fields.hpp"
#include "content/read/letters.hpp"
#include "content/read/text_file.hpp"
#include "core/utf8.hpp"
#include <functional>
#include <md4c.h>

namespace content {

namespace {

using model::BlockKind;

// Gathers what the Markdown parser reports. The parser gives no line numbers, but its texts point into the source:
// a fault waits for the next text and takes the line of that.
class Builder {
public:
    Builder(const std::string& source, Diagnostics& diagnostics) : m_source(source), m_complaints(diagnostics) {}

    void enter_block(MD_BLOCKTYPE type, void* detail);
    void leave_block(MD_BLOCKTYPE type);
    void enter_span(MD_SPANTYPE type, void* detail);
    void leave_span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view words);
    model::Article finish();

private:
    void refuse(std::string_view what) { m_waiting.push_back(std::string(what)); }
    void flush();
    void begin(BlockKind kind);
    void end();
    void add(std::string_view words);
    void take_picture(const MD_ATTRIBUTE& source);

    const std::string& m_source;
    Diagnostics& m_complaints;
    model::Article m_article;
    model::Block m_block;
    std::vector<std::string> m_waiting;
    int m_line = 1;
    int m_lists = 0;
    bool m_in_item = false;
    bool m_in_title = false;
    bool m_in_picture = false;
    bool m_has_picture = false; // the paragraph at hand holds the picture
    bool m_bold = false;
};

void Builder::flush() {
    for (const std::string& rule : m_waiting)
        m_complaints.add(m_line, "", rule);
    m_waiting.clear();
}

void Builder::begin(BlockKind kind) {
    m_block = {kind, {}};
    m_has_picture = false;
    if (m_article.title.empty()) refuse("comes before the title; the first line must be \"# \" and the title");
}

void Builder::end() {
    if (m_has_picture && !m_block.spans.empty()) refuse("a picture stands alone, with an empty line below it");
    if (!m_block.spans.empty()) m_article.blocks.push_back(std::move(m_block));
    m_block = {};
}

void Builder::add(std::string_view words) {
    if (words.empty()) return;
    if (m_block.spans.empty() || m_block.spans.back().bold != m_bold) m_block.spans.push_back({"", m_bold});
    m_block.spans.back().text += words;
}

void Builder::take_picture(const MD_ATTRIBUTE& source) {
    m_in_picture = true;
    std::string name(source.text, source.size);
    bool at_top = m_article.blocks.empty() && m_block.kind == BlockKind::paragraph && m_block.spans.empty();
    if (m_in_title || m_in_item || !at_top || !m_article.picture.empty()) {
        refuse("an article has one picture, right below its title");
    } else if (!is_id(name)) {
        refuse("the picture " + in_quotes(name) + " must be named with a-z, 0-9 and - only, a letter first");
    } else {
        m_article.picture = name;
        m_has_picture = true;
    }
}

void Builder::enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
    case MD_BLOCK_H: {
        unsigned level = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        if (level == 1) {
            if (!m_article.title.empty()) refuse("an article has one title; write \"## \" for a heading");
            m_in_title = true;
            m_block = {BlockKind::heading, {}};
            return;
        }
        if (level > 2) refuse("only \"## \" headings are allowed below the title");
        begin(BlockKind::heading);
        return;
    }
    case MD_BLOCK_P:
        if (!m_in_item) begin(BlockKind::paragraph);
        return;
    case MD_BLOCK_UL:
        if (++m_lists > 1) refuse("a list inside a list is not allowed");
        return;
    case MD_BLOCK_LI:
        if (m_in_item) end();
        m_in_item = true;
        begin(BlockKind::bullet);
        return;
    case MD_BLOCK_OL:
        ++m_lists;
        refuse("a numbered list is not allowed; use \"- \" bullets");
        return;
    case MD_BLOCK_QUOTE:
        refuse("a quotation is not allowed");
        return;
    case MD_BLOCK_HR:
        refuse("a rule across the page is not allowed");
        return;
    case MD_BLOCK_CODE:
        refuse("code is not allowed; start the line at the left margin");
        return;
    case MD_BLOCK_HTML:
        refuse("HTML is not allowed");
        return;
    case MD_BLOCK_TABLE:
        refuse("a table is not allowed");
        return;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return;
    }
}

void Builder::leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --m_lists;
    if (type == MD_BLOCK_LI) {
        end();
        m_in_item = false;
    }
    if (type == MD_BLOCK_P && !m_in_item) end();
    if (type != MD_BLOCK_H) return;
    if (!m_in_title) {
        end();
        return;
    }
    m_in_title = false;
    if (!m_article.title.empty()) return;
    for (const model::Span& span : m_block.spans)
        m_article.title += span.text;
    if (!m_article.blocks.empty()) refuse("the title must be the first line");
    m_block = {};
}

void Builder::enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
    case MD_SPAN_STRONG:
        m_bold = true;
        return;
    case MD_SPAN_IMG:
        take_picture(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
        return;
    case MD_SPAN_EM:
        refuse("slanted text is not allowed; use **bold**");
        return;
    case MD_SPAN_A:
        refuse("a link is not allowed: the kiosk has nowhere to go");
        return;
    case MD_SPAN_CODE:
        refuse("code is not allowed");
        return;
    case MD_SPAN_DEL:
        refuse("struck-out text is not allowed");
        return;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
        refuse("formulas are not allowed");
        return;
    case MD_SPAN_WIKILINK:
        refuse("a link is not allowed: the kiosk has nowhere to go");
        return;
    case MD_SPAN_U:
        refuse("underlined text is not allowed; use **bold**");
        return;
    }
}

void Builder::leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_STRONG) m_bold = false;
    if (type == MD_SPAN_IMG) m_in_picture = false;
}

void Builder::text(MD_TEXTTYPE type, std::string_view words) {
    // std::less orders pointers of different objects too: some texts are the parser's own.
    std::less<const char*> before;
    const char* end = m_source.data() + m_source.size();
    if (!before(words.data(), m_source.data()) && before(words.data(), end)) {
        m_line = line_at(m_source, static_cast<std::size_t>(words.data() - m_source.data()));
    }
    flush();
    switch (type) {
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
        if (!m_in_picture) add(words);
        break;
    case MD_TEXT_SOFTBR:
        if (!m_in_picture) add(" ");
        break;
    case MD_TEXT_NULLCHAR:
        m_complaints.add(m_line, "", "has a NUL byte; only text is allowed");
        break;
    case MD_TEXT_BR:
        m_complaints.add(m_line, "", "a forced line break is not allowed; leave a line empty");
        break;
    case MD_TEXT_ENTITY:
        m_complaints.add(m_line, "", in_quotes(words) + " is HTML; write the character itself");
        break;
    case MD_TEXT_HTML:
        m_complaints.add(m_line, "", "HTML is not allowed");
        break;
    }
}

model::Article Builder::finish() {
    flush();
    if (m_article.title.empty()) m_complaints.add(1, "", "has no title; the first line must be \"# \" and the title");
    if (core::utf8::length(m_article.title) > title_limit.characters) {
        m_complaints.add(1, "", "the title is longer than 80 characters");
    }
    if (m_article.blocks.empty()) m_complaints.add(m_line, "", "has nothing to read below the title");
    return std::move(m_article);
}

Builder& builder(void* user) {
    return *static_cast<Builder*>(user);
}

void parse(const std::string& text, Builder& into) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        builder(user).enter_block(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        builder(user).leave_block(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        builder(user).enter_span(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        builder(user).leave_span(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* user) {
        builder(user).text(type, {words, size});
        return 0;
    };
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &into);
}

}

std::optional<model::Article> article_from(const std::string& text, const core::ArticleId& id,
                                           Diagnostics& diagnostics) {
    std::size_t before = diagnostics.count();
    if (text.size() > article_limit) {
        diagnostics.add(1, "", "is longer than 20000 bytes; an article is one or two pages");
        return std::nullopt;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) >= 0x20 || text[at] == '\n') continue;
        diagnostics.add(line_at(text, at), "", "has a tab or a control character");
        return std::nullopt;
    }
    check_letters(text, diagnostics);
    Builder gathered(text, diagnostics);
    parse(text, gathered);
    model::Article article = gathered.finish();
    article.id = id;
    if (diagnostics.count() > before) return std::nullopt;
    return article;
}

}
