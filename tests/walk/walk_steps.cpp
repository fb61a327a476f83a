// What may be done to a kiosk by anybody, whether it makes sense or not.
#include "model/visit/page_id.hpp"
#include "walk/failure.hpp"
#include "walk/rules.hpp"
#include "walk/walk.hpp"
#include <algorithm>
#include <array>

namespace walk {
namespace {

using namespace std::chrono_literals;

enum class Kind {
    go_on,
    tap,
    tap_at_once,
    tap_again,
    tap_nothing,
    key,
    text,
    secret,
    wrong_secret,
    time,
    hide,
    help,
    look,
    kill,
    home,
    disk
};

// How many of 256 steps are of each kind.
constexpr std::pair<Kind, int> weights[] = {
    {Kind::go_on, 140},      {Kind::tap, 56}, {Kind::tap_at_once, 9}, {Kind::tap_again, 6},
    {Kind::tap_nothing, 2},  {Kind::key, 8},  {Kind::text, 7},        {Kind::secret, 5},
    {Kind::wrong_secret, 4}, {Kind::time, 7}, {Kind::hide, 3},        {Kind::help, 2},
    {Kind::look, 3},         {Kind::kill, 2}, {Kind::home, 1},        {Kind::disk, 1}};

constexpr auto kinds = [] {
    std::array<Kind, 256> all{};
    std::size_t place = 0;
    for (const auto& [kind, count] : weights)
        for (int i = 0; i < count; ++i)
            all[place++] = kind;
    return all;
}();

// A key finds a text that is empty or full, and what is chosen already stays as it is.
bool may_do_nothing(const ui::Widget& widget) {
    return widget.role == ui::Role::key || widget.role == ui::Role::writing || widget.role == ui::Role::drawing ||
           widget.role == ui::Role::field || widget.chosen;
}

const std::string& odd_text(std::uint8_t what) {
    static const std::string texts[] = {"\xF0\x9F\x98\x80",                 // an emoji
                                        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", // from right to left
                                        std::string(1, '\0'),               //
                                        "\n",                               //
                                        std::string(3000, 'w'),             //
                                        "\xC3",                             // half a letter
                                        "\xE2\x80\xAE",                     // turns what follows around
                                        "e\xCC\x81",                        // a letter and its accent
                                        "     ",                            //
                                        "{name} %s </b>",                   //
                                        "\t",                               //
                                        "A sentence of some words that go on and on, as sentences do now and then."};
    return texts[what % std::size(texts)];
}

}

std::vector<std::string> Walk::enabled_ids() const {
    std::vector<std::string> ids;
    for (const auto& widget : tree().widgets)
        if (widget.enabled && (widget.action || !widget.carets.empty())) ids.push_back(widget.id);
    return ids;
}

void Walk::tap(const std::string& id) {
    m_kiosk->settle();
    const auto* meant = tree().find_id(id);
    if (meant == nullptr || !meant->enabled) return;
    m_last_tap = meant->rect.center();
    ++m_count.taps;
    const auto* widget = tree().at(m_last_tap);
    if (widget == nullptr) throw Failure("covered", tree().screen + ": nothing is at the middle of " + id);
    const auto hit = *widget;
    const auto& state = m_kiosk->state();
    if (hit.action && !model::knows(state, *hit.action))
        throw Failure("dead", tree().screen + ": nobody hears of " + hit.id);
    const auto before = described(tree());
    const auto index = state.screen.index();
    const auto appearance = state.appearance;
    const auto orders = m_witness.orders;
    log.back() += " " + hit.id;
    m_kiosk->tap_at(m_last_tap);
    if (!hit.action || may_do_nothing(hit)) return;
    if (orders == m_witness.orders && index == state.screen.index() && appearance == state.appearance &&
        before == described(tree()))
        throw Failure("dead", tree().screen + ": " + hit.id + " \"" + hit.name + "\"");
}

bool Walk::tap_any_of(std::initializer_list<const char*> ids) {
    for (const auto* id : ids)
        if (const auto* widget = tree().find_id(id); widget != nullptr && widget->enabled && widget->action) {
            tap(id);
            return true;
        }
    return false;
}

bool Walk::tap_one_of(const std::vector<std::string>& ids, std::uint8_t what) {
    if (ids.empty()) return false;
    tap(ids[what % ids.size()]);
    return true;
}

void Walk::tap_nth(std::uint8_t what) {
    tap_one_of(enabled_ids(), what);
}

// Whatever stands there, and whether it may be tapped or not.
void Walk::tap_at_once(std::uint8_t what) {
    if (tree().widgets.empty()) return;
    const auto& widget = tree().widgets[what % tree().widgets.size()];
    log.back() += " " + widget.id;
    m_last_tap = widget.rect.center();
    m_kiosk->tap_at(m_last_tap);
}

void Walk::type_odd_text(std::uint8_t what) {
    if (what % 3 == 0 && writes_here()) return m_kiosk->type(word_here());
    m_kiosk->type(odd_text(what));
}

void Walk::press_key(std::uint8_t what) {
    using enum platform::Key;
    constexpr platform::Key keys[] = {enter, space, tab, shift_tab, backspace, delete_forward, left, right, up,
                                      down,  home,  end, escape,    tab,       enter,          tab};
    m_kiosk->press(keys[what % std::size(keys)], what % 32 == 31);
}

void Walk::let_time_pass(std::uint8_t what) {
    switch (what % 10) {
    case 0:
    case 1:
        return m_kiosk->settle();
    case 2:
        return m_kiosk->pass(model::typing_in_flight);
    case 3:
    case 4:
        return m_kiosk->pass(1min);
    case 5:
        return m_kiosk->pass(95s);
    case 6:
        return m_kiosk->pass(5min);
    case 7:
        return m_kiosk->sleep_for(24h);
    case 8:
        return m_clock.set_wall(m_clock.now().wall - 26h);
    default:
        return m_clock.set_wall(m_clock.now().wall + 3h);
    }
}

void Walk::change_look(std::uint8_t what) {
    if (what % 4 == 0) return m_kiosk->turn_panel({.width = 1280, .height = 800});
    if (what % 4 == 1) return m_kiosk->turn_panel({.width = 1080, .height = 1920});
    m_kiosk->tell(model::action::LanguageChosen{{what % 4 == 2 ? "es" : ""}});
}

void Walk::take(Step step) {
    const auto kind = kinds[step.kind];
    static constexpr const char* names[] = {"go on", "tap",  "at once", "again", "nothing", "key",  "text", "secret",
                                            "wrong", "time", "hide",    "help",  "look",    "kill", "home", "disk"};
    log.push_back(tree().screen + ": " + names[static_cast<std::size_t>(kind)] + " " + std::to_string(step.what));
    switch (kind) {
    case Kind::go_on:
        go_on(step.what);
        break;
    case Kind::tap:
        tap_nth(step.what);
        break;
    case Kind::tap_at_once:
        tap_at_once(step.what);
        break;
    case Kind::tap_again:
        m_kiosk->tap_at(m_last_tap);
        break;
    case Kind::tap_nothing:
        m_kiosk->tap_at({static_cast<float>(step.what) * 4, 2});
        break;
    case Kind::key:
        press_key(step.what);
        break;
    case Kind::text:
        type_odd_text(step.what);
        break;
    case Kind::secret:
        if (const auto secret = secret_asked(step.what)) give_secret(*secret);
        break;
    case Kind::wrong_secret:
        if (secret_asked(step.what)) give_secret(step.what % 2 == 0 ? "8361" : "a wrong passphrase of words");
        break;
    case Kind::time:
        let_time_pass(step.what);
        break;
    case Kind::hide:
        tap_any_of({"hide"});
        break;
    case Kind::help:
        tap_any_of({"help"});
        break;
    case Kind::look:
        change_look(step.what);
        break;
    case Kind::kill:
        kill(step.what);
        break;
    case Kind::home:
        find_way_home();
        break;
    case Kind::disk:
        read_disk();
        break;
    }
    check();
    ++m_count.steps;
    ++m_count.places[place_of(tree())];
}

}
