#include "rehearsal/rehearsal.hpp"
#include "core/utf8.hpp"
#include "voice/words.hpp"
#include <algorithm>
#include <cstdlib>

namespace rehearsal {

namespace {

constexpr core::Milliseconds finger_down{60};

// The middle of it; of what lies behind the page, the first place downwards where nothing else takes the tap.
ui::Point free_place(const ui::Tree& tree, const ui::Widget& widget) {
    const auto middle = widget.rect.center();
    if (widget.role != ui::Role::background) return middle;
    constexpr float step = 24;
    for (float x = middle.x; x < widget.rect.right(); x += step)
        for (float y = middle.y; y < widget.rect.bottom(); y += step)
            if (tree.at({x, y}) == &widget) return {x, y};
    return middle;
}

}

void lend_pictures(Offscreen& to, platform::Pictures& pictures, const model::Content& content) {
    for (const auto& article : content.articles)
        if (const auto* picture = pictures.find(article.picture, to.scale() > 1.2F))
            to.add_picture(article.picture, {picture->width, picture->height, picture->rgba});
}

Rehearsal::Rehearsal(std::unique_ptr<practice::EffectRunner> runner, ManualClock& clock)
    : m_clock(clock), m_runner(std::move(runner)) {}
Rehearsal::~Rehearsal() = default;

core::Result<std::unique_ptr<Rehearsal>> Rehearsal::create(practice::OpenKiosk kiosk, practice::PanelSize panel,
                                                           ManualClock& clock, const std::filesystem::path& assets,
                                                           voice::Voice* voice) {
    auto state = std::move(kiosk.state);
    auto runner = kiosk.begin();
    if (!runner) return core::pass(runner.error());
    std::unique_ptr<Rehearsal> made(new Rehearsal(std::move(*runner), clock));
    made->m_panel = panel;
    if (!assets.empty()) {
        made->m_pictures = platform::Pictures(platform::asset_folders(assets, assets));
        made->m_has_pictures = true;
    }
    auto sheet = Offscreen::create(panel.width, panel.height, state.appearance.text_percent);
    if (!sheet) return core::pass(sheet.error());
    const auto size = sheet->size();
    made->m_sheets.emplace(state.appearance.text_percent, std::move(*sheet));
    platform::StageCallbacks callbacks;
    auto* self = made.get();
    callbacks.now = [self] { return self->m_clock.now(); };
    callbacks.describe = [self](const model::State& shown, const ui::View& view) {
        return self->describe(shown, view);
    };
    callbacks.run = [self](const model::Effect& effect) {
        if (self->instead)
            if (auto answers = self->instead(effect)) return std::move(*answers);
        return self->m_runner->run(effect);
    };
    callbacks.before_long_effect = callbacks.after_effect = [] {};
    callbacks.voice = voice;
    made->m_stage = std::make_unique<platform::Stage>(std::move(state), size, std::move(callbacks));
    return made;
}

ui::Tree Rehearsal::describe(const model::State& state, const ui::View& view) {
    const auto percent = state.appearance.text_percent;
    auto sheet = m_sheets.find(percent);
    if (sheet == m_sheets.end()) {
        auto made = Offscreen::create(m_panel.width, m_panel.height, percent);
        if (!made) std::abort(); // the letters were there a moment ago
        sheet = m_sheets.emplace(percent, std::move(*made)).first;
    }
    if (m_last != &sheet->second && m_has_pictures) lend_pictures(sheet->second, m_pictures, *state.content);
    m_last = &sheet->second;
    m_view = view;
    return m_last->describe(state, view);
}

void Rehearsal::hear(ui::Point point) {
    const auto* widget = tree().thing_at(point);
    if (widget == nullptr || m_stage->ringed() == widget->id) return;
    if (!model::reads_page(state()) || !voice::heard_first(state(), *widget)) return;
    touch(point);
    pass(model::settle_time);
}

bool Rehearsal::tap_at(ui::Point point) {
    hear(point);
    touch(point);
    return true;
}

void Rehearsal::touch(ui::Point point) {
    m_stage->take({m_clock.now().steady, platform::input::Press{point}});
    m_clock.pass(finger_down);
    m_stage->pass_time();
    m_stage->take({m_clock.now().steady, platform::input::Release{point}});
}

void Rehearsal::stroke(const std::vector<ui::Point>& points) {
    constexpr core::Milliseconds between{8};
    hear(points.front());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == 0)
            m_stage->take({m_clock.now().steady, platform::input::Press{points[i]}});
        else
            m_stage->take({m_clock.now().steady, platform::input::Slide{points[i]}});
        m_clock.pass(between);
        m_stage->pass_time();
    }
    m_stage->take({m_clock.now().steady, platform::input::Release{points.back()}});
}

bool Rehearsal::tap_at_once(std::string_view id) {
    const auto* widget = tree().find_id(id);
    if (widget == nullptr || !widget->enabled) return false;
    if (widget->role != ui::Role::key) ++m_taps;
    return tap_at(free_place(tree(), *widget));
}

// Nothing tapped before still counts as half of a double tap, and the page takes taps.
void Rehearsal::settle() {
    pass(std::max(model::settle_time, model::settled_at(state()) - m_clock.now().steady));
}

bool Rehearsal::tap_id(std::string_view id) {
    settle();
    return tap_at_once(id);
}

bool Rehearsal::tap(std::string_view name) {
    settle();
    for (const auto& widget : tree().widgets)
        if (widget.name == name && widget.enabled && (widget.action || !widget.carets.empty())) {
            ++m_taps;
            return tap_at(free_place(tree(), widget));
        }
    return false;
}

bool Rehearsal::keys(std::string_view digits) {
    if (m_clock.now().steady < model::settled_at(state())) settle();
    for (const char digit : digits)
        if (!tap_at_once(digit == '.' ? "key:point" : std::string("key:") + digit)) return false;
    return true;
}

void Rehearsal::type(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto length = core::utf8::after(text, i) - i;
        if (text[i] == ' ')
            press(platform::Key::space);
        else
            m_stage->take({m_clock.now().steady, platform::input::Typed{std::string(text.substr(i, length))}});
        m_clock.pass(core::Milliseconds(20));
        m_stage->pass_time();
        i += length;
    }
}

void Rehearsal::press(platform::Key key, bool repeat) {
    m_stage->take({m_clock.now().steady, platform::input::KeyDown{key, repeat}});
}

void Rehearsal::pass(core::Milliseconds time) {
    const auto until = m_clock.now().steady + time;
    for (;;) {
        const auto due = m_stage->deadline();
        if (!due || *due > until) break;
        if (*due > m_clock.now().steady) m_clock.pass(*due - m_clock.now().steady);
        m_stage->pass_time();
        if (m_stage->deadline() == due) break;
    }
    if (until > m_clock.now().steady) m_clock.pass(until - m_clock.now().steady);
    m_stage->pass_time();
}

Image Rehearsal::picture() {
    pass(std::chrono::milliseconds(200)); // a fade is over
    m_stage->describe();
    m_last->draw(state(), m_view);
    return m_last->image();
}

}
