// What a therapist reads in the minute before a couple walks in. It has the same blocks and lines for every couple,
// whatever was answered: what there is nothing for stays empty, and is said to be. Nothing private is in it, and
// nothing private decides about it. It points into the content and the file, which outlive it.
#pragma once
#include "model/case/compared.hpp"
#include "model/case/overview.hpp"

namespace model {

inline constexpr std::size_t brief_gaps = 3, brief_prompts = 2;
inline constexpr std::size_t long_run = 8; // of one answer, across items of which some are counted in reverse

struct Brief {
    // The newest visit, not newer than the one shown, that had such a thing: an index into the file's visits.
    template<class Value>
    struct Of {
        std::size_t visit = 0;
        Value value;
    };
    struct Words { // what one partner wrote of their own accord; empty: nothing
        std::string why, hope;
        std::optional<int> urgency; // 0 to 10
        bool operator==(const Words&) const = default;
    };
    struct Changed { // more than noise, since an earlier visit
        Partner partner = Partner::a;
        const Scale* scale = nullptr;
        Compared since;
    };
    struct Manner {              // how one partner went through the visit's forms
        bool not_agreed = false; // to something they were asked to agree to
        std::size_t skipped = 0;
        std::size_t longest_run = 0; // the longest in any form, as how_answered() counts it; 0: shorter than long_run
        bool operator==(const Manner&) const = default;
    };
    std::optional<Of<OfBoth<Words>>> words;
    std::optional<Of<SideBySide>> alliance; // one row: the scale that has facets, or else a form's first
    std::optional<Of<OnMap>> map;
    std::optional<Of<Pairs>> gaps; // the direction with the widest; never more than brief_gaps
    OfBoth<Manner> manner;
    std::vector<Changed> changed;         // a's first, in the order of the forms
    std::optional<AgreedVersion> mission; // the newest
    std::vector<std::string> prompts;     // brief_prompts of them, where the content has so many
};

// `visit` is an index into file.visits.
Brief brief_of(const Content& today, const CaseFile& file, std::size_t visit);

}
