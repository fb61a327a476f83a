// What was answered. A skip is an answer of its own: it is stored, shown as a skip and never scored as zero.
#pragma once
#include "core/ids.hpp"
#include "core/time.hpp"
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace model {

struct Skipped {
    bool operator==(const Skipped&) const = default;
};
struct Chosen { // choice, number, zero_to_ten
    int value = 0;
    bool operator==(const Chosen&) const = default;
};
struct ChosenSet {
    std::set<int> values;
    bool operator==(const ChosenSet&) const = default;
};
struct BothWays { // either direction may be left empty
    std::optional<int> toward_me;
    std::optional<int> from_me;
    bool operator==(const BothWays&) const = default;
};
struct Written {
    std::string text;
    bool operator==(const Written&) const = default;
};
struct Consented {
    bool agreed = false;
    bool operator==(const Consented&) const = default;
};
struct PreferredNot { // "I prefer not to say"
    bool operator==(const PreferredNot&) const = default;
};
struct Dated {
    std::chrono::year_month_day day; // a day that there is
    bool operator==(const Dated&) const = default;
};
// Where the pen was, in thousandths of the box's height; the box is three times as wide as it is high.
struct SignaturePoint {
    std::uint16_t x = 0, y = 0;
    bool operator==(const SignaturePoint&) const = default;
};
using Stroke = std::vector<SignaturePoint>;
struct Signed { // drawn or typed: one of the two is empty
    std::vector<Stroke> strokes;
    std::string typed;
    bool operator==(const Signed&) const = default;
};
inline constexpr std::uint16_t signature_width = 3000, signature_height = 1000;
inline constexpr std::size_t most_strokes = 200;         // of one signature
inline constexpr std::size_t most_points = 5000;         // of all its strokes together
inline constexpr std::size_t most_typed_signature = 120; // bytes

using Answer = std::variant<Skipped, Chosen, ChosenSet, BothWays, Written, Consented, PreferredNot, Dated, Signed>;

// Something can be read, counted or scored. False for a skip, for "I prefer not to say", an empty text, an empty set,
// no direction answered, an unticked consent, an empty signature.
bool is_answered(const Answer& answer);
// The person made up their mind: answered, or preferred not to say. What is not decided is offered again in the review.
bool is_decided(const Answer& answer);

// A number as it was typed: 125 with one decimal is "12.5".
std::string number_words(int value, int decimals);

struct ItemRef {
    core::ModuleId module;
    core::ItemId item;
    auto operator<=>(const ItemRef&) const = default;
};

// The current answer to each item of one part. An item never reached is absent.
using Answers = std::map<ItemRef, Answer>;

// When each item was first answered or skipped.
using FirstTimes = std::map<ItemRef, core::WallTime>;

enum class Partner { a, b };
inline constexpr Partner both_partners[] = {Partner::a, Partner::b};
inline Partner other(Partner partner) {
    return partner == Partner::a ? Partner::b : Partner::a;
}

// The joint statement: sentences with their authors, in order.
struct Sentence {
    Partner author = Partner::a;
    std::string text;
    bool operator==(const Sentence&) const = default;
};
struct Statement {
    std::vector<Sentence> sentences;
    bool operator==(const Statement&) const = default;
};
struct AgreedVersion { // both had assented to exactly these words
    core::WallTime at;
    Statement statement;
    bool operator==(const AgreedVersion&) const = default;
};

// A text its author released to the joint page.
struct Draft {
    Partner author = Partner::a;
    ItemRef source;
    std::string text;
    bool operator==(const Draft&) const = default;
};

// What stands beside the answers of a part: the form it asks, and who was named as its reader when it was begun and
// each time it went to another before it was sealed.
struct Basis {
    std::optional<core::FormHash> form; // none: begun before forms were kept
    std::vector<std::string> readers;
    bool operator==(const Basis&) const = default;
};

// Everything one partner's part holds, in memory while it is answered and in the packet once sealed.
struct PartContent {
    Answers answers;
    std::set<ItemRef> released;
    std::optional<ItemRef> at; // the question on screen last
    // By the question for a person's name, once it was asked again: whom the answers on record are about.
    std::map<ItemRef, std::string> about;
    Basis basis;
    FirstTimes first_at;             // none for what was sealed before times were kept
    std::set<std::string> languages; // that answers were given in, by their tags; none: from before these were noted
    // What the screen speaks to this person, by its tag; empty: the usual language. Only the journal keeps it: whoever
    // reads the sealed part sees in which languages it was answered.
    std::string spoken;
    bool operator==(const PartContent&) const = default;
};

// Everything the joint part holds: released texts only. No private item has a place in this type.
struct JointContent {
    std::vector<Draft> drafts;
    Statement statement;
    std::vector<AgreedVersion> versions;
    Partner turn = Partner::a;
    bool a_agrees = false;
    bool b_agrees = false;
    Basis basis;
    bool operator==(const JointContent&) const = default;
};

}
