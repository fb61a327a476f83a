#include "report/pdf_tags.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <vector>

namespace report {
namespace {

std::optional<std::size_t> number_behind(std::string_view pdf, std::string_view words, std::size_t from) {
    const auto at = pdf.find(words, from);
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t number = 0;
    const char* begin = pdf.data() + at + words.size();
    const auto read = std::from_chars(begin, pdf.data() + pdf.size(), number);
    if (read.ec != std::errc()) return std::nullopt;
    return number;
}

// A text of PDF in UTF-16 (7.9.2.2), as hexadecimal digits.
std::string pdf_text(std::string_view text) {
    std::string digits = "<FEFF";
    for (std::size_t at = 0; at < text.size();) {
        const auto code = static_cast<std::uint32_t>(core::utf8::next(text, at).code);
        if (code < 0x10000)
            digits += fmt::format("{:04X}", code);
        else
            digits +=
                fmt::format("{:04X}{:04X}", 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));
    }
    return digits + '>';
}

struct PdfObject {
    std::size_t number = 0, offset = 0;
};

// The objects of a file with one plain table of them (7.5.4), in the order they stand in.
class PdfObjects {
public:
    static std::optional<PdfObjects> of(std::string_view pdf) {
        PdfObjects read(pdf);
        const auto end = pdf.rfind("startxref\n");
        if (end == std::string_view::npos) return std::nullopt;
        const auto table = number_behind(pdf, "startxref\n", end);
        if (!table || *table >= pdf.size() || !pdf.substr(*table).starts_with("xref\n0 ")) return std::nullopt;
        const auto count = number_behind(pdf, "xref\n0 ", *table);
        const auto first = pdf.find('\n', *table + 5);
        constexpr std::size_t row = 20;
        if (!count || first == std::string_view::npos || first + 1 + *count * row > pdf.size()) return std::nullopt;
        for (std::size_t number = 1; number < *count; ++number) {
            const auto line = pdf.substr(first + 1 + number * row, row);
            PdfObject object{.number = number};
            std::from_chars(line.data(), line.data() + 10, object.offset);
            if (line[17] == 'n' && object.offset < pdf.size()) read.m_objects.push_back(object);
        }
        std::ranges::sort(read.m_objects, {}, &PdfObject::offset);
        const auto root = number_behind(pdf, "/Root ", *table), info = number_behind(pdf, "/Info ", *table);
        if (!root || !info) return std::nullopt;
        read.m_table = *table;
        read.m_count = *count;
        read.m_root = *root;
        read.m_info = *info;
        return read;
    }

    std::optional<PdfObject> root() const {
        const auto found = std::ranges::find(m_objects, m_root, &PdfObject::number);
        return found == m_objects.end() ? std::nullopt : std::optional(*found);
    }
    std::vector<PdfObject> elements() const {
        std::vector<PdfObject> found;
        for (const auto& object : m_objects)
            if (words_of(object).starts_with("<< /Type /StructElem\n")) found.push_back(object);
        return found;
    }
    // Its dictionary, with `more` before its end; empty where it has none.
    std::string with(const PdfObject& object, const std::string& more) const {
        const auto words = words_of(object);
        const auto end = words.find("\nendobj");
        const auto close = end == std::string_view::npos ? end : words.rfind(">>", end);
        if (close == std::string_view::npos) return {};
        return fmt::format("{} 0 obj\n{}   {}\n>>\nendobj\n", object.number, words.substr(0, close), more);
    }
    std::string trailer(std::size_t table) const {
        return fmt::format(
            "trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n", m_count,
            m_root, m_info, m_table, table);
    }

private:
    explicit PdfObjects(std::string_view pdf) : m_pdf(pdf) {}
    std::string_view words_of(const PdfObject& object) const {
        const auto head = fmt::format("{} 0 obj\n", object.number);
        const auto at = m_pdf.substr(object.offset);
        return at.starts_with(head) ? at.substr(head.size()) : std::string_view();
    }

    std::string_view m_pdf;
    std::vector<PdfObject> m_objects;
    std::size_t m_table = 0, m_count = 0, m_root = 0, m_info = 0;
};

}

bool add_reading(std::string& pdf, std::span<const PdfTag> pieces, const std::string& language) {
    const auto objects = PdfObjects::of(pdf);
    if (!objects || !objects->root()) return false;
    const auto elements = objects->elements();
    if (elements.size() != pieces.size()) return false;
    std::vector<PdfObject> changed;
    std::string more;
    const auto change = [&](const PdfObject& object, const std::string& entry) {
        const auto words = objects->with(object, entry);
        changed.push_back({object.number, pdf.size() + more.size()});
        more += words;
        return !words.empty();
    };
    const std::string marked = pieces.empty() ? "" : "/MarkInfo << /Marked true >>\n   ";
    if (!change(*objects->root(), fmt::format("{}/Lang {}\n   /ViewerPreferences << /DisplayDocTitle true >>", marked,
                                              pdf_text(language))))
        return false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].spoken.empty()) continue;
        const bool picture = pieces[i].name == "Figure";
        if (!change(elements[i], (picture ? "/Alt " : "/ActualText ") + pdf_text(pieces[i].spoken))) return false;
    }
    const auto table = pdf.size() + more.size();
    more += "xref\n";
    for (const auto& object : changed)
        more += fmt::format("{} 1\n{:010} 00000 n \n", object.number, object.offset);
    more += objects->trailer(table);
    pdf += more;
    return true;
}

}
