#include "content/fhir/questions.hpp"
#include "content/forms/limits.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace content {

namespace {

using model::ItemKind;

constexpr double usual_most = 1'000; // of a number whose file names none
constexpr int usual_decimals = 2;    // of a decimal whose file names none
constexpr int most_decimals = 3;
constexpr std::size_t most_unit = 20; // characters
constexpr int most_bytes = 20'000;
constexpr int bytes_of_a_character = 4; // at most, in UTF-8
constexpr int usual_line = 300;         // bytes
constexpr int usual_text = 4'000;
constexpr int first_year = 1900;
constexpr int last_year = 2100;

bool asks_consent(const FhirItem& item) {
    return item.type == FhirType::boolean && std::ranges::any_of(item.codes, [](const model::Code& one) {
               return one.system == "http://loinc.org" && one.code == "59284-0";
           });
}

std::string_view name_of(FhirType type) {
    switch (type) {
    case FhirType::attachment:
        return "attachment";
    case FhirType::reference:
        return "reference";
    case FhirType::url:
        return "url";
    case FhirType::time:
        return "time";
    case FhirType::group:
    case FhirType::display:
    case FhirType::boolean:
    case FhirType::decimal:
    case FhirType::integer:
    case FhirType::date:
    case FhirType::date_time:
    case FhirType::string:
    case FhirType::text:
    case FhirType::choice:
    case FhirType::open_choice:
    case FhirType::quantity:
        break;
    }
    return "";
}

}

bool FhirQuestions::shape(const FhirItem& item, model::Item& made, FhirChoices& choices) {
    if (item.read_only || !item.formula.expression.empty()) {
        m_losses.add(item.link_id,
                     "the question is left out: the file says that nobody answers it (readOnly, calculated)");
        return false;
    }
    // R4 lets a question of another type name the answers that it takes.
    const bool lists_answers =
        (item.type == FhirType::integer || item.type == FhirType::string || item.type == FhirType::text) &&
        item.options.size() > 1 && item.options.size() <= most_choices;
    const bool chooses = item.type == FhirType::choice || item.type == FhirType::open_choice || lists_answers;
    if (chooses) return shape_choices(item, made, choices);
    if (item.repeats) m_losses.add(item.link_id, "it may be answered several times; here it is asked once");
    if (item.wants_signature) {
        made.kind = ItemKind::signature;
        return true;
    }
    if (asks_consent(item)) {
        made.kind = ItemKind::consent;
        m_losses.add(item.link_id,
                     "it is a consent (LOINC 59284-0): who does not give it is asked nothing that follows");
        return true;
    }
    switch (item.type) {
    case FhirType::boolean:
        made.kind = ItemKind::choice;
        made.choices = {{0, "No"}, {1, "Yes"}};
        choices.choices = made.choices;
        return true;
    case FhirType::integer:
    case FhirType::decimal:
    case FhirType::quantity:
        shape_number(item, made);
        return true;
    case FhirType::date:
    case FhirType::date_time:
        shape_date(item, made);
        return true;
    case FhirType::string:
    case FhirType::text:
        if (!item.options.empty() || item.other_options || item.too_many_options)
            m_losses.add(item.link_id, "its choices; the answer is written");
        shape_text(item, made);
        return true;
    case FhirType::time:
    case FhirType::url:
    case FhirType::attachment:
    case FhirType::reference:
        m_losses.add(item.link_id,
                     fmt::format("the question is left out: {} cannot be answered here", name_of(item.type)));
        return false;
    case FhirType::choice:
    case FhirType::open_choice:
    case FhirType::group:
    case FhirType::display:
        break;
    }
    return false;
}

bool FhirQuestions::shape_choices(const FhirItem& item, model::Item& made, FhirChoices& choices) {
    made.kind = item.repeats ? ItemKind::choices : ItemKind::choice;
    choices = fhir_choices(item, m_losses);
    made.choices = choices.choices;
    return !made.choices.empty();
}

// A line from 0 to 10 with words at both of its ends is what the kiosk has a question of its own for. Of another line
// the words are said below the question.
bool FhirQuestions::shape_line(const FhirItem& item, model::Item& made) {
    const auto end = [&](bool FhirItem::*which) {
        const auto found = std::ranges::find_if(item.items, [&](const FhirItem& below) {
            return below.type == FhirType::display && below.*which && below.conditions.empty() && !below.text.empty();
        });
        return found == item.items.end() ? nullptr : &*found;
    };
    const auto *low = end(&FhirItem::low_end), *high = end(&FhirItem::high_end);
    if (!item.slider || low == nullptr || high == nullptr || !item.minimum || !item.maximum) return false;
    const auto fits = [](const std::string& words) { return core::utf8::length(words) <= label_limit.characters; };
    const bool to_ten = item.minimum == 0.0 && item.maximum == 10.0 && item.slider_step.value_or(1) == 1;
    const bool is_line = item.type == FhirType::integer && to_ten && fits(low->text) && fits(high->text);
    const auto both = fmt::format("{:g}: {}. {:g}: {}.", *item.minimum, low->text, *item.maximum, high->text);
    if (!is_line && core::utf8::length(both) > text_limit.characters) return false;
    m_ends_said.insert(low);
    m_ends_said.insert(high);
    if (!is_line) {
        made.detail = both;
        return false;
    }
    made.kind = ItemKind::zero_to_ten;
    made.minimum = 0;
    made.maximum = 10;
    made.low_label = low->text;
    made.high_label = high->text;
    return true;
}

