#include "content/fhir/formula.hpp"
#include "content/fhir/stated_range.hpp"
#include "content/forms/limits.hpp"
#include "content/read/diagnostics.hpp"
#include "content/read/fields.hpp"
#include "model/form/privacy.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace content {

namespace {

constexpr std::size_t most_steps = 200; // of one item's points

bool is_number(FhirType type) {
    return type == FhirType::integer || type == FhirType::decimal || type == FhirType::quantity;
}

std::string small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

bool says_score(std::string_view text) {
    const auto small = small_letters(text);
    return small.find("score") != std::string::npos || small.find("total") != std::string::npos;
}

bool says_total_score(std::string_view text) {
    const auto small = small_letters(text);
    return small.find("total score") != std::string::npos || small.find("sum score") != std::string::npos;
}

// A formula as whole numbers that are divided once, at the end.
struct WholePoints {
    std::int64_t add = 0;
    std::int64_t divide_by = 1;
    std::vector<std::vector<std::int64_t>> by_answer;
};

std::optional<std::int64_t> times(Exact number, std::int64_t factor) {
    const auto made = number.over() * (factor / number.under());
    return std::abs(made) <= greatest_value ? std::optional(made) : std::nullopt;
}

std::optional<WholePoints> whole_points(const FhirFormula& formula) {
    WholePoints points;
    const auto divide = [&](Exact number) {
        points.divide_by = std::lcm(points.divide_by, number.under());
        return points.divide_by <= greatest_value;
    };
    bool fits = divide(formula.offset);
    for (const auto& of : formula.points) {
        fits = fits && std::ranges::all_of(of.by_answer, divide);
        if (of.unanswered) fits = fits && divide(*of.unanswered);
    }
    if (!fits) return std::nullopt;
    const auto add = times(formula.offset, points.divide_by);
    if (!add) return std::nullopt;
    points.add = *add;
    for (const auto& of : formula.points) {
        if (of.unanswered && !times(*of.unanswered, points.divide_by)) return std::nullopt;
        auto& mine = points.by_answer.emplace_back();
        for (const auto& number : of.by_answer) {
            const auto made = times(number, points.divide_by);
            if (!made) return std::nullopt;
            mine.push_back(*made);
        }
    }
    return points;
}

std::vector<int> answers_to(const model::Item& item) {
    std::vector<int> answers;
    for (const auto& choice : item.choices)
        answers.push_back(choice.value);
    for (int value = item.minimum; item.choices.empty() && value <= item.maximum; ++value)
        answers.push_back(value);
    return answers;
}

// How the answers of an item count where they count as they are, or turned round, and something is added to all of
// them.
struct AsTheyAre {
    bool reversed = false;
    std::int64_t added = 0;
};
std::optional<AsTheyAre> as_they_are(const std::vector<int>& answers, const std::vector<std::int64_t>& points) {
    for (const bool reversed : {false, true}) {
        const auto plain = [&](std::size_t k) {
            return reversed ? std::int64_t{answers.front()} + answers.back() - answers[k] : std::int64_t{answers[k]};
        };
        const auto added = points.front() - plain(0);
        bool all = true;
        for (std::size_t k = 0; k < answers.size(); ++k)
            all = all && points[k] - plain(k) == added;
        if (all) return AsTheyAre{reversed, added};
    }
    return std::nullopt;
}

class TotalMaker {
public:
    TotalMaker(const FhirItem& item, const FhirFormula& formula, const FhirFormulas& formulas)
        : m_item(item), m_formula(formula), m_formulas(formulas) {}
    // The keys and what is done with them; `why_not` says what a scale cannot hold.
    bool make(model::Scale& scale, std::string& why_not);

private:
    const model::Item& asked(std::size_t which) const {
        return *m_formulas.questions()[m_formula.points[which].question].asked;
    }
    bool make_plain(const WholePoints& points, model::Scale& scale) const;
    bool make_points(const WholePoints& points, model::Scale& scale, std::string& why_not) const;
    bool agrees(double low, double high, std::string& why_not) const;

