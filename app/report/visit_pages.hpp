// The parts of a visit PDF, poured one after another by visit_pdf.cpp. For the files of this folder alone.
#pragma once
#include "chart/picture.hpp"
#include "core/i18n.hpp"
#include "model/case/overview.hpp"
#include "model/case/trend.hpp"
#include "model/case/visit_forms.hpp"
#include "report/flow.hpp"
#include "report/visit_pdf.hpp"

namespace report {

using core::fill;
using core::tr;
using core::trn;
using model::both_partners;

// A mission that the first page has no room for stands whole further on, and the first page says where.
struct WholeMission {
    std::optional<model::AgreedVersion> cut; // nothing: the first page holds it
    std::size_t page = 0;                    // from 1
};

struct VisitPages {
    const VisitPdfInput& input;
    Flow& flow;
    std::shared_ptr<WholeMission> mission = std::make_shared<WholeMission>();

    const model::VisitRecord& visit() const { return input.file.visits[input.visit]; }
    const model::PartRecord& part(model::Partner partner) const { return model::part_of(visit(), partner); }
    std::string name(model::Partner partner) const; // "Partner A" until a name is known

    std::vector<const model::Module*> forms() const;
    model::Answers public_answers(model::Partner partner) const;

    void brief() const;
    void overview() const;
    void partner(model::Partner partner) const;
    void together() const;
    bool mission_is_older() const; // it is cut, and no version of this visit
    void private_pages(const model::PrivateRecord& record) const;
    void guide(model::Partner partner) const; // below private answers

    // Pictures of both partners, in the overview.
    void module_pictures() const;
    void map(const model::OnMap& on_map) const;
    void moves(const model::Moves& made) const;
    struct Ways;
    Ways ways_from(const std::shared_ptr<const std::array<model::Pairs, 2>>& held, std::size_t first) const;
    void both_ways(const std::array<model::Pairs, 2>& directions) const;
    void trends() const;
    void reading() const; // how such pages are read
    chart::Names names() const { return {name(model::Partner::a), name(model::Partner::b)}; }

    void section(model::Partner partner, std::string_view title) const;
    void module_heading(const model::Module& module, std::string_view beside) const;
    void scores(const model::Module& module, const model::Answers& answers, bool private_scales) const;
    // Rows for `items`, in order; `released` adds whether a text was released, where that is the author's choice.
    void answers(const model::Module& module, const std::vector<const model::Item*>& items,
                 const model::Answers& answers, model::Partner partner, const std::set<model::ItemRef>* released) const;
};

std::string part_words(const model::PartRecord& part);

}
