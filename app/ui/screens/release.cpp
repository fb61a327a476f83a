#include "model/applies.hpp"
#include "ui/screens.hpp"
#include "ui/screens/answering.hpp"
#include "ui/screens/stack.hpp"
#include <algorithm>

namespace ui {
namespace {

struct Releasable {
    const model::Item* item;
    model::ItemRef ref;
    std::string text;
    bool released;
};

// Own words that may be shown, in the packet's order.
std::vector<Releasable> releasable_texts(const Page& page, const model::Session& session) {
    std::vector<Releasable> texts;
    for (const auto* module : modules_of(page, session.seat.sitting)) {
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            const model::ItemRef ref{module->id, item.id};
            const auto* answer =
                item.releasable ? model::answer_in_use(*module, item, session.content.answers) : nullptr;
            const auto* written = answer == nullptr ? nullptr : std::get_if<model::Written>(answer);
            if (written == nullptr || !model::is_answered(*answer)) continue;
            texts.push_back({&item, ref, written->text, session.content.released.contains(ref)});
        }
    }
    return texts;
}

std::size_t module_of(const Page& page, const model::Session& session) {
    const auto modules = modules_of(page, session.seat.sitting);
    for (std::size_t i = 0; i < modules.size(); ++i)
        if (session.content.at && modules[i] != nullptr && modules[i]->id == session.content.at->module) return i;
    return modules.empty() ? 0 : modules.size() - 1;
}

// A choice between two words; where they do not stand beside each other, one below the other.
struct Pair {
    std::string keep, share;
    bool beside;
    float height;
};
Pair pair_of(const Page& page, const std::string& partner, float width) {
    Pair pair{.keep = tr("release.keep", "Keep private"),
              .share = fill(tr("release.share", "Share with {partner}"), {{"partner", partner}}),
              .beside = true,
              .height = 0};
    const float widest = std::max(page.text_width(pair.keep, Style::body, Weight::bold),
                                  page.text_width(pair.share, Style::body, Weight::bold));
    pair.beside = widest + 48 <= width / 2;
    const float row = std::max(page.portrait() ? 88.f : 64.f, page.type(Style::body).line + 24);
    pair.height = pair.beside ? row : page.toggle_height(pair.share, width);
    return pair;
}

void draw_pair(Page& page, const Pair& pair, const Releasable& text, Rect at) {
    const auto id = text.ref.module.value + "." + text.ref.item.value;
    const Meaning toggled = model::action::ReleaseToggled{text.ref};
    if (!pair.beside) return page.toggle(at, "share:" + id, pair.share, text.released, toggled);
    const Meaning stays = model::action::Touched{};
    const Page::Segment segments[]{
        {.id = "keep:" + id, .name = pair.keep, .on = !text.released, .action = text.released ? toggled : stays},
        {.id = "share:" + id, .name = pair.share, .on = text.released, .action = text.released ? stays : toggled},
    };
    page.segments(at, segments);
}

void add_text(Page& page, Flow& flow, const Releasable& text, const std::string& partner, float lines) {
    const float inner = flow.width() - 48;
    const auto& label = text.item->text;
    const Size room{inner, lines * page.type(Style::heading).line};
    const auto words = shortened(page, text.text, room, Style::heading);
    const float label_height = page.text_height(label, inner, Style::body);
    const float words_height = page.text_height(words, inner, Style::heading);
    const auto pair = pair_of(page, partner, std::min(inner, 640.f));
    const float height = 20 + label_height + 4 + words_height + 12 + pair.height + 20;
    flow.block(
        height,
        [&page, text, pair, words, inner, label_height, words_height](Rect at) {
            page.card(at);
            float y = at.y + 20;
            page.text({at.x + 24, y, inner, 0}, text.item->text,
                      {.style = Style::body, .color = page.color.soft, .paper = page.color.surface});
            y += label_height + 4;
            page.text({at.x + 24, y, inner, 0}, words, {.style = Style::heading, .paper = page.color.surface});
            y += words_height + 12;
            draw_pair(page, pair, text, {at.x + 24, y, std::min(inner, 640.f), pair.height});
        },
        16);
}

}

void draw_release(Page& page, const model::screen::Release& screen) {
    const auto& session = screen.session;
    const auto inner = page.inner();
    const auto module = module_of(page, session);
    const auto modules = modules_of(page, session.seat.sitting);
    const auto done = module < modules.size() && modules[module] != nullptr ? modules[module]->items.size() : 0;
    const float top = trouble_banner(page, session.trouble, answering_top(page, session, module, done));
    const Page::FooterSpec footer{.left = back_of(), .right = next_of(session.pending.empty())};
    const float bottom = content_bottom(page, footer);
    const auto partner = partner_words(session.seat.sitting, model::other(session.seat.role));

    Flow flow(page, inner.w);
    const bool close = page.text_at_least(150) && !page.portrait(); // the first text stands on the first page
    flow.text(tr("release.title", "Which of your words may be on your shared page?"),
              {.style = page.text_at_least(150) ? Style::heading : Style::title, .balanced = true}, 8, Role::heading);
    const auto add_words = [&] {
        flow.text(
            fill(tr("release.words",
                    "Nobody else decides this. {partner} sees only what you share, and not that you kept something."),
                 {{"partner", partner}}),
            {.style = Style::body, .color = page.color.soft}, 24);
    };
    if (!close) add_words();
    const auto texts = releasable_texts(page, session);
    const float lines = page.portrait() ? 6 : close ? 2 : 3;
    for (const auto& text : texts)
        add_text(page, flow, text, partner, lines);
    if (texts.empty()) flow.text(tr("release.none", "There is nothing to choose here."), {.style = Style::heading}, 16);
    if (close) add_words();
    flow.draw({inner.x, top, inner.w, bottom - top}, screen.page);
    page.footer(footer);
}

}
