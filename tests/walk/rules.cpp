#include "walk/rules.hpp"
#include "model/visit/page_id.hpp"
#include "support/layout_check.hpp"
#include "walk/failure.hpp"
#include "walk/made_up_content.hpp"
#include <algorithm>

namespace walk {
namespace {

namespace screen = model::screen;
using model::Partner;

template<class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

enum class Seen { nobodys, names, part, joint, together, therapist, with_private };

// Who may be looking, and at whose page.
struct Viewer {
    Seen seen = Seen::nobodys;
    core::SittingId sitting = {};
    Partner partner = Partner::a;
    core::TherapistId therapist = {};
    bool lists = false; // items of a part beside each other: private ones never
};

Viewer of_seat(const model::Seat& seat) {
    return {.seen = Seen::part, .sitting = seat.sitting.id, .partner = seat.partner};
}

template<class S>
concept OfSession = requires(const S& screen) {
    screen.session.seat;
};
template<class S>
concept OfSeat = requires(const S& screen) {
    screen.seat;
};

Viewer viewer_of(const model::Screen& screen) {
    return std::visit(
        Overloaded{
            [](const screen::WhoIsHere& shown) { return Viewer{.seen = Seen::names, .sitting = shown.sitting.id}; },
            [](const screen::HandOver& shown) { return Viewer{.seen = Seen::names, .sitting = shown.sitting.id}; },
            [](const screen::Thanks& shown) { return Viewer{.seen = Seen::names, .sitting = shown.sitting.id}; },
            [](const screen::NotAsked& shown) { return Viewer{.seen = Seen::names, .sitting = shown.sitting.id}; },
            [](const screen::ReturnCode& shown) {
                return Viewer{.seen = shown.from_cover ? Seen::nobodys : Seen::names, .sitting = shown.sitting.id};
            },
            [](const screen::WhoAsked& shown) {
                return Viewer{.seen = shown.who ? Seen::names : Seen::nobodys, .sitting = shown.row.sitting};
            },
            [](const screen::Joint& shown) { return Viewer{.seen = Seen::joint, .sitting = shown.session.sitting.id}; },
            [](const screen::MissionAgreed& shown) { return Viewer{.seen = Seen::joint, .sitting = shown.sitting.id}; },
            [](const screen::Caseload& shown) {
                return Viewer{.seen = Seen::therapist, .therapist = shown.therapist.id};
            },
            [](const screen::Case& shown) {
                return Viewer{.seen = shown.opened_private ? Seen::with_private : Seen::therapist,
                              .therapist = shown.therapist.id};
            },
            [](const screen::CaseActions& shown) {
                return Viewer{.seen = Seen::therapist, .therapist = shown.from.therapist.id};
            },
            [](const screen::Export& shown) {
                return Viewer{.seen = Seen::therapist, .therapist = shown.from.therapist.id};
            },
            [](const screen::ChooseCards&) { return Viewer{.seen = Seen::together}; },
            [](const screen::TogetherView&) { return Viewer{.seen = Seen::together}; },
            [](const screen::EndTogether&) { return Viewer{.seen = Seen::together}; },
            [](const screen::Review& shown) {
                auto viewer = of_seat(shown.session.seat);
                viewer.lists = true;
                return viewer;
            },
            [](const screen::Release& shown) {
                auto viewer = of_seat(shown.session.seat);
                viewer.lists = true;
                return viewer;
            },
            [](const OfSession auto& shown) { return of_seat(shown.session.seat); },
            [](const OfSeat auto& shown) { return of_seat(shown.seat); },
            [](const auto&) { return Viewer{}; },
        },
        screen);
}

// What two are called is known from one visit to the next.
bool same_couple(core::SittingId one, core::SittingId other, const Witness& witness) {
    const auto code = witness.chart_codes.find(one), its = witness.chart_codes.find(other);
    return one == other || witness.parts_moved ||
           (code != witness.chart_codes.end() && its != witness.chart_codes.end() && code->second == its->second);
}

bool may_see(const Viewer& viewer, std::size_t place, const Witness& witness) {
    const auto& word = witness.words.at(place);
    const bool couple = same_couple(word.sitting, viewer.sitting, witness);
    const bool same = word.sitting == viewer.sitting || witness.parts_moved;
    const bool read = witness.closed.contains({word.sitting, word.partner}) || witness.parts_moved;
    switch (viewer.seen) {
    case Seen::nobodys:
        return false;
    case Seen::names:
        return word.of == WordOf::name && couple;
    case Seen::part:
        if (word.of == WordOf::name) return couple;
        if (viewer.lists && word.of == WordOf::private_answer) return false;
        return (word.of == WordOf::answer || word.of == WordOf::private_answer) && word.sitting == viewer.sitting &&
               word.partner == viewer.partner;
    case Seen::joint:
        if (word.of == WordOf::answer) return same && witness.released.contains(place);
        return word.of == WordOf::name ? couple : word.of == WordOf::joint && same;
    case Seen::together:
        if (word.of == WordOf::answer) return witness.released.contains(place);
        return word.of == WordOf::name || word.of == WordOf::joint;
    case Seen::therapist:
    case Seen::with_private:
        if (word.of == WordOf::note) return word.therapist == viewer.therapist;
        if (word.of == WordOf::private_answer) return viewer.seen == Seen::with_private && read;
        return word.of != WordOf::answer || read;
    }
    return false;
}

bool may_see_private_items(const Viewer& viewer) {
    return viewer.seen == Seen::with_private || (viewer.seen == Seen::part && !viewer.lists);
}

bool works(const model::SecretEntry& entry) {
    return entry.working;
}

}

void check_words(const model::State& state, const ui::Tree& tree, const Witness& witness) {
    const auto viewer = viewer_of(state.screen);
    const auto look = [&](std::string_view text) {
        if (text.find("qz") == std::string_view::npos) return;
        if (text.find(private_mark) != std::string_view::npos && !may_see_private_items(viewer))
            throw Failure("private", "words of a private item on " + tree.screen + ": " + std::string(text));
        witness.words.find(text, [&](std::size_t place) {
            if (!may_see(viewer, place, witness))
                throw Failure("leak", "on " + tree.screen + ", a word of another: " + std::string(text));
        });
    };
    for (const auto& widget : tree.widgets) {
        look(widget.name);
        look(widget.value);
    }
}

void check_page(const model::State& state, const ui::Tree& tree) {
    if (tree.screen.empty()) throw Failure("page", "a page without a name");
    support::LayoutRules rules;
    if (state.appearance.theme == model::Theme::high_contrast) rules.least_contrast = 7;
    const auto complaints = support::layout_complaints(tree, rules);
    if (!complaints.empty()) throw Failure("page", tree.screen + ": " + complaints.front());
}

void check_waiting(const model::State& state) {
    const bool waits = std::visit(
        [](const auto& shown) {
            using S = std::decay_t<decltype(shown)>;
            bool waiting = false;
            constexpr bool by_and_by = std::is_same_v<S, screen::Export> || std::is_same_v<S, screen::Figures>;
            if constexpr (requires { shown.working; } && !by_and_by) waiting = waiting || shown.working;
            if constexpr (requires { shown.sealing; }) waiting = waiting || shown.sealing;
            if constexpr (requires { shown.note_saving; }) waiting = waiting || shown.note_saving;
            if constexpr (requires { shown.session.saving; }) waiting = waiting || shown.session.saving;
            if constexpr (requires { shown.code.working; }) waiting = waiting || works(shown.code);
            if constexpr (requires { shown.pin.working; }) waiting = waiting || works(shown.pin);
            if constexpr (requires { shown.passphrase.working; }) waiting = waiting || works(shown.passphrase);
            if constexpr (requires { shown.entry.working; }) waiting = waiting || works(shown.entry);
            return waiting;
        },
        state.screen);
    if (waits) throw Failure("waits", "for ever on " + model::page_id(state).name);
}

bool calls_saved(const ui::Tree& tree) {
    return std::ranges::any_of(
        tree.widgets, [](const ui::Widget& widget) { return widget.name == "Saved" || widget.name == "Guardado"; });
}

std::string described(const ui::Tree& tree) {
    std::string all = tree.screen + "\n";
    for (const auto& widget : tree.widgets) {
        all += widget.id + "|" + widget.name + "|" + widget.value + "|";
        for (const float place : {widget.rect.x, widget.rect.y, widget.rect.w, widget.rect.h})
            all += std::to_string(static_cast<int>(place)) + ",";
        all += widget.enabled ? "on" : "off";
        all += widget.chosen ? " chosen\n" : "\n";
    }
    return all;
}

std::string place_of(const ui::Tree& tree) {
    const auto& name = tree.screen;
    const auto first = name.find(':');
    const auto head = name.substr(0, first);
    if (first == std::string::npos || head == "module" || head == "reading" || head == "confirm-close") return head;
    if (head == "question") return name.ends_with(":by-name") ? "question:by-name" : head;
    const auto second = name.substr(first + 1, name.find(':', first + 1) - first - 1);
    if (second.find_first_not_of("0123456789") == std::string::npos) return head; // a page of it
    if (head == "case" && second == "private")
        return name.find(":private:open") != std::string::npos ? "case:private:open"
               : name.ends_with(":asking")                     ? "case:private:asking"
                                                               : "case:private";
    return head + ":" + second;
}

}
