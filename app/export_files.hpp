// Writes an opened case as files; the part of export.cpp that knows their names. For it alone.
#pragma once
#include "core/result.hpp"
#include "export.hpp"
#include "model/records.hpp"

struct OpenedCase {
    core::TherapistId therapist;
    model::CaseFile file;
    std::vector<model::PrivateRecord> private_records;
};

std::string_view name_of(ExportFormat format);

[[nodiscard]] core::Result<std::vector<std::filesystem::path>>
write_export(const ExportPlan& plan, const OpenedCase& opened, const core::SecretText& archive, core::WallTime at);
