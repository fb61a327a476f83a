// The five cards of a case's first page. Each has the same lines for every couple, whatever was answered; what is
// longer than its lines ends in "…", and stands whole on its own tab.
#pragma once
#include "model/case/brief.hpp"
#include "ui/therapist/case_cards.hpp"

namespace ui {

enum class BriefPart { words, stand, meet, mission, open_with };
inline constexpr BriefPart every_brief_part[] = {BriefPart::words, BriefPart::stand, BriefPart::meet,
                                                 BriefPart::mission, BriefPart::open_with};

class BriefCards {
public:
    BriefCards(Page& page, const model::screen::Case& screen);

    std::string title(BriefPart part) const;
    std::string gist(BriefPart part) const; // in one line
    std::string more(BriefPart part) const; // behind it, where that line has room; may be empty
    // What the card holds, below its title. `height`: no more than this; 0: as it comes.
    Flow content(BriefPart part, float width, float height = 0) const;
    void add_title(Flow& flow, BriefPart part) const;
    // With its title, in a card's outline.
    void draw(BriefPart part, Rect at) const;
    float least_height(BriefPart part, float width) const; // of the card

private:
    // Its pieces are drawn when the page is, after this is gone.
    struct Shown {
        model::Brief brief;
        chart::Names names;
    };
    Flow words(float width, bool whole) const;
    Flow stand(float width, float height) const;
    Flow meet(float width) const;
    Flow mission(float width, float height) const;
    Flow open_with(float width, float height) const;

    std::string beside(BriefPart part) const; // its title: when it was asked
    std::string day_of(std::size_t visit) const;

    Page& m_page;
    const model::screen::Case& m_screen;
    std::shared_ptr<const Shown> m_shown;
};

}
