#include "practice/backup_file.hpp"
#include "core/hex.hpp"
#include "report/whole_file.hpp"
#include "vault/backup_keys.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace practice {

namespace {

using core::ErrorCode;
namespace fs = std::filesystem;

constexpr std::string_view format_name = "sameside backup ", format_line = "sameside backup 1\n";
constexpr std::uint64_t most_entry_bytes = 1ULL << 30, most_manifest_bytes = 8ULL << 20;
constexpr std::size_t most_entries = 10000, size_bytes = 8, signature_bytes = 64;

std::span<const std::uint8_t> bytes_in(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string manifest_of(const Backup& backup) {
    auto entries = nlohmann::json::array();
    for (const auto& entry : backup.entries)
        entries.push_back({{"name", entry.name},
                           {"size", entry.bytes.size()},
                           {"hash", core::hex(vault::file_hash(bytes_in(entry.bytes)))}});
    return nlohmann::json{{"made_at_ms", backup.made_at.time_since_epoch().count()},
                          {"generation", backup.generation},
                          {"device_public_key", core::hex(backup.device_public_key)},
                          {"recovery_public_key", core::hex(backup.recovery_public_key)},
                          {"sealed_device_key", core::hex(backup.sealed_device_key)},
                          {"entries", std::move(entries)}}
        .dump();
}

std::string signed_words(std::string_view manifest) {
    return std::string(format_line) + std::string(manifest);
}

struct Place { // of an entry, as the manifest has it
    std::string name, hash;
    std::uint64_t size = 0;
};
struct ReadManifest {
    Backup backup; // without entries
    std::vector<Place> places;
};

std::optional<vault::Bytes> bytes_of_hex(const std::string& text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    if (text.size() % 2 != 0) return std::nullopt;
    vault::Bytes bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

// Throws what nlohmann::json does where the shape is another: the caller makes one refusal of it.
std::optional<ReadManifest> parse_manifest(const nlohmann::json& json) {
    ReadManifest read;
    const auto key = [&](const char* name) { return bytes_of_hex(json.at(name).get<std::string>()); };
    read.backup.made_at = core::WallTime(core::Milliseconds(json.at("made_at_ms").get<std::int64_t>()));
    read.backup.generation = json.at("generation").get<std::int64_t>();
    const auto device = key("device_public_key"), recovery = key("recovery_public_key"),
               sealed = key("sealed_device_key");
    if (!device || !recovery || !sealed || recovery->size() != vault::PublicKey{}.size()) return std::nullopt;
    read.backup.device_public_key = *device;
    read.backup.recovery_public_key = *recovery;
    read.backup.sealed_device_key = *sealed;
    std::set<std::string> names;
    for (const auto& entry : json.at("entries")) {
        Place place{entry.at("name").get<std::string>(), entry.at("hash").get<std::string>(),
                    entry.at("size").get<std::uint64_t>()};
        if (!is_entry_name(place.name) || place.size > most_entry_bytes || names.size() == most_entries ||
            !names.insert(place.name).second)
            return std::nullopt;
        read.places.push_back(std::move(place));
    }
    if (!names.contains(std::string(backup_database_name))) return std::nullopt;
    return read;
}

core::Error does_not_fit(const fs::path& file, std::string_view what) {
    return {ErrorCode::tampered, fmt::format("{}: {} is damaged or was changed", file.string(), what)};
}

class Reader {
public:
    explicit Reader(const fs::path& file) : m_in(file, std::ios::binary) {
        std::error_code problem;
        m_left = fs::file_size(file, problem);
        if (problem) m_left = 0;
    }
    // Nothing when the file has not as much.
    std::optional<std::string> take(std::uint64_t size) {
        if (size > m_left) return std::nullopt;
        std::string bytes(static_cast<std::size_t>(size), '\0');
        m_in.read(bytes.data(), static_cast<std::streamsize>(size));
        if (static_cast<std::uint64_t>(m_in.gcount()) != size) return std::nullopt;
        m_left -= size;
        return bytes;
    }
    std::uint64_t left() const { return m_left; }

private:
    std::ifstream m_in;
    std::uint64_t m_left = 0;
};

}

namespace {

core::Result<ReadManifest> read_head(Reader& in, const fs::path& file) {
    const auto line = in.take(format_line.size());
    if (!line || !line->starts_with(format_name))
        return core::fail(ErrorCode::not_sameside, file.string() + " is no backup of Sameside, or cannot be read");
    if (*line != format_line)
        return core::fail(ErrorCode::newer_version, file.string() + " was made by a newer release of Sameside");
    const auto size = in.take(size_bytes);
    std::uint64_t manifest_size = 0;
    for (std::size_t i = 0; size && i < size_bytes; ++i)
        manifest_size |= static_cast<std::uint64_t>(static_cast<std::uint8_t>((*size)[i])) << (8 * i);
    const auto manifest = size && manifest_size <= most_manifest_bytes ? in.take(manifest_size) : std::nullopt;
    const auto signature = in.take(signature_bytes);
    if (!manifest || !signature) return core::pass(does_not_fit(file, "its list of contents"));
    std::optional<ReadManifest> read;
    try {
        read = parse_manifest(nlohmann::json::parse(*manifest));
    } catch (const nlohmann::json::exception&) {
        read.reset();
    }
    if (!read ||
        !vault::verify(read->backup.device_public_key, bytes_in(signed_words(*manifest)), bytes_in(*signature)))
        return core::pass(does_not_fit(file, "its list of contents"));
    return std::move(*read);
}

core::Done is_file(const fs::path& file) {
    std::error_code problem;
    if (!fs::exists(file, problem)) return core::fail(ErrorCode::not_found, file.string() + ": there is no such file");
    if (!fs::is_regular_file(file, problem)) return core::fail(ErrorCode::io, file.string() + " is not a file");
    return {};
}

}

bool is_entry_name(std::string_view name) {
    if (name == backup_database_name || name == backup_settings_name) return true;
    if (!name.starts_with(backup_content_prefix) || name.size() > 1000) return false;
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 32 || c == '\\' || c == 127; }))
        return false;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find('/', at), name.size());
        const auto piece = name.substr(at, end - at);
        if (piece.empty() || piece == "." || piece == ".." || piece.size() > 255) return false;
        at = end + 1;
    }
    return true;
}

