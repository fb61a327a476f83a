// What a screen draws with. Each call draws at reference pixels and registers what it drew in the tree, so the picture
// and the description cannot differ. A page lives for one frame; screens are functions `void draw_x(Page&, const
// screen::X&)`.
#pragma once
#include "core/i18n.hpp"
#include "core/time.hpp"
#include "ui/kit/fonts.hpp"
#include "ui/kit/icons.hpp"
#include <span>
#include <vector>

struct ImDrawList;

namespace ui {

class Scripts;
struct FaceRun;

using core::fill;
using core::tr;
using core::trn;

// What is drawn onto and with. Textures are the platform's handles for assets/ pictures; absent ones are left out.
struct Surface {
    ImDrawList* list = nullptr;
    const Fonts* fonts = nullptr;
    std::uintptr_t (*texture)(void* from, std::string_view name) = nullptr; // 0 when there is no such picture
    void* textures = nullptr;
    Scripts* scripts = nullptr; // none: letters that the fonts lack are drawn as boxes
};

// What is known about touch and time while drawing.
struct View {
    Size size; // reference pixels
    core::Now now;
    std::string pressed;     // id of the widget under the finger, or empty
    std::string focus;       // id of the widget with key focus, or empty
    bool show_focus = false; // keys are in use, or the screen is read aloud
    std::string spoken = {}; // id of the text that is read aloud just now, or empty
};

enum class Align { left, center, right };
struct TextLook {
    Style style = Style::body;
    Weight weight = Weight::regular;
    std::optional<Color> color = {}; // ink when absent
    Align align = Align::left;
    bool balanced = false;           // the narrowest width that keeps the number of lines
    std::optional<Color> paper = {}; // what it stands on; bg when absent
    bool middle = false;             // stands in the middle of rect.h
};

enum class ButtonLook { primary, secondary, quiet, quiet_with_line };
struct ButtonSpec {
    std::string id = {}, name = {};
    ButtonLook look = ButtonLook::secondary;
    Icon icon = Icon::none;
    bool icon_right = false;
    bool enabled = true;
    Meaning action = {};
    Style style = Style::body;
    bool chosen = false;
    Role role = Role::button;
    std::string about = {}; // see Widget
};

class Page {
public:
    Page(const model::State& state, const View& view, const Surface& surface, std::string screen_name);

    const model::State& state;
    const View& view;
    const Colors& color;
    Tree tree;

    // The room there is.
    float width() const;
    float height() const;
    bool portrait() const;
    float margin() const; // 64 lying, 80 standing
    Rect inner() const;   // between the margins, 24 top and bottom (64 at the bottom standing)
    int percent() const;  // text size
    bool text_at_least(int percent) const;
    TypeSize type(Style style) const;
    float icon_size() const; // 24 scaled like body text

    // Measuring, in reference pixels.
    float text_width(std::string_view text, Style style, Weight weight = Weight::regular) const;
    float text_height(std::string_view text, float width, Style style,
                      Weight weight = Weight::regular) const; // wrapped
    Size fit_button(const ButtonSpec& spec) const;            // 64 high or more, width rounded up to 8
    // Heights for a given width; labels wrap when they must.
    float button_height(const ButtonSpec& spec, float width) const;
    float answer_height(std::string_view name, float width,
                        Align align = Align::left) const; // 72 or more, 104 standing
    float toggle_height(std::string_view name, float width) const;

