// The therapist's room with as much as a practice gathers in years: a long caseload, a long case, many packets.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "model/scoring/scoring.hpp"
#include "model/visit/update.hpp"
#include "platform/window.hpp"
#include "practice/row_values.hpp"
#include "rehearsal/offscreen.hpp"
#include "report/visit_pdf.hpp"
#include "report/whole_file.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <random>

namespace bench {

namespace {

using model::ItemKind;

constexpr int many_cases = 10'000, many_visits = 20, many_packets = 1'000;

// Every question that is scored answered, a few skipped.
model::PartContent made_up(const model::Content& content, const model::Packet& packet, std::mt19937& dice) {
    model::PartContent part;
    for (const auto& id : packet.modules) {
        const auto* module = model::find_module(content, id);
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            const model::ItemRef ref{module->id, item.id};
            const auto some = [&] { return item.choices.at(dice() % item.choices.size()).value; };
            if (dice() % 20 == 0)
                part.answers[ref] = model::Skipped{};
            else if (item.kind == ItemKind::choice)
                part.answers[ref] = model::Chosen{some()};
            else if (item.kind == ItemKind::two_way)
                part.answers[ref] = model::BothWays{some(), some()};
            else if (is_text(item.kind))
                part.answers[ref] = model::Written{"Rosa"};
        }
    }
    return part;
}

// Makes rows as the kiosk does, without its key stretching.
class Maker {
public:
    Maker(PracticeData& data, const model::Content& content, store::TherapistRow therapist, store::PracticeRow practice)
        : m_data(data), m_content(content), m_therapist(std::move(therapist)), m_practice(std::move(practice)) {}

    core::Result<core::CaseId> couple(int number) {
        store::CaseRow row;
        row.uuid = vault::new_uuid();
        row.therapist = m_therapist.id;
        const auto code = fmt::format("RG-{}", number);
        row.sealed_chart_code = m_data.device.seal_value(code, {"chart-code", row.uuid});
        row.chart_code_index = m_data.device.index_of("chart-code", index_text(code));
        row.sealed_name_a = m_data.device.seal_value(fmt::format("Maya{}", number), {"partner-name-a", row.uuid});
        row.sealed_name_b = m_data.device.seal_value(fmt::format("Jordan{}", number), {"partner-name-b", row.uuid});
        return m_data.store.add_case(row);
    }

    // Both partners' parts, sealed when `sealed`.
    core::Done visit(core::CaseId in_case, core::WallTime at, bool sealed) {
        store::SittingRow row;
        row.uuid = vault::new_uuid();
        row.in_case = in_case;
        const auto owner = m_data.store.case_by_id(in_case);
        if (!owner) return core::pass(owner.error());
        row.sealed_entry_code = seal_entry_code(m_data.device, "", row.uuid, owner->uuid);
        row.therapist = m_therapist.id;
        row.packet = m_content.packets.front().id.value;
        row.status = store::SittingStatus::finished;
        row.planned_at_ms = row.changed_at_ms = at.time_since_epoch().count();
        std::vector<store::Store::NewPart> parts;
        for (const auto partner : {store::PartOwner::a, store::PartOwner::b}) {
            const auto uuid = vault::new_uuid();
            parts.push_back(
                {partner, uuid, seal_wish(m_data.device, uuid, m_dice() % 40 == 0 ? Wish::raised : Wish::none)});
        }
        const auto id = m_data.store.new_sitting(row, parts);
        if (!id) return core::pass(id.error());
        if (!sealed) return {};
        row.id = *id;
        const auto rows = m_data.store.parts_of(*id);
        if (!rows) return core::pass(rows.error());
        for (const auto& part : *rows)
            if (auto done = seal(part, row, at); !done) return done;
        return {};
    }

private:
    core::Done seal(const store::PartRow& part, const store::SittingRow& sitting, core::WallTime at) {
        const auto associated_data = associated_data_of(part, sitting);
        const auto key = vault::new_data_key();
        const std::array readers{public_key_of(m_therapist.public_key), public_key_of(m_practice.recovery_public_key)};
        const auto content = model::encode(made_up(m_content, m_content.packets.front(), m_dice));
        auto packet = vault::seal_packet(content, key, readers, associated_data, m_data.device);
        if (!packet) return core::pass(packet.error());
        const store::Store::PartKeys keys{m_therapist.id, {1}, {1}, {1}, vault::seal_count(0, key, associated_data)};
        if (auto done = m_data.store.start_part(part.id, keys, {}); !done) return done;
        return m_data.store.seal_part(part.id, packet_row(std::move(*packet)), {}, at);
    }

    PracticeData& m_data;
    const model::Content& m_content;
    store::TherapistRow m_therapist;
    store::PracticeRow m_practice;
    std::mt19937 m_dice{4711};
};

core::Done fill(PracticeData& data, const model::Content& content, int cases, int packets, core::WallTime now) {
    const auto therapists = data.store.therapists();
    if (!therapists) return core::pass(therapists.error());
    const auto practice = data.store.practice();
    if (!practice) return core::pass(practice.error());
    Maker maker(data, content, therapists->front(), *practice);
    core::CaseId first;
    const auto rows = data.store.at_once([&]() -> core::Done {
        for (int i = 0; i < cases; ++i) {
            const auto id = maker.couple(i);
            if (!id) return core::pass(id.error());
            if (i == 0) first = *id;
            for (int visit = 0; visit < 2; ++visit)
                if (auto done = maker.visit(*id, now - std::chrono::hours(5 * i + 2000 * visit), false); !done)
                    return done;
        }
        return {};
    });
    if (!rows) return rows;
    for (int i = 0; i < many_visits; ++i)
        if (auto done = maker.visit(first, now - std::chrono::hours(170 * i), true); !done) return done;
    // The rest in other cases: one visit has two packets.
    for (int i = 2 * many_visits; i < packets; i += 2)
        if (auto done = maker.visit({first.value + i}, now - std::chrono::hours(i), true); !done) return done;
    return data.store.checkpoint();
}

template<class Body>
core::Result<double> median_of(int times, Body body) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto began = Clock::now();
        if (auto done = body(); !done) return core::pass(done.error());
        taken.push_back(milliseconds(Clock::now() - began));
    }
    return median(taken);
}

