// Forms as they were asked, kept in the store by their hash. What is read of them is read with the stricter privacy of
// then and of today's content. Refers to the store and to the world, which live longer.
#pragma once
#include "model/form/asked_form.hpp"
#include "practice/world.hpp"
#include "store/store.hpp"

namespace practice {

// The languages that the kiosk speaks with their content; the source language is always among them.
model::Contents contents_of(const World& world);

// What a part is read with: its own form, or what was assumed for one begun before forms were kept. Empty: neither.
const store::Bytes& form_of(const store::PartRow& part);
// Of a sitting: all its parts are asked the form of the one that was begun first.
store::Bytes form_of(const std::vector<store::PartRow>& parts);

class KeptForms {
public:
    KeptForms(store::Store& store, const World& world) : m_store(store), m_world(world) {}
    KeptForms(const KeptForms&) = delete;
    KeptForms& operator=(const KeptForms&) = delete;

    const model::Content& today() const { return *m_world.content; }
    // The packet as today's content asks it. Fails with bad_content when it cannot be asked.
    [[nodiscard]] core::Result<store::Bytes> keep(const core::PacketId& packet);
    // Forms for parts that were begun before forms were kept: today's, where the content has their packet.
    [[nodiscard]] core::Done assume();
    // Nothing for an empty hash. Fails with tampered when the form is not there or is not what its hash says.
    [[nodiscard]] core::Result<std::shared_ptr<const model::AskedForm>> read(std::span<const std::uint8_t> hash);
    // The same; a form that cannot be read is one that shows nothing, in place of words that nobody was asked.
    [[nodiscard]] core::Result<std::shared_ptr<const model::AskedForm>>
    read_or_blank(std::span<const std::uint8_t> hash);

private:
    core::Result<store::Bytes> keep(const model::Contents& contents);
    model::Content as_read(model::Content content) const;

    store::Store& m_store;
    const World& m_world;
    std::map<core::FormHash, std::shared_ptr<const model::AskedForm>> m_read;
};

}
