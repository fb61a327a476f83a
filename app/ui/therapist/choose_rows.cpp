#include "ui/layout/rows.hpp"
#include "ui/layout/ways.hpp"
#include "ui/therapist/case_parts.hpp"
#include "ui/therapist/choose_parts.hpp"
#include "ui/therapist/choose_reasons.hpp"
#include <algorithm>
#include <memory>

namespace ui {
namespace {

using model::CardKind;
using model::screen::ChooseCards;

// The mission is in their own words too.
CardKind group_of(const model::TogetherCard& card) {
    return card.kind == CardKind::mission ? CardKind::text : card.kind;
}

// In one line, where the content has such a name; the words stand behind.
std::string name_of(const Page& page, const ChooseCards& screen, const model::TogetherCard& card) {
    if (card.kind == CardKind::talk) return card.title;
    if (card.kind != CardKind::text) return card_words(screen.from.file, card);
    const auto source = model::source_of(model::content_of(*page.state.content, screen.offered), card);
    auto named = card;
    if (source.item != nullptr && !source.item->chart_label.empty()) named.title = source.item->chart_label;
    return card_words(screen.from.file, named);
}

// A row of one line is no higher than its letters need: many have to stand on a page.
float row_height(const Page& page, const std::string& name, float width) {
    const float high = page.toggle_height(name, width);
    if (page.portrait() || high > page.toggle_height("", width)) return high;
    return std::max(64.f, page.type(Style::body).line + 16);
}

// What stands behind a row, and the page that it was opened from.
struct Behind {
    Flow flow;
    std::size_t from, pages, first = 0;
};

// Pages are known once all is laid out, which is before anything is drawn.
struct Places {
    std::vector<std::size_t> of_group; // where it begins
    std::vector<std::size_t> behind;   // of each card, and last what was shared
};

class ChooseRows {
public:
    ChooseRows(Page& page, const ChooseCards& screen, Rect room, ChooseFooter footer)
        : m_page(page), m_screen(screen), m_room(room), m_footer(std::move(footer)), m_contents(page, room.w),
          m_list(page, room.w) {
        m_pager = turner_height(page);
        m_high = m_footer.room_between ? room.h : room.h - m_pager - 12;
        add_contents();
        add_list();
        add_behind();
    }

    void draw() {
        const auto listed = m_contents_pages + m_list_pages;
        const auto shown = shown_page(m_screen.page, m_behind.back().first + m_behind.back().pages);
        if (shown < listed) {
            m_page.footer(m_footer.buttons);
            if (shown < m_contents_pages)
                m_contents.draw_page(above(), shown);
            else
                m_list.draw_page(above(), shown - m_contents_pages);
            return draw_ways(pager_of(shown, listed));
        }
        const auto next = std::ranges::upper_bound(m_behind, shown, {}, &Behind::first);
        const auto& behind = *std::prev(next);
        m_footer.buttons.left->action = model::action::PageChosen{behind.from};
        m_page.footer(m_footer.buttons);
        behind.flow.draw_page(above(), shown - behind.first);
        if (behind.pages < 2) return;
        auto pager = pager_of(shown - behind.first, behind.pages);
        if (pager.earlier) pager.earlier = model::action::PageChosen{shown - 1};
        if (pager.later) pager.later = model::action::PageChosen{shown + 1};
        draw_ways(pager);
    }

private:
    Rect above() const { return {m_room.x, m_room.y, m_room.w, m_high}; }

    void draw_ways(const Pager& pager) {
        if (m_footer.room_between)
            draw_pager_between(m_page, pager);
        else
            draw_pager(m_page, {m_room.x, m_room.bottom() - m_pager, m_room.w, m_pager}, pager);
    }

    std::string counted(CardKind group) const {
        std::size_t all = 0, picked = 0;
        for (std::size_t i = 0; i < m_screen.offered.cards.size(); ++i) {
            if (group_of(m_screen.offered.cards[i]) != group) continue;
            ++all;
            if (m_screen.picked.contains(i)) ++picked;
        }
        return fill(tr("choose.picked", "{picked} of {count} picked"),
                    {{"picked", std::to_string(picked)}, {"count", std::to_string(all)}});
    }

