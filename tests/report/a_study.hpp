// The visits of one couple as tables for studies, oldest first.
#pragma once
#include "an_export.hpp"
#include "report/study_codebook.hpp"
#include "report/study_rows.hpp"
#include "table_rows.hpp"
#include <vector>

struct AStudy : AnExport {
    report::StudyScope scope;

    report::StudyBook book(report::StudyTable table) const {
        report::StudyBook made(table, scope, content, content);
        for (const auto& visit : file.visits)
            made.add(visit, {opened(model::Partner::a), opened(model::Partner::b)});
        made.settle();
        return made;
    }
    const model::PrivateRecord* opened(model::Partner partner) const {
        const auto& record = partner == model::Partner::a ? private_a : private_b;
        return record ? &*record : nullptr;
    }
    report::StudyRow row(const report::StudyBook& book, std::size_t visit, model::Partner partner) const {
        return study_row(book, {.person = partner == model::Partner::a ? "pa" : "pb",
                                .couple = "c1",
                                .partner = partner,
                                .number = file.visits.size() - visit,
                                .first_visit = file.visits.back().date,
                                .visit = file.visits[visit],
                                .opened = opened(partner),
                                .names = {file.name_a, file.name_b}});
    }
    std::string csv(report::StudyTable table) const {
        const auto made = book(table);
        std::string text = study_heading(made);
        for (std::size_t visit = file.visits.size(); visit-- > 0;)
            for (const auto partner : model::both_partners)
                text += row(made, visit, partner).cells;
        return text;
    }
    std::vector<TableRow> rows(report::StudyTable table = report::StudyTable::answers) const {
        return table_rows(csv(table));
    }
    std::string missing(report::StudyTable table = report::StudyTable::answers) const {
        const auto made = book(table);
        std::string text;
        for (const auto partner : model::both_partners)
            text += row(made, 0, partner).missing;
        return text;
    }
    std::string everything() const {
        const auto answers = book(report::StudyTable::answers), times = book(report::StudyTable::times);
        const report::StudyFile files[] = {{answers, "study.csv", "study missing.csv"}, {times, "study times.csv", ""}};
        return csv(report::StudyTable::answers) + csv(report::StudyTable::times) + missing() +
               report::study_codebook(files) + report::study_package(files) + report::study_r(files) +
               report::study_spss(files);
    }
};
