// The sentences a couple agreed on, over their visits: what was kept, changed and left out.
#include "model/case/mission_drift.hpp"
#include "ui/layout/columns.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {
namespace {

std::string drift_words(const Page& page, const model::DriftedSentence& one) {
    const auto days = {std::pair<std::string_view, std::string>{"since", visit_day(page, one.since)},
                       std::pair<std::string_view, std::string>{"last", visit_day(page, one.last)}};
    switch (one.drift) {
    case model::Drift::kept:
        return fill(tr("drift.kept", "Kept. In these words since {last}"), days);
    case model::Drift::changed:
        return fill(tr("drift.changed", "Changed. First agreed: {since}"), days);
    case model::Drift::added:
        return tr("drift.added", "New");
    case model::Drift::gone:
        return fill(tr("drift.gone", "Gone since {last}. First agreed: {since}"), days);
    }
    return {};
}

}

void add_drift(Page& page, Flow& flow, const model::screen::Case& screen, float highest) {
    const auto drift = model::mission_drift(screen.file, screen.visit);
    if (!drift) return;
    flow.heading(tr("drift.title", "Sentence by sentence"));
    flow.text(fill(tr("drift.since", "What was agreed last ({at}), beside what was agreed before it ({before})."),
                   {{"at", visit_day(page, drift->at)}, {"before", visit_day(page, drift->before)}}),
              {.style = Style::body, .color = page.color.soft});
    flow.stay_with_next();
    for (const auto& one : drift->sentences)
        add_wide(page, flow,
                 {.author = one.sentence.author,
                  .spoken = called(screen.file, one.sentence.author),
                  .words = {{.text = one.sentence.text}},
                  .note = drift_words(page, one),
                  .note_color = page.color.soft},
                 highest);
}

void add_read_back(Page& page, Flow& flow, const model::CaseFile& file) {
    const auto* agreed = model::agreed_last(file);
    if (agreed == nullptr) return;
    const auto sentences = model::sentences_to_read_back(file);
    const auto label = tr("read-back.toggle", "At each check-in, ask each of them about what they agreed on last");
    const bool on = !sentences.empty() && file.read_back == sentences;
    if (file.own && !sentences.empty())
        flow.block(
            page.toggle_height(label, flow.width()),
            [&page, label, on](Rect at) { page.toggle(at, "read-back", label, on, model::action::ReadBackToggled{}); },
            4);
    const TextLook soft{.style = Style::small, .color = page.color.soft};
    std::string words = on ? tr("read-back.on", "As long as this is ticked, the kiosk keeps them so that it can show "
                                                "them to the two of them without you.")
                           : tr("read-back.off", "Each says alone whether it is still true, or not now.");
    if (!file.read_back.empty() && !on)
        words = tr("read-back.older", "What they agreed on before is read back. Tap to read back these sentences.");
    if (sentences.size() < agreed->statement.sentences.size())
        words += " " + tr("read-back.some", "Eight at most are read back, and none longer than three lines.");
    flow.text(words, soft, 16);
}

}
