// How many answers a mean needs, where its formula says so:
//   iif(COUNT >= n, SUM / COUNT)
// where COUNT is iif(X.exists(), 1, 0) + ... and SUM is iif(X.exists(), f(X), 0) + ...
// over the same X in the same order, as our own exports have it. Whatever is written otherwise needs every answer here.
#pragma once
#include "content/fhir/fhirpath.hpp"

namespace content {

std::optional<std::size_t> least_answers(const FhirPath& formula);

}