const BackupEntry* find_entry(const Backup& backup, std::string_view name) {
    const auto found = std::ranges::find(backup.entries, name, &BackupEntry::name);
    return found == backup.entries.end() ? nullptr : &*found;
}

core::Done write_backup(const fs::path& file, const Backup& backup, const vault::Device& signer) {
    for (const auto& entry : backup.entries)
        if (!is_entry_name(entry.name) || entry.bytes.size() > most_entry_bytes)
            return core::fail(ErrorCode::unsupported, entry.name + ": a backup cannot hold it");
    const auto manifest = manifest_of(backup);
    if (manifest.size() > most_manifest_bytes || backup.entries.size() > most_entries)
        return core::fail(ErrorCode::unsupported, "the content folder has too many files for a backup");
    std::string size(size_bytes, '\0');
    for (std::size_t i = 0; i < size_bytes; ++i)
        size[i] = static_cast<char>(manifest.size() >> (8 * i) & 0xFFU);
    const auto signature = signer.sign(bytes_in(signed_words(manifest)));
    auto whole = report::WholeFile::begin(file, report::Existing::kept);
    if (!whole) return core::pass(whole.error());
    const std::string head =
        std::string(format_line) + size + manifest + std::string(signature.begin(), signature.end());
    if (auto written = whole->write(head); !written) return written;
    for (const auto& entry : backup.entries)
        if (auto written = whole->write(entry.bytes); !written) return written;
    return whole->finish();
}

core::Result<Backup> read_backup_head(const fs::path& file) {
    if (auto there = is_file(file); !there) return core::pass(there.error());
    Reader in(file);
    auto read = read_head(in, file);
    if (!read) return core::pass(read.error());
    return std::move(read->backup);
}

core::Result<Backup> read_backup(const fs::path& file) {
    if (auto there = is_file(file); !there) return core::pass(there.error());
    Reader in(file);
    auto read = read_head(in, file);
    if (!read) return core::pass(read.error());
    for (auto& place : read->places) {
        auto bytes = in.take(place.size);
        if (!bytes || core::hex(vault::file_hash(bytes_in(*bytes))) != place.hash)
            return core::pass(does_not_fit(file, place.name));
        read->backup.entries.push_back({std::move(place.name), std::move(*bytes)});
    }
    if (in.left() != 0) return core::pass(does_not_fit(file, "its end"));
    return std::move(read->backup);
}

}
