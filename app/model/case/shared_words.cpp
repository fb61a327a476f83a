#include "model/case/shared_words.hpp"
#include "core/utf8.hpp"
#include "model/case/plain_letters.hpp"
#include <algorithm>

namespace model {
namespace {

constexpr std::size_t fewest_letters = 3;

// As plain_word() writes them. Left out although they are small words elsewhere: "son" and "once", which mean something
// in the other language.
const std::set<std::string, std::less<>>& small_words() {
    static const std::set<std::string, std::less<>> words{
        // English
        "about", "above", "after", "again", "all", "also", "always", "and", "another", "any", "anyone", "anything",
        "are", "arent", "because", "been", "before", "being", "between", "both", "but", "can", "cannot", "cant",
        "could", "did", "didnt", "does", "doesnt", "doing", "dont", "down", "each", "either", "else", "ever", "every",
        "everyone", "everything", "few", "for", "from", "get", "gets", "getting", "got", "had", "has", "have", "havent",
        "having", "her", "here", "hers", "him", "his", "how", "ill", "into", "isnt", "its", "ive", "just", "less",
        "let", "lets", "like", "made", "make", "makes", "many", "may", "might", "mine", "more", "most", "much", "must",
        "myself", "never", "not", "nothing", "now", "off", "often", "one", "only", "other", "others", "our", "ours",
        "ourselves", "out", "over", "own", "rather", "really", "same", "shall", "she", "should", "some", "someone",
        "something", "still", "such", "than", "that", "thats", "the", "their", "theirs", "them", "then", "there",
        "these", "they", "thing", "things", "this", "those", "though", "through", "too", "two", "under", "until",
        "upon", "very", "want", "was", "wasnt", "well", "were", "weve", "what", "when", "where", "which", "while",
        "who", "why", "will", "with", "without", "wont", "would", "yet", "you", "your", "yours", "yourself", "youre",
        // Spanish, without accents
        "algo", "alguien", "alguna", "algunas", "alguno", "algunos", "ante", "antes", "aquel", "aquella", "aqui", "asi",
        "aun", "aunque", "bien", "cada", "casi", "como", "con", "cosa", "cosas", "cual", "cuando", "cuanto", "del",
        "desde", "despues", "donde", "dos", "ella", "ellas", "ello", "ellos", "entre", "era", "eran", "eres", "esa",
        "esas", "ese", "eso", "esos", "esta", "estaba", "estamos", "estan", "estar", "estas", "este", "esto", "estos",
        "estoy", "fue", "fueron", "gran", "haber", "habia", "hace", "hacer", "hacia", "hago", "han", "hasta", "hay",
        "hemos", "igual", "las", "les", "los", "mas", "menos", "mia", "mias", "mio", "mios", "mis", "misma", "mismo",
        "mucha", "muchas", "mucho", "muchos", "muy", "nada", "nadie", "ningun", "ninguna", "nos", "nosotras",
        "nosotros", "nuestra", "nuestras", "nuestro", "nuestros", "nunca", "otra", "otras", "otro", "otros", "para",
        "pero", "poco", "por", "porque", "pues", "puede", "puedo", "que", "quien", "quiero", "sea", "seas", "ser",
        "sera", "sere", "siempre", "sin", "sino", "sobre", "solo", "somos", "soy", "sus", "suya", "suyo", "tal",
        "tambien", "tampoco", "tan", "tanto", "tener", "tengo", "tenemos", "tiene", "toda", "todas", "todo", "todos",
        "tras", "tus", "tuya", "tuyo", "una", "unas", "uno", "unos", "usted", "vamos", "van", "voy", "vez", "veces"};
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

// The plain form of what carries meaning; empty for the rest.
std::string meant_by(std::string_view text, const Token& token) {
    if (!token.is_word) return {};
    auto plain = plain_word(text.substr(token.begin, token.end - token.begin));
    if (core::utf8::length(plain) < fewest_letters || small_words().contains(plain)) plain.clear();
    return plain;
}

}

SharedWords shared_words(std::span<const std::string> first, std::span<const std::string> second) {
    std::set<std::string, std::less<>> theirs;
    for (const auto& text : second)
        for (const auto& token : tokens_of(text))
            theirs.insert(meant_by(text, token));
    theirs.erase("");
    SharedWords shared;
    for (const auto& text : first)
        for (const auto& token : tokens_of(text))
            if (const auto plain = meant_by(text, token); theirs.contains(plain) && shared.plain.insert(plain).second)
                shared.words.push_back(text.substr(token.begin, token.end - token.begin));
    return shared;
}

std::vector<Stretch> with_marks(std::string_view text, const SharedWords& shared) {
    const auto tokens = tokens_of(text);
    std::vector<bool> marked;
    for (const auto& token : tokens)
        marked.push_back(shared.plain.contains(meant_by(text, token)));
    return stretches_of(text, tokens, marked);
}

}
