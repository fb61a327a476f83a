#include "core/utf8.hpp"
#include "model/case/together.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "ui/couple/answering.hpp"
#include "ui/kit/people.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/pages.hpp"
#include "ui/screens.hpp"
#include <algorithm>

namespace ui {
namespace {

// One choice: own words for the shared page, or what was said in a form.
struct Releasable {
    model::ItemRef ref;
    std::string about, text, share;
    bool released = false;
};

// Own words, in the packet's order. Without a shared page there is nowhere to show them.
std::vector<Releasable> releasable_texts(const Page& page, const model::Session& session, const std::string& partner) {
    std::vector<Releasable> texts;
    const auto& sitting = session.seat.sitting;
    const auto* packet = model::find_packet(model::content_of(*page.state.content, sitting), sitting.packet);
    if (packet == nullptr || !packet->joint_module || sitting.joint == model::PartStatus::absent) return texts;
    for (const auto* module : modules_of(page, sitting)) {
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            const model::ItemRef ref{module->id, item.id};
            const auto* answer =
                item.releasable ? model::answer_in_use(*module, item, session.content.answers) : nullptr;
            const auto* written = answer == nullptr ? nullptr : std::get_if<model::Written>(answer);
            if (written == nullptr || !model::is_answered(*answer)) continue;
            texts.push_back({.ref = ref,
                             .about = item.text,
                             .text = written->text,
                             .share = fill(tr("release.share", "Share with {partner}"), {{"partner", partner}}),
                             .released = session.content.released.contains(ref)});
        }
    }
    return texts;
}

// Every form of the packet that may be used, whatever was said in it or left out: nobody meets another page for that.
std::vector<Releasable> releasable_forms(const Page& page, const model::Session& session) {
    std::vector<Releasable> forms;
    const auto& sitting = session.seat.sitting;
    for (const auto* form : model::shareable_forms(model::content_of(*page.state.content, sitting), sitting.packet)) {
        const auto ref = model::whole_form(form->id);
        const auto never =
            model::holds_private(*form)
                ? tr("release.never-private", "Questions that are for your therapist alone are never used.")
                : std::string();
        forms.push_back({.ref = ref,
                         .about = never,
                         .text = form->title,
                         .share = tr("release.share-form", "Share"),
                         .released = session.content.released.contains(ref)});
    }
    return forms;
}

std::size_t module_of(const Page& page, const model::Session& session) {
    const auto modules = modules_of(page, session.seat.sitting);
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (session.content.at && modules[i] != nullptr && modules[i]->id == session.content.at->module) return i;
    return modules.empty() ? 0 : modules.size() - 1;
}

std::string id_of(const Releasable& one) {
    return one.ref.module.value + (one.ref.item.empty() ? "" : "." + one.ref.item.value);
}

// A choice between two words; where they do not stand beside each other, one below the other.
struct Pair {
    std::string keep, share;
    bool beside;
    float height;
};
Pair pair_of(const Page& page, const std::string& share, float width) {
    Pair pair{.keep = tr("release.keep", "Keep private"), .share = share, .beside = true, .height = 0};
    const Page::Segment both[]{{.id = {}, .name = pair.keep, .action = {}},
                               {.id = {}, .name = pair.share, .action = {}}};
    pair.beside = page.segments_width(both, 32) <= width;
    const float row = std::max(page.portrait() ? 88.f : 64.f, page.type(Style::body).line + 24);
    pair.height = pair.beside ? row : page.toggle_height(pair.share, width);
    return pair;
}

// As much as tells one text from another: the whole of it is read before.
std::string heard_words(const std::string& text) {
    constexpr std::size_t enough = 80;
    const auto end = text.size() <= enough ? text.size() : core::utf8::begin_of(text, enough);
    return text.substr(0, end) + (end < text.size() ? "…" : "");
}

void draw_pair(Page& page, const Pair& pair, const Releasable& text, Rect at) {
    const auto id = id_of(text);
    const auto since = page.tree.widgets.size();
    const Meaning toggled = model::action::ReleaseToggled{text.ref};
    if (!pair.beside) {
        page.toggle(at, "share:" + id, pair.share, text.released, toggled);
        return page.say_about(since, heard_words(text.text));
    }
    const Meaning stays = model::action::Touched{page.state.keys_in_use};
    const Page::Segment segments[]{
        {.id = "keep:" + id, .name = pair.keep, .on = !text.released, .action = text.released ? toggled : stays},
        {.id = "share:" + id, .name = pair.share, .on = text.released, .action = text.released ? stays : toggled},
    };
    page.segments(at, segments);
    page.say_about(since, heard_words(text.text));
}

// What it is about, and the words, as many of them as a page holds; of a form its name comes first. Where there is room
// the choice stands beside them, so that a page holds more of them.
void add(Page& page, Flow& flow, const Releasable& one, float highest) {
    const bool form = one.ref.item.empty();
    const bool beside = !page.portrait() && !page.text_at_least(150);
    const float inside = flow.width() - 48, pad = beside ? 12.f : 20.f;
    const float pair_width = beside ? 440.f : std::min(inside, 640.f);
    const float inner = beside ? inside - pair_width - 32 : inside;
    const auto pair = pair_of(page, one.share, pair_width);
    const float about_height = one.about.empty() ? 0 : page.text_height(one.about, inner, Style::body) + 4;
    const auto style = beside && !form ? Style::body : Style::heading;
    const float around = 2 * pad + about_height + (beside ? 0 : 12 + pair.height);
    const Size room{inner, std::max(page.type(style).line * 2, highest - around)};
    const auto weight = form ? Weight::bold : Weight::regular;
    const auto words = shortened(page, one.text, room, style, weight);
    const TextLook about{.style = Style::body, .color = page.color.soft, .paper = page.color.surface};
    const TextLook said{.style = style, .weight = weight, .paper = page.color.surface};
    const float words_height = page.text_height(words, inner, style, weight);
    const float texts = about_height + words_height;
    const float height = beside ? std::max(2 * pad + texts, 16 + pair.height) : 2 * pad + texts + 12 + pair.height;
    flow.block(
        height,
        [&page, one, pair, words, inner, form, about, said, about_height, words_height, texts, beside, pad,
         pair_width](Rect at) {
            page.card(at);
            const float y = at.y + (beside ? (at.h - texts) / 2 : pad);
            const float words_y = form ? y : y + about_height;
            const float about_y = form ? y + words_height + 4 : y;
            if (!form) page.text({at.x + 24, about_y, inner, 0}, one.about, about);
            page.text({at.x + 24, words_y, inner, 0}, words, said);
            if (form && !one.about.empty()) page.text({at.x + 24, about_y, inner, 0}, one.about, about);
            draw_pair(page, pair, one,
                      beside
                          ? Rect{at.right() - 24 - pair_width, at.y + (at.h - pair.height) / 2, pair_width, pair.height}
                          : Rect{at.x + 24, y + texts + 12, pair_width, pair.height});
        },
        beside ? 8 : 16);
}

// A heading that stands on each of its pages, and what is chosen below it.
struct Section {
    std::string title;
    Flow flow;
    float above = 0; // what the heading takes of each page
    std::size_t pages = 0;
};

TextLook title_look(const Page& page) {
    return {.style = page.text_at_least(150) ? Style::heading : Style::title, .balanced = true};
}

Section section_of(Page& page, std::string title, const std::string& words, const std::vector<Releasable>& choices,
                   Size room) {
    Flow flow(page, room.w);
    flow.text(words, {.style = Style::body, .color = page.color.soft}, 24);
    const float above = page.text_height(title, room.w, title_look(page).style) + 8;
    for (const auto& one : choices)
        add(page, flow, one, room.h - above);
    const auto pages = choices.empty() ? 0 : flow.pages(room.h - above);
    return {std::move(title), std::move(flow), above, pages};
}

}

