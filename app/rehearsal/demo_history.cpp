#include "rehearsal/demo_history.hpp"
#include "rehearsal/demo_part.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace rehearsal {
namespace {

namespace effect = model::effect;
namespace action = model::action;

template<class A>
core::Result<A> expect(const std::vector<model::Action>& answers) {
    for (const auto& answer : answers) {
        if (const auto* wanted = answer.as<A>()) return *wanted;
        if (const auto* failed = answer.as<action::DeskFailed>()) return core::pass(failed->error);
        if (const auto* broke = answer.as<action::Broke>()) return core::pass(broke->error);
        if (const auto* unsealed = answer.as<action::SealFailed>()) return core::pass(unsealed->error);
        if (const auto* closed = answer.as<action::TherapistFailed>()) return core::pass(closed->error);
    }
    return core::fail(core::ErrorCode::invalid_state, "demo");
}

const std::optional<Teller>& teller_of(const StoryVisit& visit, model::Partner partner) {
    return partner == model::Partner::a ? visit.a : visit.b;
}

std::string_view own_code(model::Partner partner) {
    return partner == model::Partner::a ? "1357" : "2468";
}

// About two fifths of what they were going to say.
std::vector<model::Entry> a_beginning(const model::PartContent& whole, const model::Content& content,
                                      const model::Packet& packet, std::string_view language) {
    std::vector<model::Entry> entries;
    for (const auto& id : packet.modules)
        if (const auto* module = model::find_module(content, id))
            for (const auto& item : module->items)
                if (const auto said = whole.answers.find({id, item.id}); said != whole.answers.end())
                    entries.emplace_back(model::AnswerGiven{
                        said->first, said->second,
                        whole.first_at.contains(said->first) ? whole.first_at.at(said->first) : core::WallTime{},
                        item.given ? std::string() : std::string(language)});
    entries.resize(entries.size() * 2 / 5);
    if (!entries.empty()) entries.emplace_back(model::Visited{std::get<model::AnswerGiven>(entries.back()).item});
    return entries;
}

class Player {
public:
    Player(practice::PracticeData data, const practice::World& world, const StaffSecrets& secrets)
        : m_today(world.now()), m_then(m_today), m_world(turned_back(world)), m_secrets(secrets),
          m_runner(std::move(data), m_world) {}

