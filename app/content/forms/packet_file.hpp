// packets.toml: the packets the desk can choose from, the usual one first, and the default words on secrets.
#pragma once
#include "content/read/document.hpp"
#include "model/form/module.hpp"
#include <set>

namespace content {

// Adds the packets and the policy to `content`, whose modules are read already. A packet with a fault goes to
// content.broken under its own id. `module_files` are the modules that have a file, broken or not: a packet that
// needs a broken one is kept, and model::why_not says why it cannot start.
void read_packets(const Node& root, const std::set<std::string>& module_files, model::Content& content);

inline constexpr const char* packets_file = "packets.toml";

}
