// FHIRPath (http://hl7.org/fhirpath/N1/) as a tree. Dates, times and quantities are not read. Debian has no library for
// it, and those of other languages evaluate it for one response: here it is read for all that there can be.
#pragma once
#include "content/fhir/exact.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace content {

struct FhirPath {
    enum class Kind {
        nothing,  // {}
        truth,    // of `truth`
        number,   // of `number`
        text,     // of `word`
        variable, // %word
        self,     // $this
        total,    // $total
        member,   // parts: what it is a member of, or none
        call,     // word(parts); the first part is the input when there is one
        place,    // parts[0][parts[1]]
        negative, // -parts[0]
        both,     // parts[0] word parts[1]
    };
    Kind kind = Kind::nothing;
    std::string word;
    bool truth = false;
    bool has_input = false;
    int depth = 1; // of the tree from here on
    Exact number;
    std::vector<FhirPath> parts;
    bool operator==(const FhirPath& other) const = default;
};

// `why_not` says what it is that cannot be read, in words that go on from "its formula ...".
std::optional<FhirPath> parse_fhirpath(std::string_view text, std::string& why_not);

}
