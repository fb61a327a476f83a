#include "pdf_reading.hpp"
#include "report/zip_file.hpp"
#include <chrono>
#include <doctest/doctest.h>
#include <sys/mount.h>

namespace {

constexpr core::WallTime made_at{std::chrono::sys_days(std::chrono::year(2026) / 3 / 4)};
core::SecretText passphrase() {
    return core::SecretText("seven paper boats");
}

core::Done zip(const std::filesystem::path& file, std::vector<report::ZipEntry> entries,
               report::Existing existing = report::Existing::replaced) {
    return report::write_zip(file, std::move(entries), passphrase(), made_at, existing);
}
std::vector<report::ZipEntry> two_files() {
    std::vector<report::ZipEntry> entries;
    entries.push_back(report::entry_of("answers.csv", "chart_code,value\r\nRG-2041,afraid\r\n"));
    entries.push_back(report::entry_of("chart.pdf", std::string(300'000, 'x')));
    return entries;
}

bool seven_zip() {
    if (!output_of("7z i").empty()) return true;
    MESSAGE("skipped: 7z is not installed (p7zip-full)");
    return false;
}
std::string unpacked(const std::filesystem::path& file, const std::string& name, const std::string& with) {
    return output_of("7z x -so -p'" + with + "' '" + file.string() + "' " + name);
}
// What 7z says of an archive: 0 for all well, 2 for a wrong passphrase or damage.
std::string tested(const std::filesystem::path& file, const std::string& with) {
    return output_of("7z t -p'" + with + "' '" + file.string() + "' >/dev/null 2>&1; echo $?");
}

// A disk that holds little; without the rights to mount one, nothing.
struct SmallDisk {
    Folder folder;
    bool mounted = ::mount("tmpfs", (folder / "").c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=256k") == 0;
    SmallDisk() = default;
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted) ::umount2((folder / "").c_str(), MNT_DETACH);
    }
};

std::string noise(std::size_t size) { // cannot be packed
    std::string bytes(size, '\0');
    unsigned state = 4711;
    for (char& byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

}

TEST_CASE(
    "another program opens the archive with the passphrase and gets every byte, and with a wrong one gets nothing") {
    const Folder folder;
    REQUIRE(zip(folder / "case.zip", two_files()));
    CHECK(folder.files() == std::vector<std::string>{"case.zip"});
    if (!seven_zip()) return;
    CHECK(tested(folder / "case.zip", "seven paper boats") == "0\n");
    CHECK(unpacked(folder / "case.zip", "answers.csv", "seven paper boats") ==
          "chart_code,value\r\nRG-2041,afraid\r\n");
    CHECK(unpacked(folder / "case.zip", "chart.pdf", "seven paper boats") == std::string(300'000, 'x'));
    CHECK(tested(folder / "case.zip", "six paper boats") == "2\n");
    CHECK(unpacked(folder / "case.zip", "answers.csv", "six paper boats").empty());
    CHECK(says(output_of("7z l -slt '" + (folder / "case.zip").string() + "'"), "AES-256"));
}

TEST_CASE("nothing of what is inside can be read in the archive but the names of its files") {
    const Folder folder;
    REQUIRE(zip(folder / "case.zip", two_files()));
    const std::string bytes = bytes_of(folder / "case.zip");
    CHECK(says(bytes, "answers.csv"));
    for (const char* words : {"RG-2041", "afraid", "chart_code", "xxxxxxxx", "paper"})
        CHECK_FALSE(says(bytes, words));
}

TEST_CASE("a file is taken in piece by piece, however many there are") {
    const Folder folder;
    int piece = 0;
    std::vector<report::ZipEntry> entries;
    entries.push_back({"rows.csv", [&]() -> core::Result<std::string> {
                           return ++piece > 1000 ? std::string() : std::to_string(piece) + "\n";
                       }});
    REQUIRE(zip(folder / "rows.zip", std::move(entries)));
    if (!seven_zip()) return;
    const std::string rows = unpacked(folder / "rows.zip", "rows.csv", "seven paper boats");
    CHECK(rows.starts_with("1\n2\n"));
    CHECK(rows.ends_with("\n1000\n"));
}

TEST_CASE("progress goes from nothing to all and never back") {
    const Folder folder;
    std::vector<double> shares;
    auto entries = two_files();
    entries.push_back(report::entry_of("noise", noise(2'000'000)));
    REQUIRE(report::write_zip(folder / "case.zip", std::move(entries), passphrase(), made_at,
                              report::Existing::replaced, [&](double share) { shares.push_back(share); }));
    REQUIRE(shares.size() > 5);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.front() < 0.2);
    CHECK(shares.back() == 1);
}

TEST_CASE("a stick that is full keeps what was on it and gets no half archive") {
    const SmallDisk disk;
    if (!disk.mounted) {
        MESSAGE("skipped: mounting a small disk takes root");
        return;
    }
    REQUIRE(zip(disk.folder / "case.zip", two_files()));
    const std::string before = bytes_of(disk.folder / "case.zip");
    std::vector<report::ZipEntry> large;
    large.push_back(report::entry_of("noise", noise(400'000)));
    for (const char* name : {"case.zip", "other.zip"}) {
        const auto done = zip(disk.folder / name, large);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == core::ErrorCode::disk_full);
        large.clear();
        large.push_back(report::entry_of("noise", noise(400'000)));
    }
    CHECK(disk.folder.files() == std::vector<std::string>{"case.zip"});
    CHECK(bytes_of(disk.folder / "case.zip") == before);
}

TEST_CASE("a stick that is pulled, and one that may not be written, are an error and leave nothing") {
    const Folder folder;
    CHECK(zip(folder / "stick" / "case.zip", two_files()).error().code == core::ErrorCode::io);
    CHECK(folder.files().empty());
    SmallDisk disk;
    if (!disk.mounted) {
        MESSAGE("skipped: mounting a small disk takes root");
        return;
    }
    // It turns read-only between the first byte and the last, as a failing stick does.
    int pieces = 0;
    std::vector<report::ZipEntry> entries;
    entries.push_back({"rows.csv", [&]() -> core::Result<std::string> {
                           if (++pieces == 1)
                               ::mount(nullptr, (disk.folder / "").c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr);
                           return pieces > 3 ? std::string() : "row\n";
                       }});
    const auto done = zip(disk.folder / "case.zip", std::move(entries));
    REQUIRE_FALSE(done);
    CHECK(done.error().code == core::ErrorCode::io);
    CHECK(disk.folder.files().empty());
}

TEST_CASE("what goes wrong while a file is read is what the archive fails with, and nothing is left") {
    const Folder folder;
    std::vector<report::ZipEntry> entries = two_files();
    entries.push_back(
        {"broken", []() -> core::Result<std::string> { return core::fail(core::ErrorCode::tampered, "visit 7"); }});
    const auto done = zip(folder / "case.zip", std::move(entries));
    REQUIRE_FALSE(done);
    CHECK(done.error().code == core::ErrorCode::tampered);
    CHECK(folder.files().empty());
}

TEST_CASE("an archive without a passphrase, without files or with two of one name is refused") {
    const Folder folder;
    const auto refused = [&](std::vector<report::ZipEntry> entries, std::string_view with) {
        const auto done = report::write_zip(folder / "case.zip", std::move(entries), core::SecretText(with), made_at,
                                            report::Existing::replaced);
        return !done && done.error().code == core::ErrorCode::invalid_state && folder.files().empty();
    };
    CHECK(refused(two_files(), ""));
    CHECK(refused(two_files(), std::string_view("a\0b", 3)));
    CHECK(refused({}, "seven paper boats"));
    auto twice = two_files();
    twice.push_back(report::entry_of("chart.pdf", "again"));
    CHECK(refused(std::move(twice), "seven paper boats"));
    std::ofstream(folder / "case.zip") << "mine";
    CHECK(zip(folder / "case.zip", two_files(), report::Existing::kept).error().code == core::ErrorCode::invalid_state);
    CHECK(bytes_of(folder / "case.zip") == "mine");
}

namespace {

// CRC-32 as ZIP counts it (PKWARE, 4.4.7).
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        value ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? value >> 1U ^ 0xEDB88320U : value >> 1U;
    }
    return ~value;
}
std::string as_stored(std::uint32_t value) {
    std::string bytes;
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>(value >> 8 * i & 0xFFU);
    return bytes;
}

}

TEST_CASE("no checksum of what is inside can be read in the archive, and it opens all the same") {
    REQUIRE(checksum("123456789") == 0xCBF43926U); // the check value of CRC-32/ISO-HDLC
    const Folder folder;
    const std::string rows = "chart_code,value\r\nRG-2041,afraid\r\n";
    REQUIRE(zip(folder / "case.zip", two_files()));
    const auto bytes = bytes_of(folder / "case.zip");
    CHECK_FALSE(says(bytes, as_stored(checksum(rows))));
    CHECK_FALSE(says(bytes, as_stored(checksum(std::string(300'000, 'x')))));
    const auto file = (folder / "case.zip").string();
    if (!output_of("bsdtar --version 2>/dev/null").empty())
        CHECK(output_of("bsdtar --passphrase 'seven paper boats' -xOf '" + file + "' answers.csv") == rows);
    if (!seven_zip()) return;
    CHECK(tested(folder / "case.zip", "seven paper boats") == "0\n");
    CHECK(unpacked(folder / "case.zip", "answers.csv", "seven paper boats") == rows);
    auto damaged = bytes;
    damaged[bytes.find("answers.csv") + 60] ^= 1; // without a checksum the authentication finds it
    std::ofstream(folder / "damaged.zip", std::ios::binary) << damaged;
    CHECK(tested(folder / "damaged.zip", "seven paper boats") == "2\n");
}

TEST_CASE("what is unpacked can be read by its owner alone") {
    const Folder folder;
    REQUIRE(zip(folder / "case.zip", two_files()));
    if (!seven_zip()) return;
    output_of("cd '" + (folder / "").string() + "' && umask 022 && 7z x -p'seven paper boats' case.zip >/dev/null");
    const auto rights = std::filesystem::status(folder / "answers.csv").permissions();
    CHECK(rights == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}
