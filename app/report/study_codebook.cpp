#include "report/study_codebook.hpp"
#include "core/i18n.hpp"
#include "report/csv_line.hpp"
#include "report/export_rows.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace report {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Measure = StudyVariable::Measure;

std::string_view measure_word(Measure measure) {
    switch (measure) {
    case Measure::nominal:
        return "nominal";
    case Measure::ordinal:
        return "ordinal";
    case Measure::scale:
        return "scale";
    }
    return {};
}

// As the Table Schema calls it.
std::string_view type_word(const StudyVariable& variable) {
    if (is_words(variable)) return "string";
    if (is_day(variable)) return "date";
    return variable.whole ? "integer" : "number";
}

// All that its numbers can be has a word; else the words stand at its ends.
bool all_named(const StudyVariable& variable) {
    return !variable.values.empty() && !variable.least;
}

std::string values_words(const StudyVariable& variable) {
    std::string words;
    for (const auto& value : variable.values)
        words += fmt::format("{}{} = {}", words.empty() ? "" : "; ", value.value, value.label);
    return words;
}

OrderedJson field_of(const StudyVariable& variable) {
    OrderedJson field{{"name", variable.name}, {"type", type_word(variable)}, {"title", variable.label}};
    auto about = variable.wording == variable.label ? std::string() : variable.wording;
    if (!variable.values.empty() && !all_named(variable))
        about += (about.empty() ? "" : " ") + fmt::format("({})", values_words(variable));
    if (!about.empty()) field["description"] = about;
    if (all_named(variable)) {
        auto categories = OrderedJson::array();
        for (const auto& value : variable.values)
            categories.push_back({{"value", value.value}, {"label", value.label}});
        field["categories"] = std::move(categories);
        field["categoriesOrdered"] = variable.measure == Measure::ordinal;
    }
    OrderedJson bounds = OrderedJson::object();
    if (variable.least && !is_words(variable)) bounds["minimum"] = *variable.least;
    if (variable.most && !is_words(variable)) bounds["maximum"] = *variable.most;
    if (variable.whole)
        for (auto& [name, bound] : bounds.items())
            bound = static_cast<std::int64_t>(bound.get<double>());
    if (!bounds.empty()) field["constraints"] = std::move(bounds);
    return field;
}

OrderedJson resource_of(const std::string& file, OrderedJson fields) {
    auto name = study_table_name(file);
    return {{"name", std::move(name)},
            {"type", "table"},
            {"path", file},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"schema", {{"fields", std::move(fields)}, {"missingValues", {""}}}}};
}

OrderedJson missing_fields() {
    const auto reasons = {name_of(AnswerStatus::skipped), name_of(AnswerStatus::preferred_not),
                          name_of(AnswerStatus::not_asked), name_of(AnswerStatus::not_reached)};
    return {{{"name", "person_id"}, {"type", "string"}},
            {{"name", "visit"}, {"type", "integer"}},
            {{"name", "variable"}, {"type", "string"}},
            {{"name", "why"}, {"type", "string"}, {"constraints", {{"enum", reasons}}}}};
}

}

std::string study_table_name(const std::string& file) {
    auto name = file.substr(0, file.find('.'));
    for (char& c : name)
        if (c == ' ') c = '_';
    return name;
}

std::string study_codebook(std::span<const StudyFile> files) {
    std::string out =
        "file,variable,label,wording,form,form_versions,item,type,measure,values,least,most,unit,reversed\r\n";
    for (const auto& file : files)
        for (const auto& variable : file.book.variables())
            CsvLine(out)
                .plain(file.file)
                .plain(variable.name)
                .text(variable.label)
                .text(variable.wording == variable.label ? "" : variable.wording)
                .text(variable.module.value)
                .text(fmt::format("{}", fmt::join(variable.versions, " ")))
                .text(variable.place)
                .plain(type_word(variable))
                .plain(measure_word(variable.measure))
                .text(values_words(variable))
                .number(variable.least)
                .number(variable.most)
                .text(variable.unit)
                .truth(variable.reversed)
                .end();
    return out;
}

std::string study_package(std::span<const StudyFile> files) {
    auto resources = OrderedJson::array();
    for (const auto& file : files) {
        auto fields = OrderedJson::array();
        for (const auto& variable : file.book.variables())
            fields.push_back(field_of(variable));
        auto resource = resource_of(file.file, std::move(fields));
        resource["schema"]["primaryKey"] = {"person_id", "visit"};
        resources.push_back(std::move(resource));
        if (file.missing_file.empty()) continue;
        auto missing = resource_of(file.missing_file, missing_fields());
        missing["schema"]["foreignKeys"] = {
            {{"fields", {"person_id", "visit"}},
             {"reference", {{"resource", study_table_name(file.file)}, {"fields", {"person_id", "visit"}}}}}};
        resources.push_back(std::move(missing));
    }
    const OrderedJson package{
        {"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
        {"name", "sameside-study"},
        {"title", core::tr("study.title", "Answers for a study, one row for each person and visit")},
        {"description",
         core::tr("study.about", "Ids are made up. An empty cell is missing; why it is stands in the table beside. A "
                                 "standard error says how much a person's own answers differ, or the form's published "
                                 "one. Whoever knows somebody may still know them by what they answered.")},
        {"resources", std::move(resources)}};
    return package.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}
