// All that is shipped can be kept as it is asked.
#include "content/forms/content.hpp"
#include "model/form/asked_form.hpp"
#include <doctest/doctest.h>

TEST_CASE("every shipped packet is the same after it was kept") {
    const auto content = content::load(std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content");
    REQUIRE(content.has_value());
    REQUIRE_FALSE(content->packets.empty());
    for (const auto& packet : content->packets) {
        CAPTURE(packet.id.value);
        const auto form = model::only_packet(*content, packet.id);
        CHECK(form.modules.size() == packet.modules.size() + (packet.joint_module ? 1 : 0));
        const auto bytes = model::encode(model::Contents{{"en", form}});
        const auto read = model::decode_contents(bytes);
        REQUIRE(read.has_value());
        CHECK(read->at("en").modules == form.modules);
        CHECK(read->at("en").packets == form.packets);
        CHECK(read->at("en").secrets_policy == form.secrets_policy);
        CHECK(model::encode(*read) == bytes);
    }
}
