#include "a_couple.hpp"

namespace model_tests {

Item a_choice(const std::string& id, bool is_private) {
    Item item{.id = {id}, .kind = ItemKind::choice, .text = "Statement " + id};
    for (int value = 1; value <= 7; ++value)
        item.choices.push_back({value, "Answer " + std::to_string(value)});
    item.is_private = is_private;
    return item;
}

Scale a_scale(const std::string& id, const std::vector<std::string>& items) {
    Scale scale{.id = {id}, .title = "Title " + id, .minimum = 1, .maximum = 7, .least_answered = items.size()};
    for (const auto& item : items)
        scale.keys.push_back({.item = {item}});
    scale.error_floor = ErrorFloor{.value = 0.5, .day = 0.4, .source = "A study"};
    scale.strength = "You both " + id + ".";
    scale.talk = {"Talk " + id, "What about " + id + "?"};
    return scale;
}

Content couple_content() {
    Content content;
    Module side{.id = {"side"}, .title = "Side", .shareable = true};
    for (const auto* id : {"s1", "s2", "s3", "s4"})
        side.items.push_back(a_choice(id));
    side.items.push_back(a_choice("fear", true));
    side.scales = {a_scale("team", {"s1", "s2"}), a_scale("repair", {"s3", "s4"})};

    Module connect{.id = {"connect"}, .title = "Connect", .shareable = true};
    for (const auto* id : {"x1", "x2", "x3", "x4", "y1", "y2", "y3", "y4"})
        connect.items.push_back(a_choice(id));
    connect.scales = {a_scale("x", {"x1", "x2", "x3", "x4"}), a_scale("y", {"y1", "y2", "y3", "y4"})};
    for (auto& scale : connect.scales)
        scale.strength_at = End::low;
    connect.map = Map{.x = {"x"},
                      .y = {"y"},
                      .low_low = "Secure",
                      .low_high = "Anxious",
                      .high_low = "Avoidant",
                      .high_high = "Fearful",
                      .articles = {core::ArticleId{"secure"}, core::ArticleId{"anxious"}, core::ArticleId{"avoidant"},
                                   core::ArticleId{}}};

    Module wear{.id = {"wear"}, .title = "Wear", .shareable = true};
    for (const auto* id : {"away", "late", "control"}) {
        Item item{.id = {id}, .kind = ItemKind::two_way, .text = id};
        for (int value = 1; value <= 5; ++value)
            item.choices.push_back({value, "Often " + std::to_string(value)});
        item.is_private = item.id.value == "control";
        if (!item.is_private) item.talk = {"Talk " + item.id.value, "What about " + item.id.value + "?"};
        wear.items.push_back(item);
    }
    Module closed{.id = {"closed"}, .title = "Closed"};
    closed.items = {a_choice("c1"), a_choice("c2")};
    closed.scales = {a_scale("hidden", {"c1", "c2"})};
    Module safe{.id = {"safe"}, .title = "Safe", .is_private = true};
    safe.items = {a_choice("p1", true), a_choice("p2", true)};
    Module mission{.id = {"mission"}, .title = "Mission"};
    for (const auto* id : {"me", "us", "kept"})
        mission.items.push_back(
            {.id = {id}, .kind = ItemKind::long_text, .text = "Text " + std::string(id), .max_bytes = 500});
    for (auto& item : mission.items)
        item.releasable = true;
    mission.items[2].is_private = true; // which a release does not change
    for (const auto& module : {side, connect, wear, closed, safe, mission})
        content.modules[module.id] = module;
    content.packets = {{.id = {"first"},
                        .title = "First",
                        .modules = {{"side"}, {"connect"}, {"wear"}, {"closed"}, {"safe"}, {"mission"}},
                        .joint_module = {}}};
    for (const auto* id : {"bubble", "secure", "anxious", "avoidant"})
        content.articles.push_back({.id = {id}, .title = "About " + std::string(id), .picture = {}, .blocks = {}});
    return content;
}

ItemRef ref(const std::string& module, const std::string& item) {
    return {{module}, {item}};
}

CaseFile an_empty_case() {
    CaseFile file{.id = {7}, .chart_code = "RG-1", .name_a = "Maya", .name_b = "Jordan", .therapist = "Dr. Okafor"};
    VisitRecord visit{.sitting = {1}, .packet = {"first"}, .date = {}, .a = {}, .b = {}, .joint = {}};
    visit.a.status = visit.b.status = PartStatus::sealed;
    visit.a.content = visit.b.content = PartContent{};
    file.visits = {visit};
    return file;
}

PartContent& part(CaseFile& file, Partner partner) {
    return *(partner == Partner::a ? file.visits.front().a : file.visits.front().b).content;
}

void choose(CaseFile& file, Partner partner, const std::string& module, const std::vector<std::string>& items,
            int value) {
    for (const auto& item : items)
        part(file, partner).answers[ref(module, item)] = Chosen{value};
}

void share(CaseFile& file, Partner partner, const std::string& form) {
    part(file, partner).released.insert(whole_form({form}));
}

int between(Random& random, int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
}

bool keeps_private(const Content& content, const ItemRef& item) {
    const auto* module = find_module(content, item.module);
    const auto* found = module == nullptr ? nullptr : find_item(*module, item.item);
    return found == nullptr || found->is_private || module->is_private;
}

Answer a_random_answer(const Item& item, Random& random) {
    if (between(random, 1, 9) == 1) return Skipped{};
    const auto value = [&] {
        return item.choices[static_cast<std::size_t>(between(random, 0, static_cast<int>(item.choices.size()) - 1))]
            .value;
    };
    if (item.kind == ItemKind::two_way) return BothWays{value(), value()};
    if (item.kind == ItemKind::choice) return Chosen{value()};
    return Written{"Words " + std::to_string(between(random, 1, 1'000'000)) + "."};
}

CaseFile a_random_case(const Content& content, unsigned seed) {
    Random random(seed);
    auto file = an_empty_case();
    answer_again(content, file, random, [](Partner, const Module&, const Item&) { return true; });
    for (const auto partner : {Partner::a, Partner::b})
        for (const auto& [id, module] : content.modules) {
            if (between(random, 0, 2) > 0) share(file, partner, id.value);
            for (const auto& item : module.items)
                if (between(random, 0, 1) == 1) part(file, partner).released.insert({id, item.id});
        }
    if (between(random, 0, 1) == 1) {
        JointContent joint;
        joint.statement.sentences = {{Partner::a, "We are kind first."}, {Partner::b, "We come back."}};
        joint.versions = {{{}, joint.statement}};
        file.visits.front().joint = {.status = PartStatus::sealed, .sealed_at = {}, .content = joint, .problem = {}};
    }
    return file;
}

}
