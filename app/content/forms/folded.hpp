// The way back of repeat_file.cpp: a form as its file has it, each item once.
#pragma once
#include "model/form/module.hpp"
#include <set>
#include <string>

namespace content {

struct FoldedModule {
    model::Module module;
    std::string repeat;              // the table [repeat], or empty
    std::set<core::ItemId> for_each; // asked for each sentence that the couple agreed on
};
FoldedModule folded(const model::Module& module);

}
