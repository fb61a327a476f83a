#include "promises/pipe.hpp"
#include "promises/sealed_part.hpp"
#include <random>
#include <sys/wait.h>

using namespace rehearsal;
using namespace promises;
using visits::Visit;

namespace {

constexpr auto saved = 's', lost_the_way = 'x';

// Types letter by letter and says, after each, what the screen calls saved.
void type_on(Visit& visit, const std::string& code, unsigned seed, Pipe& pipe) {
    std::mt19937 random(seed);
    visit.start();
    auto& kiosk = *visit.kiosk;
    auto act = Visit::maya();
    act.stop_after = 1;
    bool there = enter_code(kiosk, code) && (kiosk.shows("names") ? begin_part(kiosk, act) : kiosk.keys(act.code));
    const auto writes = [&] {
        const auto* item = item_on_screen(kiosk);
        return item != nullptr && item->kind == model::ItemKind::long_text;
    };
    while (there && !writes())
        there = answer_part(kiosk, act);
    if (!there) return pipe.send(lost_the_way);
    kiosk.pass(std::chrono::seconds(1));
    // Few enough that the text is never full, after all these kiosks.
    constexpr int most_letters = 60;
    for (int letters = 0;; ++letters) {
        if (letters < most_letters) {
            kiosk.type(std::string(1, static_cast<char>('a' + random() % 26)));
            if (random() % 4 == 0) kiosk.pass(core::Milliseconds(random() % 500));
        }
        const auto& text = std::get<model::screen::Question>(kiosk.state().screen).writing->text;
        if (kiosk.says("Saved")) pipe.send(saved, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
}

std::string text_on_disk(Visit& visit, const std::string& code) {
    auto kiosk = next_kiosk(visit);
    const auto sitting = sitting_of(kiosk, code);
    REQUIRE(sitting.has_value());
    const auto content = resumed(kiosk, *sitting, model::Partner::a, Visit::maya().code);
    REQUIRE(content.has_value());
    REQUIRE(content->at.has_value());
    const auto found = content->answers.find(*content->at);
    const auto* written = found == content->answers.end() ? nullptr : std::get_if<model::Written>(&found->second);
    return written == nullptr ? std::string() : written->text;
}

}

TEST_CASE("of sixty kiosks killed while somebody types, none loses a letter that its screen called saved") {
    std::mt19937 random(20261129);
    Visit visit;
    const auto code = visit.new_sitting("K-1", true, false, "mission-only");
    visit.kiosk.reset();
    std::size_t longest = 0;
    for (int kills = 0; kills < 60; ++kills) {
        CAPTURE(kills);
        Pipe pipe;
        const auto child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            pipe.close_reading();
            type_on(visit, code, static_cast<unsigned>(random()) + static_cast<unsigned>(kills), pipe);
            _exit(0);
        }
        pipe.close_writing();
        std::string called_saved;
        const auto take = [&](const CatalogueEntry& message) {
            CHECK(message.kind == saved);
            if (message.kind == saved) called_saved.assign(message.bytes.begin(), message.bytes.end());
        };
        for (auto wanted = 1 + random() % 6; wanted > 0; --wanted)
            if (const auto message = pipe.receive()) take(*message);
        const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 20'000);
        while (std::chrono::steady_clock::now() < until) {
        }
        kill(child, SIGKILL);
        while (const auto message = pipe.receive())
            take(*message);
        waitpid(child, nullptr, 0);
        const auto found = text_on_disk(visit, code);
        INFO("called saved: ", called_saved, "; found: ", found);
        REQUIRE(found.starts_with(called_saved));
        longest = std::max(longest, called_saved.size());
    }
    CHECK(longest > 60);
}
