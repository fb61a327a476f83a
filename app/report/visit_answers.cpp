#include "chart/answer_words.hpp"
#include "chart/signature.hpp"
#include "model/form/applies.hpp"
#include "report/visit_pages.hpp"
#include <algorithm>
#include <utility>

namespace report {
namespace {

constexpr float question_width = 268, answer_x = 292;
constexpr float first_way_x = 208, second_way_x = 356, way_width = 130;

const model::Answer* answer_to(const model::Answers& answers, const model::ItemRef& ref) {
    const auto found = answers.find(ref);
    return found == answers.end() ? nullptr : &found->second;
}

// An item with no answer was never on the screen; a skip was.
std::string in_words(const model::Item& item, const model::Answer* answer) {
    return answer ? chart::answer_words(item, *answer) : tr("pdf.not-reached", "Not reached");
}

Type type_of(const model::Answer* answer) {
    return answer && model::is_answered(*answer) ? type::body : type::quiet;
}

std::string one_way(const model::Item& item, const std::optional<int>& value) {
    return value ? chart::answer_words(item, model::Chosen{*value}) : tr("pdf.not-answered", "Not answered");
}

class Rows {
public:
    Rows(const VisitPages& pages, const model::Module& module, const model::Answers& answers, model::Partner partner,
         const std::set<model::ItemRef>* released)
        : m_pages(pages), m_flow(pages.flow), m_module(module), m_answers(answers), m_partner(partner),
          m_released(released) {}

    void add(const model::Item& item) {
        const auto name = model::person_named(m_module, item.person, m_answers);
        model::Item worded = item;
        worded.text = model::with_person(item.text, name);
        if (std::exchange(m_about, item.person) != item.person && name) about(*name);
        add_worded(worded);
    }

private:
    void about(const std::string& name) {
        m_flow.end_columns();
        m_two_way = false;
        m_flow.space(8);
        m_flow.keep_room(60);
        m_flow.text(fill(tr("pdf.about", "About {person}"), {{"person", name}}), type::strong);
        m_flow.space(4);
    }

    void add_worded(const model::Item& item) {
        const model::ItemRef ref{m_module.id, item.id};
        const model::Answer* answer = answer_to(m_answers, ref);
        const bool two_way = shape_of(item.kind) == model::AnswerShape::both_ways;
        if (two_way && !m_two_way) begin_two_way();
        if (!two_way) m_flow.end_columns();
        m_two_way = two_way;
        if (two_way)
            both_ways(item, answer);
        else if (entered_by(item.kind) == model::EnteredBy::lines)
            text(item, ref, answer);
        else if (const auto* sign = answer ? std::get_if<model::Signed>(answer) : nullptr;
                 sign && !sign->strokes.empty())
            signature(item, *sign);
        else
            one_line(item, answer);
        m_flow.space(4.5F);
        m_flow.rule();
        m_flow.space(5);
    }

    // As it was drawn, above the line it was drawn on.
    void signature(const model::Item& item, const model::Signed& sign) {
        constexpr float high = 54;
        m_flow.keep_room(high + 50);
        one_line(item, m_answers.contains({m_module.id, item.id}) ? &m_answers.at({m_module.id, item.id}) : nullptr);
        m_flow.space(4);
        m_flow.picture(
            high,
            [sign](PdfCanvas& canvas, chart::Point at) {
                const chart::Box box{at.x + answer_x, at.y, high * 3, high};
                canvas.line({box.x, box.y + high * 0.76F}, {box.x + box.width, box.y + high * 0.76F}, 0.5F, inks.line);
                chart::draw_signature(canvas, sign, box, inks.ink);
            },
            tr("pdf.signature", "Their signature, as it was drawn"));
    }

    void begin_two_way() {
        const auto mine = m_partner, theirs = model::other(m_partner);
        m_flow.begin_columns({Cell{first_way_x, way_width, toward(theirs, mine), type::small_strong},
                              Cell{second_way_x, way_width, toward(mine, theirs), type::small_strong}});
    }

    std::string toward(model::Partner from, model::Partner to) const {
        return fill(tr("pdf.toward", "From {from} toward {to}"),
                    {{"from", m_pages.name(from)}, {"to", m_pages.name(to)}});
    }

    void both_ways(const model::Item& item, const model::Answer* answer) {
        const auto* both = answer ? std::get_if<model::BothWays>(answer) : nullptr;
        const Cell label{0, first_way_x - 16, item.text, type::body};
        if (both)
            m_flow.row({label, way(item, both->toward_me, first_way_x), way(item, both->from_me, second_way_x)},
                       fill(tr("pdf.both-ways", "{item}. {toward_me}: {first}. {from_me}: {second}."),
                            {{"item", item.text},
                             {"toward_me", toward(model::other(m_partner), m_partner)},
                             {"first", one_way(item, both->toward_me)},
                             {"from_me", toward(m_partner, model::other(m_partner))},
                             {"second", one_way(item, both->from_me)}}));
        else
            m_flow.row(
                {label, Cell{first_way_x, content_width - first_way_x, in_words(item, answer), type_of(answer)}});
    }

    static Cell way(const model::Item& item, const std::optional<int>& value, float x) {
        return {x, way_width, one_way(item, value), value ? type::body : type::quiet};
    }

    void one_line(const model::Item& item, const model::Answer* answer) {
        std::string words = in_words(item, answer);
        if (answer && model::is_answered(*answer) && counted_in_reverse(m_module, item.id))
            words = fill(tr("chart.reversed", "{answer} (counted in reverse)"), {{"answer", words}});
        m_flow.row({Cell{0, question_width, item.text, type::body},
                    Cell{answer_x, content_width - answer_x, words, type_of(answer)}});
    }

    void text(const model::Item& item, const model::ItemRef& ref, const model::Answer* answer) {
        if (!answer || !model::is_answered(*answer)) return one_line(item, answer);
        m_flow.keep_room(64);
        m_flow.space(2);
        m_flow.text(item.text, type::quiet);
        m_flow.space(3);
        m_flow.text(in_words(item, answer), type::body, 14);
        if (m_released && item.releasable) release(ref);
        m_flow.space(3);
    }

    void release(const model::ItemRef& ref) {
        m_flow.space(4);
        const bool released = m_released->contains(ref);
        m_flow.text(released ? tr("pdf.released", "Released to the joint page")
                             : tr("pdf.kept", "Kept private: not released to the joint page"),
                    released ? type::small_strong : type::small, 14);
    }

    const VisitPages& m_pages;
    Flow& m_flow;
    const model::Module& m_module;
    const model::Answers& m_answers;
    model::Partner m_partner;
    const std::set<model::ItemRef>* m_released;
    bool m_two_way = false;
    std::optional<core::ItemId> m_about;
};

}

void VisitPages::answers(const model::Module& module, const std::vector<const model::Item*>& items,
                         const model::Answers& answers, model::Partner partner,
                         const std::set<model::ItemRef>* released) const {
    Rows rows(*this, module, answers, partner, released);
    for (const model::Item* item : items)
        rows.add(*item);
    flow.end_columns();
}

}
