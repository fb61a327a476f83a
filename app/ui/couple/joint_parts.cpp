#include "ui/couple/joint_parts.hpp"
#include "ui/kit/people.hpp"
#include <algorithm>

namespace ui {
namespace {

using Who = model::Partner;
using JointScreen = model::screen::Joint;

// One stretch of words that can be tapped, with its author's mark or a line below it.
struct Words {
    std::string id, text, under;
    std::optional<Who> mark;
    Meaning action;
    Style style = Style::body;
    Color paper;
    bool card = true, enabled = true;
};

void add_words(Page& page, Flow& flow, const Words& words) {
    const float pad = words.card ? 16.f : 0.f;
    const float radius = page.icon_size() / 3;
    const float indent = words.mark ? 2 * radius + 16 : 0;
    const float width = flow.width() - 2 * pad - indent;
    const float text = page.text_height(words.text, width, words.style);
    const float under = words.under.empty()
                            ? 0
                            : page.text_height(words.under, width - page.type(Style::small).px - 8, Style::small) + 4;
    const float height = std::max(48.f, text + under + (words.card ? 24.f : 8.f));
    flow.block(
        height,
        [&page, words, pad, radius, indent, width, text](Rect at) {
            const bool held = page.view.pressed == words.id;
            const auto paper = held ? page.color.sunk : words.paper;
            page.add({.id = words.id,
                      .role = Role::row,
                      .name = words.text,
                      .value = words.under,
                      .rect = at,
                      .enabled = words.enabled,
                      .action = words.action,
                      .ink = page.color.ink,
                      .paper = paper,
                      .text_px = page.type(words.style).px,
                      .frame = at.inset(4, 4),
                      .round = 12});
            if (words.card || held) page.box(at, paper, 12);
            if (words.card && page.state.appearance.theme == model::Theme::high_contrast)
                page.outline(at, page.color.edge, 2, 12);
            const float y = at.y + (words.card ? 12.f : 4.f);
            if (words.mark)
                page.partner_mark({at.x + pad + radius, y + page.type(words.style).line / 2}, radius, *words.mark);
            page.text({at.x + pad + indent, y, width, 0}, words.text, {.style = words.style, .paper = paper});
            if (words.under.empty()) return;
            const float tick = page.type(Style::small).px;
            const float under_y = y + text + 4;
            page.icon({at.x + pad + indent, under_y + (page.type(Style::small).line - tick) / 2, tick, tick},
                      Icon::tick, page.color.ink);
            page.text({at.x + pad + indent + tick + 8, under_y, width - tick - 8, 0}, words.under,
                      {.style = Style::small, .paper = paper});
        },
        8);
}

// Long words in stretches that each fit on a page.
void add_all_words(Page& page, Flow& flow, Words words, float most) {
    if (words.text.empty()) return;
    const auto id = words.id;
    const auto under = words.under;
    const float pad = words.card ? 32.f : 0.f;
    const float indent = words.mark ? page.icon_size() * 2 / 3 + 16 : 0;
    const Size room{flow.width() - pad - indent, std::max(page.type(words.style).line, most - 72)};
    std::vector<Page::Run> rest{{words.text, Weight::regular, std::nullopt}};
    for (std::size_t part = 0; !rest.empty(); ++part) {
        auto cut = page.cut(rest, room, words.style);
        rest = std::move(cut.rest);
        words.id = part == 0 ? id : id + ":" + std::to_string(part);
        words.text = cut.first.empty() ? std::string() : cut.first.front().text;
        words.under = rest.empty() ? under : std::string();
        add_words(page, flow, words);
    }
}

bool in_statement(const JointScreen& screen, const model::Draft& draft) {
    const auto& sentences = screen.session.content.statement.sentences;
    return std::ranges::find(sentences, model::Sentence{draft.author, draft.text}) != sentences.end();
}

std::string turn_words(const JointScreen& screen) {
    return fill(tr("joint.turn", "{name}'s turn to write"),
                {{"name", called(screen.session.sitting, screen.session.content.turn)}});
}

float mark_radius(const Page& page) {
    return page.icon_size() / 2.4f;
}

ButtonSpec assent_button(const JointScreen& screen, Who who) {
    const bool agrees = who == Who::a ? screen.session.content.a_agrees : screen.session.content.b_agrees;
    return {.id = who == Who::a ? "assent:a" : "assent:b",
            .name = fill(tr("joint.agrees", "{name} agrees"), {{"name", called(screen.session.sitting, who)}}),
            .icon = agrees ? Icon::tick : Icon::none,
            .icon_right = true,
            .enabled = !screen.sealing && !screen.session.content.statement.sentences.empty(),
            .action = model::action::AssentTapped{who},
            .chosen = agrees,
            .role = Role::toggle};
}

std::string version_words(const JointScreen& screen) {
    const auto& content = screen.session.content;
    if (content.versions.empty()) return {};
    const bool same = content.versions.back().statement == content.statement;
    return fill(tr("joint.version", "Version {number}"),
                {{"number", std::to_string(content.versions.size() + (same ? 0 : 1))}});
}

}

void add_drafts(Page& page, Flow& flow, const JointScreen& screen, Who who, float most) {
    const auto& drafts = screen.session.content.drafts;
    bool any = false;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].author != who) continue;
        any = true;
        const bool in = in_statement(screen, drafts[i]);
        const auto soft = who == Who::a ? page.color.a_soft : page.color.b_soft;
        add_all_words(page, flow,
                      {.id = "draft:" + std::to_string(i),
                       .text = drafts[i].text,
                       .under = in ? tr("joint.in", "In our statement") : std::string(),
                       .mark = {},
                       .action = model::action::DraftTapped{i},
                       .paper = in ? soft : page.color.bg,
                       .enabled = !screen.sealing},
                      most);
    }
    if (!any)
        flow.text(fill(tr("joint.nothing-released", "{name} shares no words here. You can write new ones together."),
                       {{"name", called(screen.session.sitting, who)}}),
                  {.style = Style::body, .color = page.color.soft, .paper = page.color.surface});
}

