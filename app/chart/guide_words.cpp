#include "chart/guide_words.hpp"
#include "core/i18n.hpp"

namespace chart {

using core::fill;
using core::tr;

std::string guide_title() {
    return tr("guide.title", "What to do next");
}

std::array<std::string, 5> guide_lines(const std::string& name) {
    return {
        fill(tr("guide.alone",
                "Talk with {name} alone, and with the partner alone as well, so that nobody is singled out."),
             {{"name", name}}),
        tr("guide.both-ways",
           "Ask again in person: some tell paper what they never say, and some the other way round. An answer that "
           "names nothing proves nothing."),
        tr("guide.ask", "Ask about choking, threats to kill, weapons, forced sex, stalking, harm that gets worse, "
                        "children and suicide."),
        fill(tr("guide.secret",
                "Never confront the other with an answer. Agree with {name} first on what may be said, and when."),
             {{"name", name}}),
        tr("guide.safety",
           "While one fears the other, no sessions as a couple. Make a safety plan, whether they stay or leave: "
           "leaving is often the most dangerous time."),
    };
}

std::string guide_is_constant() {
    return tr("guide.constant", "These lines are the same for every case.");
}

}
