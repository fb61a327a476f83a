// A case as its FHIR bundle.
#pragma once
#include "an_export.hpp"
#include "report/fhir_bundle.hpp"
#include <doctest/doctest.h>

inline std::string bundle(const report::CaseExport& input, report::Names names = report::Names::left_out) {
    auto text = report::fhir_bundle(input, names);
    REQUIRE(text);
    return *text;
}
