#include "rehearsal/demo.hpp"
#include "model/case/together.hpp"
#include "model/form/applies.hpp"
#include "practice/row_values.hpp"
#include "rehearsal/made_answer.hpp"
#include <cmath>
#include <fmt/format.h>
#include <random>

namespace rehearsal {

namespace {

constexpr auto desk_pin = "2580";
constexpr auto passphrase = "paper boats on a quiet river";
constexpr auto therapist_name = "Dr. Okafor";
constexpr auto second_therapist = "M. Reyes, LMFT";
constexpr auto visit_days = std::chrono::days(21);

// Of the desk's PIN and of the codes of earlier visits. The PIN stands on the demo's ribbon and the codes are gone as
// soon as their part is sealed, so that stretching them would guard nothing and only hold up the first start. The codes
// that somebody sets in the demo cost what they cost anywhere.
constexpr vault::KdfCost made_up_cost{.passes = 1, .memory_bytes = 8192};

struct Couple {
    const char* chart_code;
    const char* a;
    const char* b;
    int visits;
    int warmth; // of their answers, in points around the middle
};
constexpr Couple couples[] = {{"RG-1987", "Elena", "Theo", 3, 2},
                              {"RG-1902", "Priya", "Sam", 3, 0},
                              {"RG-1866", "Ruth", "Daniel", 2, 1},
                              {"RG-2098", "Imani", "Chris", 1, -1}};

constexpr const char* texts[] = {"I want to be someone who comes back after a hard talk.",
                                 "I want us to be kind first, even when we are tired.",
                                 "I will put the phone away at dinner.",
                                 "One evening a week that is only ours.",
                                 "I hope we can laugh together again.",
                                 "We would like to feel like a team."};

constexpr const char* people[] = {"Mom", "Dad", "Grandma Rosa", "Aunt June"};

class Pretender {
public:
    Pretender(unsigned seed, int warmth) : m_random(seed), m_warmth(warmth) {}

