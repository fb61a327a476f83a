#include "model/case/shared_words.hpp"
#include <doctest/doctest.h>

using namespace model;
using Texts = std::vector<std::string>;

namespace {

std::vector<Locale> english_and_spanish() {
    Locale spanish;
    spanish.small_words = std::make_shared<const std::set<std::string, std::less<>>>(
        std::set<std::string, std::less<>>{"nosotros", "tambien"});
    return {Locale{}, spanish};
}

std::string shown(std::string_view text, const SharedWords& shared) {
    std::string all;
    for (const auto& stretch : with_marks(text, shared))
        all += stretch.marked ? "[" + stretch.text + "]" : stretch.text;
    return all;
}

}

TEST_CASE("words that both used are found whatever their capitals, accents and signs") {
    const Texts first{"Telling the truth, coming Home.", "Un CAFÉ cada día."};
    const Texts second{"A home where truth is easy. cafe!"};
    const auto shared = shared_words(first, second, {});
    CHECK(shared.words == std::vector<std::string>{"truth", "Home", "CAFÉ"});
    CHECK(shown(first[0], shared) == "Telling the [truth], coming [Home].");
    CHECK(shown(second[0], shared) == "A [home] where [truth] is easy. [cafe]!");
}

TEST_CASE("small words of a language that is spoken here are no words that both used") {
    const Texts first{"I don't want us to be without you, nosotros también."};
    const Texts second{"We don’t want this without you; también nosotros. To be us!"};
    CHECK(shared_words(first, second, english_and_spanish()).words.empty());
    CHECK(shared_words(first, second, {}).words == Texts{"nosotros", "también"});
}

TEST_CASE("only whole words count, and nothing is found in nothing") {
    CHECK(shared_words(Texts{"homework"}, Texts{"home work"}, {}).words.empty());
    CHECK(shared_words(Texts{}, Texts{"home"}, {}).words.empty());
    CHECK(shared_words(Texts{"", " \n"}, Texts{"..."}, {}).words.empty());
    CHECK(shown("", {}).empty());
}

TEST_CASE("the stretches of a marked text give it back") {
    const Texts texts{" Home \xFF 🏠 home,\nhome’s "};
    const auto shared = shared_words(texts, texts, {});
    std::string joined;
    for (const auto& stretch : with_marks(texts[0], shared))
        joined += stretch.text;
    CHECK(joined == texts[0]);
}
