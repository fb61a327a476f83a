// Every sentence a person reads goes through here: context names the message, english is its source text, and what
// comes back is the same in the language being spoken. Named places are filled as in "Thank you, {name}." by fill().
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

inline constexpr std::string_view source_language = "en"; // what every sentence is written in, by its tag of BCP 47

// The words of one language. What is found lives as long as the catalogue; nullptr where it has no translation.
class Catalogue {
public:
    virtual ~Catalogue() = default;
    virtual const char* find(const char* context, const char* english) const = 0;
    virtual const char* find(const char* context, const char* one, int count) const = 0; // the form for so many
};

// While it lives, this thread speaks with this catalogue (nullptr: the source language); then as before.
class Speaking {
public:
    explicit Speaking(const Catalogue* catalogue);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    const Catalogue* m_before;
};

std::string tr(const char* context, const char* english);
// The form for `count`: `one` and `many` in the source language, as many as the spoken one has.
std::string trn(const char* context, const char* one, const char* many, long long count);
std::string fill(const std::string& text, std::initializer_list<std::pair<std::string_view, std::string>> places);
std::string fill(const std::string& text, const std::vector<std::pair<std::string, std::string>>& places);

// A sentence that is kept now and said later, in whatever language is spoken then. Made by message().
struct Message {
    std::string context, english;
    std::vector<std::pair<std::string, std::string>> places;
    bool empty() const { return english.empty(); }
    std::string words() const;
    std::string words_in(const Catalogue* catalogue) const; // nullptr: the source language
    bool operator==(const Message&) const = default;
};
Message message(const char* context, const char* english, std::vector<std::pair<std::string, std::string>> places = {});

}
