// Packages that others wrote and tests/run installs by the versions in npm/package-lock.json.
#pragma once
#include "pdf_reading.hpp"
#include <doctest/doctest.h>

inline bool packages_are_there() {
    if (output_of("node --version").empty()) {
        MESSAGE("skipped: node is not installed; no package from npm was asked");
        return false;
    }
    if (std::filesystem::exists(SAMESIDE_NPM_DIR "/node_modules/.package-lock.json")) return true;
    MESSAGE("skipped: " SAMESIDE_NPM_DIR " is empty; tests/run fills it where there are npm and a network");
    return false;
}
