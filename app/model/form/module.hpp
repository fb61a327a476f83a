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

// A term of a code system, as a form that came from elsewhere has it; each part may be empty.
struct Code {
    std::string system, code, display;
    bool operator==(const Code&) const = default;
};

struct Choice {
    int value; // what is stored and scored
    std::string label;
    std::string system = {}, code = {};          // in the form that it came from
    std::optional<double> weight = std::nullopt; // what it counts there
    bool operator==(const Choice&) const = default;
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

// What an item is in the therapist's brief: what brings somebody, what they hope for, how much it presses.
enum class InBrief { why, hope, urgency };

inline constexpr std::size_t most_read_back = 8; // sentences

// What an item was in the form that it came from (a FHIR Questionnaire), so that its answers can go back there.
struct Origin {
    std::string link_id;             // empty: it came from nowhere
    std::vector<std::string> groups; // linkIds of what it stood in there, the outermost first
    std::string type;                // "boolean", where here it is a choice
    std::string option;              // what a choice is there, "integer" or "string"; empty: a coding
    std::vector<Code> codes;         // what is asked
    Code unit;
    bool operator==(const Origin&) const = default;
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
    bool given = false;                // not asked: a sentence the couple agreed on, which later items are about
    bool author_only = false;          // the therapist reads it; no file about both holds it, and nothing looks at it
    std::optional<InBrief> brief;
    bool opens_private = false;  // stands first where the therapist opens private answers
    bool releasable = false;     // its author may release the text to the joint page
    bool may_prefer_not = false; // "I prefer not to say" is offered beside Skip
    std::string chart_label;     // short name in charts and lists, or empty
    TalkCard talk;               // never of a private item
    EnableWhen enable_when;
    core::ItemId words_of;              // the id its words have in the file: `id`, but for an item that is repeated
    std::optional<core::ItemId> person; // a short_text, whose answer stands for {person}; without one it does not apply
    Origin origin;
    bool operator==(const Item&) const = default;
};

// What the answers from one value on count.
struct PointStep {
    int from = 0;
    int points = 0;
    bool operator==(const PointStep&) const = default;
};

// One of the two answers to a two_way item.
enum class Way { toward_me, from_me };

struct Key {
    core::ItemId item;
    bool reversed = false;
    std::vector<PointStep>
        points; // of Method::points, ascending, the first at the lowest answer; none: the answer itself
    std::optional<int> unanswered; // of Method::points: what counts where there is no answer; nothing: it needs one
    std::optional<Way> way = std::nullopt; // of a two_way item, which has one; of no other
    bool operator==(const Key&) const = default;
};

enum class Method {
    mean,
    sum,
    points, // (add + what each answer counts) / divide_by, of items whose ranges may differ
};
enum class Uncertainty {
    own_mean, // the standard error of the person's own item mean
    sem,      // a published form: its standard error of measurement, from its standard deviation and reliability
    none,     // nothing is known of it
};

// A figure of a published form, in the unit of the score, and where it is printed.
struct Published {
    double value = 0;
    std::string source;
    bool operator==(const Published&) const = default;
};

// The least that a standard error is taken for, in the unit of the score: a few answers agree by chance.
struct ErrorFloor {
    double value = 0;
    double day = 0; // what a day, good or bad, moves a score by (standard deviation); counts where two visits differ
    std::string source;
    bool borrowed = false; // from another form, until enough people answered this one
    bool operator==(const ErrorFloor&) const = default;
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
// Items of Method::points share none: there it is the range of the score, in whole numbers around it.
struct Scale {
    core::ScaleId id;
    std::string title;
    Method method = Method::mean;
    std::vector<Key> keys;
    int minimum = 0;
    int maximum = 0;
    int add = 0;                    // both of Method::points
    std::optional<int> divide_by;   // 2 or more
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
    std::optional<ErrorFloor> error_floor;       // of all items, with own_mean; none: see floor_of()
    std::optional<Published> retest;             // the standard error from one visit to the next, where one is known
    std::vector<Cut> cuts;
    std::vector<Norm> norms;            // none are declared for our own scales; the screen says "no norms"
    core::ScaleId words_of;             // as Item::words_of
    std::optional<core::ItemId> person; // the item that names whom the score is about
    Origin origin;                      // of the item that held the total
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
    std::string canonical;            // the URL of the form it was made from, or empty
    bool is_private = false;          // every item is private
    bool joint = false;               // answered together
    bool shareable = false;           // each partner may let what it found be part of what the couple looks at together
    bool fixed_wording = false;       // a published form: its words are not the practice's to change
    bool needs_reading_today = false; // what is said in it must not wait: see Practice::reads_same_day
    bool after_session = false;       // about the session just over: see case/session_report.hpp
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
    std::string reach;      // "Call or text 988"
    std::string detail;     // "Any hour, free"
    bool sensitive = false; // says what somebody may be going through: stands after the others
};

// Something any couple may talk about: it is made of nobody's answers.
struct NeutralCard {
    std::string id;
    TalkCard talk;
    bool operator==(const NeutralCard&) const = default;
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
    std::vector<NeutralCard> neutral_cards;
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
    int dark_minutes = 0;          // untouched until Welcome goes dark; 0: never; ..240
    int code_digits = 4;           // of the code that a partner chooses; 4..8
    bool calls_someone = false;    // a program is run when somebody would like a word: see [signal]
    bool prints = false;           // what a couple agreed on, on paper: see [printer]
    int retention_years = 0;       // since the last visit, until a case may be deleted; 0: not said
    bool reads_same_day = false;   // somebody reads every part on the day it is sealed
    std::string identifier_system; // URI of what chart codes are numbers of, in a health record; empty: one is made
};

// What a key of the item is about: a two_way item says their side in its text and mine in its detail.
inline const std::string& sentence_of(const Item& item, const std::optional<Way>& way) {
    return way == Way::from_me ? item.detail : item.text;
}

const Module* find_module(const Content& content, const core::ModuleId& id);
const Item* find_item(const Module& module, const core::ItemId& id);
bool names_a_person(const Module& module, const core::ItemId& id); // whom other items are about
const Packet* find_packet(const Content& content, const core::PacketId& id);

// Names the first broken module a packet needs; empty when the packet can be started.
std::optional<Broken> why_not(const Content& content, const Packet& packet);

// A form of the packet asks what must be read on the same day: only a practice that reads so asks it.
bool needs_reading_today(const Content& content, const Packet& packet);

// The packet the desk is offered: the first one, or for a couple that was here before the first for later visits.
std::size_t usual_packet(const Content& content, bool been_here);

}
