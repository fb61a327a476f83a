#include "report/export_rows.hpp"
#include "chart/answer_words.hpp"
#include "core/i18n.hpp"
#include "model/form/applies.hpp"
#include "model/form/privacy.hpp"
#include "report/answer_value.hpp"
#include <algorithm>
#include <charconv>

namespace report {
namespace {

using core::tr;

AnswerStatus status_of(const model::Answer& answer) {
    if (std::holds_alternative<model::PreferredNot>(answer)) return AnswerStatus::preferred_not;
    return model::is_answered(answer) ? AnswerStatus::answered : AnswerStatus::skipped;
}

class Rows {
public:
    Rows(std::vector<AnswerRow>& rows, model::Partner partner) : m_rows(rows), m_partner(partner) {}

    void add_module(const model::Module& module, const model::Answers& answers, bool private_items) {
        const std::vector<bool> asked = model::which_apply(module, answers);
        for (std::size_t i = 0; i < module.items.size(); ++i) {
            const model::Item& item = module.items[i];
            if (!takes_answer(item.kind) || is_private(module, item) != private_items) continue;
            const auto found = answers.find({module.id, item.id});
            add(module, item, answers, asked[i], found == answers.end() ? nullptr : &found->second);
        }
    }

    void add_unknown(const model::ItemRef& ref, const model::Answer& answer) {
        const model::Item item;
        AnswerRow row;
        row.partner = m_partner;
        row.module = ref.module;
        row.item = ref.item;
        row.in_private = true;
        give(row, item, answer);
        m_rows.push_back(std::move(row));
    }

private:
    static void give(AnswerRow& row, const model::Item& item, const model::Answer& answer) {
        row.status = status_of(answer);
        row.value = value_text(item, answer);
        row.words = chart::answer_words(item, answer);
    }

    void add(const model::Module& module, const model::Item& item, const model::Answers& answers, bool asked,
             const model::Answer* answer) {
        AnswerRow row;
        row.partner = m_partner;
        row.module = module.id;
        row.module_version = module.version;
        row.item = item.id;
        row.about = model::person_named(module, item.person, answers);
        row.text = model::with_person(item.text, row.about);
        row.kind = item.kind;
        row.reversed = counted_in_reverse(module, item.id);
        row.in_private = is_private(module, item);
        if (!asked) {
            row.status = AnswerStatus::not_asked;
            row.words = tr("export.not-asked", "Not asked");
        } else if (answer == nullptr) {
            row.words = tr("pdf.not-reached", "Not reached");
        } else {
            give(row, item, *answer);
        }
        if (shape_of(item.kind) == model::AnswerShape::both_ways)
            add_ways(row, module, item, answer);
        else
            m_rows.push_back(std::move(row));
    }

    void add_ways(const AnswerRow& both, const model::Module& module, const model::Item& item,
                  const model::Answer* answer) {
        const auto* ways =
            answer && both.status != AnswerStatus::not_asked ? std::get_if<model::BothWays>(answer) : nullptr;
        for (const Direction direction : {Direction::toward_me, Direction::from_me}) {
            AnswerRow row = both;
            row.direction = direction;
            row.reversed = counted_in_reverse(
                module, item.id, direction == Direction::toward_me ? model::Way::toward_me : model::Way::from_me);
            if (ways) {
                const auto& value = direction == Direction::toward_me ? ways->toward_me : ways->from_me;
                row.status = value ? AnswerStatus::answered : AnswerStatus::skipped;
                row.value = value ? std::to_string(*value) : "";
                row.words =
                    value ? chart::answer_words(item, model::Chosen{*value}) : tr("pdf.not-answered", "Not answered");
            }
            m_rows.push_back(std::move(row));
        }
    }

