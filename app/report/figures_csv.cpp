#include "report/figures_csv.hpp"
#include "core/toml_string.hpp"
#include "model/form/privacy.hpp"
#include "report/csv_line.hpp"
#include "report/iso_time.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace report {
namespace {

std::string joined(const std::vector<std::string>& versions) {
    return fmt::format("{}", fmt::join(versions, " "));
}

void add_row(std::string& out, const model::Measure& what, const model::MeasureFigures& measure,
             const std::string& language, const model::ScaleFigures& figures) {
    CsvLine line(out);
    line.text(measure.module.value)
        .text(joined(measure.versions))
        .text(measure.scale.value)
        .text(what.scale->title)
        .plain(language);
    if (figures.scores)
        line.count(figures.scores->people).number(figures.scores->mean).number(figures.scores->deviation);
    else
        line.plain("").plain("").plain("");
    if (figures.items)
        line.count(figures.items->people).estimate(figures.items->omega).estimate(figures.items->alpha);
    else
        line.plain("").estimate({}).estimate({});
    if (figures.again)
        line.count(figures.again->people)
            .estimate(figures.again->icc)
            .number(figures.again->median_days)
            .number(figures.again->least_days)
            .number(figures.again->most_days);
    else
        line.plain("").estimate({}).plain("").plain("").plain("");
    line.plain(figures.scores ? "" : std::to_string(model::least_people))
        .truth(is_private(*what.module, *what.scale))
        .end();
}

void add_items(std::string& out, const model::Measure& what, const model::MeasureFigures& measure,
               const std::string& language, const model::ScaleFigures& figures) {
    if (!figures.items) return;
    const auto& rest = figures.items->item_rest;
    for (std::size_t i = 0; i < rest.size() && i < what.scale->keys.size(); ++i) {
        const auto& key = what.scale->keys[i];
        const auto* item = model::find_item(*what.module, key.item);
        CsvLine(out)
            .text(measure.module.value)
            .text(joined(measure.versions))
            .text(measure.scale.value)
            .text(key.item.value)
            .text(item == nullptr ? std::string() : sentence_of(*item, key.way))
            .truth(key.reversed)
            .plain(language)
            .number(rest[i])
            .end();
    }
}

std::string sem_of(const model::ScaleFigures& figures, const model::OwnError& error, const std::string& source) {
    const auto how = error.by_retest ? fmt::format("ICC(2,1), {} people again after a median of {:g} days",
                                                   figures.again->people, figures.again->median_days)
                                     : fmt::format("alpha, {} people", figures.items->people);
    return fmt::format("uncertainty = \"sem\"\n"
                       "sd = {{ value = {:.4f}, source = {} }}\n"
                       "reliability = {{ value = {:.4f}, source = {} }}\n",
                       error.deviation, core::toml_string(fmt::format("{}: {} people", source, figures.scores->people)),
                       std::clamp(error.reliability, 0.0001, 0.9999),
                       core::toml_string(fmt::format("{}: {}", source, how)));
}

}

std::string figures_csv(const model::PracticeFigures& figures, const model::Content& content) {
    std::string out = "module,module_version,scale,title,language,people,mean,sd,all_items_people,omega,omega_low,"
                      "omega_high,alpha,alpha_low,alpha_high,again_people,icc,icc_low,icc_high,days_median,days_least,"
                      "days_most,fewer_than,private\r\n";
    for (const auto& measure : figures.measures) {
        const auto what = model::measure_of(content, measure);
        if (what.scale == nullptr) continue;
        add_row(out, what, measure, "", measure.all);
        if (!measure.all.scores) continue;
        for (const auto& row : measure.languages)
            add_row(out, what, measure, row.tag, row.figures);
    }
    return out;
}

std::string figure_items_csv(const model::PracticeFigures& figures, const model::Content& content) {
    std::string out = "module,module_version,scale,item,text,reversed,language,item_rest\r\n";
    for (const auto& measure : figures.measures) {
        const auto what = model::measure_of(content, measure);
        if (what.scale == nullptr) continue;
        add_items(out, what, measure, "", measure.all);
        for (const auto& row : measure.languages)
            add_items(out, what, measure, row.tag, row.figures);
    }
    return out;
}

std::string sem_lines(const model::PracticeFigures& figures, const model::Content& content,
                      const std::string& practice) {
    std::string out;
    const auto source = fmt::format("{}, {}", practice, utc_day(figures.made_at));
    for (const auto& measure : figures.measures) {
        const auto what = model::measure_of(content, measure);
        const auto error = model::own_error(measure.all);
        if (what.scale == nullptr || !error) continue;
        out += fmt::format("# {}, version {}: scale {}\n{}\n", measure.module.value, joined(measure.versions),
                           measure.scale.value, sem_of(measure.all, *error, source));
    }
    return out;
}

}
