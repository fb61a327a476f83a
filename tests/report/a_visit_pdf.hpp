// A couple's visit with every kind of item, for PDFs in tests.
#pragma once
#include "pdf_reading.hpp"
#include "report/visit_pdf.hpp"
#include <ctime>

struct AChart {
    model::Content content;
    model::CaseFile file;
    std::optional<model::PrivateRecord> private_a, private_b;

    static core::WallTime at(int day, int hour = 15) {
        return core::WallTime(std::chrono::sys_days(std::chrono::year(2026) / 3 / day) + std::chrono::hours(hour));
    }

    AChart() {
        ::setenv("TZ", "UTC", 1);
        ::tzset();
        content.packets.push_back({{"first"},
                                   "First visit",
                                   {{"team"}, {"wear"}, {"steady"}, {"mission"}, {"about"}},
                                   core::ModuleId{"ours"}});
        const std::vector<model::Choice> often{{1, "Never"}, {2, "Rarely"}, {3, "Often"}};
        const std::vector<model::Choice> agree{{1, "Disagree"}, {2, "Neither"}, {3, "Agree"}};

        model::Module& team = add("team", "On the same side");
        model::Scale scale;
        scale.id = {"alliance"};
        scale.title = "Alliance";
        scale.minimum = 1;
        scale.maximum = 3;
        scale.least_answered = 3;
        for (const char* id : {"t1", "t2", "t3", "t4"}) {
            item(team, id, model::ItemKind::choice, std::string("Statement ") + id).choices = agree;
            scale.keys.push_back({{id}, std::string(id) == "t4"});
        }
        team.scales.push_back(scale);

        model::Module& wear = add("wear", "What wears us down");
        item(wear, "lying", model::ItemKind::two_way, "Lying").choices = often;
        item(wear, "touch", model::ItemKind::two_way, "Lack of touch").choices = often;
        model::Item& abuse = item(wear, "verbal", model::ItemKind::two_way, "Verbal abuse");
        abuse.choices = often;
        abuse.is_private = true;

        model::Module& steady = add("steady", "Feeling safe");
        steady.is_private = true;
        item(steady, "afraid", model::ItemKind::choice, "How often are you afraid?").choices = often;
        item(steady, "words", model::ItemKind::long_text, "Is there more?").max_bytes = 4000;

        model::Module& mission = add("mission", "What I stand for");
        for (const char* id : {"m1", "m2"}) {
            model::Item& text = item(mission, id, model::ItemKind::long_text, std::string("Mission question ") + id);
            text.max_bytes = 4000;
            text.releasable = true;
        }

        model::Module& about = add("about", "About you both");
        item(about, "years", model::ItemKind::number, "How many years?").unit = "years";
        model::Item& urgent = item(about, "urgent", model::ItemKind::zero_to_ten, "How urgent?");
        urgent.maximum = 10;
        urgent.low_label = "can wait";
        urgent.high_label = "help now";
        item(about, "help", model::ItemKind::choices, "Help with what?").choices = {{1, "Feeling close"},
                                                                                    {2, "Quarrels"}};
        item(about, "line", model::ItemKind::short_text, "One good thing?").max_bytes = 200;
        item(about, "agree", model::ItemKind::consent, "I agree to take part.");
        model::Module& ours = add("ours", "Our mission");
        ours.joint = true;

        file = {.id = {1},
                .chart_code = "RG-2041",
                .name_a = "Maya",
                .name_b = "Jordan",
                .therapist = "Dr. Ruth Gellert",
                .visits = {}};
        model::VisitRecord visit{.sitting = {7}, .packet = {"first"}, .date = at(4), .a = {}, .b = {}, .joint = {}};
        visit.a = {.status = model::PartStatus::sealed,
                   .sealed_at = at(4, 16),
                   .content = model::PartContent{},
                   .problem = {}};
        visit.b = visit.a;
        auto& a = visit.a.content->answers;
        a[{{"team"}, {"t1"}}] = model::Chosen{3};
        a[{{"team"}, {"t2"}}] = model::Chosen{3};
        a[{{"team"}, {"t3"}}] = model::Chosen{2};
        a[{{"team"}, {"t4"}}] = model::Chosen{1};
        a[{{"wear"}, {"lying"}}] = model::BothWays{2, std::nullopt};
        a[{{"wear"}, {"touch"}}] = model::Skipped{};
        a[{{"mission"}, {"m1"}}] = model::Written{"I stand for coming back."};
        a[{{"mission"}, {"m2"}}] = model::Written{"This one I keep."};
        visit.a.content->released = {{{"mission"}, {"m1"}}};
        a[{{"about"}, {"years"}}] = model::Chosen{7};
        a[{{"about"}, {"urgent"}}] = model::Chosen{6};
        a[{{"about"}, {"help"}}] = model::ChosenSet{{1, 2}};
        a[{{"about"}, {"line"}}] = model::Written{"We laugh."};
        a[{{"about"}, {"agree"}}] = model::Consented{true};
        visit.b.content->answers[{{"team"}, {"t1"}}] = model::Chosen{2};
        visit.b.content->answers[{{"team"}, {"t2"}}] = model::Skipped{};
        visit.joint = {.status = model::PartStatus::sealed,
                       .sealed_at = at(4, 17),
                       .content = model::JointContent{},
                       .problem = {}};
        auto& joint = *visit.joint.content;
        joint.drafts = {{model::Partner::a, {{"mission"}, {"m1"}}, "I stand for coming back."}};
        joint.versions = {
            {at(4, 16), {{{model::Partner::a, "We come back."}}}},
            {at(4, 17), {{{model::Partner::a, "We come back."}, {model::Partner::b, "We listen first."}}}}};
        joint.statement = joint.versions.back().statement;
        file.visits.push_back(visit);
    }

