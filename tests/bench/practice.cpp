#include "bench/practice.hpp"
#include "content/forms/content.hpp"
#include "platform/window.hpp"
#include "support/test_cost.hpp"
#include <fmt/format.h>

namespace bench {

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
