// A visit to be exported, with every kind of item.
#pragma once
#include "a_visit_pdf.hpp"
#include "report/case_export.hpp"

// The visit of AChart, with what charts have no use for: a form for each person, conditions, dates, decimals.
struct AnExport : AChart {
    AnExport() {
        content.packets[0].modules = {{"team"}, {"wear"}, {"steady"}, {"mission"}, {"about"}, {"bonds"}};
        model::Module& ours = content.modules[{"ours"}];
        ours.version = "1";
        item(ours, "statement", model::ItemKind::long_text, "What do you stand for?").max_bytes = 4000;
        model::Module& about = content.modules[{"about"}];
        about.version = "2";
        model::Item& weight = item(about, "sleep", model::ItemKind::number, "Hours of sleep?");
        weight.decimals = 1;
        weight.maximum = 240;
        weight.unit = "hours";
        item(about, "since", model::ItemKind::date, "Since when?").may_prefer_not = true;
        item(about, "sign", model::ItemKind::signature, "Sign, please.");
        item(about, "note", model::ItemKind::display, "Only to be read.");
        item(about, "child", model::ItemKind::choice, "Children?").choices = {{0, "No"}, {1, "Yes"}, {2, "Not sure"}};
        model::Item& school = item(about, "school", model::ItemKind::short_text, "Which school?");
        school.enable_when = {{{{"child"}, model::Test::at_least, 1}}, false};
        school.detail = "A name is enough.";
        model::Module& bonds = add("bonds", "Where it began");
        bonds.version = "3";
        item(bonds, "who-1", model::ItemKind::short_text, "Who took care of you?");
        item(bonds, "who-2", model::ItemKind::short_text, "Someone else?").enable_when = {
            {{{"who-1"}, model::Test::answered, 0}}, false};
        for (const char* number : {"1", "2"}) {
            model::Scale scale = content.modules[{"team"}].scales[0];
            scale.id = {std::string("warm-") + number};
            scale.title = "Warm";
            scale.person = core::ItemId{std::string("who-") + number};
            scale.least_answered = 2;
            scale.keys.clear();
            for (const char* name : {"held", "near"}) {
                const std::string id = std::string(name) + "-" + number;
                model::Item& asked =
                    item(bonds, id.c_str(), model::ItemKind::choice, "{person} was " + std::string(name) + ".");
                asked.choices = {{1, "No"}, {2, "Some"}, {3, "Yes"}};
                asked.person = scale.person;
                scale.keys.push_back({{id}, false});
            }
            bonds.scales.push_back(scale);
        }
        of_a("about", "sleep") = model::Chosen{65};
        of_a("about", "since") = model::PreferredNot{};
        of_a("about", "sign") = model::Signed{{}, "Maya"};
        of_a("about", "child") = model::Chosen{0};
        of_a("bonds", "who-1") = model::Written{"Rosa"};
        of_a("bonds", "held-1") = model::Chosen{3};
        of_a("bonds", "near-1") = model::Chosen{2};
    }

    report::ExportVisit exported() const {
        return {.content = content,
                .file = file,
                .visit = file.visits[0],
                .private_a = private_a ? &*private_a : nullptr,
                .private_b = private_b ? &*private_b : nullptr};
    }
    report::CaseExport whole_case() const {
        report::CaseExport input{.content = content, .file = file, .practice = "Riverbend", .made_at = at(5)};
        for (const auto* record : {&private_a, &private_b})
            if (*record) input.private_records.push_back(**record);
        return input;
    }
};