    // Drawing and registering. text() wraps within rect.w and returns the height used; rect.h == 0 means "as needed".
    // Of a text that reaches below the screen only the lines that can be seen are laid out.
    float text(Rect rect, std::string_view text, TextLook look = {}, Role role = Role::text);
    // Several runs, some bold, in one wrapped paragraph.
    struct Run {
        std::string text;
        Weight weight = Weight::regular;
        std::optional<Color> color;
        Ruled ruled = Ruled::no;
    };
    float runs(Rect rect, std::span<const Run> runs, TextLook look = {}, Role role = Role::text);
    float runs_height(std::span<const Run> runs, float width, Style style) const;
    // The lines that have room, one at least, and what is left; without the blanks between the two.
    struct CutRuns {
        std::vector<Run> first, rest;
    };
    CutRuns cut(std::span<const Run> runs, Size room, Style style) const;
    void button(Rect rect, const ButtonSpec& spec);
    void icon_button(Rect rect, const ButtonSpec& spec); // square, with the icon alone; its name is for speech
    // An answer of a list or row: label left (list) or centred (row), tick when chosen.
    void answer(Rect rect, std::string id, std::string name, bool chosen, Meaning action, Align align = Align::left);
    void toggle(Rect rect, std::string id, std::string name, bool on, Meaning action); // tick box and label
    struct Segment {
        std::string id, name;
        bool on = false;
        Meaning action;
        Icon icon = Icon::none;
    };
    // quiet: on a card, the chosen one tinted, for what stands among buttons.
    // Of equal width while their words allow it, else each as wide as its own.
    void segments(Rect rect, std::span<const Segment> segments, bool quiet = false);
    // The least they take in one row; `round` is the room round the words of each.
    float segments_width(std::span<const Segment> segments, float round) const;
    // Said with each of what was drawn since there were so many widgets, to who does not see what it stands below.
    void say_about(std::size_t since, const std::string& words);
    struct PillSpec {
        std::string name;
        Icon icon = Icon::none;
        Color ink, paper;
        std::optional<Color> outline;
        std::optional<float> bar;
        std::optional<model::Partner> mark = {}; // a partner's, in place of an icon
    };
    float pill(Point at, const PillSpec& spec); // 40 high (more at large text), returns its width
    Size pill_size(const PillSpec& spec) const;
    void icon(Rect rect, Icon icon, Color color);
    void partner_mark(Point center, float radius, model::Partner who,
                      std::optional<Color> ink = {}); // A: disc, B: ring
    Color mark_color(model::Partner who,
                     bool chosen) const;            // of a mark on a button, which the chosen one's fill may hide
    void two_circles(Rect rect, bool illustration); // the logo, or the large soft one
    void picture(Rect rect, std::string_view name, float radius, std::string alt);

    // Shapes; registered nowhere.
    void card(Rect rect, bool shadow = false);
    void box(Rect rect, Color fill, float radius);
    void outline(Rect rect, Color color, float thickness, float radius);
    void disc(Point center, float radius, Color fill);
    void ring(Point center, float radius, float stroke, Color color);
    void line(Point from, Point to, Color color, float thickness);
    void curve(std::span<const Point> points, Color color, float thickness); // one line through them, with round ends
    void dotted_ring(Point center, float radius, Color color);

    // Whole parts that many screens share.
    // Logo and name left; Help, then Hide screen or one other button, right.
    void practice_header(bool hide, const std::optional<ButtonSpec>& right = {});
    // Another way than the page's own, where the practice's name would stand; by its short name where there is less
    // room.
    void header_with_way(ButtonSpec way, const std::string& short_name, const std::optional<ButtonSpec>& right);
    struct TrailSpec {
        std::size_t modules = 0;
        std::optional<std::size_t> now = 0; // none: between two of them, `done` of which are behind
        std::size_t done = 0, of = 0;
        std::string name;
        std::string saved;
        bool tick = true;    // beside `saved`; false while it is not saved yet
        Meaning action = {}; // of the trail itself: shows how far one is
    };
    void answering_header(const TrailSpec& trail); // trail, module name, "5 of 14", Saved, Help, Hide screen
    // Help in its corner, left of it the other language and, on the couple's screens, how it all looks, with Hide
    // screen (or another button) right of it; what both headers end with. For screens without a header. Returns where
    // the leftmost of them begins. `top`: where they begin, else the header's own place. `kept`: the room that what
    // stands left of them cannot do without, for which a staff page's language gives way.
    float corner(bool hide, const std::optional<ButtonSpec>& right = {}, std::optional<float> top = {},
                 std::optional<float> kept = {});
    std::optional<ButtonSpec> other_language() const; // by its own name; none where only one is spoken
    ButtonSpec help_lines() const;
    ButtonSpec reading_aloud() const; // the button that opens its panel
    // "Headset off", where a page stays silent for it; returns the height used, 0 where nothing is to be said.
    float silent_note(float y);
    bool silent() const; // would be read aloud, had they a headset
    static std::string silent_words();
    float header_bottom() const; // where content may begin (112 lying); after the header
    struct FooterSpec {
        std::optional<ButtonSpec> left = {}, middle = {}, right = {};
        std::optional<ButtonSpec> beside = {}; // quiet, right of the middle
    };
    void footer(const FooterSpec& footer);            // Back | Skip | Next; stacks when it must
    float footer_top() const;                         // after footer(), the top of what it drew
    float footer_top(const FooterSpec& footer) const; // where it will begin
    void staff_header(const std::string& title, const std::string& beside, const std::optional<ButtonSpec>& right);
    void banner(Rect rect, Icon icon, std::string text);

