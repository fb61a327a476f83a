#include "content/fhir/plain_words.hpp"
#include "content/fhir/questionnaire.hpp"
#include "core/normal_form.hpp"
#include <algorithm>
#include <array>
#include <charconv>

namespace content {

namespace {

constexpr std::string_view rendering = "http://hl7.org/fhir/StructureDefinition/rendering-";
// What is looked through for the other end of something: a hostile text would ask for that at each of its letters.
constexpr std::size_t longest_tag = 500, longest_remark = 1'000, longest_link = 1'000, most_marks = 50;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_figure(char c) {
    return c >= '0' && c <= '9';
}
bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool is_of_a_word(char c) {
    return is_letter(c) || is_figure(c) || static_cast<unsigned char>(c) >= 128;
}

// The elements that a text of HTML has; another word behind "<" is no tag.
constexpr std::array<std::string_view, 46> elements{
    "a",   "abbr", "b",     "big",   "blockquote", "body", "br",     "center", "code", "dd",     "div",    "dl",
    "dt",  "em",   "font",  "h1",    "h2",         "h3",   "h4",     "h5",     "h6",   "head",   "hr",     "html",
    "i",   "img",  "li",    "ol",    "p",          "pre",  "script", "small",  "span", "strike", "strong", "style",
    "sub", "sup",  "table", "tbody", "td",         "th",   "thead",  "tr",     "u",    "ul"};
// Between these and what stands beside them there is a blank at least.
constexpr std::array<std::string_view, 20> apart{"br", "p",  "div", "li", "td",         "th", "tr", "h1", "h2", "h3",
                                                 "h4", "h5", "h6",  "hr", "blockquote", "dd", "dt", "ul", "ol", "pre"};

struct Entity {
    std::string_view name, letter;
};
constexpr std::array<Entity, 46> entities{{
    {"amp", "&"},         {"lt", "<"},          {"gt", ">"},          {"quot", "\""},       {"apos", "'"},
    {"nbsp", " "},        {"ensp", " "},        {"emsp", " "},        {"thinsp", " "},      {"shy", ""},
    {"ndash", "\u2013"},  {"mdash", "\u2014"},  {"lsquo", "\u2018"},  {"rsquo", "\u2019"},  {"ldquo", "\u201C"},
    {"rdquo", "\u201D"},  {"hellip", "\u2026"}, {"bull", "\u2022"},   {"middot", "\u00B7"}, {"deg", "\u00B0"},
    {"plusmn", "\u00B1"}, {"times", "\u00D7"},  {"frac12", "\u00BD"}, {"le", "\u2264"},     {"ge", "\u2265"},
    {"copy", "\u00A9"},   {"reg", "\u00AE"},    {"trade", "\u2122"},  {"iexcl", "\u00A1"},  {"iquest", "\u00BF"},
    {"aacute", "\u00E1"}, {"eacute", "\u00E9"}, {"iacute", "\u00ED"}, {"oacute", "\u00F3"}, {"uacute", "\u00FA"},
    {"ntilde", "\u00F1"}, {"Aacute", "\u00C1"}, {"Eacute", "\u00C9"}, {"Iacute", "\u00CD"}, {"Oacute", "\u00D3"},
    {"Uacute", "\u00DA"}, {"Ntilde", "\u00D1"}, {"uuml", "\u00FC"},   {"ouml", "\u00F6"},   {"auml", "\u00E4"},
    {"szlig", "\u00DF"},
}};

std::string small_letters_of(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

void put_letter(std::string& out, char32_t code) {
    const bool fits = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0x7F;
    if (!fits) return;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        out += static_cast<char>(0x80U | ((code >> 12U) & 0x3FU));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

// The entity that begins at "&", in `out`; its length, or 0 where there is none.
std::size_t take_entity(std::string_view text, std::string& out) {
    const auto end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    const auto name = text.substr(1, end - 1);
    if (name.front() != '#') {
        const auto found = std::ranges::find(entities, name, &Entity::name);
        if (found == entities.end()) return 0;
        out += found->letter;
        return end + 1;
    }
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const auto digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return 0;
    put_letter(out, code == 0xA0 ? U' ' : static_cast<char32_t>(code));
    return end + 1;
}

// The length of the tag or remark that begins at "<", 0 where there is none; `name` is the element's, in small letters.
std::size_t tag_at(std::string_view text, std::string& name) {
    if (text.starts_with("<!--")) {
        const auto end = text.substr(0, longest_remark).find("-->");
        return end == std::string_view::npos ? 0 : end + 3;
    }
    std::size_t at = text.starts_with("</") ? 2 : 1;
    const auto begin = at;
    while (at < text.size() && (is_letter(text[at]) || is_figure(text[at])))
        ++at;
    name = small_letters_of(text.substr(begin, at - begin));
    if (std::ranges::find(elements, name) == elements.end()) return 0;
    if (at < text.size() && text[at] != '>' && text[at] != '/' && !is_blank(text[at])) return 0;
    char quote = 0;
    for (; at < std::min(text.size(), longest_tag); ++at) {
        if (quote != 0) {
            if (text[at] == quote) quote = 0;
        } else if (text[at] == '"' || text[at] == '\'') {
            quote = text[at];
        } else if (text[at] == '>') {
            return at + 1;
        } else if (text[at] == '<') {
            return 0;
        }
    }
    return 0;
}

std::string without_html(std::string_view text) {
    std::string out;
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '&') {
            if (const auto length = take_entity(text.substr(at), out); length > 0) {
                at += length;
                continue;
            }
        } else if (text[at] == '<') {
            name.clear();
            if (const auto length = tag_at(text.substr(at), name); length > 0) {
                if (std::ranges::find(apart, name) != apart.end())
                    out += name == "li" && text[at + 1] != '/' ? "\n" : " ";
                at += length;
                const bool no_words = name == "style" || name == "script";
                if (no_words && text[at - length + 1] != '/') { // what stands in it is for programs
                    const auto end = text.find("</" + name, at);
                    at = end == std::string_view::npos ? text.size() : end;
                }
                continue;
            }
        }
        out += text[at++];
    }
    return out;
}

// "[words](address)" at "[" becomes its words.
std::size_t link_at(std::string_view text, std::string& out) {
    text = text.substr(0, longest_link);
    const auto middle = text.find("](");
    if (middle == std::string_view::npos || middle < 2) return 0;
    const auto words = text.substr(1, middle - 1);
    const auto end = text.find(')', middle);
    const auto address = end == std::string_view::npos ? std::string_view() : text.substr(middle + 2, end - middle - 2);
    const bool is_address = address.find("://") != std::string_view::npos || address.starts_with("mailto:") ||
                            address.starts_with("#") || address.starts_with("/");
    if (!is_address || words.find_first_of("[\n") != std::string_view::npos) return 0;
    out += words;
    return end + 1;
}

// The signs round words that Markdown prints strong or slanted: each with another of its kind in the same text, and a
// word, not a blank, between.
class Marks {
public:
    explicit Marks(std::string_view text) : m_text(text) {}
    // The length of the mark at `at`, 0 where there is none.
    std::size_t at(std::size_t at) {
        const char sign = m_text[at];
        if (sign != '*' && sign != '_' && sign != '~' && sign != '`') return 0;
        std::size_t length = 1;
        while (at + length < m_text.size() && m_text[at + length] == sign)
            ++length;
        if (length > 3 || (sign == '~' && length != 2)) return 0;
        const auto same = std::ranges::find(m_ends, at);
        if (same != m_ends.end()) return length;
        const bool opens = at + length < m_text.size() && is_of_a_word_or_quote(m_text[at + length]) &&
                           (at == 0 || !is_of_a_word(m_text[at - 1]));
        if (!opens) return 0;
        const std::string mark(length, sign);
        std::size_t tried = 0;
        for (auto end = m_text.find(mark, at + length); end != std::string_view::npos && tried < most_marks;
             end = m_text.find(mark, end + length), ++tried) {
            const auto after = end + length;
            const bool closes = !is_blank(m_text[end - 1]) && m_text[end - 1] != sign &&
                                (after == m_text.size() || (!is_of_a_word(m_text[after]) && m_text[after] != sign));
            if (!closes) continue;
            m_ends.push_back(end);
            return length;
        }
        return 0;
    }

private:
    static bool is_of_a_word_or_quote(char c) {
        return is_of_a_word(c) || c == '"' || c == '(' || c == '\'' || c == '[' || c == '*' || c == '_' || c == '<';
    }
    std::string_view m_text;
    std::vector<std::size_t> m_ends;
};

std::string without_markdown(std::string_view text) {
    std::string out;
    Marks marks(text);
    bool line_begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const char sign = text[at];
        if (line_begins && sign == '#') { // a heading
            auto end = at;
            while (end < text.size() && text[end] == '#')
                ++end;
            if (end - at <= 6 && end < text.size() && text[end] == ' ') {
                at = end + 1;
                line_begins = false;
                continue;
            }
        }
        line_begins = sign == '\n' || (line_begins && sign == ' ');
        if (sign == '\\' && at + 1 < text.size() &&
            std::string_view("\\`*_{}[]()#+-.!~>").find(text[at + 1]) != std::string_view::npos) {
            out += text[at + 1];
            at += 2;
            continue;
        }
        if (sign == '[' || (sign == '!' && at + 1 < text.size() && text[at + 1] == '[')) {
            const auto picture = sign == '!' ? std::size_t{1} : std::size_t{0};
            if (const auto length = link_at(text.substr(at + picture), out); length > 0) {
                at += length + picture;
                continue;
            }
        }
        if (const auto length = marks.at(at); length > 0) {
            at += length;
            continue;
        }
        out += sign;
        ++at;
    }
    return out;
}

}

std::string plain_words(std::string_view text) {
    return one_line(core::normal_form(without_html(without_markdown(text))));
}

std::string words_at_key(const JsonPlace& place, const char* key) {
    return plain_words(place.text(key).value_or(""));
}

bool is_drawing_of_text(std::string_view url) {
    return url.starts_with(rendering);
}

std::string words_or_drawn(const JsonPlace& place, const char* key, const char* element) {
    auto words = words_at_key(place, key);
    const auto drawn = place.object(element);
    if (!words.empty() || !drawn) return words;
    for (const auto& extension : fhir_extensions(*drawn)) {
        if (!is_drawing_of_text(extension.url)) continue;
        for (const char* value : {"valueString", "valueMarkdown"})
            if (words.empty() && extension.url != std::string(rendering) + "style")
                words = words_at_key(extension.place, value);
    }
    return words;
}

}