    std::vector<AnswerRow>& m_rows;
    model::Partner m_partner;
};

void add_joint(std::vector<AnswerRow>& rows, const ExportVisit& visit) {
    const auto& joint = visit.visit.joint.content;
    if (!joint) return;
    const model::Packet* packet = model::find_packet(visit.content, visit.visit.packet);
    const model::Module* module =
        packet && packet->joint_module ? model::find_module(visit.content, *packet->joint_module) : nullptr;
    const model::Item* item = module && !module->items.empty() ? &module->items.front() : nullptr;
    if (!item && joint->versions.empty()) return;
    AnswerRow row;
    if (item) {
        row.module = module->id;
        row.module_version = module->version;
        row.item = item->id;
        row.text = item->text;
        row.kind = item->kind;
    }
    if (joint->versions.empty()) {
        row.words = tr("pdf.not-reached", "Not reached");
    } else {
        row.status = AnswerStatus::answered;
        row.value = row.words = statement_text(joint->versions.back().statement);
    }
    rows.push_back(std::move(row));
}

void add_private(std::vector<AnswerRow>& rows, const ExportVisit& visit, const model::PrivateRecord& record) {
    const auto reading = model::private_reading(visit.content, visit.visit, record);
    Rows partner(rows, record.partner);
    for (const model::Module* module : reading.forms)
        partner.add_module(*module, reading.answers, true);
    for (const auto& [ref, answer] : record.answers) {
        const model::Module* module = model::find_module(visit.content, ref.module);
        if (!module || !model::find_item(*module, ref.item)) partner.add_unknown(ref, answer);
    }
}

void add_scores(std::vector<ScoreRow>& rows, model::Partner partner, const std::vector<const model::Module*>& modules,
                const model::Answers& answers, bool private_scales) {
    for (const model::Module* module : modules) {
        for (const model::Scale& scale : module->scales) {
            if (is_private(*module, scale) != private_scales) continue;
            const auto about = model::person_named(*module, scale.person, answers);
            if (scale.person && !about) continue;
            rows.push_back({partner, module, &scale, about, model::score(*module, scale, answers)});
        }
    }
}

}

std::size_t number_of(const ExportVisit& visit) {
    const auto& newest_first = visit.file.visits;
    const auto found = std::ranges::find(newest_first, visit.visit.sitting, &model::VisitRecord::sitting);
    return static_cast<std::size_t>(newest_first.end() - found);
}

std::vector<AnswerRow> answer_rows(const ExportVisit& visit) {
    std::vector<AnswerRow> rows;
    for (const model::Partner partner : both_partners) {
        const model::PartRecord& part = model::part_of(visit.visit, partner);
        if (!part.content) continue;
        const model::Answers answers = public_answers(visit.content, visit.visit, partner);
        Rows own(rows, partner);
        for (const model::Module* module : model::forms_of(visit.content, visit.visit))
            own.add_module(*module, answers, false);
    }
    add_joint(rows, visit);
    for (const model::Partner partner : both_partners)
        if (const auto* record = record_of(visit, partner)) add_private(rows, visit, *record);
    return rows;
}

std::vector<ScoreRow> score_rows(const ExportVisit& visit) {
    std::vector<ScoreRow> rows;
    for (const model::Partner partner : both_partners) {
        const model::PartRecord& part = model::part_of(visit.visit, partner);
        if (part.content)
            add_scores(rows, partner, model::forms_of(visit.content, visit.visit),
                       public_answers(visit.content, visit.visit, partner), false);
    }
    for (const model::Partner partner : both_partners) {
        const auto* record = record_of(visit, partner);
        if (!record) continue;
        const auto reading = model::private_reading(visit.content, visit.visit, *record);
        add_scores(rows, partner, reading.forms, reading.answers, true);
    }
    return rows;
}

std::string_view name_of(AnswerStatus status) {
    switch (status) {
    case AnswerStatus::answered:
        return "answered";
    case AnswerStatus::skipped:
        return "skipped";
    case AnswerStatus::preferred_not:
        return "preferred_not_to_say";
    case AnswerStatus::not_asked:
        return "not_asked";
    case AnswerStatus::not_reached:
        return "not_reached";
    }
    return {};
}

std::string_view name_of(Direction direction) {
    switch (direction) {
    case Direction::none:
        return "";
    case Direction::toward_me:
        return "toward_me";
    case Direction::from_me:
        return "from_me";
    }
    return {};
}

std::string_view name_of(const std::optional<model::Partner>& partner) {
    if (!partner) return "both";
    return *partner == model::Partner::a ? "a" : "b";
}

std::string statement_text(const model::Statement& statement) {
    std::string text;
    for (const model::Sentence& sentence : statement.sentences)
        text += (text.empty() ? "" : " ") + sentence.text;
    return text;
}

std::string number_text(double value) {
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    return {digits, end.ptr};
}

}
