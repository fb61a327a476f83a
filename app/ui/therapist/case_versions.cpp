#include "model/case/difference.hpp"
#include "model/case/versions.hpp"
#include "ui/layout/columns.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using model::DiffKind;
using Differences = std::vector<model::SentenceDifference>;

// "2 sentences are new. 1 sentence was changed."
std::string change_words(const Differences& differences) {
    std::string words;
    const auto say = [&](const std::string& sentence, long long count) {
        if (count > 0) words += (words.empty() ? "" : " ") + fill(sentence, {{"count", std::to_string(count)}});
    };
    const auto count = [&](DiffKind kind) { return static_cast<long long>(count_of(differences, kind)); };
    const auto added = count(DiffKind::added), out = count(DiffKind::taken_out), changed = count(DiffKind::changed),
               moved = count(DiffKind::moved);
    say(trn("case.sentences-new", "{count} sentence is new.", "{count} sentences are new.", added), added);
    say(trn("case.sentences-out", "{count} sentence was taken out.", "{count} sentences were taken out.", out), out);
    say(trn("case.sentences-changed", "{count} sentence was changed.", "{count} sentences were changed.", changed),
        changed);
    say(trn("case.sentences-moved", "{count} sentence stands at another place.",
            "{count} sentences stand at another place.", moved),
        moved);
    return words.empty() ? tr("case.no-change", "No word is different.") : words;
}

std::string since_words(const Page& page, const model::Version& before, const Differences& differences) {
    const auto changes = change_words(differences);
    if (!before.of_this_visit)
        return fill(tr("case.since-visit", "Since what was agreed at an earlier visit, {day}: {changes}"),
                    {{"day", visit_day(page, before.at)}, {"changes", changes}});
    return fill(tr("case.since-version", "Since version {number}: {changes}"),
                {{"number", std::to_string(before.number)}, {"changes", changes}});
}

std::string title_of(const Page& page, const model::Version& version) {
    if (version.number == 0) return tr("case.not-agreed", "As it stands, not agreed by both");
    const auto day = visit_day(page, version.at);
    if (!version.of_this_visit)
        return fill(tr("case.version-before", "Agreed by both at an earlier visit, {day}"), {{"day", day}});
    return fill(tr("case.version", "Version {number}, agreed by both, {day}"),
                {{"number", std::to_string(version.number)}, {"day", day}});
}

Cell cell_of(const model::CaseFile& file, const model::Sentence& sentence) {
    return {.author = sentence.author, .spoken = called(file, sentence.author), .words = {{.text = sentence.text}}};
}