    void add_choice(ChoiceSpec spec, std::function<std::size_t()> leads_to) {
        spec.close = true;
        m_contents.block(choice_height(m_page, spec, m_room.w), [&page = m_page, spec, leads_to](Rect at) mutable {
            spec.action = model::action::PageChosen{leads_to()};
            choice(page, at, spec);
        });
    }

    void add_contents() {
        std::optional<CardKind> last;
        std::size_t group = 0;
        for (const auto& card : m_screen.offered.cards) {
            if (last == group_of(card)) continue;
            last = group_of(card);
            add_choice(
                {.id = "group:" + std::to_string(group + 1), .name = group_title(*last), .beside = counted(*last)},
                [places = m_places, group] { return places->of_group[group]; });
            ++group;
        }
        add_choice({.id = "shared", .name = tr("choose.what-was-shared", "Shared and private")},
                   [places = m_places] { return places->behind.back(); });
        m_contents_pages = m_contents.pages(m_high);
    }

    void add_row(std::size_t index) {
        const auto card = card_at(m_page, m_screen, index);
        const auto name = name_of(m_page, m_screen, card);
        const bool on = m_screen.picked.contains(index);
        const float side = row_height(m_page, "", m_room.w);
        const float high = row_height(m_page, name, m_room.w - side - 8);
        m_list.block(high, [&page = m_page, places = m_places, name, on, index, side](Rect at) {
            page.toggle({at.x, at.y, at.w - side - 8, at.h}, "pick:" + std::to_string(index), name, on,
                        model::action::CardTapped{index});
            page.icon_button({at.right() - side, at.y + (at.h - side) / 2, side, side},
                             {.id = "why:" + std::to_string(index),
                              .name = fill(tr("choose.why", "About it: {card}"), {{"card", name}}),
                              .icon = Icon::next,
                              .action = model::action::PageChosen{places->behind[index]}});
        });
    }

    void add_list() {
        std::optional<CardKind> last;
        const auto& cards = m_screen.offered.cards;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const bool begins = last != group_of(cards[i]);
            if (begins) m_list.heading(group_title(group_of(cards[i])), Style::body, 4);
            last = group_of(cards[i]);
            add_row(i);
            m_list_pages = m_list.pages(m_high);
            m_page_of.push_back(m_contents_pages + m_list_pages - 1);
            if (begins) m_places->of_group.push_back(m_page_of.back());
        }
    }

    void add_behind() {
        const auto& cards = m_screen.offered.cards;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            const auto card = card_at(m_page, m_screen, i);
            const auto words = card_words(m_screen.from.file, card);
            Flow flow(m_page, m_room.w);
            flow.block(
                m_page.toggle_height(words, m_room.w),
                [&page = m_page, words, i, on = m_screen.picked.contains(i)](Rect at) {
                    page.toggle(at, "pick:" + std::to_string(i), words, on, model::action::CardTapped{i});
                },
                16);
            if (card.kind == CardKind::mission || card.kind == CardKind::text)
                flow.text(card.words, {.style = Style::body}, 16);
            flow.text(reason_for(m_page, m_screen.from, card), {.style = Style::body, .color = m_page.color.soft});
            add_behind(std::move(flow), m_page_of[i]);
        }
        Flow shared(m_page, m_room.w);
        add_what_was_shared(m_page, shared, m_screen);
        add_behind(std::move(shared), 0);
    }

    void add_behind(Flow flow, std::size_t from) {
        const auto first =
            m_behind.empty() ? m_contents_pages + m_list_pages : m_behind.back().first + m_behind.back().pages;
        const auto pages = flow.pages(m_high);
        m_places->behind.push_back(first);
        m_behind.push_back({.flow = std::move(flow), .from = from, .pages = pages, .first = first});
    }

    Page& m_page;
    const ChooseCards& m_screen;
    Rect m_room;
    ChooseFooter m_footer;
    float m_pager = 0, m_high = 0;
    Flow m_contents, m_list;
    std::size_t m_contents_pages = 1, m_list_pages = 0;
    std::vector<std::size_t> m_page_of; // each card
    std::vector<Behind> m_behind;
    std::shared_ptr<Places> m_places = std::make_shared<Places>();
};

}

void draw_choose_rows(Page& page, const ChooseCards& screen, Rect room, ChooseFooter footer) {
    ChooseRows(page, screen, room, std::move(footer)).draw();
}

}