// A letter in the search field, up to the picture it leads to.
core::Result<double> keystroke(model::State state, core::Now now) {
    auto sheet = rehearsal::Offscreen::create(1280, 800);
    if (!sheet) return core::pass(sheet.error());
    std::vector<double> taken;
    for (const auto* letter : {"m", "a", "y", "a", "9", "9", "9"}) {
        const auto began = Clock::now();
        auto step = model::update(std::move(state), model::action::KeyTyped{letter}, now);
        state = std::move(step.state);
        (void)sheet->draw(state, rehearsal::Offscreen::settled(state));
        taken.push_back(milliseconds(Clock::now() - began));
    }
    return percentile(taken, 100);
}

}

core::Done room(const Options& options) {
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    const int cases = options.quick ? 300 : many_cases, packets = options.quick ? 60 : many_packets;
    const int times = options.quick ? 2 : 9;
    if (auto done = make_practice_in(options.data, true); !done) return done;
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    const auto now = platform::clock_now().wall;
    if (auto done = fill(*data, **content, cases, packets, now); !done) return done;
    const auto staff = data->store.therapists();
    if (!staff) return core::pass(staff.error());
    EffectRunner runner(std::move(*data), world_of(*content));
    const model::TherapistName therapist{staff->front().id, "Dr. Okafor"};
    const auto unlocked = expect<model::action::Unlocked>(
        runner.run(model::effect::UnlockTherapist{therapist, core::SecretText(passphrase)}));
    if (!unlocked) return core::pass(unlocked.error());

    const auto how =
        fmt::format("{} cases, {} sealed packets, effects of the real runner, median of {}", cases, packets, times);
    const auto list = median_of(times, [&] {
        const auto read = expect<model::action::Unlocked>(runner.run(model::effect::ReadCaseload{}));
        return read ? core::Done() : core::pass(read.error());
    });
    if (!list) return core::pass(list.error());
    print({"reading the therapist's caseload", fmt::format("{:.1f} ms", *list), "100 ms", *list < 100, how});

    model::State state;
    state.content = *content;
    state.practice = world_of(*content).practice;
    state.screen = model::screen::Unlock{.therapist = therapist};
    state.touched_at = core::SteadyTime(std::chrono::hours(1));
    state =
        model::update(std::move(state), model::Action{*unlocked}, {now, core::SteadyTime(std::chrono::hours(1))}).state;
    const auto typed = keystroke(std::move(state), {now, core::SteadyTime(std::chrono::hours(1))});
    if (!typed) return core::pass(typed.error());
    print({"a letter in the search field", fmt::format("{:.1f} ms", *typed), "16 ms", *typed < 16,
           "longest of 7, update and the whole page's layout, " + std::to_string(cases) + " cases"});

    const auto longest = std::ranges::max(unlocked->cases, {}, &model::CaseSummary::visits).id;
    model::CaseFile file;
    const auto opened = median_of(times, [&] {
        auto read = expect<model::action::CaseOpened>(runner.run(model::effect::OpenCase{longest}));
        if (!read) return core::Done(core::pass(read.error()));
        file = std::move(read->file);
        return core::Done();
    });
    if (!opened) return core::pass(opened.error());
    print({"opening a case of 20 visits", fmt::format("{:.1f} ms", *opened), "60 ms", *opened < 60,
           fmt::format("{} visits, {} sealed parts, {}", file.visits.size(), 2 * many_visits, how)});

    std::vector<core::CaseId> all;
    for (const auto& summary : unlocked->cases)
        if (summary.unread_a) all.push_back(summary.id);
    int scored = 0;
    const auto began = Clock::now();
    for (const auto id : all) {
        const auto read = expect<model::action::CaseOpened>(runner.run(model::effect::OpenCase{id}));
        if (!read) return core::pass(read.error());
        for (const auto& visit : read->file.visits)
            for (const auto* part : {&visit.a, &visit.b}) {
                if (!part->content) continue;
                ++scored;
                for (const auto& [module_id, module] : (*content)->modules)
                    (void)model::score_all(module, part->content->answers);
            }
    }
    const double taken = milliseconds(Clock::now() - began);
    print({"unsealing and scoring 1,000 packets", fmt::format("{:.0f} ms", taken * many_packets / std::max(1, scored)),
           "1000 ms", taken * many_packets / std::max(1, scored) < 1000,
           fmt::format("once, {} packets through the opening of their cases, every form scored", scored)});

    const auto pdf = median_of(times, [&] {
        const auto bytes = report::visit_pdf(
            {.content = **content, .file = file, .visit = 0, .practice = "Rivergate Counseling", .printed_at = now});
        if (!bytes) return core::Done(core::pass(bytes.error()));
        return report::write_whole_file(options.data / "chart.pdf", *bytes, report::Existing::replaced);
    });
    if (!pdf) return core::pass(pdf.error());
    print({"the chart PDF of a visit", fmt::format("{:.0f} ms", *pdf), "300 ms", *pdf < 300,
           fmt::format("median of {}, a case of {} visits, written and synced", times, file.visits.size())});
    return {};
}

}
