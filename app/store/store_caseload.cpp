// A therapist's list in a few passes over indexes, however many cases there are.
#include "store/rows.hpp"
#include <unordered_map>

namespace store {

namespace {

using Lines = std::unordered_map<std::int64_t, CaseLine>;

// `put` is given the line of the case in a row's first column; rows of other cases are passed over.
core::Done join(core::Result<Statement> rows, Lines& lines,
                const std::function<core::Done(const Statement&, CaseLine&)>& put) {
    if (!rows) return core::pass(rows.error());
    while (true) {
        const auto more = rows->step();
        if (!more) return core::pass(more.error());
        if (!*more) return {};
        const auto line = lines.find(rows->integer(0));
        if (line == lines.end()) continue;
        if (auto done = put(*rows, line->second); !done) return done;
    }
}

core::Done put_visits(const Statement& row, CaseLine& line) {
    line.visits = static_cast<int>(row.integer(1));
    line.last_planned_ms = row.integer(2);
    return {};
}

core::Done put_unread(const Statement& row, CaseLine& line) {
    PartOwner owner{};
    if (auto done = read_word(row.text(1), PartOwner::joint, owner); !done) return done;
    switch (owner) {
    case PartOwner::a:
        line.unread_a = true;
        return {};
    case PartOwner::b:
        line.unread_b = true;
        return {};
    case PartOwner::joint:
        line.unread_joint = true;
        return {};
    }
    return {};
}

core::Done put_sealed(const Statement& row, CaseLine& line) {
    PartOwner owner{};
    if (auto done = read_word(row.text(1), PartOwner::joint, owner); !done) return done;
    auto& sealed = owner == PartOwner::a ? line.sealed_a : line.sealed_b;
    sealed.any = true;
    sealed.private_left = sealed.private_left || row.integer(2) == 0;
    return {};
}

core::Done put_wish(const Statement& row, CaseLine& line) {
    CaseLine::Wish wish;
    if (auto done = read_word(row.text(1), PartOwner::joint, wish.owner); !done) return done;
    if (auto done = read_uuid(row, 2, wish.part); !done) return done;
    wish.sealed = row.blob(3);
    line.wishes.push_back(std::move(wish));
    return {};
}

}

core::Result<std::vector<CaseLine>> Store::caseload(core::TherapistId therapist, core::WallTime since) {
    auto rows = cases_of(therapist);
    if (!rows) return core::pass(rows.error());
    Lines lines;
    lines.reserve(rows->size());
    for (auto& row : *rows) {
        const auto id = row.id.value;
        lines.emplace(id, CaseLine{.row = std::move(row)});
    }
    if (auto done = join(query(m_database, "SELECT in_case, count(*), max(planned_at_ms) FROM sittings "
                                           "WHERE status <> 'cancelled' AND fits('sittings', id) GROUP BY in_case"),
                         lines, put_visits);
        !done)
        return core::pass(done.error());
    if (auto done = join(query(m_database,
                               "SELECT sittings.in_case, parts.role FROM unread JOIN parts ON parts.id = unread.part "
                               "JOIN sittings ON sittings.id = parts.sitting WHERE unread.therapist = ? AND "
                               "fits('unread', unread.rowid)",
                               therapist),
                         lines, put_unread);
        !done)
        return core::pass(done.error());
    if (auto done = join(query(m_database,
                               "SELECT sittings.in_case, parts.role, EXISTS (SELECT 1 FROM opened_private WHERE "
                               "therapist = ? AND part = parts.id AND fits('opened_private', opened_private.rowid)) "
                               "FROM parts JOIN sittings ON sittings.id = parts.sitting WHERE parts.status = 'sealed' "
                               "AND parts.role <> 'joint'",
                               therapist),
                         lines, put_sealed);
        !done)
        return core::pass(done.error());
    if (auto done = join(query(m_database,
                               "SELECT sittings.in_case, parts.role, parts.uuid, parts.sealed_wish FROM sittings "
                               "JOIN parts ON parts.sitting = sittings.id "
                               "WHERE sittings.planned_at_ms >= ? AND sittings.status <> 'cancelled' AND "
                               "fits('parts', parts.id)",
                               since),
                         lines, put_wish);
        !done)
        return core::pass(done.error());
    std::vector<CaseLine> list;
    list.reserve(lines.size());
    for (auto& [id, line] : lines)
        list.push_back(std::move(line));
    return list;
}

core::Result<std::vector<Store::FinishedWish>> Store::wishes_of_finished(core::WallTime since) {
    return read_all(query(m_database,
                          "SELECT sittings.id, parts.uuid, parts.sealed_wish FROM sittings JOIN parts ON "
                          "parts.sitting = sittings.id WHERE sittings.status = 'finished' AND "
                          "sittings.changed_at_ms >= ? AND fits('sittings', sittings.id) AND fits('parts', parts.id)",
                          since),
                    [](const Statement& row) -> core::Result<FinishedWish> {
                        FinishedWish wish{{row.integer(0)}, {}, row.blob(2)};
                        if (auto done = read_uuid(row, 1, wish.part); !done) return core::pass(done.error());
                        return wish;
                    });
}

core::Done Store::mark_read(core::CaseId id, core::TherapistId therapist) {
    return write([&] {
        return run(m_database,
                   "DELETE FROM unread WHERE fits('unread', rowid) AND therapist = ?1 AND part IN (SELECT parts.id "
                   "FROM parts JOIN sittings ON "
                   "sittings.id = parts.sitting WHERE sittings.in_case = ?2)",
                   therapist, id);
    });
}

core::Done Store::mark_private_opened(core::PartId id, core::TherapistId therapist) {
    return write([&] {
        return run(m_database, "INSERT OR IGNORE INTO opened_private (therapist, part) VALUES (?, ?)", therapist, id);
    });
}

core::Result<std::vector<Store::OpenedPrivate>> Store::private_opened(core::CaseId id, core::TherapistId therapist) {
    return read_all(query(m_database,
                          "SELECT parts.sitting, parts.role FROM opened_private JOIN parts ON parts.id = "
                          "opened_private.part JOIN sittings ON sittings.id = parts.sitting WHERE "
                          "opened_private.therapist = ? AND sittings.in_case = ? AND "
                          "fits('opened_private', opened_private.rowid)",
                          therapist, id),
                    [](const Statement& row) -> core::Result<OpenedPrivate> {
                        OpenedPrivate opened{.sitting = {row.integer(0)}};
                        if (auto done = read_word(row.text(1), PartOwner::joint, opened.owner); !done)
                            return core::pass(done.error());
                        return opened;
                    });
}

}
