// What the last frame showed of text that Lato cannot show: its lines, and the sheets that its letters are drawn on.
// Nothing of a text stays once a frame is drawn without it.
#pragma once
#include "ui/kit/setter.hpp"
#include <deque>
#include <functional>
#include <map>

namespace ui {

// Who sets it: at once, or while frames go on.
class SetSource {
public:
    struct Done {
        SetOrder order;
        SetText text;
        unsigned age = 0; // how often drawings had been forgotten when it was set
    };
    SetSource() = default;
    SetSource(const SetSource&) = delete;
    SetSource& operator=(const SetSource&) = delete;
    virtual ~SetSource() = default;
    virtual void begin_frame() = 0;
    virtual void end_frame() = 0; // what was not asked for in this frame need not be set any more
    virtual void ask(const SetOrder& order) = 0;
    enum class Wait { no, within_a_frame };
    virtual std::vector<Done> take(Wait wait) = 0; // what is ready
    virtual void forget_drawings() = 0;
};

std::unique_ptr<SetSource> set_at_once();

class Scripts {
public:
    static constexpr int sheet_width = 1024, sheet_height = 256;
    struct Sheet {
        std::uintptr_t texture = 0;
        std::vector<std::uint8_t> rgba;
        bool changed = false; // since whoever shows it said that it was not
    };
    struct Drawn {
        std::uintptr_t texture = 0;
        float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
        int width = 0, height = 0, left = 0, top = 0;
        bool colored = false;
    };
    // A handle of the surface for the sheet of this number.
    using TextureFor = std::function<std::uintptr_t(std::size_t)>;

    Scripts(std::unique_ptr<SetSource> source, TextureFor texture_for);

    void begin_frame();
    void end_frame();
    // Nothing while it is not set yet: a later frame has it.
    std::shared_ptr<const SetText> set(const SetOrder& order);
    const Drawn* drawn(std::uint32_t id) const; // none: there was no room
    std::deque<Sheet>& sheets() { return m_sheets; }

private:
    struct Kept {
        std::shared_ptr<const SetText> text;
        bool used = true;
    };
    void keep(SetSource::Done done);
    void place(const GlyphDrawing& drawing);

    std::unique_ptr<SetSource> m_source;
    TextureFor m_texture_for;
    std::map<SetOrder, Kept> m_kept;
    std::map<std::uint32_t, Drawn> m_drawn;
    std::deque<Sheet> m_sheets;
    std::size_t m_sheet = 0; // the one being filled
    int m_x = 0, m_y = 0, m_row = 0;
    unsigned m_age = 0;
};

}
