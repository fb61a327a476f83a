#include "chart/answer_words.hpp"
#include "chart/guide_words.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "report/visit_pages.hpp"
#include <algorithm>

namespace report {
namespace {

constexpr float fact_x = 110;

void fact(Flow& flow, std::string label, std::string words) {
    flow.row({Cell{0, fact_x - 12, std::move(label), type::quiet},
              Cell{fact_x, content_width - fact_x, std::move(words), type::body}});
    flow.space(3);
}

std::string joint_words(const model::JointRecord& joint) {
    return part_words({.status = joint.status, .sealed_at = joint.sealed_at, .content = {}, .problem = {}});
}

void sentences(Flow& flow, const VisitPages& pages, const model::Statement& statement) {
    constexpr float text_x = 110;
    for (const model::Sentence& sentence : statement.sentences) {
        flow.row({Cell{14, text_x - 26, pages.name(sentence.author), type::quiet, Cut::never, sentence.author},
                  Cell{text_x, content_width - text_x, sentence.text, type::body}});
        flow.space(4);
    }
}

}

void VisitPages::overview() const {
    flow.new_page();
    flow.bookmark(tr("pdf.overview", "Overview"), 0);
    flow.text(input.whose ? name(*input.whose)
                          : fill(tr("pdf.couple", "{a} and {b}"),
                                 {{"a", name(model::Partner::a)}, {"b", name(model::Partner::b)}}),
              type::title);
    flow.space(4);
    flow.text(fill(tr("pdf.whose", "Chart {code}  ·  Visit of {day}  ·  Therapist: {therapist}"),
                   {{"code", input.file.chart_code},
                    {"day", full_day_words(visit().date)},
                    {"therapist", input.file.therapist}}),
              type::quiet);
    flow.space(16);
    const model::Packet* packet = model::find_packet(model::content_of(input.content, visit()), visit().packet);
    fact(flow, tr("pdf.packet", "Packet"), packet ? packet->title : visit().packet.value);
    if (visit().form_not_recorded)
        fact(flow, tr("pdf.form", "Form"), tr("pdf.form-not-recorded", "Not recorded when it was answered, but later"));
    for (const model::Partner partner : both_partners) {
        if (input.whose && partner != *input.whose) continue;
        fact(flow, name(partner), part_words(part(partner)));
        if (!part(partner).problem.empty()) fact(flow, "", part(partner).problem.words());
    }
    fact(flow, tr("pdf.together", "Together"), joint_words(visit().joint));
    if (!visit().joint.problem.empty()) fact(flow, "", visit().joint.problem.words());
    fact(flow, tr("pdf.printed", "Printed"), moment_words(input.printed_at));
    fact(flow, tr("pdf.private-items", "Private items"),
         tr("pdf.private-left-out", "Private items are not included in the numbered pages."));

    const bool anyone = part(model::Partner::a).content || part(model::Partner::b).content;
    if (anyone) module_pictures();
}

void VisitPages::partner(model::Partner partner) const {
    section(partner, name(partner));
    const std::string letter =
        partner == model::Partner::a ? tr("pdf.partner-a", "Partner A") : tr("pdf.partner-b", "Partner B");
    flow.bookmark(letter, 0);
    flow.space(3);
    flow.text(part_words(part(partner)), type::quiet);
    if (!part(partner).problem.empty()) {
        flow.space(14);
        flow.text(part(partner).problem.words(), type::strong);
    }
    if (!part(partner).content) return;
    const model::Answers given = public_answers(partner);
    for (const model::Module* module : forms()) {
        std::vector<const model::Item*> items;
        std::size_t answered = 0;
        const std::vector<bool> asked = model::which_apply(*module, given);
        for (std::size_t i = 0; i < module->items.size(); ++i) {
            const model::Item& item = module->items[i];
            if (is_private(*module, item) || !asked[i] || !takes_answer(item.kind)) continue;
            items.push_back(&item);
            const auto found = given.find({module->id, item.id});
            if (found != given.end() && model::is_answered(found->second)) ++answered;
        }
        if (items.empty()) continue;
        const std::string count = fill(trn("pdf.items-answered", "{answered} of 1 item answered",
                                           "{answered} of {of} items answered", static_cast<long long>(items.size())),
                                       {{"answered", std::to_string(answered)}, {"of", std::to_string(items.size())}});
        module_heading(*module, count);
        flow.bookmark(module->title, 1);
        scores(*module, given, false);
        answers(*module, items, given, partner, &part(partner).content->released);
    }
}

bool VisitPages::mission_is_older() const {
    const auto& joint = visit().joint.content;
    return mission->cut && (!joint || joint->versions.empty() || joint->versions.back().at != mission->cut->at);
}

void VisitPages::together() const {
    const model::JointRecord& joint = visit().joint;
    flow.new_page();
    flow.bookmark(tr("pdf.together", "Together"), 0);
    flow.text(tr("pdf.together", "Together"), type::section);
    flow.space(3);
    flow.text(joint_words(joint), type::quiet);
    if (!joint.problem.empty()) {
        flow.space(14);
        flow.text(joint.problem.words(), type::strong);
    }
    const auto heading = [&](const std::string& title, const std::string& beside) {
        flow.space(22);
        flow.keep_room(80);
        flow.text(title, type::heading);
        flow.text(beside, type::small);
        flow.space(5);
        flow.rule();
        flow.space(8);
    };
    if (mission_is_older()) {
        heading(
            tr("pdf.older-mission", "Their mission, from an earlier visit"),
            fill(tr("pdf.agreed", "Both agreed to these words {time}"), {{"time", moment_words(mission->cut->at)}}));
        mission->page = flow.page_count();
        sentences(flow, *this, mission->cut->statement);
    }
    if (!joint.content) return;
    const auto& versions = joint.content->versions;
    for (std::size_t i = versions.size(); i-- > 0;) {
        heading(fill(tr("pdf.statement", "Joint statement, version {number}"), {{"number", std::to_string(i + 1)}}),
                fill(tr("pdf.agreed", "Both agreed to these words {time}"), {{"time", moment_words(versions[i].at)}}));
        if (mission->cut && versions[i].at == mission->cut->at) mission->page = flow.page_count();
        sentences(flow, *this, versions[i].statement);
    }
    const bool unagreed = versions.empty() || !(versions.back().statement == joint.content->statement);
    if (unagreed && !joint.content->statement.sentences.empty()) {
        heading(tr("pdf.unfinished", "Joint statement, unfinished"), tr("pdf.not-agreed", "Not agreed by both"));
        sentences(flow, *this, joint.content->statement);
    }
    if (versions.empty() && joint.content->statement.sentences.empty()) {
        flow.space(14);
        flow.text(tr("pdf.no-statement", "No joint statement was written at this visit."), type::body);
    }
    if (joint.content->drafts.empty()) return;
    heading(tr("pdf.drafts", "Released drafts"), tr("pdf.drafts-what", "What each author released to the joint page"));
    model::Statement drafts;
    for (const model::Draft& draft : joint.content->drafts)
        drafts.sentences.push_back({draft.author, draft.text});
    sentences(flow, *this, drafts);
}

void VisitPages::private_pages(const model::PrivateRecord& record) const {
    const model::Partner partner = record.partner;
    section(partner, fill(tr("pdf.private-title", "{name}: private answers"), {{"name", name(partner)}}));
    flow.bookmark(partner == model::Partner::a ? tr("pdf.private-a", "Private: partner A")
                                               : tr("pdf.private-b", "Private: partner B"),
                  0);
    flow.space(3);
    flow.text(tr("pdf.private-what",
                 "Given in private. Use them to open a talk alone; an answer that names nothing proves nothing."),
              type::quiet);
    flow.space(14);
    flow.row(
        {Cell{0, 280, tr("pdf.asked", "Asked to speak with someone alone"), type::body},
         Cell{292, content_width - 292, part(partner).wish ? tr("pdf.yes", "Yes") : tr("pdf.no", "No"), type::body}});

    const auto reading = model::private_reading(input.content, visit(), record);
    for (const model::Module* module : reading.forms) {
        std::vector<const model::Item*> items;
        for (const model::Item& item : module->items)
            if (is_private(*module, item) && takes_answer(item.kind)) items.push_back(&item);
        if (items.empty()) continue;
        module_heading(*module, "");
        flow.bookmark(module->title, 1);
        scores(*module, reading.answers, true);
        answers(*module, items, record.answers, partner, nullptr);
    }
    model::Item unknown;
    bool first = true;
    for (const auto& [ref, answer] : record.answers) {
        const model::Module* module = model::find_module(model::content_of(input.content, visit()), ref.module);
        if (module && model::find_item(*module, ref.item)) continue;
        if (first) {
            flow.space(26);
            flow.keep_room(80);
            flow.text(tr("pdf.unknown", "Items that this kiosk's content no longer has"), type::heading);
            flow.space(8);
        }
        first = false;
        flow.row({Cell{0, 268, ref.module.value + " / " + ref.item.value, type::body},
                  Cell{292, content_width - 292, chart::answer_words(unknown, answer), type::body}});
        flow.space(5);
    }
    guide(partner);
}

void VisitPages::guide(model::Partner partner) const {
    flow.space(26);
    flow.keep_room(160);
    flow.text(chart::guide_title(), type::heading);
    flow.space(5);
    flow.rule();
    flow.space(7);
    int number = 0;
    for (const auto& line : chart::guide_lines(name(partner))) {
        flow.row({Cell{0, 18, std::to_string(++number), type::strong}, Cell{20, content_width - 20, line, type::body}});
        flow.space(4);
    }
    flow.text(chart::guide_is_constant(), type::small);
}

}