    model::Answer answer(const model::Item& item, bool reversed) {
        if (one_in(14) && !is_given_or_not(item.kind)) return model::Skipped{};
        return made_answer(item, {.value = [&](const auto& one) { return value(one, reversed); },
                                  .words = [&](const auto&) { return std::string(among(texts)); },
                                  .day = [&](const auto& one) { return day(one); },
                                  .signature =
                                      [&](const auto&) {
                                          return model::Signed{{wave()}, {}};
                                      }});
    }
    model::Answer person() { return model::Written{among(people)}; }
    bool one_in(int n) { return between(1, n) == 1; }

private:
    int value(const model::Item& item, bool reversed) {
        if (entered_by(item.kind) == model::EnteredBy::digits)
            return between(item.minimum, std::min(item.maximum, item.minimum + 12));
        // Off both ends of the scale, and rather high on it.
        if (is_counted(item.kind)) {
            const int range = item.maximum - item.minimum;
            return between(item.minimum + range * 3 / 10, item.maximum - range / 10);
        }
        if (shape_of(item.kind) == model::AnswerShape::both_ways) return pick(item, -1 - m_warmth / 2);
        if (shape_of(item.kind) == model::AnswerShape::values) return pick(item, 0);
        return pick(item, reversed ? -m_warmth : m_warmth);
    }
    std::chrono::year_month_day day(const model::Item& item) {
        return {std::chrono::year(between(item.minimum, item.maximum)),
                std::chrono::month(static_cast<unsigned>(between(1, 12))),
                std::chrono::day(static_cast<unsigned>(between(1, 28)))};
    }
    template<std::size_t size>
    const char* among(const char* const (&words)[size]) {
        return words[static_cast<std::size_t>(between(0, size - 1))];
    }
    model::Stroke wave() {
        model::Stroke line;
        const int high = between(180, 320);
        for (int i = 0; i <= 80; ++i)
            line.push_back({static_cast<std::uint16_t>(300 + 27 * i),
                            static_cast<std::uint16_t>(560 - high * std::sin(i * 0.31) * (1 - i * 0.008))});
        return line;
    }
    int between(int low, int high) {
        return low + static_cast<int>(m_random() % static_cast<unsigned>(high - low + 1));
    }
    int pick(const model::Item& item, int lean) {
        const int last = static_cast<int>(item.choices.size()) - 1;
        return item.choices[static_cast<std::size_t>(std::clamp(last / 2 + lean + between(-1, 1), 0, last))].value;
    }
    std::mt19937 m_random;
    int m_warmth;
};

bool is_reversed(const model::Module& module, const core::ItemId& item) {
    for (const auto& scale : module.scales)
        for (const auto& key : scale.keys)
            if (key.item == item) return key.reversed;
    return false;
}

model::PartContent pretend(const model::Content& content, const model::Packet& packet, Pretender& who) {
    model::PartContent part;
    for (const auto& id : packet.modules) {
        const auto* module = model::find_module(content, id);
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            if (!takes_answer(item.kind) || !model::applies(*module, item, part.answers)) continue;
            if (model::names_a_person(*module, item.id)) {
                part.answers[{id, item.id}] = who.person();
                continue;
            }
            part.answers[{id, item.id}] = who.answer(item, is_reversed(*module, item.id));
            if (item.releasable && !who.one_in(2)) part.released.insert({id, item.id});
        }
    }
    // Last of all, so that nobody's answers depend on it.
    for (const auto* form : model::shareable_forms(content, packet.id))
        if (!who.one_in(8)) part.released.insert(model::whole_form(form->id));
    return part;
}

template<class A>
core::Result<A> expect(const std::vector<model::Action>& answers) {
    for (const auto& answer : answers) {
        if (const auto* wanted = answer.as<A>()) return *wanted;
        if (const auto* failed = answer.as<model::action::DeskFailed>()) return core::pass(failed->error);
        if (const auto* broke = answer.as<model::action::Broke>()) return core::pass(broke->error);
        if (const auto* unsealed = answer.as<model::action::SealFailed>()) return core::pass(unsealed->error);
    }
    return core::fail(core::ErrorCode::invalid_state, "demo");
}

core::Result<model::BoardRow> make_sitting(practice::EffectRunner& runner, const model::Content& content,
                                           const char* chart_code, std::size_t therapist) {
    const auto board =
        expect<model::action::BoardRead>(runner.run(model::effect::UnlockDesk{core::SecretText(desk_pin)}));
    if (!board) return core::pass(board.error());
    auto made = expect<model::action::SittingMade>(runner.run(model::effect::MakeSitting{
        chart_code, board->board.therapists.at(therapist).id, content.packets.front().id, true, true}));
    if (!made) return core::pass(made.error());
    return std::move(made->row);
}

core::Done make_visit(practice::EffectRunner& runner, const practice::World& world, const Couple& couple,
                      unsigned seed) {
    const auto row = make_sitting(runner, *world.content, couple.chart_code, 0);
    if (!row) return core::pass(row.error());
    const auto* packet = &world.content->packets.front();
    for (const auto partner : {model::Partner::a, model::Partner::b}) {
        model::Sitting sitting{.id = row->sitting, .packet = packet->id};
        sitting.name_a = couple.a;
        sitting.name_b = couple.b;
        const auto code = core::SecretText(partner == model::Partner::a ? "1357" : "2468");
        const auto opened =
            expect<model::action::PartOpened>(runner.run(model::effect::StartPart{{sitting, partner}, code, {}}));
        if (!opened) return core::pass(opened.error());
        Pretender who(seed * 2 + (partner == model::Partner::a ? 0U : 1U), couple.warmth);
        const auto sealed = expect<model::action::PartSealed>(runner.run(model::effect::SealPart{
            opened->session.seat, opened->session.part, pretend(*world.content, *packet, who)}));
        if (!sealed) return core::pass(sealed.error());
    }
    const auto joint = expect<model::action::JointOpened>(runner.run(model::effect::OpenJoint{row->sitting}));
    if (!joint) return {}; // a packet without a joint part
    auto content = joint->session.content;
    content.statement.sentences = {{model::Partner::a, "We are kind first, even when we are tired."},
                                   {model::Partner::b, "When one of us needs space, we say for how long."}};
    content.a_agrees = content.b_agrees = true;
    auto before = content.statement;
    before.sentences.back().text = "When one of us needs space, we say so.";
    content.versions = {{world.now().wall - std::chrono::minutes(9), before}, {world.now().wall, content.statement}};
    const auto sealed = expect<model::action::JointSealed>(
        runner.run(model::effect::SealJoint{row->sitting, joint->session.part, content}));
    if (!sealed) return core::pass(sealed.error());
    return {};
}

core::Done make_history(const std::filesystem::path& folder, const practice::World& world) {
    const auto today = world.now();
    auto then = today;
    practice::World past = world;
    past.now = [&then] { return then; };
    past.code_cost = made_up_cost;
    auto data = practice::open_practice(folder);
    if (!data) return core::pass(data.error());
    practice::EffectRunner runner(std::move(*data), past);
    unsigned seed = 1;
    for (const auto& couple : couples)
        for (int visit = couple.visits; visit > 0; --visit) {
            then.wall = today.wall - visit * visit_days + std::chrono::minutes(seed * 7);
            if (const auto done = make_visit(runner, past, couple, seed++); !done) return done;
        }
    then = today;
    const auto waiting = make_sitting(runner, *world.content, "RG-2041", 0);
    if (!waiting) return core::pass(waiting.error());
    return {};
}

}