// Marked words are struck through or underlined; the plain ones stay as they are.
std::vector<Page::Run> runs_of(const Page& page, const std::vector<model::Stretch>& stretches, Ruled ruled) {
    std::vector<Page::Run> runs;
    for (const auto& stretch : stretches) {
        Page::Run run{.text = stretch.text};
        if (stretch.marked && ruled == Ruled::through) {
            run.color = page.color.soft;
            run.ruled = ruled;
        } else if (stretch.marked) {
            run.weight = Weight::bold;
            run.ruled = ruled;
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

// What became of the sentence stands below it in words.
Row row_of(const Page& page, const model::CaseFile& file, const model::SentenceDifference& one) {
    Row row;
    if (one.before) row.left = cell_of(file, *one.before);
    if (one.after) row.right = cell_of(file, *one.after);
    if (one.before) row.left.words = runs_of(page, one.words.before, Ruled::through);
    if (one.after) row.right.words = runs_of(page, one.words.after, Ruled::under);
    const bool stacked = !has_columns(page);
    switch (one.kind) {
    case DiffKind::same:
        if (stacked) row.left = {};
        break;
    case DiffKind::changed:
        if (stacked) row.left.note = tr("case.sentence-before", "As it was");
        row.right.note = one.words.too_long ? tr("case.sentence-too-long", "Changed; too long to compare word by word")
                                            : tr("case.sentence-changed", "Changed");
        break;
    case DiffKind::moved:
        if (stacked) row.left = {};
        row.left.note = one.before && !stacked ? tr("case.sentence-moved", "Stands at another place") : "";
        row.right.note = one.after ? tr("case.sentence-moved", "Stands at another place") : "";
        break;
    case DiffKind::taken_out:
        row.left.note = tr("case.sentence-out", "Taken out");
        break;
    case DiffKind::added:
        row.right.note = tr("case.sentence-new", "New");
        break;
    }
    return row;
}

void add_titles(Page& page, Flow& flow, const std::string& left, const std::string& right) {
    const TextLook look{.style = Style::body, .weight = Weight::bold};
    if (!has_columns(page)) {
        flow.text(right, look);
        return flow.stay_with_next();
    }
    const float width = (flow.width() - 32) / 2;
    const float height = std::max(page.text_height(left, width, look.style, look.weight),
                                  page.text_height(right, width, look.style, look.weight));
    flow.block(
        height + 8,
        [&page, left, right, look, width](Rect at) {
            page.text({at.x, at.y, width, 0}, left, look, Role::heading);
            page.text({at.x + width + 32, at.y, width, 0}, right, look, Role::heading);
            page.line({at.x, at.bottom()}, {at.right(), at.bottom()}, page.color.line, 1);
        },
        12);
    flow.stay_with_next();
}

// One version beside the one before it.
void add_comparison(Page& page, Flow& flow, const model::CaseFile& file, const model::Version& before,
                    const model::Version& after, float highest) {
    const auto differences = model::difference(*before.statement, *after.statement);
    const TextLook soft{.style = Style::body, .color = page.color.soft};
    if (has_columns(page)) {
        flow.text(since_words(page, before, differences), soft);
        flow.stay_with_next();
        add_titles(page, flow, title_of(page, before), title_of(page, after));
    } else {
        add_titles(page, flow, title_of(page, before), title_of(page, after));
        flow.text(since_words(page, before, differences), soft);
        flow.stay_with_next();
    }
    for (const auto& one : differences)
        add_row(page, flow, row_of(page, file, one), highest);
    flow.block(
        20, [](Rect) {}, 0);
}

void add_reading(Page& page, Flow& flow, const model::CaseFile& file, const model::Version& version,
                 const model::Version* before, float highest) {
    flow.text(title_of(page, version), {.style = Style::body, .weight = Weight::bold}, 4);
    flow.stay_with_next();
    if (before != nullptr) {
        flow.text(since_words(page, *before, model::difference(*before->statement, *version.statement)),
                  {.style = Style::body, .color = page.color.soft});
        flow.stay_with_next();
    }
    for (const auto& sentence : version.statement->sentences)
        add_wide(page, flow, cell_of(file, sentence), highest, 8);
    flow.block(
        16, [](Rect) {}, 0);
}

// The title, and right of it or below how the versions are looked at.
void add_head(Page& page, Flow& flow, bool compared) {
    const auto title = tr("case.joint", "Their mission together");
    const std::vector<Page::Segment> ways{{.id = "versions:read",
                                           .name = tr("case.versions-read", "Read"),
                                           .on = !compared,
                                           .action = model::action::VersionsCompared{false}},
                                          {.id = "versions:compare",
                                           .name = tr("case.versions-compare", "Compare"),
                                           .on = compared,
                                           .action = model::action::VersionsCompared{true}}};
    float one = 0;
    for (const auto& way : ways)
        one = std::max(one, page.text_width(way.name, Style::body, Weight::bold) + 32);
    const float high = std::max(56.f, std::ceil((page.type(Style::body).line + 24) / 8) * 8);
    const float wide = std::min(flow.width(), std::ceil(2 * one / 8) * 8);
    const float title_width = page.text_width(title, Style::heading, Weight::bold);
    if (title_width + 24 + wide > flow.width()) {
        flow.heading(title);
        flow.block(
            high,
            [&page, ways, wide](Rect at) {
                page.segments({at.x, at.y, wide, at.h}, ways);
            },
            16);
        return flow.stay_with_next();
    }
    flow.block(
        high,
        [&page, title, ways, wide, title_width](Rect at) {
            page.text({at.x, at.y, title_width + 2, at.h}, title,
                      {.style = Style::heading, .weight = Weight::bold, .middle = true}, Role::heading);
            page.segments({at.right() - wide, at.y, wide, at.h}, ways);
        },
        12);
    flow.stay_with_next();
}

// Why there is no version; empty when there is one.
std::string nothing_words(const model::JointRecord& joint, const std::vector<model::Version>& versions) {
    if (joint.content) return versions.empty() ? tr("case.joint-empty", "No sentence was written.") : std::string();
    return joint.status == model::PartStatus::open ? tr("case.joint-open", "Started, and not finished yet.")
                                                   : tr("case.joint-none", "Not started.");
}

}

void add_versions(Page& page, Flow& flow, const model::screen::Case& screen, float highest) {
    const auto& joint = screen.file.visits[screen.visit].joint;
    const auto versions = model::versions_of(screen.file, screen.visit);
    const bool comparable = joint.problem.empty() && versions.size() > 1;
    if (comparable)
        add_head(page, flow, screen.versions_compared);
    else
        flow.heading(tr("case.joint", "Their mission together"));
    if (!joint.problem.empty())
        return flow.text(joint.problem.words(), {.style = Style::body, .color = page.color.alert});
    if (const auto nothing = nothing_words(joint, versions); !nothing.empty())
        return flow.text(nothing, {.style = Style::body, .color = page.color.soft});
    const bool compared = comparable && screen.versions_compared;
    if (compared)
        flow.text(tr("case.versions-legend",
                     "Words that were taken out are struck through. New words are bold and underlined."),
                  {.style = Style::small, .color = page.color.soft}, 16);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto* before = i + 1 < versions.size() ? &versions[i + 1] : nullptr;
        if (!compared && versions[i].of_this_visit)
            add_reading(page, flow, screen.file, versions[i], before, highest);
        else if (compared && before != nullptr)
            add_comparison(page, flow, screen.file, *before, versions[i], highest);
    }
}

}
