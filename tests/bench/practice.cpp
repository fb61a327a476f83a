#include "bench/practice.hpp"
#include "content/forms/content.hpp"
#include "platform/window.hpp"
#include "support/many_couples.hpp"
#include "support/test_cost.hpp"
#include <fmt/format.h>
#include <random>

namespace bench {

namespace {

// Every question that is scored answered, a few skipped.
model::PartContent made_up_part(const model::Content& content, std::mt19937& dice) {
    model::PartContent part;
    part.languages = {"en"};
    for (const auto& id : content.packets.front().modules) {
        const auto* module = model::find_module(content, id);
        if (module == nullptr) continue;
        for (const auto& item : module->items) {
            if (item.kind != model::ItemKind::choice || item.choices.empty()) continue;
            const auto value = item.choices.at(dice() % item.choices.size()).value;
            part.answers[{module->id, item.id}] =
                dice() % 50 == 0 ? model::Answer(model::Skipped{}) : model::Answer(model::Chosen{value});
        }
    }
    return part;
}

}

core::Result<std::shared_ptr<const model::Content>> shipped_content() {
    auto read = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
    if (!read) return core::pass(read.error());
    return std::make_shared<const model::Content>(std::move(*read));
}

core::Done make_practice_in(const std::filesystem::path& folder, bool cheap) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return core::fail(core::ErrorCode::io, folder.string() + ": " + error.message());
    NewPractice practice{.desk_pin = core::SecretText(desk_pin), .therapists = {}};
    practice.therapists.push_back({"Dr. Okafor", core::SecretText(passphrase)});
    if (cheap) practice.passphrase_cost = practice.pin_cost = support::test_cost();
    const auto made = make_practice(folder, practice, platform::clock_now().wall);
    if (!made) return core::pass(made.error());
    return {};
}

core::Done fill(const std::filesystem::path& folder, const World& world, int couples, int visits) {
    auto data = open_practice(folder);
    if (!data) return core::pass(data.error());
    const auto now = platform::clock_now().wall;
    support::ManyCouples many(*data, world);
    std::mt19937 dice(4711);
    return data->store.at_once([&]() -> core::Done {
        for (int number = 0; number < couples; ++number) {
            const auto id = many.couple(number);
            if (!id) return core::pass(id.error());
            for (int visit = visits; visit > 0; --visit)
                if (auto done = many.visit(*id, now - std::chrono::days(30 * visit + number % 7),
                                           made_up_part(*world.content, dice), made_up_part(*world.content, dice));
                    !done)
                    return done;
        }
        return {};
    });
}

World world_of(std::shared_ptr<const model::Content> content) {
    auto practice = std::make_shared<model::Practice>();
    practice->name = "Rivergate Counseling";
    World world{.content = std::move(content),
                .practice = practice,
                .now = platform::clock_now,
                .screen_check = {},
                .export_folder = {}};
    return world;
}

core::Result<std::vector<model::BoardRow>> book(EffectRunner& runner, const model::Content& content, int count) {
    const auto board =
        expect<model::action::BoardRead>(runner.run(model::effect::UnlockDesk{core::SecretText(desk_pin)}));
    if (!board) return core::pass(board.error());
    std::vector<model::BoardRow> rows;
    for (int i = 0; i < count; ++i) {
        auto made = expect<model::action::SittingMade>(
            runner.run(model::effect::MakeSitting{fmt::format("BE-{}", 100 + i), board->board.therapists.front().id,
                                                  content.packets.front().id, true, true}));
        if (!made) return core::pass(made.error());
        rows.push_back(std::move(made->row));
    }
    return rows;
}

}
