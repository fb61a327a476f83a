#include "model/case/difference.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>
#include <map>

namespace model {
namespace {

// Cells of a table that is filled for each page drawn: a few milliseconds. Two texts of a thousand words each.
constexpr std::size_t most_word_cells = 1'000'000;
constexpr std::size_t most_sentence_cells = 10'000;
constexpr double least_alike = 0.5; // of the words, for a sentence to count as changed

struct Text { // its tokens as numbers, the same number for the same token
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<int> ids;
    std::vector<bool> marked;
};

class Numbers {
public:
    Text read(std::string_view text) {
        Text read{text, tokens_of(text), {}, {}};
        for (const auto& token : read.tokens)
            read.ids.push_back(number_of(text.substr(token.begin, token.end - token.begin)));
        read.marked.assign(read.tokens.size(), false);
        return read;
    }

private:
    int number_of(std::string_view word) {
        return m_numbers.try_emplace(word, static_cast<int>(m_numbers.size())).first->second;
    }
    std::map<std::string_view, int> m_numbers;
};

struct WordRange {
    std::size_t begin, end;
    std::size_t size() const { return end - begin; }
};

void mark(Text& text, WordRange span) {
    for (std::size_t i = span.begin; i < span.end; ++i)
        text.marked[i] = true;
}

// Marks what is in no longest common subsequence of the two spans: the usual table, filled from the end.
void mark_differences(Text& a, WordRange in_a, Text& b, WordRange in_b) {
    const std::size_t width = in_b.size() + 1;
    // A common subsequence is no longer than the shorter span, which is below the root of the most cells.
    std::vector<std::uint16_t> longest((in_a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return longest[i * width + j]; };
    for (std::size_t i = in_a.size(); i-- > 0;)
        for (std::size_t j = in_b.size(); j-- > 0;)
            at(i, j) = a.ids[in_a.begin + i] == b.ids[in_b.begin + j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                                                      : std::max(at(i + 1, j), at(i, j + 1));
    std::size_t i = 0, j = 0;
    while (i < in_a.size() && j < in_b.size()) {
        if (a.ids[in_a.begin + i] == b.ids[in_b.begin + j]) {
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            a.marked[in_a.begin + i++] = true;
        } else {
            b.marked[in_b.begin + j++] = true;
        }
    }
    mark(a, {in_a.begin + i, in_a.end});
    mark(b, {in_b.begin + j, in_b.end});
}

// The text with one blank between its tokens.
std::string evenly_spaced(std::string_view text) {
    std::string even;
    for (const auto& token : tokens_of(text))
        even.append(text.substr(token.begin, token.end - token.begin)) += ' ';
    return even;
}
bool same_words(std::string_view before, std::string_view after) {
    return before == after || evenly_spaced(before) == evenly_spaced(after);
}

std::vector<Stretch> whole(std::string_view text, bool marked) {
    const auto tokens = tokens_of(text);
    return stretches_of(text, tokens, std::vector<bool>(tokens.size(), marked));
}

// What a sentence is compared by.
struct Weighed {
    std::string even;
    std::vector<std::string> bag; // the words without capitals and accents, sorted
};
std::vector<Weighed> weighed(const std::vector<Sentence>& sentences) {
    std::vector<Weighed> all;
    for (const auto& sentence : sentences) {
        const std::string_view text = sentence.text;
        Weighed one{evenly_spaced(text), {}};
        for (const auto& token : tokens_of(text))
            if (token.is_word) one.bag.push_back(plain_letters(text.substr(token.begin, token.end - token.begin)));
        std::ranges::sort(one.bag);
        all.push_back(std::move(one));
    }
    return all;
}

// The share of the words of both that the other has too (Dice's coefficient).
double alikeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::string_view> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}
// Two for the same words, less than one for most of them, else nothing.
double worth_of(const Weighed& a, const Weighed& b) {
    if (a.even == b.even) return 2;
    const double alike = alikeness(a.bag, b.bag);
    return alike < least_alike ? 0 : alike * 0.99;
}

SentenceDifference gone(const Sentence& sentence) {
    return {DiffKind::taken_out, sentence, std::nullopt, {whole(sentence.text, true), {}}};
}
SentenceDifference come(const Sentence& sentence) {
    return {DiffKind::added, std::nullopt, sentence, {{}, whole(sentence.text, true)}};
}
SentenceDifference kept(const Sentence& before, const Sentence& after) {
    if (same_words(before.text, after.text))
        return {DiffKind::same, before, after, {whole(before.text, false), whole(after.text, false)}};
    return {DiffKind::changed, before, after, word_difference(before.text, after.text)};
}

// Both in order, paired so that the sum of what the pairs are worth is highest.
std::vector<SentenceDifference> paired(const std::vector<Sentence>& before, const std::vector<Sentence>& after) {
    const std::size_t rows = before.size(), width = after.size() + 1;
    std::vector<double> worth(rows * width), best((rows + 1) * width);
    const auto a = weighed(before), b = weighed(after);
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;) {
            worth[i * width + j] = worth_of(a[i], b[j]);
            best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1],
                                            worth[i * width + j] + best[(i + 1) * width + j + 1]});
        }
    std::vector<SentenceDifference> differences;
    std::size_t i = 0, j = 0;
    while (i < rows && j < after.size()) {
        const double pair = worth[i * width + j];
        if (pair > 0 && best[i * width + j] <= pair + best[(i + 1) * width + j + 1])
            differences.push_back(kept(before[i++], after[j++]));
        else if (best[(i + 1) * width + j] >= best[i * width + j + 1])
            differences.push_back(gone(before[i++]));
        else
            differences.push_back(come(after[j++]));
    }
    while (i < rows)
        differences.push_back(gone(before[i++]));
    while (j < after.size())
        differences.push_back(come(after[j++]));
    return differences;
}

