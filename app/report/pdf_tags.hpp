// What Cairo 1.16 leaves out of a tagged PDF: that it is one, its language, and words in place of what is drawn. Added
// behind the file as a change to it (ISO 32000-1:2008, 7.5.6), so that its bytes stay as they are.
#pragma once
#include <span>
#include <string>

namespace report {

// What a piece of a page is (14.8.4): "H1", "P", "Figure". `spoken` is read in place of what is drawn.
struct PdfTag {
    std::string name;
    std::string spoken = {};
};

// `pieces`: all that were tagged, in their order. False where the file is not written as Cairo does now: it stays as it
// is, and can be read all the same.
bool add_reading(std::string& pdf, std::span<const PdfTag> pieces, const std::string& language);

}
