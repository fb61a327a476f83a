// What is asked: modules, items, response scales, keys, packets, articles, and the practice's own words.
// Plain values, read by content/ and never changed afterwards. Texts are UTF-8 in the source language; the message
// context of a text (for translations) is "<module>.<item>.<field>".
#pragma once
#include "core/i18n.hpp"
#include "core/ids.hpp"
#include "model/form/item_kind.hpp"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace model {

struct Choice {
    int value; // what is stored and scored
    std::string label;
};

struct ResponseScale {
    std::string id;
    std::vector<Choice> choices; // in the order shown, values ascending
};

// What an earlier item of the same module must have been answered for an item to be asked. An item that does not apply
// itself is unanswered. All but `answered` and `unanswered` compare with `value`, and are false without an answer;
// for `choices`, `equals` means that the value is among the chosen.
enum class Test { answered, unanswered, equals, differs, above, at_least, below, at_most };
struct Condition {
    core::ItemId item;
    Test test = Test::answered;
    int value = 0;
    bool operator==(const Condition&) const = default;
};
struct EnableWhen {
    std::vector<Condition> conditions; // none: always asked
    bool any = false;                  // one that holds is enough; else all must
    bool operator==(const EnableWhen&) const = default;
};

// What a couple may be asked to talk about together, where an answer gives reason to. It shows no answer.
struct TalkCard {
    std::string title, prompt; // both empty: none
    bool operator==(const TalkCard&) const = default;
};

struct Item {
    core::ItemId id;
    ItemKind kind = ItemKind::choice;
    std::string text;   // the statement or question
    std::string detail; // one more sentence below it, or empty
    std::vector<Choice> choices;
    int minimum = 0;
    int maximum = 0;
    int decimals = 0;                  // of a number: 0 to 3
    std::string unit;                  // beside a number, or empty ("years")
    std::string low_label;             // at 0
    std::string high_label;            // at 10
    std::size_t max_bytes = 0;         // texts: at least 1
    std::vector<std::string> starters; // sentence beginnings offered beside a text
    bool is_private = false;           // reaches the therapist's private view and nowhere else
    bool releasable = false;           // its author may release the text to the joint page
    bool may_prefer_not = false;       // "I prefer not to say" is offered beside Skip
    std::string chart_label;           // short name in charts and lists, or empty
    TalkCard talk;                     // never of a private item
    EnableWhen enable_when;
    core::ItemId words_of;              // the id its words have in the file: `id`, but for an item that is repeated
    std::optional<core::ItemId> person; // a short_text, whose answer stands for {person}; without one it does not apply
    bool operator==(const Item&) const = default;
};
inline bool operator==(const Choice& a, const Choice& b) {
    return a.value == b.value && a.label == b.label;
}

struct Key {
    core::ItemId item;
    bool reversed = false;
    bool operator==(const Key&) const = default;
};

enum class Method { mean, sum };
enum class Uncertainty {
    own_mean, // the standard error of the person's own item mean
    sem,      // a published form: its standard error of measurement, from its standard deviation and reliability
};

// A figure of a published form, in the unit of the score, and where it is printed.
struct Published {
    double value = 0;
    std::string source;
    bool operator==(const Published&) const = default;
};

enum class Side { above, below };          // where the scores lie that a cut is about
enum class Bound { inclusive, exclusive }; // whether a score of exactly `at` is among them
struct Cut {
    double at = 0;
    Side side = Side::above;
    Bound bound = Bound::inclusive;
    std::string means; // of a score that lies there
    std::string source;
    bool operator==(const Cut&) const = default;
};

// How other people scored; `group` says who they were.
struct Norm {
    std::string group;
    double mean = 0;
    double standard_deviation = 0;
    std::string source;
    bool operator==(const Norm&) const = default;
};

// Where on a scale a strength of the couple lies; what there is to talk about lies at the other end.
enum class End { low, high };

// Scored over the items' shared response scale [minimum, maximum]; a reversed answer counts minimum + maximum - answer.
struct Scale {
    core::ScaleId id;
    std::string title;
    Method method = Method::mean;
    std::vector<Key> keys;
    int minimum = 0;
    int maximum = 0;
    std::size_t least_answered = 0; // below it: not scored
    Uncertainty uncertainty = Uncertainty::own_mean;
    std::optional<core::ScaleId> facet_of;
    std::string low_means; // words for the low end, for the therapist
    std::string high_means;
    std::string strength; // said to both where both lie at strength_at ("You both ..."), or empty
    TalkCard talk;        // never of a private scale
    End strength_at = End::high;
    bool is_private = false; // holds private items: scored for the private view and nowhere else
    bool prorate = false;    // a sum with skips is the mean of what was answered times the number of items
    std::optional<Published> standard_deviation; // both with Uncertainty::sem, neither without
    std::optional<Published> reliability;        // of the whole scale, between 0 and 1
    std::vector<Cut> cuts;
    std::vector<Norm> norms;            // none are declared for our own scales; the screen says "no norms"
    core::ScaleId words_of;             // as Item::words_of
    std::optional<core::ItemId> person; // the item that names whom the score is about
    bool operator==(const Scale&) const = default;
};

