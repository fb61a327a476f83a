#include "ui/therapist/case_parts.hpp"
#include "chart/brief_words.hpp"
#include "model/case/caseload.hpp"
#include "ui/kit/people.hpp"
#include "ui/kit/when.hpp"
#include "ui/layout/fitting.hpp"
#include "ui/layout/ways.hpp"
#include <algorithm>

namespace ui {

std::string couple_words(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return a + b;
    return fill(tr("caseload.couple", "{a} and {b}"), {{"a", a}, {"b", b}});
}

std::string called(const model::CaseFile& file, model::Partner partner) {
    return called(model::name_of(file, partner), partner);
}

std::string visit_day(const Page& page, core::WallTime time) {
    const auto year_of = [](core::WallTime at) {
        return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(at)).year();
    };
    const auto now = page.view.now.wall;
    if (full_day_words(time) == full_day_words(now))
        return fill(tr("caseload.today", "Today, {time}"), {{"time", clock_words(time)}});
    return year_of(time) == year_of(now) ? day_words(time) : full_day_words(time);
}

std::string locks_words(const Page& page) {
    const std::chrono::minutes quiet(page.state.practice->lock_minutes);
    const auto left = std::chrono::ceil<std::chrono::seconds>(page.state.touched_at + quiet - page.view.now.steady);
    return fill(tr("caseload.locks", "Locks in {time}"),
                {{"time", minutes_left_words(std::clamp<std::chrono::seconds>(left, std::chrono::seconds(1), quiet))}});
}

ButtonSpec lock_button() {
    return {.id = "lock",
            .name = tr("caseload.lock", "Lock now"),
            .look = ButtonLook::quiet_with_line,
            .icon = Icon::lock,
            .action = model::action::LockTapped{}};
}

void add_progress(Page& page, Flow& flow, const std::string& title, std::size_t done, std::size_t of,
                  const std::string& words) {
    const float share = of == 0 ? 0 : static_cast<float>(done) / static_cast<float>(of);
    flow.block(
        24, [](Rect) {}, 0);
    flow.text(title, {.style = Style::heading, .weight = Weight::bold}, 12);
    flow.stay_with_next();
    flow.block(12, [&page, share](Rect at) {
        page.box(at, page.color.line, at.h / 2);
        if (share > 0) page.box({at.x, at.y, std::max(at.h, at.w * share), at.h}, page.color.action, at.h / 2);
    });
    flow.text(words, {.style = Style::body, .color = page.color.soft}, 16);
}

ButtonSpec back_or_stop(bool working) {
    auto leave = back_of(true);
    if (!working) return leave;
    leave.name = tr("export.stop", "Stop");
    leave.icon = Icon::none;
    return leave;
}

std::string private_words(const std::string& name_a, const std::string& name_b,
                          const model::OfBoth<model::PrivateAnswers>& answers) {
    if (answers == model::OfBoth<model::PrivateAnswers>()) return {};
    return fill(tr("private.line", "Private answers: {a}, {b}"),
                {{"a", chart::opened_words(called(name_a, model::Partner::a), answers.a)},
                 {"b", chart::opened_words(called(name_b, model::Partner::b), answers.b)}});
}

void add_private_note(Flow& flow, const model::CaseFile& file) {
    const auto words = private_words(file.name_a, file.name_b, model::private_answers_of(file));
    if (!words.empty()) flow.icon_text(Icon::lock, words, {.style = Style::body}, 8);
}

bool draw_private_line(Page& page, const model::CaseFile& file, Rect free) {
    const auto words = private_words(file.name_a, file.name_b, model::private_answers_of(file));
    if (words.empty()) return true;
    const float width = std::min(free.w, page.text_width(words, Style::small) + 2);
    if (!words_fit(page, words, width, Style::small)) return false;
    const float height = page.text_height(words, width, Style::small);
    if (height > free.h) return false;
    page.text({free.x, free.center().y - height / 2, width, 0}, words,
              {.style = Style::small, .color = page.color.alert, .paper = page.color.alert_soft}, Role::status);
    return true;
}

std::string missing_words(const model::CaseFile& file, const model::PartRecord& part, model::Partner partner) {
    if (!part.problem.empty()) return part.problem.words();
    if (part.content) return {};
    const auto name = called(file, partner);
    switch (part.status) {
    case model::PartStatus::absent:
        return fill(tr("case.absent", "{name} had no part in this visit."), {{"name", name}});
    case model::PartStatus::not_started:
        return fill(tr("case.not-started", "{name} has not started."), {{"name", name}});
    case model::PartStatus::open:
        return fill(tr("case.open", "{name} has not finished. Answers can be read once they are locked."),
                    {{"name", name}});
    case model::PartStatus::sealed:
        return tr("case.unread", "This part could not be read.");
    }
    return {};
}

void add_partner(Page& page, Flow& flow, const std::string& name, model::Partner partner) {
    const float radius = page.icon_size() / 2 - 2;
    const float indent = 2 * radius + 12;
    const float height = page.text_height(name, flow.width() - indent, Style::heading, Weight::bold);
    flow.block(height, [&page, name, partner, radius, indent](Rect at) {
        page.partner_mark({at.x + radius, at.y + page.type(Style::heading).line / 2}, radius, partner);
        page.text({at.x + indent, at.y, at.w - indent, 0}, name, {.style = Style::heading, .weight = Weight::bold},
                  Role::heading);
    });
    flow.stay_with_next();
}

void add_button(Page& page, Flow& flow, const ButtonSpec& button, float gap) {
    const float width = std::min(page.fit_button(button).w, flow.width());
    flow.block(
        page.button_height(button, width),
        [&page, button, width](Rect at) {
            page.button({at.x, at.y, width, at.h}, button);
        },
        gap);
}

void add_problem(Page& page, Flow& flow, const model::screen::Case& screen) {
    if (screen.problem.empty()) return;
    flow.icon_text(Icon::alert, screen.problem.words(),
                   {.style = Style::body, .weight = Weight::bold, .color = page.color.alert}, 16);
}

void add_form_note(Page& page, Flow& flow, const model::VisitRecord& visit) {
    if (!visit.form_not_recorded) return;
    flow.text(tr("case.form-not-recorded",
                 "The form was not recorded when it was answered. What it says here was recorded later."),
              {.style = Style::small, .color = page.color.soft}, 12);
}

void add_answer(Page& page, Flow& flow, const std::string& question, const std::string& answer, bool answered,
                float highest) {
    const TextLook asked{.style = Style::body, .color = page.color.soft};
    const TextLook said{.style = Style::body,
                        .weight = answered ? Weight::bold : Weight::regular,
                        .color = answered ? page.color.ink : page.color.soft};
    constexpr float between = 32, air = 10;
    const float left = (flow.width() - between) * 0.58f, right = flow.width() - between - left;
    const float height = 2 * air + std::max(page.text_height(question, left, Style::body),
                                            page.text_height(answer, right, Style::body, said.weight));
    const bool beside =
        !page.text_at_least(150) && words_fit(page, answer, right, Style::body, said.weight) && height <= highest / 2;
    if (!beside) {
        flow.text(question, asked, 0);
        flow.stay_with_next();
        flow.text(answer, said, 20);
        return;
    }
    flow.block(
        height,
        [&page, question, answer, asked, said, left, right](Rect at) {
            page.text({at.x, at.y + air, left, 0}, question, asked);
            page.text({at.x + left + between, at.y + air, right, 0}, answer, said);
            page.line({at.x, at.bottom()}, {at.right(), at.bottom()}, page.color.line, 1);
        },
        0);
}

}
