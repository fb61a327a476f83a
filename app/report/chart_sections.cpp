#include "chart/score_bars.hpp"
#include "model/answer_words.hpp"
#include "model/applies.hpp"
#include "report/chart_pages.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace report {
namespace {

constexpr model::Role both_roles[] = {model::Role::a, model::Role::b};
constexpr float fact_x = 110;

void fact(Flow& flow, std::string label, std::string words) {
    flow.row({Cell{0, fact_x - 12, std::move(label), type::quiet},
              Cell{fact_x, content_width - fact_x, std::move(words), type::body}});
    flow.space(3);
}

std::string joint_words(const model::JointRecord& joint) {
    return part_words({.status = joint.status, .sealed_at = joint.sealed_at, .content = {}, .problem = {}});
}

float chart_height(const Flow& flow, const chart::ScoreBars& bars) {
    return chart::score_bars_height(flow.typesetter(), bars, content_width / chart_scale) * chart_scale;
}

// A module with more scales than a page holds is drawn in pieces.
void draw_chart(Flow& flow, chart::ScoreBars bars) {
    constexpr float width = content_width / chart_scale;
    while (!bars.rows.empty()) {
        chart::ScoreBars piece = bars;
        while (chart_height(flow, piece) > content_bottom - content_top && piece.rows.size() > 1)
            piece.rows.resize((piece.rows.size() + 1) / 2);
        bars.rows.erase(bars.rows.begin(), bars.rows.begin() + static_cast<std::ptrdiff_t>(piece.rows.size()));
        flow.picture(chart_height(flow, piece), [piece](PdfCanvas& canvas, chart::Point at) {
            canvas.scaled(at, chart_scale, [&](chart::Canvas& scaled) {
                chart::draw_score_bars(scaled, piece, {}, width, score_colors);
            });
        });
    }
}

void sentences(Flow& flow, const ChartPages& pages, const model::Statement& statement) {
    constexpr float text_x = 110;
    for (const model::Sentence& sentence : statement.sentences) {
        flow.row({Cell{14, text_x - 26, pages.name(sentence.author), type::quiet, Cut::never, sentence.author},
                  Cell{text_x, content_width - text_x, sentence.text, type::body}});
        flow.space(4);
    }
}

}

void ChartPages::overview() const {
    flow.new_page();
    flow.bookmark("Overview", 0);
    flow.text(name(model::Role::a) + " and " + name(model::Role::b), type::title);
    flow.space(4);
    flow.text(fmt::format("Chart {}  ·  Visit of {}  ·  Therapist: {}", input.file.chart_code, day_words(visit().date),
                          input.file.therapist),
              type::quiet);
    flow.space(16);
    const model::Packet* packet = model::find_packet(input.content, visit().packet);
    fact(flow, "Packet", packet ? packet->title : visit().packet.value);
    for (const model::Role role : both_roles) {
        fact(flow, name(role), part_words(part(role)));
        if (!part(role).problem.empty()) fact(flow, "", part(role).problem);
    }
    fact(flow, "Together", joint_words(visit().joint));
    fact(flow, "Printed", time_words(input.printed_at));
    fact(flow, "Private items", "Private items are not included in the numbered pages.");

    const model::Answers of_a = public_answers(model::Role::a), of_b = public_answers(model::Role::b);
    bool first = true, any_norms = false;
    for (const model::Module* module : modules()) {
        for (const model::Scale& scale : module->scales)
            any_norms = any_norms || !scale.norms.empty();
        const auto bars =
            chart::score_bars(*module, name(model::Role::a), part(model::Role::a).content ? &of_a : nullptr,
                              name(model::Role::b), part(model::Role::b).content ? &of_b : nullptr);
        const bool anyone = part(model::Role::a).content || part(model::Role::b).content;
        if (bars.rows.empty() || !anyone) continue;
        flow.space(first ? 24.0F : 14.0F);
        first = false;
        flow.keep_room(type::heading.line + 8 + chart_height(flow, bars));
        flow.bookmark(module->title, 1);
        flow.text(module->title, type::heading);
        flow.space(8);
        draw_chart(flow, bars);
    }
    if (first) return;
    flow.space(12);
    flow.text(fmt::format("How to read this: a point stands for the person's own answers; the bar is its 95 % range. "
                          "Where two bars overlap, the difference may be chance. {}A skipped item is left out and "
                          "never counted as zero. Scores are a start for talking, not a verdict.",
                          any_norms ? "" : "There are no norms. "),
              type::note);
}

