#include "model/case/shared_words.hpp"
#include "model/case/visit_forms.hpp"
#include "model/form/privacy.hpp"
#include "ui/layout/columns.hpp"
#include "ui/therapist/case_parts.hpp"
#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array<model::Partner, 2> partners{model::Partner::a, model::Partner::b};
constexpr std::size_t most_listed = 12; // of the words that both used

// What each answered to one prompt, by partner; empty where nothing was written.
struct Prompt {
    std::string question;
    std::array<std::string, 2> texts;
    std::array<bool, 2> released{};
};

std::string text_of(const model::PartRecord& part, const model::ItemRef& ref) {
    if (!part.content) return {};
    const auto found = part.content->answers.find(ref);
    const auto* written = found == part.content->answers.end() ? nullptr : std::get_if<model::Written>(&found->second);
    return written == nullptr ? std::string() : written->text;
}

// Of what may be shared one day, the prompts that somebody answered. Nothing private is among them.
std::vector<Prompt> prompts_of(const Page& page, const model::VisitRecord& visit) {
    std::vector<Prompt> prompts;
    for (const auto* module : model::forms_of(*page.state.content, visit))
        for (const auto& item : module->items) {
            if (!item.releasable || is_private(*module, item)) continue;
            const model::ItemRef ref{module->id, item.id};
            Prompt prompt{.question = item.text};
            for (std::size_t i = 0; i < partners.size(); ++i) {
                const auto& part = model::part_of(visit, partners[i]);
                prompt.texts[i] = text_of(part, ref);
                prompt.released[i] = part.content && part.content->released.contains(ref);
            }
            if (!prompt.texts[0].empty() || !prompt.texts[1].empty()) prompts.push_back(std::move(prompt));
        }
    return prompts;
}

model::SharedWords words_of_both(const Page& page, const std::vector<Prompt>& prompts) {
    std::array<std::vector<std::string>, 2> texts;
    for (const auto& prompt : prompts)
        for (std::size_t i = 0; i < partners.size(); ++i)
            texts[i].push_back(prompt.texts[i]);
    return model::shared_words(texts[0], texts[1], page.state.locales);
}

// Says which words they are, for those who do not see the letters' weight.
void add_legend(Page& page, Flow& flow, const model::SharedWords& shared) {
    if (shared.words.empty()) return;
    std::string listed;
    for (std::size_t i = 0; i < std::min(shared.words.size(), most_listed); ++i)
        listed += (i == 0 ? "" : ", ") + shared.words[i];
    const TextLook soft{.style = Style::body, .color = page.color.soft};
    const auto places = {std::pair<std::string_view, std::string>{"words", listed}};
    flow.text(
        shared.words.size() > most_listed
            ? fill(tr("case.shared-many", "Words that both used are bold and underlined: {words} and more."), places)
            : fill(tr("case.shared", "Words that both used are bold and underlined: {words}."), places),
        soft, 16);
}

// A partner's name, and why there is nothing of theirs.
Cell head_of(const Page& page, const model::CaseFile& file, const model::VisitRecord& visit, model::Partner partner,
             bool nothing) {
    const auto& part = model::part_of(visit, partner);
    auto missing = missing_words(file, part, partner);
    if (missing.empty() && nothing) missing = tr("case.no-text", "Nothing written.");
    return {.author = partner,
            .words = {{.text = called(file, partner), .weight = Weight::bold}},
            .note = std::move(missing),
            .note_color = part.problem.empty() ? page.color.soft : page.color.alert};
}

Cell text_cell(const Page& page, const model::CaseFile& file, const Prompt& prompt, std::size_t partner,
               const model::SharedWords& shared) {
    Cell cell{.author = partners[partner], .spoken = called(file, partners[partner])};
    if (prompt.texts[partner].empty()) {
        cell.words = {{.text = tr("case.no-text", "Nothing written."), .color = page.color.soft}};
        return cell;
    }
    for (auto& stretch : model::with_marks(prompt.texts[partner], shared))
        cell.words.push_back({.text = std::move(stretch.text),
                              .weight = stretch.marked ? Weight::bold : Weight::regular,
                              .ruled = stretch.marked ? Ruled::under : Ruled::no});
    const bool released = prompt.released[partner];
    cell.icon = released ? Icon::tick : Icon::lock;
    cell.note = released ? tr("case.released", "Released to their shared page")
                         : tr("case.kept", "Kept private: not for the shared page");
    cell.note_color = released ? page.color.ok : page.color.soft;
    return cell;
}

void add_texts(Page& page, Flow& flow, const model::CaseFile& file, const model::VisitRecord& visit, float highest) {
    const auto prompts = prompts_of(page, visit);
    const auto wrote = [&](std::size_t partner) {
        return std::ranges::any_of(prompts, [&](const Prompt& prompt) { return !prompt.texts[partner].empty(); });
    };
    flow.heading(tr("case.alone", "What each wrote alone"));
    const auto shared = words_of_both(page, prompts);
    add_legend(page, flow, shared);
    flow.stay_with_next();
    const std::array<bool, 2> has{wrote(0), wrote(1)};
    const Row heads{head_of(page, file, visit, partners[0], !has[0]), head_of(page, file, visit, partners[1], !has[1])};
    if (fits_beside(page, flow, heads))
        add_beside(page, flow, heads, highest, 16);
    else
        add_row(page, flow, heads, highest, 16);
    if (!prompts.empty()) flow.stay_with_next();
    for (const auto& prompt : prompts) {
        flow.text(prompt.question, {.style = Style::body, .color = page.color.soft}, 8);
        flow.stay_with_next();
        Row row;
        if (has[0]) row.left = text_cell(page, file, prompt, 0, shared);
        if (has[1]) row.right = text_cell(page, file, prompt, 1, shared);
        add_row(page, flow, row, highest, 24);
    }
}

}

void add_mission(Page& page, Flow& flow, const model::screen::Case& screen, const model::VisitRecord& visit,
                 float highest) {
    add_versions(page, flow, screen, highest);
    add_read_back(page, flow, screen.file);
    add_drift(page, flow, screen, highest);
    flow.block(
        16, [](Rect) {}, 0);
    add_texts(page, flow, screen.file, visit, highest);
}

}
