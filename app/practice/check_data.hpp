// What the morning check can tell of the practice's data and of what it is locked with. It opens no part and needs no
// key but the device's.
#pragma once
#include "model/case/self_check.hpp"
#include "model/form/module.hpp"
#include "practice/practice_data.hpp"

namespace practice {

model::SelfCheck content_check(const model::Content& content);
model::SelfCheck space_check(const core::Result<std::uint64_t>& free_bytes);
// The whole file and every protected row; then whether more can be written, and read back.
model::SelfCheck whole_check(const core::Done& whole, const core::Done& takes_more);
// A part of nobody's, locked for readers that are made for it, as one that is answered is, and opened again.
model::SelfCheck sealing_check(const vault::Device& device);
model::SelfCheck audit_check(const vault::Device& device, store::Store& store);
// When the newest thing was written that the practice's file knows of.
core::WallTime newest_in(store::Store& store);

}
