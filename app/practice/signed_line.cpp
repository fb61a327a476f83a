#include "practice/signed_line.hpp"
#include "core/hex.hpp"
#include "report/whole_file.hpp"
#include <fstream>

namespace practice {
namespace {

std::string mac_of_line(const LineHash& hash, std::string_view kind, std::string_view line) {
    const auto words = std::string(kind) + "\n" + std::string(line);
    return core::hex(hash({reinterpret_cast<const std::uint8_t*>(words.data()), words.size()}));
}

}

std::optional<std::string> read_signed_line(const std::filesystem::path& file, const LineHash& hash,
                                            std::string_view kind) {
    std::ifstream in(file, std::ios::binary);
    std::string line, mac;
    if (!std::getline(in, line) || !std::getline(in, mac) || mac != mac_of_line(hash, kind, line)) return std::nullopt;
    return line;
}

core::Done write_signed_line(const std::filesystem::path& file, const LineHash& hash, std::string_view kind,
                             const std::string& line) {
    return report::write_whole_file(file, line + "\n" + mac_of_line(hash, kind, line) + "\n",
                                    report::Existing::replaced);
}

}