    core::Done play(const Story& story, const StoryVisit& visit, unsigned seed) {
        m_then.wall = when(visit, seed);
        m_seed = seed;
        const auto row = make_sitting(story, visit);
        if (!row) return core::pass(row.error());
        for (const auto partner : model::both_partners)
            if (const auto& teller = teller_of(visit, partner); teller && teller->until != Until::waiting)
                if (const auto done = answer(story, *row, partner, *teller); !done) return done;
        for (const auto partner : model::both_partners)
            if (const auto& teller = teller_of(visit, partner); teller && teller->until == Until::closed)
                if (const auto done = close(row->sitting, partner); !done) return done;
        if (!visit.mission.sentences.empty())
            if (const auto done = agree(row->sitting, visit.mission); !done) return done;
        m_runner.run(effect::ForgetKeys{}); // they have gone
        return visit.read ? read(story, *row, visit) : core::Done{};
    }

private:
    practice::World turned_back(practice::World world) {
        world.now = [this] { return m_then; };
        world.code_cost = vault::KdfCost{.passes = 1, .memory_bytes = 8192};
        return world;
    }
    // Those of earlier days come in the afternoon, the others were here a while ago.
    core::WallTime when(const StoryVisit& visit, unsigned seed) const {
        if (visit.days_ago == 0) return m_today.wall - std::chrono::minutes(40 - 3 * (seed % 8));
        return std::chrono::floor<std::chrono::days>(m_today.wall) - std::chrono::days(visit.days_ago) +
               std::chrono::hours(14) + std::chrono::minutes(35 * (seed % 7));
    }
    core::Result<model::Board> open_desk() {
        auto read = expect<action::BoardRead>(
            m_runner.run(effect::UnlockDesk{core::SecretText(std::string(m_secrets.desk_pin))}));
        if (!read) return core::pass(read.error());
        return std::move(read->board);
    }
    core::Result<model::BoardRow> make_sitting(const Story& story, const StoryVisit& visit) {
        const auto board = open_desk();
        if (!board) return core::pass(board.error());
        // A practice's own content may have other packets.
        const core::PacketId wanted{std::string(visit.packet)};
        const auto* packet = model::find_packet(*m_world.content, wanted);
        auto made = expect<action::SittingMade>(
            m_runner.run(effect::MakeSitting{std::string(story.chart_code), board->therapists.at(story.therapist).id,
                                             packet == nullptr ? m_world.content->packets.front().id : wanted,
                                             visit.a.has_value(), visit.b.has_value()}));
        if (!made) return core::pass(made.error());
        m_therapist = board->therapists.at(story.therapist);
        return std::move(made->row);
    }
    core::Done answer(const Story& story, const model::BoardRow& row, model::Partner partner, const Teller& teller) {
        model::Sitting sitting{.id = row.sitting, .packet = row.packet};
        sitting.name_a = story.a;
        sitting.name_b = story.b;
        const auto opened = expect<action::PartOpened>(
            m_runner.run(effect::StartPart{{sitting, partner}, core::SecretText(std::string(own_code(partner))), {}}));
        if (!opened) return core::pass(opened.error());
        const auto& session = opened->session;
        const auto* packet = model::find_packet(*m_world.content, session.seat.sitting.packet);
        if (packet == nullptr) return core::fail(core::ErrorCode::not_found, "packet");
        auto part = part_of_story(*m_world.content, *packet,
                                  {.teller = teller,
                                   .language = story.language,
                                   .read_back = session.seat.sitting.read_back,
                                   .from = m_then.wall,
                                   .seed = m_seed * 2 + (partner == model::Partner::a ? 0U : 1U)});
        part.basis = session.content.basis;
        if (teller.would_like_a_word) m_runner.run(effect::RaiseWish{row.sitting, partner});
        if (teller.until == Until::sealed) {
            const auto sealed =
                expect<action::PartSealed>(m_runner.run(effect::SealPart{session.seat, session.part, part}));
            return sealed ? core::Done{} : core::pass(sealed.error());
        }
        auto entries = a_beginning(part, *m_world.content, *packet, story.language);
        auto begun = session;
        for (const auto& entry : entries)
            model::replay(begun.content, entry);
        const auto progress = model::progress_of(*m_world.content, begun);
        if (const auto saved =
                expect<action::Saved>(m_runner.run(effect::SaveEntries{session.part, std::move(entries), progress}));
            !saved)
            return core::pass(saved.error());
        if (const auto board = open_desk(); !board) return core::pass(board.error());
        const auto parked = expect<action::Parked>(m_runner.run(effect::ParkAndReset{row.sitting}));
        return parked ? core::Done{} : core::pass(parked.error());
    }
    core::Done close(core::SittingId sitting, model::Partner partner) {
        if (const auto board = open_desk(); !board) return core::pass(board.error());
        const auto closed = expect<action::BoardRead>(m_runner.run(effect::ClosePart{sitting, partner}));
        return closed ? core::Done{} : core::pass(closed.error());
    }
    core::Done agree(core::SittingId sitting, const Mission& mission) {
        const auto joint = expect<action::JointOpened>(m_runner.run(effect::OpenJoint{sitting}));
        if (!joint) return {}; // a packet without a joint part
        auto content = joint->session.content;
        content.statement.sentences = mission.sentences;
        content.a_agrees = content.b_agrees = true;
        if (!mission.last_before.empty()) {
            auto before = content.statement;
            before.sentences.back().text = mission.last_before;
            content.versions.push_back({m_then.wall + std::chrono::minutes(31), before});
        }
        content.versions.push_back({m_then.wall + std::chrono::minutes(40), content.statement});
        const auto sealed =
            expect<action::JointSealed>(m_runner.run(effect::SealJoint{sitting, joint->session.part, content}));
        return sealed ? core::Done{} : core::pass(sealed.error());
    }
    // By their therapist, in the evening.
    core::Done read(const Story& story, const model::BoardRow& row, const StoryVisit& visit) {
        m_then.wall += std::chrono::hours(3);
        const auto unlocked = expect<action::Unlocked>(
            m_runner.run(effect::UnlockTherapist{m_therapist, core::SecretText(std::string(m_secrets.passphrase))}));
        if (!unlocked) return core::pass(unlocked.error());
        const auto mine = std::ranges::find(unlocked->cases, story.chart_code, &model::CaseSummary::chart_code);
        if (mine == unlocked->cases.end()) return core::fail(core::ErrorCode::not_found, "case");
        const auto opened = expect<action::CaseOpened>(m_runner.run(effect::OpenCase{mine->id}));
        if (!opened) return core::pass(opened.error());
        for (const auto partner : model::both_partners)
            if (const auto& teller = teller_of(visit, partner); teller && teller->until == Until::sealed)
                m_runner.run(effect::ReadPrivate{.sitting = row.sitting, .partner = partner});
        if (!visit.note.empty()) m_runner.run(effect::SaveNote{row.sitting, std::string(visit.note)});
        if (story.read_back && !visit.mission.sentences.empty()) {
            std::vector<std::string> sentences;
            for (const auto& sentence : visit.mission.sentences)
                sentences.push_back(sentence.text);
            m_runner.run(effect::SetReadBack{mine->id, std::move(sentences)});
        }
        m_runner.run(effect::LockTherapist{});
        return {};
    }

    core::Now m_today, m_then;
    practice::World m_world;
    StaffSecrets m_secrets;
    practice::EffectRunner m_runner;
    model::TherapistName m_therapist;
    unsigned m_seed = 0;
};

}

core::Done play(std::vector<Story> stories, practice::PracticeData data, const practice::World& world,
                const StaffSecrets& secrets) {
    struct Played {
        const Story* story;
        const StoryVisit* visit;
    };
    std::vector<Played> all;
    for (const auto& story : stories)
        for (const auto& visit : story.visits)
            all.push_back({&story, &visit});
    std::ranges::stable_sort(all, std::greater{}, [](const Played& one) { return one.visit->days_ago; });
    Player player(std::move(data), world, secrets);
    unsigned seed = 1;
    for (const auto& [story, visit] : all)
        if (const auto done = player.play(*story, *visit, seed++); !done) return done;
    return {};
}

}