    void ribbon(std::string words); // a line in the top margin, over any screen

    // Typing. The keyboard and keypad emit KeyTyped, BackspaceTyped, ShiftTapped, SymbolsTapped, DoneTyping.
    float keyboard_top() const; // the bed reaches from here to the bottom edge
    void keyboard(const model::Keyboard& keys, std::string done_label, bool enabled = true);
    // 3 x 4, digits, backspace and in the corner OK, a decimal point or nothing where the page has its own way on;
    // returns what it used.
    enum class Corner { ok, point, empty };
    Rect keypad(Rect within, bool enabled = true, Corner corner = Corner::ok);
    Size keypad_size() const; // what it takes where there is room
    void code_dots(Rect rect, std::size_t typed, std::size_t of);
    // A wrapping box with a caret; keeps the caret's line in view, and says when it is nearly full, and when it is.
    // placeholder stands while it is empty.
    void writing_box(Rect rect, const model::TextEdit& edit, bool in_use, std::string id, std::string name,
                     const std::string& placeholder = {}, Meaning when_not_in_use = {});
    void secret_field(Rect rect, const model::SecretEntry& entry, std::string name, std::string paused_words);

    // Low level.
    void add(Widget widget);
    // What stands on the page since there were `first` widgets is a picture: heard are `words`, and whatever of it can
    // be done. Without words only that.
    void heard_as(std::size_t first, Rect rect, std::string words);
    ImDrawList* list() const;
    float scale() const;

private:
    struct FooterPlan {
        enum class Rows { one, two, stacked } rows = Rows::one;
        Size sizes[4]; // left, middle, beside, right
        float row = 0, height = 0;
    };
    FooterPlan plan_footer(const FooterSpec& footer) const;
    Size trail_size(const TrailSpec& trail) const;
    void draw_trail(const TrailSpec& trail, float middle);
    void quiet_pair(const FooterSpec& footer, const FooterPlan& plan, Rect room);
    struct Label { // an icon and words, in a button
        std::string_view name;
        Icon icon = Icon::none;
        bool icon_right = false;
        Style style = Style::body;
        Weight weight = Weight::bold;
        Align align = Align::center;
        float padding = 16, icon_size = 24, gap = 12;
    };
    float room_for_words(const Label& label, float width) const;
    float label_height(const Label& label, float width) const;
    Rect draw_label(Rect rect, const Label& label, Color color);
    Label label_of(const ButtonSpec& spec) const;
    Label answer_label(std::string_view name, Align align, bool chosen) const;
    Label toggle_label(std::string_view name) const;

    FaceRun face_run(std::size_t end, Style style, Weight weight, Color color) const; // up to byte `end`
    struct Paragraph; // text laid out: lines, runs, places
    Paragraph lay_out(std::span<const Run> runs, float width, const TextLook& look, float height_at_most) const;
    Rect draw_paragraph(const Paragraph& paragraph, Rect rect, const TextLook& look, bool spoken = false);

    Rect say_room(Rect rect, std::size_t bytes);
    void key(Rect rect, std::string id, std::string name, Icon icon, Meaning action, bool special, bool primary,
             bool enabled);
    Style key_style(std::string_view label, float width, Weight weight) const;
    bool pressed(std::string_view id) const;
    float control_line() const;    // outline of controls: 2, 3 in High contrast
    float chosen_line() const;     // outline of what is chosen or in use: 3, 4
    float grow(float value) const; // icons: with body text and panel
    void add_picture(Rect rect, std::string words);
    std::string next_id(std::string_view prefix);

    Surface m_surface;
    std::optional<float> m_header_bottom, m_footer_top;
    std::size_t m_texts = 0;
};

}
