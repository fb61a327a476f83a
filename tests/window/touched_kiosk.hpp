// A kiosk in a real window and a hand at it: looks at the frames the kiosk presented, moves the pointer to the pixels
// where a widget stands and clicks, or strikes keys, or puts a finger on the panel that it is caged on. Every wait is
// for a frame, with a deadline; failures end the test.
#pragma once
#include "visits/a_visit.hpp"
#include "window/child.hpp"
#include "window/key_ways.hpp"
#include "window/panel.hpp"
#include <chrono>
#include <functional>
#include <string_view>

namespace window {

class Kiosk {
public:
    explicit Kiosk(const Plan& plan, Hand hand = Hand::pointer); // returns when the first page stands
    ~Kiosk();
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    // The frame that came last.
    const ui::Tree& page() const { return m_page; }
    bool shows(std::string_view screen) const { return m_page.screen.starts_with(screen); }
    void wait_for(const std::string& what, const std::function<bool(const ui::Tree&)>& looks);
    void wait_for_page(const std::string& screen);
    void wait_for_words(const std::string& words);
    void let_pass(std::chrono::milliseconds time); // for delays that the kiosk makes people wait

    void tap(const std::string& id);       // once the page has settled and the widget can be tapped
    void turn(const std::string& id);      // the same, and until another page stands
    void leaf(const std::string& id);      // the same, and until other things stand on the page
    void choose(const std::string& id);    // the same, and until it is shown as chosen
    void tap_twice(const std::string& id); // as fast as a nervous finger
    void code(std::string_view digits);    // with OK where it is needed
    void keys(std::string_view keys);      // letters that stand on the keyboard or keypad now, without looking up
    void write(std::string_view text);     // on the keyboard on the screen, looking at what is written
    void type(const std::string& text);    // on a keyboard of keys
    void strike(const std::string& key);   // one of its keys, by its X name
    void hold(const std::string& key, const std::function<bool(const ui::Tree&)>& until); // at every frame
    void sign(); // a line across the box, with one finger
    const ui::Widget& widget(const std::string& id) const;
    std::string written() const; // in the box in use

    // Of a kiosk that is caged.
    Panel& panel() { return *m_panel; }
    Picture picture() const; // that the panel shows, upright
    struct Place {
        double x, y;
    };
    Place place(const std::string& id) const; // of its middle, in pixels of the panel

    pid_t program() const; // its own process, where another stands before it

    pid_t pid() const { return m_child.pid; }
    void kill(); // as a cut of power: nothing is asked
    int stop();  // as the service does; gives the exit code

private:
    using Clock = std::chrono::steady_clock;
    // Long enough for a loaded machine that draws without a graphics card; a test that passes never waits so long.
    static constexpr std::chrono::seconds patience{30};
    Child start(const Plan& plan);
    void find_window(const Plan& plan);
    bool look_until(Clock::time_point deadline, const std::function<bool()>& enough);
    void take(std::string_view bytes);
    void settle(const std::string& id);
    void click(const std::vector<std::string>& ids);
    void go_to(const std::string& id); // with keys, until the ring stands there
    std::string pixel_x(const ui::Widget& widget) const;
    std::string pixel_y(const ui::Widget& widget) const;
    void bring_key(char letter);
    int wait_for_end();

    Hand m_hand;
    std::unique_ptr<visits::TemporaryFolder> m_runtime; // of what a caged kiosk runs under
    std::unique_ptr<Panel> m_panel;
    int m_turned = 0; // degrees
    Child m_child;
    std::string m_unread;
    ui::Tree m_page;
    Clock::time_point m_stands_since{};
    std::string m_tapped; // last
    Clock::time_point m_tapped_at{};
    bool m_ended = false;
    float m_left = 0, m_top = 0, m_width = 0;
};

// False with a word about it where there is no display to open a window on.
bool has_display();
// The same of the compositor that a kiosk has.
bool has_cage();

}