// Two scales that make a map; the lines stand at the middle of the response scale.
struct Map {
    core::ScaleId x;
    core::ScaleId y;
    std::string low_low, low_high, high_low, high_high; // region names, x first
    std::array<core::ArticleId, 4> articles = {};       // what explains each region, in this order; empty: none
    bool operator==(const Map&) const = default;
};

struct Module {
    core::ModuleId id;
    std::string title;
    std::string intro;  // what it asks, in a sentence or two
    std::string notice; // before sensitive content: what, who sees it, skipping is fine; or empty
    std::string rights; // whose words these are
    std::string version;
    bool is_private = false;    // every item is private
    bool joint = false;         // answered together
    bool shareable = false;     // each partner may let what it found be part of what the couple looks at together
    bool fixed_wording = false; // a published form: its words are not the practice's to change
    std::vector<Item> items;
    std::vector<Scale> scales;
    std::optional<Map> map;
    // The form whose items this one asks again, word for word under the same ids: change is read between the two.
    std::optional<core::ModuleId> same_items_as;
    std::string file; // where it was read, for messages to the technician
    // For answers that come from a file (content/README.md); the kiosk's own answers need none of it.
    bool keys_only = false;                 // has no words to show: it can be scored and never asked
    bool already_reversed = false;          // the file's reversed items were turned before it was written
    std::vector<int> missing;               // values that stand for a skip
    std::vector<std::string> missing_words; // the same, where the file writes a word ("NA")
    std::string mark; // tells a form that was kept from others of its id and version; empty: the content's own
    bool operator==(const Module&) const = default;
};

struct Packet {
    core::PacketId id;
    std::string title;
    std::vector<core::ModuleId> modules; // for each partner, in order
    std::optional<core::ModuleId> joint_module;
    bool later_visit = false; // what the desk is offered for a couple that was here before
    bool operator==(const Packet&) const = default;
};

enum class BlockKind { paragraph, heading, bullet };
struct Span {
    std::string text;
    bool bold = false;
    bool operator==(const Span&) const = default;
};
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::vector<Span> spans;
    bool operator==(const Block&) const = default;
};
struct Article {
    core::ArticleId id;
    std::string title;
    std::string picture; // name of the drawing in assets/, or empty
    std::vector<Block> blocks;
    bool operator==(const Article&) const = default;
};

struct HelpLine {
    std::string name;
    std::string reach;  // "Call or text 988"
    std::string detail; // "Any hour, free"
};

// A module or packet that could not be used, and why; shown to the technician and to the desk, never to a partner.
struct Broken {
    std::string what; // module or packet id
    std::string why;  // file:line: key: rule
};

struct Content {
    std::map<core::ModuleId, Module> modules;
    std::vector<Packet> packets;
    std::vector<Article> articles;
    std::vector<Broken> broken;
    std::vector<std::string> notes; // what is no mistake and was hardly meant so: "file: what"
    std::string
        secrets_policy; // the practice's words on what is kept from a partner, shown before the first private item
    std::string language{core::source_language}; // of its texts, by its tag
};

enum class AdvanceBy { choice, button };

// From kiosk.toml: what this practice calls itself and how its kiosk behaves.
struct Practice {
    std::string name;
    std::vector<HelpLine> help_lines;
    std::string secrets_policy; // replaces the content's when not empty
    AdvanceBy advance = AdvanceBy::choice;
    int idle_seconds = 60;         // untouched until the kiosk asks; 20..600
    int idle_warning_seconds = 30; // the question stands this long before the cover; 20..120
    int lock_minutes = 5;          // the therapist's and the desk's screens lock; 1..15
    int thanks_seconds = 60;       // until Welcome comes back by itself
    int code_digits = 4;           // of the code that a partner chooses; 4..8
    int retention_years = 0;       // since the last visit, until a case may be deleted; 0: not said
};

const Module* find_module(const Content& content, const core::ModuleId& id);
const Item* find_item(const Module& module, const core::ItemId& id);
bool names_a_person(const Module& module, const core::ItemId& id); // whom other items are about
const Packet* find_packet(const Content& content, const core::PacketId& id);

// Names the first broken module a packet needs; empty when the packet can be started.
std::optional<Broken> why_not(const Content& content, const Packet& packet);

// The packet the desk is offered: the first one, or for a couple that was here before the first for later visits.
std::size_t usual_packet(const Content& content, bool been_here);

}