void draw_release(Page& page, const model::screen::Release& screen) {
    const auto& session = screen.session;
    const auto inner = page.inner();
    const auto module = module_of(page, session);
    const auto modules = modules_of(page, session.seat.sitting);
    const auto done = module < modules.size() && modules[module] != nullptr ? modules[module]->items.size() : 0;
    const float top = trouble_banner(page, session.trouble, answering_top(page, session, module, done));
    PagedFooter paged{.count = 2, .leave = back_of(), .done = next_of(session.pending.empty())};
    const float bottom = content_bottom(page, footer_of(paged));
    const auto partner = partner_words(session.seat.sitting, model::other(session.seat.partner));

    const Size room{inner.w, bottom - top};
    const auto own = section_of(
        page, tr("release.title", "Which of your words may be on your shared page?"),
        fill(tr("release.words",
                "Nobody else decides this. {partner} sees only what you share, and not that you kept something."),
             {{"partner", partner}}),
        releasable_texts(page, session, partner), room);
    const auto forms = section_of(
        page, tr("release.forms", "What may you look at together?"),
        fill(tr("release.forms-words",
                "In a session the two of you may look at a few cards: strengths you share, and things to talk about. "
                "{therapist} may use a form to pick them if both of you share it. Your answers themselves are not "
                "shown, "
                "nor whose they were."),
             {{"therapist", therapist_within(session.seat.sitting.therapist)}}),
        releasable_forms(page, session), room);
    // Everyone passes each of the pages: what lies on the last one is not left to be found.
    paged.count = std::max<std::size_t>(1, own.pages + forms.pages);
    paged.shown = shown_page(screen.page, paged.count);
    if (own.pages + forms.pages == 0) {
        page.text({inner.x, top, inner.w, 0}, tr("release.none", "There is nothing to choose here."),
                  {.style = Style::heading});
        return draw_paged_footer(page, paged);
    }
    const bool of_own = paged.shown < own.pages;
    const auto& section = of_own ? own : forms;
    page.text({inner.x, top, inner.w, 0}, section.title, title_look(page), Role::heading);
    section.flow.draw_page({inner.x, top + section.above, inner.w, room.h - section.above},
                           of_own ? paged.shown : paged.shown - own.pages);
    draw_paged_footer(page, paged);
}

}
