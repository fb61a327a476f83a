// Takes the keys of one table, one by one, with the type and limits each must have. Every breach is a line of
// diagnostics, and finish() names each key that nobody asked for, with the ones that are allowed there.
#pragma once
#include "content/read/document.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct TextLimit {
    std::size_t characters;
    bool many_lines = false;
};
inline constexpr TextLimit id_limit{64};
inline constexpr TextLimit label_limit{60};
inline constexpr TextLimit title_limit{80};
// A card is read across a room, by two people at once.
inline constexpr TextLimit talk_title_limit{40};
inline constexpr TextLimit talk_prompt_limit{120};
inline constexpr TextLimit choice_limit{300}; // a sentence or two, as published forms have them
inline constexpr TextLimit code_limit{255};   // of other programs: a code, a linkId
inline constexpr TextLimit url_limit{300};
inline constexpr TextLimit text_limit{300};
inline constexpr TextLimit page_limit{1500, true};

enum class Need { required, optional };

// 1 to 64 of a-z, 0-9 and "-", a letter first.
bool is_id(std::string_view text);

class Fields {
public:
    // `where` names the table in messages ("item trust"); empty for the top of a file.
    Fields(const Node& table, std::string where, Diagnostics& diagnostics)
        : m_table(table), m_where(std::move(where)), m_complaints(diagnostics) {}

    bool has(std::string_view key);
    int line() const { return m_table.line; }
    int line_of(std::string_view key) const;                            // the table's own line when the key is absent
    std::string text(std::string_view key, TextLimit limit, Need need); // trimmed
    std::string id(std::string_view key, Need need);                    // "" when absent or unfit
    // The place of the word in `allowed`; nothing when absent or not one of them.
    std::optional<std::size_t> one_of(std::string_view key, std::vector<std::string_view> allowed, Need need);
    std::optional<bool> truth(std::string_view key);
    std::optional<int> whole(std::string_view key, int low, int high, Need need);
    std::optional<double> number(std::string_view key, double low, double high, Need need); // whole or with a fraction
    std::vector<std::string> texts(std::string_view key, TextLimit limit, std::size_t most);
    std::vector<std::string> ids(std::string_view key, Need need); // no id twice
    std::vector<const Node*> tables(std::string_view key);
    const Node* table(std::string_view key, Need need = Need::optional);
    const Node* list(std::string_view key, std::string_view what, Need need);

    void diagnose(std::string_view key, std::string_view rule);
    void complain_at(int line, std::string_view key, std::string_view rule);
    void finish();

private:
    void know(std::string_view key);
    const Node* take(std::string_view key, NodeKind kind, std::string_view what, Need need);
    void check_text(const Node& node, std::string_view key, TextLimit limit);

    const Node& m_table;
    std::string m_where;
    Diagnostics& m_complaints;
    std::vector<std::string> m_known;
};

}
