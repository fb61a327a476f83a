#include "a_form.hpp"
#include "model/case/compared.hpp"

using namespace model_tests;

namespace {

// A long form of four items at a first visit, and a short one that asks q1, q2 and q4 of them again.
struct TwoForms {
    Content content;
    CaseFile file;

    TwoForms() {
        auto whole = form(4, 1, 7, 3);
        whole.module.scales = {whole.scale};
        auto again = whole;
        again.module.id = {"again"};
        again.module.same_items_as = whole.module.id;
        again.module.items.erase(again.module.items.begin() + 2);
        again.module.scales[0].keys.erase(again.module.scales[0].keys.begin() + 2);
        content.packets = {{.id = {"first"}, .modules = {whole.module.id}},
                           {.id = {"later"}, .modules = {again.module.id}}};
        content.modules = {{whole.module.id, whole.module}, {again.module.id, again.module}};
    }

    // Newest first, as a case is read.
    void visit(const char* packet, std::chrono::days day, const char* module, const Given& given,
               const std::vector<std::string>& items) {
        VisitRecord record{.packet = {packet}, .date = core::WallTime(day)};
        PartContent part;
        for (std::size_t i = 0; i < given.size(); ++i)
            part.answers[{{module}, {items[i]}}] = given[i] ? Answer(Chosen{*given[i]}) : Answer(Skipped{});
        record.b.content = part;
        file.visits.insert(file.visits.begin(), record);
    }
    void first_visit(std::chrono::days day, const Given& given) {
        visit("first", day, "m", given, {"q1", "q2", "q3", "q4"});
    }
    void later_visit(std::chrono::days day, const Given& given) {
        visit("later", day, "again", given, {"q1", "q2", "q4"});
    }

    std::optional<Compared> compared(std::size_t index, Partner partner = Partner::b) const {
        const auto& id = find_packet(content, file.visits[index].packet)->modules.front();
        const auto& module = content.modules.at(id);
        return compared_with_earlier(content, file, index, partner, module, module.scales[0]);
    }
};

}

TEST_CASE("a short form is compared with the long one by the items both ask") {
    TwoForms couple;
    couple.first_visit(std::chrono::days(10), {2, 3, 7, 1});
    couple.later_visit(std::chrono::days(40), {6, 6, 5});
    const auto found = couple.compared(0);
    REQUIRE(found.has_value());
    CHECK(found->since == core::WallTime(std::chrono::days(10)));
    CHECK(found->change.items == 3);
    CHECK(found->change.first == near(2.0)); // (2 + 3 + 1) / 3: q3 is not asked again
    CHECK(found->change.second == near(17.0 / 3));
}

TEST_CASE("the latest visit that can be compared is taken, not one with too few answers") {
    TwoForms couple;
    couple.first_visit(std::chrono::days(10), {2, 3, 4, 1});
    couple.later_visit(std::chrono::days(40), {std::nullopt, std::nullopt, 5});
    couple.later_visit(std::chrono::days(70), {6, 6, 5});
    REQUIRE(couple.compared(0).has_value());
    CHECK(couple.compared(0)->since == core::WallTime(std::chrono::days(10)));
}

TEST_CASE("a first visit, the other partner, a private score and a form of other items are compared with nothing") {
    TwoForms couple;
    couple.first_visit(std::chrono::days(10), {2, 3, 4, 1});
    couple.later_visit(std::chrono::days(40), {6, 6, 5});
    CHECK_FALSE(couple.compared(1).has_value());
    CHECK_FALSE(couple.compared(0, Partner::a).has_value());
    auto secret = couple;
    secret.content.modules.at({"again"}).scales[0].is_private = true;
    CHECK_FALSE(secret.compared(0).has_value());
    auto others = couple;
    others.content.modules.at({"again"}).same_items_as.reset();
    CHECK_FALSE(others.compared(0).has_value());
}

TEST_CASE("a score about one person is never compared with a score about another") {
    TwoForms couple;
    Item named;
    named.id = {"who"};
    named.kind = ItemKind::short_text;
    for (auto& [id, module] : couple.content.modules) {
        module.items.insert(module.items.begin(), named);
        for (auto& item : module.items)
            if (item.id != named.id) item.person = named.id;
        module.scales[0].person = named.id;
    }
    couple.first_visit(std::chrono::days(10), {2, 3, 4, 1});
    couple.later_visit(std::chrono::days(40), {6, 6, 5});
    const auto name = [&](std::size_t visit, const char* module, const char* who) {
        couple.file.visits[visit].b.content->answers[{{module}, named.id}] = Written{who};
    };
    name(1, "m", "Mom");
    name(0, "again", "Mom");
    CHECK(couple.compared(0).has_value());
    name(0, "again", "Dad");
    CHECK_FALSE(couple.compared(0).has_value());
}