model::Practice demo_practice(model::Practice practice) {
    practice.name = "Rivergate Counseling";
    practice.reads_same_day = false; // nobody reads what is tried out
    return practice;
}

core::Result<Demo> open_demo(const std::filesystem::path& folder, const practice::World& world) {
    std::error_code error;
    const bool known = std::filesystem::exists(folder / "demo", error);
    if (!known) {
        std::filesystem::create_directories(folder, error);
        if (!std::filesystem::is_empty(folder, error))
            return core::fail(core::ErrorCode::bad_config,
                              fmt::format("--data {}: a demo needs an empty folder of its own", folder.string()));
        practice::NewPractice practice{.desk_pin = core::SecretText(desk_pin), .pin_cost = made_up_cost};
        practice.therapists.push_back({therapist_name, core::SecretText(passphrase)});
        practice.therapists.push_back({second_therapist, core::SecretText(passphrase)});
        {
            const auto made = practice::make_practice(folder, practice, world.now().wall);
            if (!made) return core::pass(made.error());
        }
        if (const auto done = make_history(folder, world); !done) return core::pass(done.error());
        // The mark comes last: a demo that was cut short is not taken for a whole one.
        std::error_code ignored;
        std::filesystem::create_directory(folder / "demo", ignored);
    }
    auto data = practice::open_practice(folder);
    if (!data) return core::pass(data.error());
    model::DemoCodes codes{.entry_code = {}, .desk_pin = desk_pin, .passphrase = passphrase};
    const auto open = data->store.open_sittings();
    if (!open) return core::pass(open.error());
    if (!open->empty()) {
        const auto& sitting = open->front();
        const auto in_case = data->store.case_by_id(sitting.in_case);
        if (!in_case) return core::pass(in_case.error());
        const auto code = practice::open_entry_code(data->device, sitting, *in_case);
        if (!code) return core::pass(code.error());
        codes.entry_code = *code;
    }
    return Demo{std::move(*data), std::move(codes)};
}

core::Result<practice::OpenKiosk> open_demo_kiosk(const practice::KioskPlan& plan, practice::Clock now,
                                                  practice::ScreenCheck screen_check) {
    auto world = practice::world_of(plan, std::move(now), std::move(screen_check));
    auto demo = open_demo(plan.data_folder, world);
    if (!demo) return core::pass(demo.error());
    auto kiosk = practice::kiosk_on(std::move(demo->data), std::move(world), plan);
    kiosk.state.demo = std::move(demo->codes);
    return kiosk;
}

}
