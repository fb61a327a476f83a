#include "practice/kept_forms.hpp"
#include "model/form/privacy.hpp"
#include "vault/form_hash.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace practice {
namespace {

core::Error changed(std::string_view what) {
    return {core::ErrorCode::tampered, fmt::format("a form that was asked {}", what)};
}

std::string mark_of(const model::Module& module) {
    const auto hash = vault::form_hash(model::encode(module));
    return fmt::format("{:02x}", fmt::join(hash.begin(), hash.begin() + 8, ""));
}

// Whoever reads it in another language is asked the same.
void put_marks(model::Contents& contents) {
    const auto source = contents.find(std::string(core::source_language));
    if (source == contents.end()) return;
    std::map<core::ModuleId, std::string> marks;
    for (const auto& [id, module] : source->second.modules)
        marks.emplace(id, mark_of(module));
    for (auto& [tag, content] : contents)
        for (auto& [id, module] : content.modules)
            module.mark = marks[id];
}

// The practice's own words stand before the first private question where it has some.
std::string policy_of(const model::Content& content, const model::Practice* practice) {
    return practice == nullptr || practice->secrets_policy.empty() ? content.secrets_policy : practice->secrets_policy;
}

}

model::Contents contents_of(const World& world) {
    model::Contents contents;
    const auto add = [&](const model::Content& content, const model::Practice* practice) {
        auto& added = contents[content.language] = content;
        added.secrets_policy = policy_of(content, practice);
    };
    add(*world.content, world.practice.get());
    for (const auto& locale : world.locales)
        if (locale.content && locale.content->language == locale.language.tag)
            add(*locale.content, locale.practice.get());
    return contents;
}

const store::Bytes& form_of(const store::PartRow& part) {
    return part.form.empty() ? part.assumed_form : part.form;
}

store::Bytes form_of(const std::vector<store::PartRow>& parts) {
    for (const auto& part : parts)
        if (!form_of(part).empty()) return form_of(part);
    return {};
}

core::Result<store::Bytes> KeptForms::keep(const model::Contents& contents) {
    // Where another hand changed its row, which stays as it is and is named, the same form is kept once more: a blank
    // at its end is another hash.
    constexpr int most_copies = 16;
    auto bytes = model::encode(contents);
    for (int copy = 0; copy < most_copies; ++copy, bytes.push_back(' ')) {
        const auto hash = vault::form_hash(bytes);
        if (auto done = m_store.keep_form(hash, bytes); !done) return core::pass(done.error());
        const auto kept = m_store.form(hash);
        if (kept && *kept == bytes) return store::Bytes(hash.begin(), hash.end());
        if (!kept && kept.error().code != core::ErrorCode::tampered && kept.error().code != core::ErrorCode::not_found)
            return core::pass(kept.error());
    }
    return core::pass(changed("cannot be kept"));
}

core::Result<store::Bytes> KeptForms::keep(const core::PacketId& packet) {
    if (!model::can_be_asked(today(), packet))
        return core::fail(core::ErrorCode::bad_content, "packet " + packet.value);
    auto contents = contents_of(m_world);
    for (auto& [tag, content] : contents)
        content = model::only_packet(content, packet);
    return keep(contents);
}

core::Done KeptForms::assume() {
    const auto parts = m_store.parts_without_form();
    if (!parts) return core::pass(parts.error());
    std::map<std::string, store::Bytes> hashes;
    for (const auto& part : *parts) {
        // Later the content may have it again.
        if (!model::can_be_asked(today(), {part.packet})) continue;
        auto& hash = hashes[part.packet];
        if (hash.empty()) {
            // With every other form: which of them were in the packet then, nobody wrote down.
            auto contents = contents_of(m_world);
            for (auto& [tag, content] : contents)
                std::erase_if(content.packets,
                              [&](const model::Packet& packet) { return packet.id.value != part.packet; });
            auto kept = keep(contents);
            if (!kept) return core::pass(kept.error());
            hash = std::move(*kept);
        }
        if (auto done = m_store.assume_form(part.part, hash); !done) return done;
    }
    return {};
}

// Explanations are not asked; they are today's.
model::Content KeptForms::as_read(model::Content content) const {
    content = model::stricter(std::move(content), today());
    content.articles = today().articles;
    for (const auto& locale : m_world.locales)
        if (locale.language.tag == content.language && locale.content) content.articles = locale.content->articles;
    return content;
}

core::Result<std::shared_ptr<const model::AskedForm>> KeptForms::read(std::span<const std::uint8_t> hash) {
    if (hash.empty()) return std::shared_ptr<const model::AskedForm>();
    model::AskedForm form;
    if (hash.size() != form.hash.size()) return core::pass(changed("has no hash"));
    std::ranges::copy(hash, form.hash.begin());
    if (const auto known = m_read.find(form.hash); known != m_read.end()) return known->second;
    const auto bytes = m_store.form(hash);
    if (!bytes && bytes.error().code == core::ErrorCode::not_found) return core::pass(changed("is not there"));
    if (!bytes) return core::pass(bytes.error());
    if (vault::form_hash(*bytes) != form.hash) return core::pass(changed("was changed"));
    auto contents = model::decode_contents(*bytes);
    if (!contents) return core::pass(contents.error());
    put_marks(*contents);
    for (auto& [tag, content] : *contents)
        form.in.emplace(tag, as_read(std::move(content)));
    const auto its_hash = form.hash;
    return m_read.emplace(its_hash, std::make_shared<const model::AskedForm>(std::move(form))).first->second;
}

core::Result<std::shared_ptr<const model::AskedForm>> KeptForms::read_or_blank(std::span<const std::uint8_t> hash) {
    auto form = read(hash);
    if (form || form.error().code == core::ErrorCode::io || form.error().code == core::ErrorCode::busy) return form;
    return std::make_shared<const model::AskedForm>();
}

}
