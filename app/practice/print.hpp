// A page onto paper, for a couple that both asked for it.
#pragma once
#include <filesystem>
#include <string>

namespace practice {

struct PrinterPlan {
    std::filesystem::path program; // CUPS's lp, or one that takes the same; empty: none
    std::string name;              // of the queue; empty: the usual one
};

// Runs the program, without a shell and with no words of the page or of people among its arguments: it reads the PDF
// from its standard input, which is memory and no file. False when it could not be started, or gave up within some
// seconds; one that takes longer is left to it, and ended after a minute.
bool print_page(const PrinterPlan& printer, const std::string& pdf);

}
