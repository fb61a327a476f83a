#include "content/fhir/pattern.hpp"
#include <algorithm>
#include <bitset>
#include <charconv>
#include <limits>
#include <vector>

namespace content {

namespace {

constexpr std::size_t longest_pattern = 400, longest_matched = 400; // bytes
constexpr int deepest_pattern = 20;
constexpr std::size_t most_pattern_steps = 200'000;

using PatternLetters = std::bitset<128>;
struct UnreadPattern {};

struct PatternPart {
    enum class Kind { letter, begin, end, sequence, choice, repeat };
    Kind kind = Kind::sequence;
    PatternLetters letters;
    std::size_t least = 0, most = 0; // of a repeat
    std::vector<PatternPart> parts;
};

bool is_plain_letter(char c) {
    return static_cast<unsigned char>(c) < 128;
}

PatternLetters span_of(char first, char last) {
    PatternLetters letters;
    if (!is_plain_letter(first) || !is_plain_letter(last) || first > last) throw UnreadPattern{};
    for (int c = first; c <= last; ++c)
        letters.set(static_cast<std::size_t>(c));
    return letters;
}

// What \c stands for.
PatternLetters escaped(char c) {
    const auto digits = span_of('0', '9');
    const auto word = digits | span_of('a', 'z') | span_of('A', 'Z') | span_of('_', '_');
    const auto space = span_of(' ', ' ') | span_of('\t', '\r');
    switch (c) {
    case 'd':
        return digits;
    case 'D':
        return ~digits;
    case 'w':
        return word;
    case 'W':
        return ~word;
    case 's':
        return space;
    case 'S':
        return ~space;
    default:
        if (!is_plain_letter(c) || word.test(static_cast<std::size_t>(c))) throw UnreadPattern{};
        return span_of(c, c);
    }
}

class PatternReader {
public:
    explicit PatternReader(std::string_view source) : m_source(source) {}
    PatternPart whole() {
        auto made = choice();
        if (m_at != m_source.size()) throw UnreadPattern{};
        return made;
    }

private:
    bool ends() const { return m_at >= m_source.size(); }
    char now() const { return ends() ? '\0' : m_source[m_at]; }
    bool take(char c) {
        if (ends() || now() != c) return false;
        ++m_at;
        return true;
    }
    char any() {
        if (ends()) throw UnreadPattern{};
        return m_source[m_at++];
    }
    PatternPart choice() {
        if (++m_depth > deepest_pattern) throw UnreadPattern{};
        PatternPart made{.kind = PatternPart::Kind::choice, .letters = {}, .parts = {}};
        do
            made.parts.push_back(sequence());
        while (take('|'));
        --m_depth;
        return made;
    }
    PatternPart sequence() {
        PatternPart made;
        while (!ends() && now() != '|' && now() != ')')
            made.parts.push_back(repeated(single()));
        return made;
    }
    PatternPart single();
    PatternPart repeated(PatternPart part);
    PatternLetters letters_of_class();
    std::size_t count();