void add_statement_sentences(Page& page, Flow& flow, const JointScreen& screen, float most) {
    const auto& sentences = screen.session.content.statement.sentences;
    if (sentences.empty())
        flow.text(tr("joint.empty",
                     "Nothing is written yet. Bring in words that you shared, or write a sentence of your own."),
                  {.style = Style::heading, .color = page.color.soft, .paper = page.color.surface}, 16);
    for (std::size_t i = 0; i < sentences.size(); ++i)
        add_all_words(page, flow,
                      {.id = "sentence:" + std::to_string(i),
                       .text = sentences[i].text,
                       .under = {},
                       .mark = sentences[i].author,
                       .action = model::action::SentenceTapped{i},
                       .style = Style::heading,
                       .paper = page.color.surface,
                       .card = false,
                       .enabled = !screen.sealing},
                      most);
    const auto version = version_words(screen);
    if (!version.empty())
        flow.text(version, {.style = Style::small, .color = page.color.soft, .paper = page.color.surface});
}

void add_turn(Page& page, Flow& flow, const JointScreen& screen) {
    const auto size = turn_pill_size(page, screen);
    if (size.w <= flow.width())
        flow.block(
            size.h,
            [&page, &screen](Rect at) {
                draw_turn_pill(page, screen, {at.x, at.y});
            },
            12);
    else
        flow.text(turn_words(screen), {.style = Style::small, .weight = Weight::bold}, 12);
}

std::string agreement_words(const JointScreen& screen) {
    if (screen.seal_failed)
        return tr("joint.failed",
                  "Your statement is kept, but it could not be finished yet. Try again, or tell the front desk.");
    return tr("joint.both", "It becomes yours when you both agree. If the words change, you are each asked again.");
}

Size turn_pill_size(const Page& page, const JointScreen& screen) {
    const float mark = 2 * mark_radius(page);
    return {page.text_width(turn_words(screen), Style::body, Weight::bold) + mark + 8 + 40 + 2,
            std::max(48.f, page.type(Style::body).line + 12)};
}

void draw_turn_pill(Page& page, const JointScreen& screen, Point at) {
    const auto size = turn_pill_size(page, screen);
    const auto who = screen.session.content.turn;
    const auto paper = who == Who::a ? page.color.a_soft : page.color.b_soft;
    page.box({at.x, at.y, size.w, size.h}, paper, size.h / 2);
    const float radius = mark_radius(page);
    page.partner_mark({at.x + 20 + radius, at.y + size.h / 2}, radius, who);
    const float line = page.type(Style::body).line;
    page.text({at.x + 28 + 2 * radius, at.y + (size.h - line) / 2, size.w - 48 - 2 * radius, 0}, turn_words(screen),
              {.style = Style::body, .weight = Weight::bold, .paper = paper}, Role::status);
}

float assent_width(const Page& page, const JointScreen& screen, Who who) {
    auto spec = assent_button(screen, who);
    spec.icon = Icon::tick;
    return page.fit_button(spec).w + 2 * (2 * mark_radius(page) + 16);
}

float assent_height(const Page& page, const JointScreen& screen, float width) {
    auto spec = assent_button(screen, Who::a), other = assent_button(screen, Who::b);
    spec.icon = other.icon = Icon::tick;
    return std::max({page.portrait() ? 88.f : 64.f, page.button_height(spec, width), page.button_height(other, width)});
}

void draw_assent(Page& page, const JointScreen& screen, Who who, Rect at) {
    auto spec = assent_button(screen, who);
    page.button(at, spec);
    auto& widget = page.tree.widgets.back();
    widget.value = spec.chosen ? "on" : "off";
    const float radius = mark_radius(page);
    if (widget.label.x - at.x >= 2 * radius + 32)
        page.partner_mark({widget.label.x - 16 - radius, at.center().y}, radius, who,
                          page.mark_color(who, spec.chosen));
}

void draw_joint_tabs(Page& page, const JointScreen& screen, Rect at) {
    const auto& sitting = screen.session.sitting;
    std::string a = called(sitting, Who::a), b = called(sitting, Who::b);
    const float room = at.w / 3 - 32;
    const auto fits = [&](const std::string& name) { return page.text_width(name, Style::body, Weight::bold) <= room; };
    if (!fits(a) || !fits(b)) { // the full names stand above the words they released
        a = tr("joint.first", "First");
        b = tr("joint.second", "Second");
    }
    const Page::Segment tabs[]{
        {.id = "tab:a", .name = a, .on = screen.tab == Who::a, .action = model::action::TabChosen{Who::a}},
        {.id = "tab:shared",
         .name = tr("joint.shared", "Shared"),
         .on = !screen.tab,
         .action = model::action::TabChosen{std::nullopt}},
        {.id = "tab:b", .name = b, .on = screen.tab == Who::b, .action = model::action::TabChosen{Who::b}},
    };
    page.segments(at, tabs);
}

}
