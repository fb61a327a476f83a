#include "ui/therapist/caseload_words.hpp"
#include "ui/kit/people.hpp"
#include "ui/therapist/case_parts.hpp"

namespace ui {
namespace {

using model::CaseSummary;
using model::Partner::a;
using model::Partner::b;

std::string name_of(const CaseSummary& summary, model::Partner partner) {
    return called(partner == a ? summary.name_a : summary.name_b, partner);
}

std::string joined(std::string words, const std::string& more) {
    return fill(tr("caseload.and", "{words}. {more}"), {{"words", std::move(words)}, {"more", more}});
}

}

std::string title_of(const CaseSummary& summary) {
    const auto couple = couple_words(summary.name_a, summary.name_b);
    return couple.empty() ? summary.chart_code : couple;
}

std::string private_line(const CaseSummary& summary) {
    return private_words(summary.name_a, summary.name_b, summary.private_answers);
}

std::string day_of(const Page& page, const CaseSummary& summary) {
    return summary.last_visit ? visit_day(page, *summary.last_visit) : tr("caseload.no-visit", "No visit yet");
}

std::vector<Page::PillSpec> unread_pills(const Page& page, const CaseSummary& summary) {
    std::vector<Page::PillSpec> pills;
    const auto part = [&](model::Partner partner) {
        pills.push_back({.name = name_of(summary, partner),
                         .ink = page.color.ink,
                         .paper = partner == a ? page.color.a_soft : page.color.b_soft,
                         .outline = {},
                         .bar = {},
                         .mark = partner});
    };
    if (summary.unread_a) part(a);
    if (summary.unread_b) part(b);
    if (summary.unread_joint)
        pills.push_back({.name = tr("caseload.together", "Together"),
                         .icon = Icon::person,
                         .ink = page.color.ink,
                         .paper = page.color.action_soft,
                         .outline = {},
                         .bar = {}});
    return pills;
}

std::vector<Page::PillSpec> wish_pills(const Page& page, const CaseSummary& summary) {
    std::vector<Page::PillSpec> pills;
    const auto wish = [&](std::string name) {
        pills.push_back({.name = std::move(name),
                         .icon = Icon::speech,
                         .ink = page.color.alert,
                         .paper = page.color.alert_soft,
                         .outline = {},
                         .bar = {}});
    };
    if (summary.wish_a) wish(name_of(summary, a));
    if (summary.wish_b) wish(name_of(summary, b));
    if (summary.wish_joint && !summary.wish_a && !summary.wish_b) wish(tr("caseload.one-of-them", "One of them"));
    return pills;
}

std::string session_tag(const model::SessionSigns& signs) {
    const bool falling = signs.falling.a || signs.falling.b;
    if (signs.split && falling) return tr("caseload.session-both", "Apart, lower");
    if (signs.split) return tr("caseload.session-split", "Rated apart");
    return falling ? tr("caseload.session-falling", "Rated lower") : std::string();
}

namespace {

std::string wish_words(const Page& page, const CaseSummary& summary) {
    if (summary.wish_a && summary.wish_b) return tr("caseload.wish-both", "Both would like a word.");
    const auto pills = wish_pills(page, summary);
    if (pills.empty()) return {};
    return fill(tr("case.wish", "{name} would like a word."), {{"name", pills.front().name}});
}

}

std::string about(const Page& page, const CaseSummary& summary, const model::SessionSigns& signs) {
    auto words = day_of(page, summary);
    if (!summary.name_a.empty() || !summary.name_b.empty())
        words = fill(tr("caseload.coded", "{code}, {words}"), {{"code", summary.chart_code}, {"words", words}});
    if (summary.unread_a && summary.unread_b)
        words = joined(words, tr("caseload.new-both", "New from both"));
    else if (summary.unread_a)
        words = joined(words, fill(tr("caseload.new-part", "New from {name}"), {{"name", name_of(summary, a)}}));
    else if (summary.unread_b)
        words = joined(words, fill(tr("caseload.new-part", "New from {name}"), {{"name", name_of(summary, b)}}));
    if (summary.unread_joint) words = joined(words, tr("caseload.new-joint", "A new shared page"));
    if (const auto line = private_line(summary); !line.empty()) words = joined(words, line);
    if (signs.split) words = joined(words, tr("caseload.about-split", "The two rate the session apart"));
    for (const auto partner : {a, b})
        if (signs.falling.of(partner))
            words = joined(words, fill(tr("caseload.about-falling", "{name} rates each session lower"),
                                       {{"name", name_of(summary, partner)}}));
    if (const auto wish = wish_words(page, summary); !wish.empty()) words = joined(words, wish);
    return words;
}

std::string day_in_short(const Page& page, const CaseSummary& summary) {
    auto words = day_of(page, summary);
    if (title_of(summary) != summary.chart_code)
        words = fill(tr("caseload.coded", "{code}, {words}"), {{"code", summary.chart_code}, {"words", words}});
    const bool is_new = summary.unread_a || summary.unread_b || summary.unread_joint;
    return is_new ? joined(std::move(words), tr("caseload.unread", "Unread")) : words;
}

std::string about_in_short(const Page& page, const CaseSummary& summary, const model::SessionSigns& signs) {
    std::string words;
    for (const auto& more : {private_line(summary), session_tag(signs), wish_words(page, summary)})
        if (!more.empty()) words = words.empty() ? more : joined(words, more);
    return words;
}

}