// Of more sentences than anybody writes: what is the same at the beginning and at the end is kept, the rest is not
// paired.
std::vector<SentenceDifference> by_their_ends(const std::vector<Sentence>& before, const std::vector<Sentence>& after) {
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = 0, tail = 0;
    const auto same = [&](std::size_t i, std::size_t j) { return same_words(before[i].text, after[j].text); };
    while (head < most && same(head, head))
        ++head;
    while (tail < most - head && same(before.size() - 1 - tail, after.size() - 1 - tail))
        ++tail;
    std::vector<SentenceDifference> differences;
    for (std::size_t i = 0; i < head; ++i)
        differences.push_back(kept(before[i], after[i]));
    for (std::size_t i = head; i < before.size() - tail; ++i)
        differences.push_back(gone(before[i]));
    for (std::size_t i = head; i < after.size() - tail; ++i)
        differences.push_back(come(after[i]));
    for (std::size_t i = tail; i > 0; --i)
        differences.push_back(kept(before[before.size() - i], after[after.size() - i]));
    return differences;
}

// What was taken out at one place and came in at another was moved.
void find_moved(std::vector<SentenceDifference>& differences) {
    std::multimap<std::string_view, SentenceDifference*> taken_out;
    for (auto& one : differences)
        if (one.kind == DiffKind::taken_out) taken_out.emplace(one.before->text, &one);
    for (auto& one : differences) {
        if (one.kind != DiffKind::added) continue;
        const auto found = taken_out.find(one.after->text);
        if (found == taken_out.end()) continue;
        found->second->kind = one.kind = DiffKind::moved;
        found->second->words.before = whole(found->second->before->text, false);
        one.words.after = whole(one.after->text, false);
        taken_out.erase(found);
    }
}

}

WordDifference word_difference(std::string_view before, std::string_view after) {
    Numbers numbers;
    auto a = numbers.read(before), b = numbers.read(after);
    const std::size_t most = std::min(a.ids.size(), b.ids.size());
    std::size_t head = 0, tail = 0;
    while (head < most && a.ids[head] == b.ids[head])
        ++head;
    while (tail < most - head && a.ids[a.ids.size() - 1 - tail] == b.ids[b.ids.size() - 1 - tail])
        ++tail;
    const WordRange in_a{head, a.ids.size() - tail}, in_b{head, b.ids.size() - tail};
    const bool too_long = in_a.size() != 0 && in_b.size() > most_word_cells / in_a.size();
    if (too_long) {
        mark(a, in_a);
        mark(b, in_b);
    } else {
        mark_differences(a, in_a, b, in_b);
    }
    return {stretches_of(before, a.tokens, a.marked), stretches_of(after, b.tokens, b.marked), too_long};
}

std::vector<SentenceDifference> difference(const Statement& before, const Statement& after) {
    const auto &a = before.sentences, &b = after.sentences;
    const bool many = !a.empty() && b.size() > most_sentence_cells / a.size();
    auto differences = many ? by_their_ends(a, b) : paired(a, b);
    find_moved(differences);
    return differences;
}

std::size_t count_of(const std::vector<SentenceDifference>& differences, DiffKind kind) {
    return static_cast<std::size_t>(std::ranges::count_if(differences, [&](const SentenceDifference& one) {
        return one.kind == kind && (kind != DiffKind::moved || one.after);
    }));
}

}
