#include "practice/held_copy.hpp"
#include "report/whole_file.hpp"
#include <cstdlib>
#include <string>

namespace practice {

namespace {

std::filesystem::path new_private_folder() {
    std::error_code problem;
    for (const auto& where : {std::filesystem::path("/dev/shm"), std::filesystem::temp_directory_path(problem)}) {
        auto pattern = (where / "sameside-copy-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) return pattern;
    }
    return {};
}

}

core::Result<HeldCopy> HeldCopy::open(std::string_view bytes, store::RowHash hash) {
    HeldCopy copy;
    copy.m_folder = new_private_folder();
    if (copy.m_folder.empty())
        return core::fail(core::ErrorCode::io, "no folder for a temporary copy can be made in /dev/shm");
    const auto file = copy.m_folder / "sameside.db";
    if (auto written = report::write_whole_file(file, bytes, report::Existing::kept); !written)
        return core::pass(written.error());
    auto database = store::Database::open(file, std::move(hash));
    if (!database) return core::pass(database.error());
    copy.m_store.emplace(std::move(*database));
    return copy;
}

HeldCopy::HeldCopy(HeldCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_store(std::move(other.m_store)) {}

HeldCopy::~HeldCopy() {
    m_store.reset();
    std::error_code ignored;
    if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
}

}
