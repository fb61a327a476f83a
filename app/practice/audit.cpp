#include "practice/audit.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace practice {

namespace audit {
namespace {

store::Bytes link_of(const vault::Device& device, const store::Bytes& before, const store::AuditRow& row) {
    auto words = fmt::format("{}\n{}\n{}\n{}\n{}\n", row.sequence, row.at_ms, row.who, row.what, row.about);
    words.append(before.begin(), before.end());
    return device.index_of("audit", words);
}

std::string end_words(const store::AuditRow& last) {
    return fmt::format("{} {:02x}", last.sequence, fmt::join(last.link, ""));
}

constexpr vault::ValueAssociatedData end_associated_data{"audit-end", {}};

}

core::Done append(PracticeData& data, core::WallTime at, std::string_view who, std::string_view what,
                  std::string_view about) {
    const auto last = data.store.last_audit();
    if (!last) return core::pass(last.error());
    store::AuditRow row{.sequence = *last ? (*last)->sequence + 1 : 1,
                        .at_ms = at.time_since_epoch().count(),
                        .who = std::string(who),
                        .what = std::string(what),
                        .about = std::string(about)};
    row.link = link_of(data.device, *last ? (*last)->link : store::Bytes(), row);
    return data.store.append_audit(row, data.device.seal_value(end_words(row), end_associated_data));
}

core::Done relink(PracticeData& data, const vault::Device& next) {
    std::vector<store::Bytes> links;
    std::optional<store::AuditRow> before, last; // as it was, and as it will be
    const auto walked = data.store.each_audit([&](const store::AuditRow& row) -> core::Done {
        const bool fits = row.sequence == (before ? before->sequence + 1 : 1) &&
                          row.link == link_of(data.device, before ? before->link : store::Bytes(), row);
        auto anew = row;
        anew.link = fits ? link_of(next, last ? last->link : store::Bytes(), row) : store::Bytes(row.link.size());
        links.push_back(anew.link);
        before = row;
        last = std::move(anew);
        return {};
    });
    if (!walked) return walked;
    const auto sealed = data.store.audit_end();
    if (!sealed) return core::pass(sealed.error());
    const auto end = data.device.open_value(*sealed, end_associated_data);
    const bool whole = end && before && *end == end_words(*before);
    return data.store.relink_audit(links, whole ? next.seal_value(end_words(*last), end_associated_data)
                                                : next.seal_value("", end_associated_data));
}

core::Result<Report> verify(const vault::Device& device, store::Store& store,
                            const std::function<void(const store::AuditRow&)>& each) {
    Report report;
    std::optional<store::AuditRow> last;
    const auto fault = [&](std::string words) -> core::Done {
        report.broken = std::move(words);
        return core::fail(core::ErrorCode::tampered, "audit");
    };
    const auto walked = store.each_audit([&](const store::AuditRow& row) -> core::Done {
        const auto expected = last ? last->sequence + 1 : 1;
        if (row.sequence != expected)
            return fault(fmt::format("entry {} is missing; entry {} stands in its place", expected, row.sequence));
        if (row.link != link_of(device, last ? last->link : store::Bytes(), row))
            return fault(fmt::format("entry {} was changed, or the one before it", row.sequence));
        ++report.entries;
        last = row;
        each(row);
        return {};
    });
    if (!walked && report.broken.empty()) return core::pass(walked.error());
    if (!report.broken.empty()) return report;
    const auto sealed = store.audit_end();
    if (!sealed) return core::pass(sealed.error());
    const auto end = device.open_value(*sealed, end_associated_data);
    if (!end || !last || *end != end_words(*last))
        report.broken = last ? fmt::format("the log goes on after entry {}: its end was cut off", last->sequence)
                             : std::string("the log is empty: its entries were taken away");
    return report;
}

core::Result<Report> verify(PracticeData& data, const std::function<void(const store::AuditRow&)>& each) {
    return verify(data.device, data.store, each);
}

}

}
