#include "ui/couple/answering.hpp"
#include "model/form/applies.hpp"
#include "ui/layout/rows.hpp"
#include <algorithm>

namespace ui {
namespace {

std::string trouble_words() {
    return tr("answering.not-saved", "This answer is not saved yet.") + " " +
           tr("answering.tell-desk", "Please tell the front desk if this stays.");
}

ButtonSpec retry_button() {
    return {.id = "retry", .name = tr("answering.retry", "Try again"), .action = model::action::RetrySave{}};
}

struct TroublePlaces {
    float text_width, text_height, button_width, height;
    bool beside;
};
TroublePlaces trouble_places(const Page& page, float width) {
    const auto button = page.fit_button(retry_button());
    const float inner = width - 40;
    const float icon = page.icon_size() + 12;
    TroublePlaces places{};
    places.beside = inner - icon - button.w - 24 >= inner / 2;
    places.button_width = std::min(button.w, inner);
    places.text_width = inner - icon - (places.beside ? button.w + 24 : 0);
    places.text_height = page.text_height(trouble_words(), places.text_width, Style::body, Weight::bold);
    places.height = places.beside ? std::max(places.text_height, button.h) + 24 : places.text_height + button.h + 40;
    return places;
}

// Questions of the first `items` that are asked; pages that are only read are none.
std::size_t count_asked(const model::Module* module, const std::vector<bool>& asked, std::size_t items) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(items, asked.size()); ++i)
        if (asked[i] && takes_answer(module->items[i].kind)) ++count;
    return count;
}

}

std::vector<const model::Module*> modules_of(const Page& page, const model::Sitting& sitting) {
    std::vector<const model::Module*> modules;
    const auto& content = model::content_of(*page.state.content, sitting);
    const auto* packet = model::find_packet(content, sitting.packet);
    if (packet == nullptr) return modules;
    for (const auto& id : packet->modules)
        modules.push_back(model::find_module(content, id));
    return modules;
}

const model::Module* module_at(const Page& page, const model::Session& session, std::size_t index) {
    const auto modules = modules_of(page, session.seat.sitting);
    return index < modules.size() ? modules[index] : nullptr;
}

const model::Answer* answer_to(const model::Session& session, const model::ItemRef& item) {
    const auto found = session.content.answers.find(item);
    return found == session.content.answers.end() ? nullptr : &found->second;
}

namespace {

std::string saved_words(bool trouble, bool pending, bool saved_once, Entered entered) {
    if (trouble) return {};
    if (pending || entered == Entered::in_flight) return tr("answering.saving", "Saving…");
    return saved_once && entered == Entered::kept ? tr("answering.saved", "Saved") : std::string{};
}

}

Entered entered_on(const model::screen::Question& screen) {
    if (screen.save_typing_at || !screen.stroke.empty()) return Entered::in_flight;
    const bool begun =
        !screen.digits.empty() || (screen.date && !(screen.date->day + screen.date->month + screen.date->year).empty());
    if (!begun || !screen.session.content.at) return Entered::kept;
    const auto* answer = answer_to(screen.session, *screen.session.content.at);
    return answer != nullptr && model::is_answered(*answer) ? Entered::kept : Entered::unfinished;
}

std::string saved_words(const model::Session& session, Entered entered) {
    return saved_words(session.trouble, !session.pending.empty(), session.saved_once, entered);
}

std::string saved_words(const model::JointSession& session, Entered entered) {
    return saved_words(session.trouble, !session.pending.empty(), session.saved_once, entered);
}

float answering_top(Page& page, const model::Session& session, std::size_t module, std::size_t done, Meaning trail,
                    Entered entered) {
    const auto modules = modules_of(page, session.seat.sitting);
    const auto* here = module < modules.size() ? modules[module] : nullptr;
    const auto asked = here == nullptr ? std::vector<bool>() : model::which_may_apply(*here, session.content.answers);
    page.answering_header({.modules = modules.size(),
                           .now = module,
                           .done = count_asked(here, asked, done),
                           .of = count_asked(here, asked, asked.size()),
                           .name = here == nullptr ? std::string{} : here->title,
                           .saved = saved_words(session, entered),
                           .tick = session.pending.empty() && entered == Entered::kept,
                           .action = std::move(trail)});
    return page.header_bottom();
}

float trouble_height(const Page& page, float width) {
    return trouble_places(page, width).height;
}

void draw_trouble(Page& page, Rect at) {
    const auto places = trouble_places(page, at.w);
    page.box({at.x, at.y, at.w, places.height}, page.color.alert_soft, 16);
    const float icon = page.icon_size();
    const float text_y = places.beside ? at.y + (places.height - places.text_height) / 2 : at.y + 12;
    page.icon({at.x + 20, text_y + (page.type(Style::body).line - icon) / 2, icon, icon}, Icon::alert,
              page.color.alert);
    page.text({at.x + 20 + icon + 12, text_y, places.text_width, 0}, trouble_words(),
              {.style = Style::body, .weight = Weight::bold, .color = page.color.alert, .paper = page.color.alert_soft},
              Role::status);
    const auto retry = retry_button();
    const float height = page.fit_button(retry).h;
    const float x = places.beside ? at.right() - 20 - places.button_width : at.x + 20;
    const float y = places.beside ? at.y + (places.height - height) / 2 : text_y + places.text_height + 12;
    page.button({x, y, places.button_width, height}, retry);
}

float trouble_banner(Page& page, bool trouble, float y) {
    if (!trouble) return y;
    const auto inner = page.inner();
    const float height = trouble_height(page, inner.w);
    draw_trouble(page, {inner.x, y, inner.w, height});
    return y + height + 16;
}

float note_height(const Page& page, const model::Session& session, const std::string& words, float width) {
    if (session.trouble) return trouble_height(page, width);
    const float indent = page.icon_size() + 12;
    return std::max(page.icon_size(), page.text_height(words, width - indent, Style::body));
}

float draw_note(Page& page, const model::Session& session, const std::string& words, Rect at) {
    const float height = note_height(page, session, words, at.w);
    if (session.trouble) {
        draw_trouble(page, at);
        return height;
    }
    const float icon = page.icon_size();
    page.icon({at.x, at.y + (std::max(icon, page.type(Style::body).line) - icon) / 2, icon, icon}, Icon::lock,
              page.color.soft);
    page.text({at.x + icon + 12, at.y, at.w - icon - 12, 0}, words, {.style = Style::body, .color = page.color.soft});
    return height;
}

std::string secrets_policy(const Page& page, const model::Sitting& sitting) {
    const auto& own = page.state.practice->secrets_policy;
    // A form that is kept has the words that stood there, whosever they were.
    return sitting.form || own.empty() ? model::content_of(*page.state.content, sitting).secrets_policy : own;
}

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        if (end > begin) lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

ButtonSpec skip_of() {
    return {.id = "skip",
            .name = tr("answering.skip", "Skip"),
            .look = ButtonLook::quiet,
            .action = model::action::SkipTapped{}};
}

ButtonSpec prefer_not_of(bool chosen) {
    return {.id = "prefer-not",
            .name = tr("answering.prefer-not", "I prefer not to say"),
            .look = chosen ? ButtonLook::quiet_with_line : ButtonLook::quiet,
            .icon = chosen ? Icon::tick : Icon::none,
            .action = model::action::PreferNotTapped{},
            .chosen = chosen};
}

}