    std::string_view m_source;
    std::size_t m_at = 0;
    int m_depth = 0;
};

PatternPart PatternReader::single() {
    const auto of = [](PatternPart::Kind kind, PatternLetters letters = {}) {
        return PatternPart{.kind = kind, .letters = letters, .parts = {}};
    };
    const char c = any();
    switch (c) {
    case '^':
        return of(PatternPart::Kind::begin);
    case '$':
        return of(PatternPart::Kind::end);
    case '.':
        return of(PatternPart::Kind::letter, PatternLetters().set());
    case '\\':
        return of(PatternPart::Kind::letter, escaped(any()));
    case '[':
        return of(PatternPart::Kind::letter, letters_of_class());
    case '(': {
        if (take('?') && !take(':')) throw UnreadPattern{};
        auto made = choice();
        if (!take(')')) throw UnreadPattern{};
        return made;
    }
    case '*':
    case '+':
    case '?':
    case '{':
    case '}':
    case ']':
        throw UnreadPattern{};
    default:
        return of(PatternPart::Kind::letter, span_of(c, c));
    }
}

PatternLetters PatternReader::letters_of_class() {
    const bool others = take('^');
    PatternLetters letters;
    if (now() == ']') throw UnreadPattern{};
    while (!take(']')) {
        const char first = any();
        if (first == '[') throw UnreadPattern{};
        if (first == '\\') {
            letters |= escaped(any());
        } else if (now() == '-' && m_at + 1 < m_source.size() && m_source[m_at + 1] != ']') {
            ++m_at;
            const char last = any();
            if (last == '\\' || last == '[') throw UnreadPattern{};
            letters |= span_of(first, last);
        } else {
            letters |= span_of(first, first);
        }
    }
    return others ? ~letters : letters;
}

std::size_t PatternReader::count() {
    std::size_t number = 0;
    const auto* begin = m_source.data() + m_at;
    const auto read = std::from_chars(begin, m_source.data() + m_source.size(), number);
    if (read.ec != std::errc{} || number > longest_matched) throw UnreadPattern{};
    m_at += static_cast<std::size_t>(read.ptr - begin);
    return number;
}

PatternPart PatternReader::repeated(PatternPart part) {
    constexpr auto without_end = std::numeric_limits<std::size_t>::max();
    PatternPart made{.kind = PatternPart::Kind::repeat, .letters = {}, .least = 0, .most = without_end, .parts = {}};
    if (take('+')) {
        made.least = 1;
    } else if (take('?')) {
        made.most = 1;
    } else if (take('{')) {
        made.least = made.most = count();
        if (take(',')) made.most = now() == '}' ? without_end : count();
        if (!take('}') || made.most < made.least) throw UnreadPattern{};
    } else if (!take('*')) {
        return part;
    }
    take('?'); // as few as will do: whether there is a match is the same
    if (now() == '*' || now() == '+' || now() == '?' || now() == '{') throw UnreadPattern{};
    made.parts.push_back(std::move(part));
    return made;
}

// Where in the text a match may stand. A pattern takes a set of places where it may begin to those where it may end, so
// that no pattern can take long.
using PatternPlaces = std::vector<bool>;

class PatternMatcher {
public:
    explicit PatternMatcher(std::string_view text) : m_text(text) {}
    PatternPlaces ends(const PatternPart& part, const PatternPlaces& begins);

private:
    PatternPlaces repeated(const PatternPart& part, PatternPlaces begins);

    std::string_view m_text;
    std::size_t m_steps = 0;
};

PatternPlaces PatternMatcher::ends(const PatternPart& part, const PatternPlaces& begins) {
    m_steps += m_text.size() + 1;
    if (m_steps > most_pattern_steps) throw UnreadPattern{};
    PatternPlaces places(begins.size());
    switch (part.kind) {
    case PatternPart::Kind::letter:
        for (std::size_t i = 0; i < m_text.size(); ++i)
            places[i + 1] = begins[i] && part.letters.test(static_cast<unsigned char>(m_text[i]));
        break;
    case PatternPart::Kind::begin:
        places.front() = begins.front();
        break;
    case PatternPart::Kind::end:
        places.back() = begins.back();
        break;
    case PatternPart::Kind::sequence:
        places = begins;
        for (const auto& one : part.parts)
            places = ends(one, places);
        break;
    case PatternPart::Kind::choice:
        for (const auto& one : part.parts) {
            const auto those = ends(one, begins);
            for (std::size_t i = 0; i < places.size(); ++i)
                places[i] = places[i] || those[i];
        }
        break;
    case PatternPart::Kind::repeat:
        return repeated(part, begins);
    }
    return places;
}

PatternPlaces PatternMatcher::repeated(const PatternPart& part, PatternPlaces begins) {
    PatternPlaces places(begins.size());
    for (std::size_t times = 0; times <= part.most; ++times) {
        bool anything_new = times < part.least;
        for (std::size_t i = 0; i < places.size() && times >= part.least; ++i) {
            if (!begins[i] || places[i]) continue;
            places[i] = anything_new = true;
        }
        if (!anything_new) break;
        begins = ends(part.parts.front(), begins);
    }
    return places;
}

}

std::optional<bool> matches_pattern(std::string_view text, std::string_view pattern, Match match) {
    const bool fits = text.size() <= longest_matched && pattern.size() <= longest_pattern;
    if (!fits || !std::ranges::all_of(text, is_plain_letter)) return std::nullopt;
    try {
        const auto part = PatternReader(pattern).whole();
        PatternPlaces begins(text.size() + 1, match == Match::anywhere);
        begins.front() = true;
        const auto ends = PatternMatcher(text).ends(part, begins);
        return match == Match::whole ? ends.back() : std::ranges::find(ends, true) != ends.end();
    } catch (const UnreadPattern&) {
        return std::nullopt;
    }
}

}
