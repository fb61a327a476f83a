#include "model/form/applies.hpp"
#include "ui/couple/answering.hpp"
#include "ui/layout/rows.hpp"
#include "ui/screens.hpp"

namespace ui {
namespace {

using Places = std::vector<std::pair<std::string, std::string>>;

struct Words {
    std::string title, same, same_words, other, other_words;
};

Words words_of(const std::string& before, const std::optional<std::string>& now) {
    const Places names{{"before", before}, {"now", now.value_or("")}};
    if (!now)
        return {.title = fill(tr("whose.taken-away", "You took the name {before} away"), names),
                .same = fill(tr("whose.keep", "Keep {before}"), names),
                .same_words = tr("whose.keep-words", "The name and the answers stay."),
                .other = fill(tr("whose.leave-out", "Leave {before} out"), names),
                .other_words = tr("whose.leave-out-words", "Those answers are put away. Nobody will read them.")};
    return {.title = fill(tr("whose.title", "Are {before} and {now} the same person?"), names),
            .same = tr("whose.same", "Yes, the same person"),
            .same_words = tr("whose.same-words", "The answers stay as they are."),
            .other = tr("whose.other", "No, somebody else"),
            .other_words = fill(
                tr("whose.other-words", "The answers about {before} are put away. We ask the same again about {now}."),
                names)};
}

}

void draw_whose_answers(Page& page, const model::screen::WhoseAnswers& screen) {
    const auto* module = module_at(page, screen.session, screen.module);
    if (module == nullptr || screen.item >= module->items.size()) return;
    const auto& content = screen.session.content;
    const auto& person = module->items[screen.item].id;
    const auto before = model::unsettled(*module, person, content).value_or("");
    const auto words = words_of(before, model::person_named(*module, person, content.answers));
    const auto inner = page.inner();
    const float top =
        trouble_banner(page, screen.session.trouble, answering_top(page, screen.session, screen.module, screen.item));
    const Page::FooterSpec footer{.left = back_of()};
    const float bottom = content_bottom(page, footer);

    Flow flow(page, inner.w);
    flow.heading(words.title, Style::title, 16);
    flow.text(fill(tr("whose.answered", "You have answered questions about {before}."), {{"before", before}}),
              {.style = Style::heading, .color = page.color.soft}, 24);
    const ChoiceSpec choices[] = {{.id = "same-person",
                                   .name = words.same,
                                   .words = words.same_words,
                                   .icon = Icon::tick,
                                   .action = model::action::PersonSettled{true}},
                                  {.id = "somebody-else",
                                   .name = words.other,
                                   .words = words.other_words,
                                   .icon = Icon::person,
                                   .action = model::action::PersonSettled{false}}};
    for (const auto& spec : choices)
        flow.block(
            choice_height(page, spec, flow.width()), [&page, spec](Rect at) { choice(page, at, spec); }, 16);
    flow.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
