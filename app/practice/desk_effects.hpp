// The desk's orders. Nothing here can open a part: what it knows of the practice is its DeskBook.
#pragma once
#include "practice/answers.hpp"
#include "practice/desk_book.hpp"

namespace practice {

class DeskEffects {
public:
    explicit DeskEffects(DeskBook book) : m_book(book) {}

    Answers on(const model::effect::ListStaff&);
    Answers on(const model::effect::UnlockDesk&);
    Answers on(const model::effect::ReadBoard&);
    Answers on(const model::effect::AskAboutCase&);
    Answers on(const model::effect::MakeSitting&);
    Answers on(const model::effect::CheckAgain&);
    Answers on(const model::effect::PrintSlip&);
    Answers on(const model::effect::FindDayFiles&);
    Answers on(const model::effect::ReadDayFile&);
    Answers on(const model::effect::TakeDay&);
    Answers on(const model::effect::OpenSitting&);
    Answers on(const model::effect::AllowTry&);
    Answers on(const model::effect::ParkAndReset&);
    Answers on(const model::effect::ClosePart&);
    Answers on(const model::effect::MoveToTherapist&);
    Answers on(const model::effect::CancelSitting&);
    Answers on(const model::effect::ShowWish&);
    Answers on(const model::effect::AcknowledgeWish&);

private:
    core::Result<model::Board> board();
    void check(bool audit_too);

    DeskBook m_book;
    model::Checks m_checked; // those that take a moment, when they were looked at last
    model::SelfCheck m_audit;
    std::optional<core::WallTime> m_audit_checked_at;
};

}