void ChartPages::partner(model::Role role) const {
    section(role, name(role));
    const std::string letter = role == model::Role::a ? "Partner A" : "Partner B";
    flow.bookmark(letter, 0);
    flow.space(3);
    flow.text(part_words(part(role)), type::quiet);
    if (!part(role).problem.empty()) {
        flow.space(14);
        flow.text(part(role).problem, type::strong);
    }
    if (!part(role).content) return;
    const model::Answers given = public_answers(role);
    for (const model::Module* module : modules()) {
        std::vector<const model::Item*> items;
        std::size_t answered = 0;
        const std::vector<bool> asked = model::which_apply(*module, given);
        for (std::size_t i = 0; i < module->items.size(); ++i) {
            const model::Item& item = module->items[i];
            if (is_private(*module, item) || !asked[i] || item.kind == model::ItemKind::display) continue;
            items.push_back(&item);
            const auto found = given.find({module->id, item.id});
            if (found != given.end() && model::is_answered(found->second)) ++answered;
        }
        if (items.empty()) continue;
        const std::string count = items.size() == 1 ? fmt::format("{} of 1 item answered", answered)
                                                    : fmt::format("{} of {} items answered", answered, items.size());
        module_heading(*module, count);
        flow.bookmark(module->title, 1);
        scores(*module, given, false);
        answers(*module, items, given, role, &part(role).content->released);
    }
}

void ChartPages::together() const {
    const model::JointRecord& joint = visit().joint;
    if (joint.status == model::PartStatus::absent) return;
    flow.new_page();
    flow.bookmark("Together", 0);
    flow.text("Together", type::section);
    flow.space(3);
    flow.text(joint_words(joint), type::quiet);
    if (!joint.problem.empty()) {
        flow.space(14);
        flow.text(joint.problem, type::strong);
    }
    if (!joint.content) return;
    const auto heading = [&](const std::string& title, const std::string& beside) {
        flow.space(22);
        flow.keep_room(80);
        flow.text(title, type::heading);
        flow.text(beside, type::note);
        flow.space(5);
        flow.rule();
        flow.space(8);
    };
    const auto& versions = joint.content->versions;
    for (std::size_t i = versions.size(); i-- > 0;) {
        heading(fmt::format("Joint statement, version {}", i + 1),
                "Both agreed to these words " + time_words(versions[i].at));
        sentences(flow, *this, versions[i].statement);
    }
    const bool unagreed = versions.empty() || !(versions.back().statement == joint.content->statement);
    if (unagreed && !joint.content->statement.sentences.empty()) {
        heading("Joint statement, unfinished", "Not agreed by both");
        sentences(flow, *this, joint.content->statement);
    }
    if (versions.empty() && joint.content->statement.sentences.empty()) {
        flow.space(14);
        flow.text("No joint statement was written at this visit.", type::body);
    }
    if (joint.content->drafts.empty()) return;
    heading("Released drafts", "What each author released to the joint page");
    model::Statement drafts;
    for (const model::Draft& draft : joint.content->drafts)
        drafts.sentences.push_back({draft.author, draft.text});
    sentences(flow, *this, drafts);
}

void ChartPages::private_pages(const model::PrivateRecord& record) const {
    const model::Role role = record.role;
    section(role, name(role) + ": private answers");
    flow.bookmark(role == model::Role::a ? "Private: partner A" : "Private: partner B", 0);
    flow.space(3);
    flow.text("Given in private. Use them to open a talk alone; an answer that names nothing proves nothing.",
              type::quiet);
    flow.space(14);
    flow.row({Cell{0, 280, "Asked to speak with someone alone", type::body},
              Cell{292, content_width - 292, part(role).wish ? "Yes" : "No", type::body}});

    std::vector<const model::Module*> list = modules();
    for (const auto& [ref, answer] : record.answers) {
        const model::Module* module = model::find_module(input.content, ref.module);
        if (module && std::ranges::find(list, module) == list.end()) list.push_back(module);
    }
    model::Answers all = public_answers(role);
    all.insert(record.answers.begin(), record.answers.end());
    for (const model::Module* module : list) {
        std::vector<const model::Item*> items;
        for (const model::Item& item : module->items)
            if (is_private(*module, item) && item.kind != model::ItemKind::display) items.push_back(&item);
        if (items.empty()) continue;
        module_heading(*module, "");
        flow.bookmark(module->title, 1);
        scores(*module, all, true);
        answers(*module, items, record.answers, role, nullptr);
    }
    model::Item unknown;
    bool first = true;
    for (const auto& [ref, answer] : record.answers) {
        const model::Module* module = model::find_module(input.content, ref.module);
        if (module && model::find_item(*module, ref.item)) continue;
        if (first) {
            flow.space(26);
            flow.keep_room(80);
            flow.text("Items that this kiosk's content no longer has", type::heading);
            flow.space(8);
        }
        first = false;
        flow.row({Cell{0, 268, ref.module.value + " / " + ref.item.value, type::body},
                  Cell{292, content_width - 292, model::answer_words(unknown, answer), type::body}});
        flow.space(5);
    }
}

}