    const FhirItem& m_item;
    const FhirFormula& m_formula;
    const FhirFormulas& m_formulas;
};

// A sum or a mean of answers of one range, as forms are made by hand.
bool TotalMaker::make_plain(const WholePoints& points, model::Scale& scale) const {
    const auto count = static_cast<std::int64_t>(points.by_answer.size());
    if (points.divide_by != 1 && points.divide_by != count) return false;
    auto added = points.add;
    std::vector<model::Key> keys;
    for (std::size_t i = 0; i < points.by_answer.size(); ++i) {
        const auto answers = answers_to(asked(i));
        const auto way = as_they_are(answers, points.by_answer[i]);
        if (!way || m_formula.points[i].unanswered) return false;
        if (i == 0) scale.minimum = answers.front(), scale.maximum = answers.back();
        if (scale.minimum != answers.front() || scale.maximum != answers.back()) return false;
        added += way->added;
        keys.push_back({.item = asked(i).id, .reversed = way->reversed, .points = {}, .unanswered = {}});
    }
    if (added != 0) return false;
    scale.method = points.divide_by == 1 ? model::Method::sum : model::Method::mean;
    scale.keys = std::move(keys);
    scale.least_answered = scale.keys.size();
    if (scale.method == model::Method::mean && m_formula.least)
        scale.least_answered = std::min(*m_formula.least, scale.keys.size());
    return true;
}

bool TotalMaker::make_points(const WholePoints& points, model::Scale& scale, std::string& why_not) const {
    scale.method = model::Method::points;
    scale.uncertainty = model::Uncertainty::none;
    scale.add = static_cast<int>(points.add);
    if (points.divide_by > 1) scale.divide_by = static_cast<int>(points.divide_by);
    for (std::size_t i = 0; i < points.by_answer.size(); ++i) {
        const auto& item = asked(i);
        const auto answers = answers_to(item);
        model::Key key{.item = item.id, .points = {}, .unanswered = {}};
        bool itself = true;
        for (std::size_t k = 0; k < answers.size(); ++k) {
            const auto counts = static_cast<int>(points.by_answer[i][k]);
            itself = itself && counts == answers[k];
            const bool step = !item.choices.empty() || key.points.empty() || key.points.back().points != counts;
            if (step) key.points.push_back({answers[k], counts});
        }
        if (itself) key.points.clear();
        if (key.points.size() > most_steps) {
            why_not =
                fmt::format("the answers to {} count in more than {} ways", in_quotes(m_item.link_id), most_steps);
            return false;
        }
        if (const auto& skipped = m_formula.points[i].unanswered) {
            key.unanswered = static_cast<int>(skipped->over() * (points.divide_by / skipped->under()));
        } else {
            ++scale.least_answered;
        }
        scale.keys.push_back(std::move(key));
    }
    scale.least_answered = std::max<std::size_t>(scale.least_answered, 1);
    return true;
}

// What the file says the total can be, in words or as a rule.
bool TotalMaker::agrees(double low, double high, std::string& why_not) const {
    constexpr double nearly = 1e-6;
    auto words = m_item.prefix + " " + m_item.text;
    for (const auto& below : m_item.items)
        if (below.type == FhirType::display) words += " " + below.text;
    const auto said = stated_range(words);
    if (said && (std::abs(said->first - low) > nearly || std::abs(said->second - high) > nearly)) {
        why_not = fmt::format("its words say {:g} to {:g}, and its formula gives {:g} to {:g}", said->first,
                              said->second, low, high);
        return false;
    }
    if ((m_item.minimum && *m_item.minimum > low + nearly) || (m_item.maximum && *m_item.maximum < high - nearly)) {
        why_not =
            fmt::format("its formula gives {:g} to {:g}, which its minValue or maxValue does not allow", low, high);
        return false;
    }
    return true;
}

bool TotalMaker::make(model::Scale& scale, std::string& why_not) {
    const auto points = whole_points(m_formula);
    if (!points) {
        why_not = "its formula gives numbers that are too large or have too many digits";
        return false;
    }
    double low = static_cast<double>(points->add), high = low;
    for (std::size_t i = 0; i < points->by_answer.size(); ++i) {
        auto counts = points->by_answer[i];
        if (const auto& skipped = m_formula.points[i].unanswered)
            counts.push_back(skipped->over() * (points->divide_by / skipped->under()));
        low += static_cast<double>(std::ranges::min(counts));
        high += static_cast<double>(std::ranges::max(counts));
    }
    low /= static_cast<double>(points->divide_by);
    high /= static_cast<double>(points->divide_by);
    if (low < -greatest_value || high > greatest_value) {
        why_not = "its formula gives numbers that are too large";
        return false;
    }
    if (!agrees(low, high, why_not)) return false;
    if (make_plain(*points, scale)) return true;
    scale.minimum = static_cast<int>(std::floor(low));
    scale.maximum = static_cast<int>(std::ceil(high));
    return make_points(*points, scale, why_not);
}

std::string listed(const FhirFormula& formula, const FhirFormulas& formulas) {
    std::string names;
    for (const auto& of : formula.points)
        names += (names.empty() ? "" : ", ") + shown(formulas.questions()[of.question].item->link_id);
    return names;
}

// What has become of it, for whoever has to compare it with the form on paper.
void say_what_it_is(const FhirItem& item, const std::string& names, const model::Scale& scale,
                    const model::Module& module, FhirLosses& losses) {
    const bool counts = std::ranges::any_of(scale.keys, [](const auto& key) { return key.unanswered.has_value(); });
    const auto what = scale.method == model::Method::sum    ? fmt::format("the sum of {}", names)
                      : scale.method == model::Method::mean ? fmt::format("the mean of {}", names)
                      : counts                              ? fmt::format("a count of which were answered of {}", names)
                               : fmt::format("made of points for {}, as its formula says", names);
    const auto skipped = counts ? std::string("Where none is answered it is not scored.")
                         : scale.method == model::Method::mean && scale.least_answered < scale.keys.size()
                             ? fmt::format("It is scored where {} of them are answered.", scale.least_answered)
                             : "Where one of them is skipped it is not scored.";
    losses.add(item.link_id,
               fmt::format("it is not asked; it is a score, {}. {} Its ends say \"A low total\" and \"A high total\", "
                           "and there are no published figures: write them in",
                           what, skipped));
    if (std::ranges::any_of(scale.keys, &model::Key::reversed))
        losses.add(item.link_id, "some of its answers count turned round (reversed)");
    const auto waits = [&](const model::Key& key) {
        return !key.unanswered && !model::find_item(module, key.item)->enable_when.conditions.empty();
    };
    if (std::ranges::any_of(scale.keys, waits))
        losses.add(item.link_id, "it needs every answer, and one of its questions is only asked under a condition");
}

}

