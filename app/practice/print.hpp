// A page onto paper, for a couple that both asked for it.
#pragma once
#include <chrono>
#include <filesystem>
#include <string>

namespace practice {

struct PrinterPlan {
    std::filesystem::path program; // CUPS's lp, or one that takes the same; empty: none
    std::string name;              // of the queue; empty: the usual one
    std::chrono::milliseconds patience = std::chrono::seconds(5);
};

// Runs the program, without a shell and with no words of the page or of people among its arguments: it reads the PDF
// from its standard input, which is memory and no file. False when it could not be started, gave up, or had not taken
// the page when patience ended: then it is ended too, for a page that comes later comes when nobody stands there.
bool print_page(const PrinterPlan& printer, const std::string& pdf);

}
