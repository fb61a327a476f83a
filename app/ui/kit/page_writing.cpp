// The writing box and the field for a passphrase.
#include "core/utf8.hpp"
#include "ui/kit/page.hpp"
#include "ui/kit/paragraph.hpp"
#include <algorithm>
#include <cmath>
#include <imgui.h>

namespace ui {

namespace {

constexpr float inset_x = 24, inset_y = 20, caret_wide = 3;

// The line that holds the caret: the last one that begins at or before it.
std::size_t line_of(const std::vector<TextLine>& lines, std::size_t caret) {
    std::size_t line = 0;
    while (line + 1 < lines.size() && lines[line + 1].begin <= caret)
        ++line;
    return line;
}

std::string room_words(std::size_t bytes) {
    if (bytes == 0) return tr("writing.full", "Full: no more fits here.");
    return fill(trn("writing.little-room", "Room for about {count} more letter", "Room for about {count} more letters",
                    static_cast<long long>(bytes)),
                {{"count", std::to_string(bytes)}});
}
std::string few_room_words(std::size_t bytes) {
    if (bytes == 0) return tr("writing.full-short", "Full");
    return fill(tr("writing.left", "{count} left"), {{"count", std::to_string(bytes)}});
}

}

// How much still fits is said below what is written, or beside it where there is one line. Returns what is left of
// `rect` for the writing.
Rect Page::say_room(Rect rect, std::size_t bytes) {
    const float line = type(Style::small).line, most = rect.w - 2 * inset_x;
    const bool below = rect.h >= std::max(64.0f, type(Style::heading).line) + line + 8;
    auto words = below ? room_words(bytes) : few_room_words(bytes);
    if (text_width(words, Style::small, Weight::bold) + 2 > most) words = few_room_words(bytes);
    const float wide = text_width(words, Style::small, Weight::bold) + 2;
    const Rect place{rect.right() - inset_x - wide, below ? rect.bottom() - line - 8 : rect.center().y - line / 2, wide,
                     line};
    text(place, words,
         {.style = Style::small,
          .weight = Weight::bold,
          .color = bytes == 0 ? color.alert : color.soft,
          .paper = color.surface},
         Role::status);
    if (below) return {rect.x, rect.y, rect.w, rect.h - line - 8};
    return {rect.x, rect.y, rect.w - wide - inset_x, rect.h};
}

void Page::writing_box(Rect rect, const model::TextEdit& edit, bool in_use, std::string id, std::string name,
                       const std::string& placeholder, Meaning when_not_in_use) {
    box(rect, color.surface, 16);
    outline(rect, in_use ? color.action : color.edge, in_use ? chosen_line() : control_line(), 16);
    const Rect whole = rect;
    if (const auto left = in_use ? model::little_room(edit) : std::nullopt) rect = say_room(rect, *left);
    const TypeSize size = type(Style::heading);
    const float caret_high = size.line - 4;
    // Less air above and below when only one line has room.
    const float above = std::min(inset_y, std::max(4.0f, (rect.h - size.line) / 2));
    const Rect room{rect.x + inset_x, rect.y + above, rect.w - 2 * inset_x - caret_wide, rect.h - 2 * above};
    const auto visible = static_cast<std::size_t>(std::max(1.0f, std::floor(room.h / size.line + 0.01f)));

    Paragraph paragraph;
    paragraph.text = edit.text;
    paragraph.line_height = size.line;
    paragraph.faces.push_back(face_run(edit.text.size(), Style::heading, Weight::regular, color.ink));
    const auto all = wrap(paragraph.text, paragraph.faces, room.w * scale(), edit.text.size() + 1, m_surface.scripts);
    const std::size_t caret_line = line_of(all, edit.caret);
    const std::size_t first = !in_use ? 0 : caret_line < visible ? 0 : caret_line - visible + 1;
    const std::size_t last = std::min(all.size(), first + visible);
    paragraph.lines.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                           all.begin() + static_cast<std::ptrdiff_t>(last));