bool holds_a_total(const FhirItem& item) {
    if (!is_number(item.type)) return false;
    const auto is_total_code = [](const model::Code& one) {
        return one.system == "http://loinc.org" && one.code == "44261-6";
    };
    const auto in_points = [](const model::Code& unit) { return unit.code == "{score}" || unit.display == "{score}"; };
    return !item.formula.expression.empty() || std::ranges::any_of(item.codes, is_total_code) ||
           std::ranges::any_of(item.units, in_points) || says_total_score(item.text) ||
           std::ranges::any_of(item.codes, says_total_score, &model::Code::display) ||
           (item.read_only && says_score(item.text));
}

void add_totals(const std::vector<FhirTotal>& totals, const FhirQuestionnaire& form,
                const std::vector<FhirAsked>& asked, WrittenModule& written, FhirLosses& losses) {
    model::Module& module = written.module;
    FhirFormulas formulas(form, asked, module);
    FhirIds scale_ids;
    std::vector<model::Scale> scales;
    for (const auto& [item, groups] : totals) {
        std::string why_not = "the file has no formula for it (calculatedExpression)";
        const auto formula = item->formula.expression.empty() ? std::nullopt : formulas.of(*item, why_not);
        model::Scale scale;
        if (!formula || !TotalMaker(*item, *formula, formulas).make(scale, why_not)) {
            losses.add(item->link_id, fmt::format("the total is left out: {}", why_not));
            continue;
        }
        scale.id = {scale_ids.of(item->link_id)};
        const std::string name = item->text.empty() ? "Total" : with_shown_letters(item->link_id, item->text, losses);
        scale.title = cut_short(name, title_limit.characters);
        if (scale.title != name)
            losses.add(item->link_id, fmt::format("the total's title is cut to {} characters", title_limit.characters));
        scale.low_means = "A low total";
        scale.high_means = "A high total";
        scale.is_private = item->is_restricted || std::ranges::any_of(scale.keys, [&](const model::Key& key) {
                               return model::is_private(module, *model::find_item(module, key.item));
                           });
        scale.origin = fhir_origin(*item, groups, losses);
        say_what_it_is(*item, listed(*formula, formulas), scale, module, losses);
        written.scale_notes[scale.id] = "linkId: " + item->link_id;
        scales.push_back(std::move(scale));
    }
    module.scales = std::move(scales);
}

}
