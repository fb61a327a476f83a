#include "gallery.hpp"

namespace gallery {

model::State a_state(model::Theme theme, int text_percent) {
    model::State state;
    model::Practice practice;
    practice.name = "Rivergate Counseling";
    state.practice = std::make_shared<const model::Practice>(practice);
    state.content = std::make_shared<const model::Content>();
    state.appearance.theme = theme;
    state.appearance.text_percent = text_percent;
    return state;
}

ui::Page::FooterSpec a_footer() {
    using namespace ui;
    return {ButtonSpec{.id = "back", .name = "Back", .icon = Icon::back, .action = model::action::BackTapped{}},
            ButtonSpec{.id = "skip", .name = "Skip", .look = ButtonLook::quiet, .action = model::action::SkipTapped{}},
            ButtonSpec{.id = "next",
                       .name = "Next",
                       .look = ButtonLook::primary,
                       .icon = Icon::next,
                       .icon_right = true,
                       .action = model::action::NextTapped{}}};
}

void question(ui::Page& page) {
    using namespace ui;
    page.answering_header(
        {.modules = 4, .now = 0, .done = 5, .of = 14, .name = "How I connect today", .saved = "Saved"});
    page.footer(a_footer());
    const char* labels[] = {"Strongly disagree", "Disagree", "Slightly disagree", "Neither",
                            "Slightly agree",    "Agree",    "Strongly agree"};
    const bool standing = page.portrait();
    const float left = standing ? page.margin() : page.width() / 2 + 48, wide = page.width() - page.margin() - left;
    const float gap = standing ? 16 : 8, middle_gap = standing ? 32 : 16;
    float high = 0;
    for (const char* label : labels)
        high = std::max(high, page.answer_height(label, wide));
    float y = page.footer_top() - (standing ? 56 : 32) - 7 * high - 4 * gap - 2 * middle_gap;
    const float answers_top = y;
    for (int index = 0; index < 7; ++index) {
        page.answer({left, y, wide, high}, "answer:" + std::to_string(index + 1), labels[index], index == 4,
                    model::action::ChoiceTapped{index + 1});
        y += high + (index == 2 || index == 3 ? middle_gap : gap);
    }
    const float words = standing ? wide : 544;
    page.text({page.margin(), page.header_bottom() + 6, words, 0},
              "When something goes wrong, my partner is the first person I turn to.",
              {.style = Style::title, .balanced = true}, Role::heading);
    const std::string lock = "Only Dr. Okafor will see your answer";
    const float beside = page.icon_size() + 12;
    const float lock_high = page.text_height(lock, words - beside, Style::body);
    const float lock_y = (standing ? answers_top - 16 : page.footer_top() - 32) - lock_high;
    page.icon({page.margin(), lock_y + lock_high / 2 - page.icon_size() / 2, page.icon_size(), page.icon_size()},
              Icon::lock, page.color.soft);
    page.text({page.margin() + beside, lock_y, words - beside, 0}, lock, {.color = page.color.soft});
}

void writing(ui::Page& page, const model::TextEdit& edit, const model::Keyboard& keys) {
    using namespace ui;
    page.answering_header({.modules = 4, .now = 3, .done = 1, .of = 2, .name = "What I stand for", .saved = "Saved"});
    const float top = page.header_bottom() - (page.portrait() ? 0 : 8);
    const float used = page.text({page.margin(), top, page.width() - 2 * page.margin(), 0},
                                 "What do you stand for in this relationship?", {.style = Style::large}, Role::heading);
    const float box_top = top + used + 16;
    page.writing_box({page.margin(), box_top, page.width() - 2 * page.margin(), page.keyboard_top() - 24 - box_top},
                     edit, true, "text", "Your answer", "Write here");
    page.keyboard(keys, "Done");
}

void parts(ui::Page& page) {
    using namespace ui;
    page.practice_header(true);
    const float left = page.margin(), wide = 360;
    float y = page.header_bottom();
    const std::pair<const char*, bool> answers[] = {
        {"Rest", false}, {"Pressed", false}, {"Chosen", true}, {"Focused", false}};
    for (const auto& [name, chosen] : answers) {
        page.answer({left, y, wide, 64}, std::string("answer:") + name, name, chosen, model::action::ChoiceTapped{1});
        y += 72;
    }
    y += 8;
    page.button(
        {left, y, 120, 64},
        {.id = "primary", .name = "Primary", .look = ButtonLook::primary, .action = model::action::NextTapped{}});
    page.button({left + 128, y, 144, 64},
                {.id = "secondary", .name = "Secondary", .action = model::action::NextTapped{}});
    page.button({left + 288, y, 72, 64},
                {.id = "quiet", .name = "Quiet", .look = ButtonLook::quiet, .action = model::action::NextTapped{}});
    y += 72;
    page.button(
        {left, y, 144, 64},
        {.id = "off", .name = "Show", .icon = Icon::eye, .enabled = false, .action = model::action::ShowTapped{}});
    page.button({left + 152, y, 208, 56}, {.id = "welcome",
                                           .name = "Back to welcome",
                                           .look = ButtonLook::quiet_with_line,
                                           .action = model::action::WentHome{}});
    y += 80;
    page.two_circles({left, y, 140, 80}, false);
    page.partner_mark({left + 170, y + 20}, 10, model::Partner::a);
    page.text({left + 192, y + 6, 160, 0}, "Partner A");
    page.partner_mark({left + 170, y + 56}, 10, model::Partner::b);
    page.text({left + 192, y + 42, 160, 0}, "Partner B");
    y += 96;
    page.banner({left, y, wide, 48}, Icon::eye, "Therapist view - not for sharing");

    const float middle = left + wide + 48;
    y = page.header_bottom();
    float x = middle;
    x += page.pill({x, y}, {.name = "Not started",
                            .ink = page.color.soft,
                            .paper = page.color.bg,
                            .outline = page.color.line,
                            .bar = {}}) +
         8;
    page.pill({x, y}, {.name = "Sealed",
                       .icon = Icon::lock,
                       .ink = page.color.ok,
                       .paper = page.color.ok_soft,
                       .outline = {},
                       .bar = {}});
    y += 48;
    page.pill({middle, y}, {.name = "Would like a word",
                            .icon = Icon::speech,
                            .ink = page.color.alert,
                            .paper = page.color.alert_soft,
                            .outline = {},
                            .bar = {}});
    y += 48;
    page.pill({middle, y}, {.name = "Answering, about 6 min left",
                            .ink = page.color.action,
                            .paper = page.color.action_soft,
                            .outline = {},
                            .bar = 0.6f});
    y += 56;
    const Page::Segment tabs[] = {
        {.id = "tab:a", .name = "All, 24", .on = true, .action = model::action::PageChosen{0}},
        {.id = "tab:b", .name = "Unread, 3", .on = false, .action = model::action::PageChosen{1}}};
    page.segments({middle, y, 344, 64}, tabs);
    y += 80;
    page.toggle({middle, y, 344, 64}, "toggle:on", "Share with Jordan", true, model::action::MotionToggled{});
    page.toggle({middle, y + 72, 344, 64}, "toggle:off", "Keep private", false, model::action::MotionToggled{});
    y += 152;
    const model::SecretEntry secret{
        .typed = core::SecretText("correct horse"), .refusal = {}, .working = false, .shown = false, .keyboard = {}};
    page.secret_field({middle, y, 344, 72}, secret, "Passphrase", "Paused for a moment");
    y += 88;
    page.code_dots({middle, y, 344, 48}, 2, 4);
    y += 56;
    page.dotted_ring({middle + 60, y + 60}, 56, page.color.b);
    page.two_circles({middle + 130, y, 214, 120}, true);

    const float right = middle + 344 + 48;
    page.keypad({right, page.header_bottom(), page.width() - page.margin() - right, 0});
    constexpr int columns = 9;
    int index = 0;
    for (int icon = static_cast<int>(Icon::tick); icon <= static_cast<int>(Icon::dot); ++icon, ++index) {
        const int row = index / columns;
        page.icon({right + static_cast<float>(index % columns) * 40,
                   page.header_bottom() + 376 + static_cast<float>(row) * 40, 24, 24},
                  static_cast<Icon>(icon), page.color.ink);
    }
    page.card({right, page.header_bottom() + 552, page.width() - page.margin() - right, 88}, true);
    page.text({right + 24, page.header_bottom() + 552, 200, 88}, "Who will see this",
              {.style = Style::heading, .weight = Weight::bold, .paper = page.color.surface, .middle = true});
}

}
