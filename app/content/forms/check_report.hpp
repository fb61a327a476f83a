// How a check of a content folder ends: what must be mended comes last, so that it is on the screen when it stops.
#pragma once
#include "model/form/module.hpp"
#include <string>
#include <vector>

namespace content {

// Lines "file:line: ..." or "file: ...", by file and line, each once.
std::vector<std::string> in_order(std::vector<std::string> lines);

// A line for each packet: how long it takes one partner (model/form/pace.hpp), and whether the practice must say that
// it reads on the same day.
std::string packet_lines(const model::Content& content);

// "3 mistakes in 2 files", and what the kiosk leaves out because of them. `mistakes` is in order and not empty.
std::string verdict(const std::vector<std::string>& mistakes, const model::Content& content);

}