    Widget widget;
    if (edit.text.empty()) {
        if (!placeholder.empty()) {
            const Run run{placeholder, Weight::regular, color.soft};
            const TextLook look{.style = Style::heading, .color = color.soft};
            widget.label = draw_paragraph(lay_out({&run, 1}, room.w, look, room.h), room, look);
        }
    } else {
        draw_paragraph(paragraph, room, {.style = Style::heading});
    }
    if (in_use) {
        const ImFont& font = *paragraph.faces.front().font;
        for (std::size_t line = first; line < last; ++line) {
            const float y = room.y + static_cast<float>(line - first) * size.line + (size.line - caret_high) / 2;
            const bool last_of_all = line + 1 == all.size();
            const auto stop = [&](std::size_t byte, float at) {
                // Spaces that hang over the edge keep the caret inside it.
                widget.carets.push_back({room.x + std::clamp(at, 0.0f, room.w), y, caret_wide, caret_high});
                widget.caret_bytes.push_back(byte);
            };
            if (all[line].set) {
                const float left = all[line].from_right() ? room.w - all[line].width / scale() : 0;
                for (const SetStop& each : all[line].set->stops)
                    stop(all[line].set_from + each.byte, left + each.x / scale());
                continue;
            }
            float x = 0;
            for (std::size_t at = all[line].begin;;) {
                stop(at, x / scale());
                if (at >= all[line].next || at >= edit.text.size()) break;
                x += advance(font, core::utf8::next(edit.text, at).code);
                if (!last_of_all && at >= all[line].next) break;
            }
        }
        for (std::size_t stop = widget.carets.size(); stop-- > 0;) {
            if (widget.caret_bytes[stop] > edit.caret) continue;
            box(widget.carets[stop], color.action, 0);
            break;
        }
    }
    widget.id = std::move(id);
    widget.role = in_use || !when_not_in_use ? Role::writing : Role::field;
    widget.name = std::move(name);
    widget.value = edit.text;
    widget.rect = rect;
    widget.chosen = in_use;
    if (!in_use) widget.action = std::move(when_not_in_use);
    widget.enabled = in_use || widget.action.has_value();
    widget.typing = in_use;
    widget.frame = whole;
    widget.ink = edit.text.empty() ? color.soft : color.ink;
    widget.paper = color.surface;
    widget.text_px = size.px;
    add(std::move(widget));
}

void Page::secret_field(Rect rect, const model::SecretEntry& entry, std::string name, std::string paused_words) {
    const bool paused = entry.refusal && entry.refusal->why == model::Refusal::Why::paused && entry.refusal->until &&
                        *entry.refusal->until > view.now.steady;
    const Color paper = paused ? color.sunk : color.surface;
    box(rect, paper, 16);
    outline(rect, paused ? color.line : color.action, paused ? control_line() : chosen_line(), 16);
    const Rect whole = rect;
    if (entry.cut && !paused) rect = say_room(rect, 0);
    const Rect room{rect.x + inset_x, rect.y, rect.w - 2 * inset_x - caret_wide, rect.h};
    Widget widget;
    if (paused) {
        const Run run{std::move(paused_words), Weight::regular, color.soft};
        const TextLook look{.color = color.soft, .middle = true};
        widget.label = draw_paragraph(lay_out({&run, 1}, room.w, look, rect.h), room, look);
    } else {
        const std::string_view typed = entry.typed.view();
        const float caret_high = type(Style::heading).line;
        float x = room.x;
        if (entry.shown) {
            // What does not fit stays off the left, so that the end can be seen.
            // Never set by scripts, which would keep a copy of it.
            const FaceRun face = face_run(typed.size(), Style::heading, Weight::regular, color.ink);
            TextLine line{0, typed.size(), typed.size(), 0};
            line.width = line_width(typed, {&face, 1}, 0, typed.size());
            while (line.width > room.w * scale()) {
                line.begin = core::utf8::after(typed, line.begin);
                line.width = line_width(typed, {&face, 1}, line.begin, line.end);
            }
            draw_line(*list(), typed, {&face, 1}, line, x * scale(),
                      rect.center().y * scale() - face.font->FontSize / 2);
            x += line.width / scale();
        } else {
            const float grown = std::min(1.5f, grow(1)), apart = 22 * grown, radius = 6 * grown;
            const auto most = static_cast<std::size_t>((room.w - 16) / apart);
            const std::size_t dots = std::min(entry.typed.length(), most);
            for (std::size_t dot = 0; dot < dots; ++dot) {
                disc({x + radius + 1 + static_cast<float>(dot) * apart, rect.center().y}, radius,
                     entry.working ? color.soft : color.ink);
            }
            x += static_cast<float>(dots) * apart;
        }
        if (!entry.working) box({x + 2, rect.center().y - caret_high / 2, caret_wide, caret_high}, color.action, 0);
    }
    widget.id = "secret";
    widget.role = Role::field;
    widget.name = std::move(name);
    widget.rect = rect;
    widget.enabled = widget.typing = !paused;
    widget.frame = whole;
    widget.secret = true;
    widget.ink = paused ? color.soft : color.ink;
    widget.paper = paper;
    widget.text_px = type(paused ? Style::body : Style::heading).px;
    add(std::move(widget));
}

}