void FhirQuestions::shape_number(const FhirItem& item, model::Item& made) {
    if (shape_line(item, made)) return;
    if (item.slider_step.value_or(1) != 1)
        m_losses.add(item.link_id,
                     fmt::format("its steps of {}; here every whole number can be typed", *item.slider_step));
    made.kind = ItemKind::number;
    if (item.type != FhirType::integer) {
        const auto wanted = item.decimals.value_or(usual_decimals);
        made.decimals = static_cast<int>(std::clamp<std::int64_t>(wanted, 0, most_decimals));
        if (!item.decimals) {
            m_losses.add(item.link_id,
                         fmt::format("the file says not how many decimals it may have; {} are taken", usual_decimals));
        } else if (made.decimals != wanted) {
            m_losses.add(item.link_id, fmt::format("{} decimals; here it has {}", wanted, made.decimals));
        }
    }
    int scale = 1;
    for (int i = 0; i < made.decimals; ++i)
        scale *= 10;
    // A bound of a form here is a whole number, whatever the answer's decimals.
    const auto bound = [&](std::optional<double> wanted, double usual, double (*rounded)(double), const char* which) {
        const double kept = std::clamp<double>(rounded(wanted.value_or(usual)), -greatest_value, greatest_value);
        if (!wanted) {
            m_losses.add(item.link_id, fmt::format("the file names no {} value; {} is taken", which, kept));
        } else if (kept != *wanted) {
            m_losses.add(item.link_id, fmt::format("its {} value {}; here it is {}", which, *wanted, kept));
        }
        return static_cast<int>(kept);
    };
    int least = bound(item.minimum, std::min(0.0, item.maximum.value_or(0)), std::floor, "smallest");
    int most = bound(item.maximum, std::max(usual_most, item.minimum.value_or(0)), std::ceil, "largest");
    if (most <= least) {
        m_losses.add(item.link_id, "its range holds one number alone; here it is wider");
        if (least == greatest_value) --least;
        most = least + 1;
    }
    made.minimum = least * scale;
    made.maximum = most * scale;
    if (item.units.empty()) return;
    made.unit = cut_short(item.units.front().display, most_unit);
    if (made.unit != item.units.front().display)
        m_losses.add(item.link_id, fmt::format("its unit is cut to {} characters", most_unit));
    if (item.units.size() > 1) m_losses.add(item.link_id, "its other units; the first one is shown");
}

void FhirQuestions::shape_text(const FhirItem& item, model::Item& made) {
    const bool line = item.type == FhirType::string;
    made.kind = line ? ItemKind::short_text : ItemKind::long_text;
    made.max_bytes = static_cast<std::size_t>(line ? usual_line : usual_text);
    if (!item.max_length) return;
    const auto bytes =
        std::min<std::int64_t>(*item.max_length, most_bytes / bytes_of_a_character) * bytes_of_a_character;
    made.max_bytes = static_cast<std::size_t>(bytes);
    m_losses.add(item.link_id, fmt::format("its limit of {} characters; here it is {} bytes, so that letters of every "
                                           "language fit",
                                           *item.max_length, bytes));
}

void FhirQuestions::shape_date(const FhirItem& item, model::Item& made) {
    made.kind = ItemKind::date;
    made.minimum = std::clamp(item.first_year.value_or(first_year), first_year, last_year);
    made.maximum = std::clamp(item.last_year.value_or(last_year), made.minimum, last_year);
    if (item.type == FhirType::date_time) m_losses.add(item.link_id, "the time of day; here the date alone is asked");
    if (item.first_year || item.last_year)
        m_losses.add(item.link_id, fmt::format("its first and last day; here a date lies in the years {} to {}",
                                               made.minimum, made.maximum));
}

void FhirQuestions::list_what_is_left_out(const FhirItem& item) {
    if (item.required) m_losses.add(item.link_id, "it is required; here everybody may skip");
    if (item.has_initial)
        m_losses.add(item.link_id, "its answer that is filled in from the start; here it begins empty");
}

}
