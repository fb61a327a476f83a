// A FHIR R4 Questionnaire as plain values (https://hl7.org/fhir/R4/questionnaire.html): what a form here could use, and
// the names of what it cannot. Texts are one line without control characters.
#pragma once
#include "content/forms/limits.hpp"
#include "content/read/json_text.hpp"
#include "model/form/module.hpp"
#include <map>
#include <set>

namespace content {

// What no honest form comes near. Beyond it, work that grows with the square of a file's size would hang.
inline constexpr std::size_t fhir_items = 1'000;
inline constexpr std::size_t fhir_text_bytes = 20'000;
inline constexpr std::size_t fhir_conditions_of_an_item = 100;
inline constexpr std::size_t fhir_variables = 1'000;
inline constexpr std::size_t fhir_options_kept = most_choices + 1; // of a value set: too many to be shown
inline constexpr std::size_t fhir_set_options = 20'000;            // of value sets, which many items may share
inline constexpr std::size_t fhir_label_bytes = 1'000;

enum class FhirType {
    group,
    display,
    boolean,
    decimal,
    integer,
    date,
    date_time,
    time,
    string,
    text,
    url,
    choice,
    open_choice,
    attachment,
    reference,
    quantity,
};

enum class FhirAnswer { truth, number, coding, text, other };

// An extension of a choice. An answer repeats the coding, and what stands in it, and nothing of what stands beside it.
enum class FhirMarkPlace { coding, option, value_set };
struct FhirMark {
    std::string url;
    FhirMarkPlace place = FhirMarkPlace::option;
    std::optional<double> decimal;     // valueDecimal
    std::optional<std::int64_t> whole; // valueInteger
};

bool is_weight(std::string_view url); // ordinalValue or itemWeight

struct FhirOption {
    FhirAnswer kind = FhirAnswer::coding;
    std::string system; // of a coding
    std::string code;
    std::string said; // display or valueString as it stands there, which formulas and conditions compare with
    std::string label;
    std::map<std::string, std::string> label_in; // by language, as text_in and title_in
    std::optional<double> weight;                // ordinalValue or itemWeight
    std::optional<std::int64_t> whole;           // valueInteger
    std::string prefix;                          // "a)"
    bool chosen_at_first = false;                // initialSelected
    bool exclusive = false;                      // choosing it excludes the others
    std::vector<FhirMark> marks;
    bool more_marks = false; // than are kept
    std::vector<std::string> unused;
};

struct FhirVariable { // an expression that a formula names as %name
    std::string name;
    std::string expression;
    std::string language; // empty: not said
};

enum class FhirTest { exists, equal, not_equal, greater, less, greater_or_equal, less_or_equal };
struct FhirCondition {
    std::string question; // a linkId
    FhirTest test = FhirTest::exists;
    FhirAnswer kind = FhirAnswer::truth;
    bool truth = false;
    double number = 0;
    std::string system;
    std::string code; // of a coding
    std::string text;
};

struct FhirItem {
    std::string link_id;
    std::string place; // in the JSON
    FhirType type = FhirType::display;
    std::string type_word; // as it stands there
    std::string text;
    std::map<std::string, std::string> text_in;
    std::string prefix;
    bool required = false;
    bool repeats = false;
    bool read_only = false;
    bool hidden = false;
    bool help = false;                      // a display that explains the question it stands under
    bool low_end = false, high_end = false; // a display that says what an end of the line above it means
    bool slider = false;                    // a line to point at
    bool is_restricted = false;             // what stands in it too, by a label of its own
    bool wants_signature = false;           // signatureRequired
    std::optional<std::int64_t> slider_step;
    bool has_initial = false;
    bool too_many_options = false; // in the value set; `options` is then empty
    bool other_options = false;    // options or a value set that are not in the file
    bool set_is_filter = false;    // only a server can say what is in the set
    bool set_is_there = false;     // and yet nothing is known of what is in it
    std::string set_elsewhere;     // the value set that it names
    bool conditional_expression = false;
    std::optional<std::int64_t> max_length;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<int> first_year; // minValue of a date
    std::optional<int> last_year;
    std::optional<std::int64_t> decimals;
    std::vector<model::Code> units;
    std::vector<model::Code> codes;
    std::string short_text; // a name of it for charts and lists
    FhirVariable formula;   // calculatedExpression; its expression is empty without one
    std::vector<FhirVariable> variables;
    std::vector<FhirOption> options;
    bool options_of_set = false; // they are those of a value set
    std::vector<FhirCondition> conditions;
    bool any_condition = false;      // enableBehavior
    bool behavior_missing = false;   // it has several conditions, and none
    std::vector<std::string> unused; // extensions and keys nothing here reads
    std::vector<FhirItem> items;
};

struct FhirQuestionnaire {
    std::string id;
    std::string language; // of its texts; empty: not said
    std::string url;
    std::string name;
    std::string title;
    std::map<std::string, std::string> title_in;
    std::string version;
    std::string copyright;
    std::string status;
    std::string own_form;            // what Sameside wrote of it, see own_form.hpp
    bool own_form_in_part = false;   // without what is private
    bool is_restricted = false;      // meta.security, of the whole
    std::vector<std::string> unused; // keys of the top nothing here reads
    std::vector<FhirVariable> variables;
    std::vector<FhirItem> items;
};

// Faults are breaches of the format, each with its place. Gives nothing when there is one. `more` holds the value sets
// and code systems that the file names and does not contain: resources, or bundles of them.
std::optional<FhirQuestionnaire> fhir_questionnaire(const nlohmann::json& json, JsonFaults& faults,
                                                    const std::vector<nlohmann::json>& more = {});

// The parts of it: extensions (fhir_extensions.cpp), options and value sets (fhir_options.cpp).
struct FhirExtension {
    std::string url;
    JsonPlace place;
};
std::vector<FhirExtension> fhir_extensions(const JsonPlace& place);
void refuse_modifiers(const JsonPlace& place);                           // a fault for each modifierExtension
std::optional<FhirVariable> variable_of(const FhirExtension& extension); // nothing for another extension
void read_item_extensions(const JsonPlace& place, FhirItem& item);
class FhirValueSets {
public:
    FhirValueSets(const JsonPlace& questionnaire, const std::vector<nlohmann::json>& more, JsonFaults& faults);
    // The options of the item, its own or those of a value set in the file or beside it.
    void read_options(const JsonPlace& place, FhirItem& item);

private:
    const std::vector<FhirOption>* find(const std::string& wanted) const;
    void take_options(const JsonPlace& place, FhirItem& item);
    void weigh(std::vector<FhirOption>& options) const; // by the code systems in the file

    std::map<std::string, std::vector<FhirOption>> m_sets; // by "#id" and by URL; empty for one that lists nothing
    std::map<std::pair<std::string, std::string>, double> m_weights; // by system and code
    std::set<std::string> m_filtered;                                // names of those that a filter makes
    std::size_t m_taken = 0;                                         // options of sets
};

// R or V, restricted or very restricted (https://terminology.hl7.org/CodeSystem-v3-Confidentiality.html).
bool is_restricted(const JsonPlace& coding);
// A system, a code and a display as they stand there.
model::Code code_of(const JsonPlace& coding);
// Foreign text as one line: white space becomes a space, other control characters are left out.
std::string one_line(std::string_view text);
// Notes what is not used, each once and short, and not without end.
void add_unused(std::vector<std::string>& unused, std::string_view what);
std::string line_at_key(const JsonPlace& place, const char* key); // "" when absent

}
