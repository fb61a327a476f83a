// A form as somebody is asked it: a packet with all that its modules say, how they are scored and what of them is
// private, in each language that it can be read in. It is kept as bytes that are the same whenever the form is.
#pragma once
#include "core/result.hpp"
#include "model/form/module.hpp"
#include <memory>
#include <span>

namespace model {

using Contents = std::map<std::string, Content>; // by the tag of their language

struct AskedForm {
    core::FormHash hash{}; // of its bytes; zeros where these could not be read, and then nothing of it can be shown
    Contents in;
};

// Two that say the same, or none twice.
inline bool same(const std::shared_ptr<const AskedForm>& one, const std::shared_ptr<const AskedForm>& other) {
    return one == other || (one && other && one->hash == other->hash);
}

// What is read where something was asked: the form in the language of `today`, or in the source language where it had
// no other. Without a form it is today's content. The form outlives what is given.
const Content& content_of(const Content& today, const std::shared_ptr<const AskedForm>& form);

// Everything of the packet can be asked.
bool can_be_asked(const Content& content, const core::PacketId& packet);

// The packet, its modules and the words on what is kept from a partner: what of the content a form is made of. Nothing
// is in it when the content has no such packet.
Content only_packet(const Content& content, const core::PacketId& packet);

// JSON in UTF-8 with sorted keys; what is empty, zero or false has none. Whatever of a content is no form (articles,
// what is broken) is left out. decode fails with damaged or newer_version.
std::vector<std::uint8_t> encode(const Contents& contents);
std::vector<std::uint8_t> encode(const Module& module);
std::vector<std::uint8_t> encode(const std::vector<Article>& articles);
[[nodiscard]] core::Result<Contents> decode_contents(std::span<const std::uint8_t> bytes);

inline constexpr int form_schema = 1;

}
