#include "ui/screens/case_parts.hpp"
#include <algorithm>

namespace ui {
namespace {

void add_texts(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
               model::Role role) {
    const auto& part = model::part_of(visit, role);
    add_partner(page, flow, called(screen.file, role), role);
    const auto missing = missing_words(screen.file, part, role);
    if (!missing.empty())
        return flow.text(
            missing, {.style = Style::body, .color = part.problem.empty() ? page.color.soft : page.color.alert}, 24);
    bool any = false;
    for (const auto* module : modules_of(page, visit)) {
        for (const auto& item : module->items) {
            const model::ItemRef ref{module->id, item.id};
            const auto found = item.releasable && !is_private(*module, item) ? part.content->answers.find(ref)
                                                                             : part.content->answers.end();
            const auto* written =
                found == part.content->answers.end() ? nullptr : std::get_if<model::Written>(&found->second);
            if (written == nullptr || written->text.empty()) continue;
            any = true;
            const bool released = part.content->released.contains(ref);
            flow.text(item.text, {.style = Style::body, .color = page.color.soft}, 4);
            flow.stay_with_next();
            flow.text(written->text, {.style = Style::heading}, 4);
            flow.icon_text(released ? Icon::tick : Icon::lock,
                           released ? tr("case.released", "Released to their shared page")
                                    : tr("case.kept", "Kept private: not for the shared page"),
                           {.style = Style::note, .color = released ? page.color.ok : page.color.soft}, 20);
        }
    }
    if (!any) flow.text(tr("case.no-text", "Nothing written."), {.style = Style::body, .color = page.color.soft}, 24);
}

// Each sentence after its author's mark; where it is too long for one page, after the name.
void add_statement(Page& page, Flow& flow, const model::CaseFile& file, const model::Statement& statement,
                   float highest) {
    const float radius = page.icon_size() * 0.36f, indent = 2 * radius + 16;
    for (const auto& sentence : statement.sentences) {
        const float height = page.text_height(sentence.text, flow.width() - indent, Style::heading);
        if (height > highest / 2) {
            flow.text(fill(tr("case.by", "{name}: {words}"),
                           {{"name", called(file, sentence.author)}, {"words", sentence.text}}),
                      {.style = Style::heading});
            continue;
        }
        flow.block(height, [&page, sentence, radius, indent](Rect at) {
            page.partner_mark({at.x + radius, at.y + page.type(Style::heading).line / 2}, radius, sentence.author);
            page.text({at.x + indent, at.y, at.w - indent, 0}, sentence.text, {.style = Style::heading});
        });
    }
}

void add_joint(Page& page, Flow& flow, const model::CaseFile& file, const model::JointRecord& joint, float highest) {
    flow.heading(tr("case.joint", "Their mission together"));
    const TextLook soft{.style = Style::body, .color = page.color.soft};
    if (!joint.problem.empty())
        return flow.text(joint.problem.words(), {.style = Style::body, .color = page.color.alert});
    if (!joint.content) {
        const bool started = joint.status == model::PartStatus::open;
        return flow.text(started ? tr("case.joint-open", "Started, and not finished yet.")
                                 : tr("case.joint-none", "Not started."),
                         soft);
    }
    const auto& content = *joint.content;
    for (std::size_t i = content.versions.size(); i-- > 0;) {
        const auto& version = content.versions[i];
        flow.text(fill(tr("case.version", "Version {number}, agreed by both, {day}"),
                       {{"number", std::to_string(i + 1)}, {"day", visit_day(page, version.at)}}),
                  {.style = Style::body, .weight = Weight::bold});
        flow.stay_with_next();
        add_statement(page, flow, file, version.statement, highest);
    }
    const bool later = content.versions.empty() ? !content.statement.sentences.empty()
                                                : !(content.versions.back().statement == content.statement);
    if (later) {
        flow.text(tr("case.not-agreed", "As it stands, not agreed by both"),
                  {.style = Style::body, .weight = Weight::bold});
        flow.stay_with_next();
        add_statement(page, flow, file, content.statement, highest);
    }
    if (content.versions.empty() && !later) flow.text(tr("case.joint-empty", "No sentence was written."), soft);
}

}

void add_mission(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest) {
    add_joint(page, flow, screen.file, visit.joint, highest);
    flow.block(
        16, [](Rect) {}, 0);
    add_texts(page, flow, screen, visit, model::Role::a);
    add_texts(page, flow, screen, visit, model::Role::b);
}

}
