// What the parts of a visit's first page, the brief, are made of. For the files of this folder alone.
#pragma once
#include "model/case/brief.hpp"
#include "report/brief_sheet.hpp"
#include "report/visit_pages.hpp"

namespace report {

class BriefParts {
public:
    explicit BriefParts(const VisitPages& pages);

protected:
    std::string day_of(core::WallTime time) const;
    std::string since(std::size_t visit) const; // empty for the visit of the file

    const VisitPages& m_pages;
    const model::CaseFile& m_file;
    std::optional<model::Partner> m_whose;
    chart::Names m_names;
    BriefSheet m_sheet;
    std::shared_ptr<const model::Brief> m_brief; // its pieces are drawn when this is gone
    std::vector<model::Partner> m_shown;
};

// "Where they stand": map, alliance and widest gaps from `y` down; returns where they end.
float pour_standing(const BriefParts& parts, float y);

}
