// What of the content cannot be used, and why.
#pragma once
#include "content/read/diagnostics.hpp"
#include "model/form/module.hpp"

namespace content {

// Each line goes to content.broken under `what`: a form's id, a packet's, or the name of a file.
void report(model::Content& content, const std::string& what, const Diagnostics& diagnostics);

}
