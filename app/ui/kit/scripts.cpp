#include "ui/kit/scripts.hpp"
#include <algorithm>

namespace ui {
namespace {

// A sheet takes a megabyte. Past the first number they are begun anew with the next frame, past the second what is new
// has no drawing in this one.
constexpr std::size_t sheets_kept = 6, most_sheets = 16;

class AtOnce final : public SetSource {
public:
    void begin_frame() override {}
    void end_frame() override {}
    void ask(const SetOrder& order) override {
        if (!m_setter) m_setter = std::make_unique<Setter>();
        m_done.push_back({order, m_setter->set(order), m_age});
    }
    std::vector<Done> take(Wait) override { return std::exchange(m_done, {}); }
    void forget_drawings() override {
        if (m_setter) m_setter->forget_drawings();
        ++m_age;
    }

private:
    std::unique_ptr<Setter> m_setter;
    std::vector<Done> m_done;
    unsigned m_age = 0;
};

}

std::unique_ptr<SetSource> set_at_once() {
    return std::make_unique<AtOnce>();
}

Scripts::Scripts(std::unique_ptr<SetSource> source, TextureFor texture_for)
    : m_source(std::move(source)), m_texture_for(std::move(texture_for)) {}

void Scripts::begin_frame() {
    m_source->begin_frame();
    if (m_sheet >= sheets_kept) {
        m_source->forget_drawings();
        ++m_age;
        m_kept.clear();
        m_drawn.clear();
        for (Sheet& sheet : m_sheets)
            std::ranges::fill(sheet.rgba, std::uint8_t{0});
        m_sheet = 0;
        m_x = m_y = m_row = 0;
    }
    for (auto& one : m_source->take(SetSource::Wait::no))
        keep(std::move(one));
    for (auto& [order, kept] : m_kept)
        kept.used = false;
}

void Scripts::end_frame() {
    m_source->end_frame();
    std::erase_if(m_kept, [](const auto& each) { return !each.second.used; });
}

std::shared_ptr<const SetText> Scripts::set(const SetOrder& order) {
    const auto kept = [&]() -> std::shared_ptr<const SetText> {
        const auto found = m_kept.find(order);
        if (found == m_kept.end()) return {};
        found->second.used = true;
        return found->second.text;
    };
    if (auto text = kept()) return text;
    m_source->ask(order);
    while (true) {
        auto done = m_source->take(SetSource::Wait::within_a_frame);
        if (done.empty()) return {};
        for (auto& one : done)
            keep(std::move(one));
        if (auto text = kept()) return text;
    }
}

void Scripts::keep(SetSource::Done done) {
    if (done.age != m_age) return;
    for (const GlyphDrawing& drawing : done.text.drawings)
        place(drawing);
    done.text.drawings.clear();
    m_kept.insert_or_assign(std::move(done.order), Kept{std::make_shared<const SetText>(std::move(done.text))});
}

// In rows, one below the other.
void Scripts::place(const GlyphDrawing& drawing) {
    if (m_x + drawing.width > sheet_width) {
        m_x = 0;
        m_y += m_row;
        m_row = 0;
    }
    if (m_y + drawing.height > sheet_height) {
        ++m_sheet;
        m_x = m_y = m_row = 0;
    }
    if (m_sheet >= most_sheets) return;
    if (m_sheet >= m_sheets.size()) {
        Sheet sheet;
        sheet.texture = m_texture_for(m_sheet);
        sheet.rgba.resize(std::size_t{4} * sheet_width * sheet_height);
        m_sheets.push_back(std::move(sheet));
    }
    Sheet& sheet = m_sheets[m_sheet];
    const auto row_bytes = static_cast<std::size_t>(drawing.width) * 4;
    for (int y = 0; y < drawing.height; ++y) {
        const auto to = (static_cast<std::size_t>(m_y + y) * sheet_width + static_cast<std::size_t>(m_x)) * 4;
        std::copy_n(drawing.rgba.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row_bytes),
                    row_bytes, sheet.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
    sheet.changed = true;
    const auto across = [](int x) { return static_cast<float>(x) / sheet_width; };
    const auto down = [](int y) { return static_cast<float>(y) / sheet_height; };
    m_drawn.insert_or_assign(drawing.id, Drawn{.texture = sheet.texture,
                                               .u0 = across(m_x),
                                               .v0 = down(m_y),
                                               .u1 = across(m_x + drawing.width),
                                               .v1 = down(m_y + drawing.height),
                                               .width = drawing.width,
                                               .height = drawing.height,
                                               .left = drawing.left,
                                               .top = drawing.top,
                                               .colored = drawing.colored});
    m_x += drawing.width;
    m_row = std::max(m_row, drawing.height);
}

const Scripts::Drawn* Scripts::drawn(std::uint32_t id) const {
    const auto found = m_drawn.find(id);
    return found == m_drawn.end() ? nullptr : &found->second;
}

}
