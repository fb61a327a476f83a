#include "practice/content_at_start.hpp"
#include "practice/audit.hpp"
#include "vault/form_hash.hpp"
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace practice {

std::string content_mark(const World& world) {
    const auto contents = contents_of(world);
    auto bytes = model::encode(contents);
    for (const auto& [tag, content] : contents) {
        const auto articles = model::encode(content.articles);
        bytes.insert(bytes.end(), articles.begin(), articles.end());
    }
    const auto hash = vault::form_hash(bytes);
    return fmt::format("{:02x}", fmt::join(hash.begin(), hash.begin() + 8, ""));
}

core::Done note_content(PracticeData& data, const World& world) {
    const auto about = "content:" + content_mark(world);
    const auto last = data.store.last_audit_of("content-changed");
    if (!last) return core::pass(last.error());
    if (!*last || (*last)->about != about)
        if (auto done = audit::append(data, world.now().wall, "kiosk", "content-changed", about); !done) return done;
    return data.store.at_once([&] { return KeptForms(data.store, world).assume(); });
}

}
