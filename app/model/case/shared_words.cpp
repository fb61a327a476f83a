#include "model/case/shared_words.hpp"
#include "core/utf8.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t fewest_letters = 3;

// Of the source language, as plain_word() writes them.
const std::set<std::string, std::less<>>& source_words() {
    static const std::set<std::string, std::less<>> words{
        "about",   "above",     "after",      "again",   "all",       "also",    "always", "and",      "another",
        "any",     "anyone",    "anything",   "are",     "arent",     "because", "been",   "before",   "being",
        "between", "both",      "but",        "can",     "cannot",    "cant",    "could",  "did",      "didnt",
        "does",    "doesnt",    "doing",      "dont",    "down",      "each",    "either", "else",     "ever",
        "every",   "everyone",  "everything", "few",     "for",       "from",    "get",    "gets",     "getting",
        "got",     "had",       "has",        "have",    "havent",    "having",  "her",    "here",     "hers",
        "him",     "his",       "how",        "ill",     "into",      "isnt",    "its",    "ive",      "just",
        "less",    "let",       "lets",       "like",    "made",      "make",    "makes",  "many",     "may",
        "might",   "mine",      "more",       "most",    "much",      "must",    "myself", "never",    "not",
        "nothing", "now",       "off",        "often",   "one",       "only",    "other",  "others",   "our",
        "ours",    "ourselves", "out",        "over",    "own",       "rather",  "really", "same",     "shall",
        "she",     "should",    "some",       "someone", "something", "still",   "such",   "than",     "that",
        "thats",   "the",       "their",      "theirs",  "them",      "then",    "there",  "these",    "they",
        "thing",   "things",    "this",       "those",   "though",    "through", "too",    "two",      "under",
        "until",   "upon",      "very",       "want",    "was",       "wasnt",   "well",   "were",     "weve",
        "what",    "when",      "where",      "which",   "while",     "who",     "why",    "will",     "with",
        "without", "wont",      "would",      "yet",     "you",       "your",    "yours",  "yourself", "youre"};
    return words;
}

// "Don’t" and "don't" are "dont".
std::string plain_word(std::string_view word) {
    auto plain = plain_letters(word);
    for (const std::string_view apostrophe : {"'", "’"})
        for (auto at = plain.find(apostrophe); at != std::string::npos; at = plain.find(apostrophe))
            plain.erase(at, apostrophe.size());
    return plain;
}

bool is_small(const std::string& plain, std::span<const Locale> spoken) {
    return core::utf8::length(plain) < fewest_letters || source_words().contains(plain) ||
           std::ranges::any_of(spoken, [&](const Locale& locale) {
               return locale.small_words != nullptr && locale.small_words->contains(plain);
           });
}

std::string plain_token(std::string_view text, const Token& token) {
    return token.is_word ? plain_word(text.substr(token.begin, token.end - token.begin)) : std::string();
}

}

SharedWords shared_words(std::span<const std::string> first, std::span<const std::string> second,
                         std::span<const Locale> spoken) {
    std::set<std::string, std::less<>> theirs;
    for (const auto& text : second)
        for (const auto& token : tokens_of(text))
            if (auto plain = plain_token(text, token); !is_small(plain, spoken)) theirs.insert(std::move(plain));
    SharedWords shared;
    for (const auto& text : first)
        for (const auto& token : tokens_of(text))
            if (const auto plain = plain_token(text, token);
                theirs.contains(plain) && shared.plain.insert(plain).second)
                shared.words.push_back(text.substr(token.begin, token.end - token.begin));
    return shared;
}

std::vector<Stretch> with_marks(std::string_view text, const SharedWords& shared) {
    const auto tokens = tokens_of(text);
    std::vector<bool> marked;
    for (const auto& token : tokens)
        marked.push_back(shared.plain.contains(plain_token(text, token)));
    return stretches_of(text, tokens, marked);
}

}