    model::VisitRecord& visit() { return file.visits[0]; }
    model::Answer& of_a(const char* module, const char* item) { return visit().a.content->answers[{{module}, {item}}]; }

    model::PrivateRecord private_record(model::Partner partner, int value) const {
        model::PrivateRecord record{.sitting = {7}, .partner = partner, .answers = {}};
        record.answers[{{"steady"}, {"afraid"}}] = model::Chosen{value};
        record.answers[{{"steady"}, {"words"}}] = model::Written{"Only the therapist reads this."};
        record.answers[{{"wear"}, {"verbal"}}] = model::BothWays{value, 1};
        return record;
    }

    [[nodiscard]] core::Done write(const std::filesystem::path& to) const {
        return written(report::visit_pdf({.content = content,
                                          .file = file,
                                          .visit = 0,
                                          .practice = "Riverbend Couples Therapy",
                                          .private_a = private_a,
                                          .private_b = private_b,
                                          .printed_at = at(5)}),
                       to);
    }
    std::vector<std::string> pages() const {
        const Folder folder;
        return write(folder / "chart.pdf") ? pages_of(folder / "chart.pdf") : std::vector<std::string>{};
    }

protected:
    model::Module& add(const char* id, const char* title) {
        model::Module& module = content.modules[{id}];
        module.id = {id};
        module.title = title;
        return module;
    }
    static model::Item& item(model::Module& module, const char* id, model::ItemKind kind, std::string text) {
        model::Item item;
        item.id = {id};
        item.kind = kind;
        item.text = std::move(text);
        module.items.push_back(item);
        return module.items.back();
    }
};

// Pages that stand apart from the numbered ones.
std::vector<std::string> private_pages(const std::vector<std::string>& pages);
std::vector<std::string> public_pages(const std::vector<std::string>& pages);
// The words of a numbered section: "Maya", "Jordan" or "Together", as its pages' headers say; "" is the overview.
std::string section(const std::vector<std::string>& pages, const std::string& name);
