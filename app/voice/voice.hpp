// What speaks. A better one may take the place of the one that is shipped: it gets whole sentences and says them in
// their order. Calls come from the thread of the loop and do not wait.
#pragma once
#include "model/form/locale.hpp"
#include "model/visit/speech.hpp"
#include <string>
#include <vector>

namespace voice {

struct Sentence {
    std::string words;
    std::string widget = {}; // id of what it is said of; empty: of nothing that is seen
    std::string sign = {};   // of a key, to be said by its name: ","
};

struct Manner {
    model::Language language;
    int volume = 3; // model::least_volume to model::most_volume
    model::Speed speed = model::Speed::usual;
};

class Voice {
public:
    virtual ~Voice() = default;
    // Whether somebody wants to hear. Until then it need not hold what it speaks with, and what is said may come later.
    virtual void attend(bool wanted) = 0;
    // After what is being said.
    virtual void say(std::vector<Sentence> sentences, const Manner& manner) = 0;
    // At once, in the middle of a word.
    virtual void stop() = 0;
    virtual bool speaking() const = 0;
    // Id of the widget whose sentence is heard just now; empty while there is none.
    virtual std::string heard_now() const = 0;
};

}
