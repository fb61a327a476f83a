#include "fixture.hpp"
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace test;
using vault::Device;
namespace fs = std::filesystem;

namespace {

void write_key(const fs::path& file, std::size_t size, mode_t mode) {
    std::ofstream(file, std::ios::binary) << std::string(size, 'k');
    REQUIRE(::chmod(file.c_str(), mode) == 0);
}

// An access list as Linux stores it: version 2, then tag, rights and id of each entry (acl(5)).
struct ListEntry {
    std::uint16_t tag, rights;
    std::uint32_t id;
};
bool set_access_list(const fs::path& file, const std::vector<ListEntry>& entries) {
    Bytes list{2, 0, 0, 0};
    for (const auto& entry : entries) {
        for (const unsigned part : {unsigned{entry.tag}, unsigned{entry.rights}}) {
            list.push_back(static_cast<std::uint8_t>(part & 0xFFU));
            list.push_back(static_cast<std::uint8_t>(part >> 8U));
        }
        for (unsigned shift = 0; shift < 32; shift += 8)
            list.push_back(static_cast<std::uint8_t>(entry.id >> shift));
    }
    return ::setxattr(file.c_str(), "system.posix_acl_access", list.data(), list.size(), 0) == 0;
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}

TEST_CASE("a new device key is 32 bytes that only its owner can read, with nothing left beside it") {
    const Folder folder;
    const auto old_mask = ::umask(0);
    const auto device = Device::create(folder / "device.key");
    ::umask(old_mask);
    REQUIRE(device);
    struct stat found {};
    REQUIRE(::stat((folder / "device.key").c_str(), &found) == 0);
    CHECK((found.st_mode & 07777U) == 0600U);
    CHECK(found.st_size == 32);
    CHECK(found.st_nlink == 1);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a device opened again is the same device") {
    const Folder folder;
    const auto made = Device::create(folder / "device.key");
    const auto opened = Device::open(folder / "device.key");
    REQUIRE(made);
    REQUIRE(opened);
    CHECK(std::ranges::equal(made->public_key(), opened->public_key()));
    CHECK(made->index_of("chart-code", "C-17") == opened->index_of("chart-code", "C-17"));
    const vault::ValueAssociatedData associated_data{"chart-code", vault::new_uuid()};
    CHECK(opened->open_value(made->seal_value("C-17", associated_data), associated_data).value() == "C-17");
}

TEST_CASE("a new key never replaces a file that is there") {
    const Folder folder;
    REQUIRE(Device::create(folder / "device.key"));
    const auto before = Device::open(folder / "device.key");
    CHECK(failed_with(Device::create(folder / "device.key"), ErrorCode::invalid_state));
    const auto after = Device::open(folder / "device.key");
    CHECK(std::ranges::equal(before->public_key(), after->public_key()));
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a new key is not written through a link, not even one to nowhere") {
    const Folder folder;
    fs::create_symlink(folder / "elsewhere", folder / "device.key");
    CHECK(failed_with(Device::create(folder / "device.key"), ErrorCode::invalid_state));
    CHECK_FALSE(fs::exists(folder / "elsewhere"));
}

TEST_CASE("a key for a folder that is not there fails with io") {
    const Folder folder;
    CHECK(failed_with(Device::create(folder / "no-folder/device.key"), ErrorCode::io));
}

TEST_CASE("a key that cannot be written whole leaves no file") {
    const Folder folder;
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old_limit{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_limit) == 0);
    const rlimit small{16, old_limit.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const auto device = Device::create(folder / "device.key");
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &old_limit) == 0);
    std::signal(SIGXFSZ, old_handler);
    CHECK(failed_with(device, ErrorCode::io));
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a missing key file fails with io and is named") {
    const Folder folder;
    const auto device = Device::open(folder / "device.key");
    REQUIRE(failed_with(device, ErrorCode::io));
    CHECK(device.error().detail.find("device.key") != std::string::npos);
}

TEST_CASE("a key file of the wrong size fails with io") {
    const Folder folder;
    for (const std::size_t size : {0, 31, 33, 4096}) {
        write_key(folder / "device.key", size, 0600);
        CHECK(failed_with(Device::open(folder / "device.key"), ErrorCode::io));
    }
    write_key(folder / "device.key", 32, 0600);
    CHECK(Device::open(folder / "device.key"));
}

TEST_CASE("a key file that others may use in any way is refused") {
    const Folder folder;
    for (const mode_t bit : {0040U, 0020U, 0010U, 0004U, 0002U, 0001U}) {
        write_key(folder / "device.key", 32, 0600U | bit);
        CHECK(failed_with(Device::open(folder / "device.key"), ErrorCode::bad_config));
    }
    write_key(folder / "device.key", 32, 0400);
    CHECK(Device::open(folder / "device.key"));
}

TEST_CASE("a key file given to this user alone by an access list is accepted, to anyone else refused") {
    constexpr std::uint16_t owner = 0x01, user = 0x02, group_owner = 0x04, group = 0x08, ceiling = 0x10, other = 0x20;
    constexpr std::uint16_t none = 0, read = 4;
    constexpr std::uint32_t nobody_in_particular = 0xFFFFFFFFU;
    const auto us = ::geteuid();
    const auto list = [&](std::uint32_t named, std::uint16_t owning_group, std::uint16_t named_group) {
        return std::vector<ListEntry>{{owner, read, nobody_in_particular},
                                      {user, read, named},
                                      {group_owner, owning_group, nobody_in_particular},
                                      {group, named_group, 12345},
                                      {ceiling, read, nobody_in_particular},
                                      {other, none, nobody_in_particular}};
    };
    const Folder folder;
    const auto key = folder / "device.key";
    write_key(key, 32, 0600);
    if (!set_access_list(key, list(us, none, none))) {
        MESSAGE("this file system has no access lists");
        return;
    }
    CHECK(Device::open(key));
    REQUIRE(set_access_list(key, list(us + 1, none, none)));
    CHECK(failed_with(Device::open(key), ErrorCode::bad_config));
    REQUIRE(set_access_list(key, list(us, read, none)));
    CHECK(failed_with(Device::open(key), ErrorCode::bad_config));
    REQUIRE(set_access_list(key, list(us, none, read)));
    CHECK(failed_with(Device::open(key), ErrorCode::bad_config));
}

TEST_CASE("a key file behind a link, or that is a folder or a pipe, is refused without waiting") {
    const Folder folder;
    REQUIRE(Device::create(folder / "real.key"));
    fs::create_symlink(folder / "real.key", folder / "device.key");
    CHECK(failed_with(Device::open(folder / "device.key"), ErrorCode::bad_config));
    fs::create_directory(folder / "folder.key");
    CHECK(failed_with(Device::open(folder / "folder.key"), ErrorCode::bad_config));
    REQUIRE(::mkfifo((folder / "pipe.key").c_str(), 0600) == 0);
    CHECK(failed_with(Device::open(folder / "pipe.key"), ErrorCode::bad_config));
}

TEST_CASE("a signature holds for its message, its device and nothing else") {
    const auto device = a_device();
    const auto other = a_device();
    const auto message = bytes_of("a packet");
    const auto signature = device.sign(message);
    CHECK(signature.size() == 64);
    CHECK(vault::verify(device.public_key(), message, signature));
    CHECK_FALSE(vault::verify(other.public_key(), message, signature));
    CHECK_FALSE(vault::verify(device.public_key(), bytes_of("a packeT"), signature));
    CHECK_FALSE(vault::verify(Bytes(device.public_key().begin(), device.public_key().end() - 1), message, signature));
    CHECK_FALSE(vault::verify(Bytes(32), message, Bytes(64)));
    CHECK_FALSE(vault::verify({}, message, {}));
    const auto as_result = [&](const Bytes& changed) -> core::Result<int> {
        if (!vault::verify(device.public_key(), message, changed)) return core::fail(ErrorCode::tampered, "signature");
        return 0;
    };
    refuses_every_change(signature, as_result);
}

TEST_CASE("a value at rest comes back, empty, long and with zeros inside") {
    const auto device = a_device();
    const vault::ValueAssociatedData associated_data{"partner-name", vault::new_uuid()};
    for (const auto& text : {std::string(), std::string("Zo\xC3\xAB"), std::string(1000, 'n'), std::string("a\0b", 3)})
        CHECK(device.open_value(device.seal_value(text, associated_data), associated_data).value() == text);
}

TEST_CASE("a value at rest shows neither its text nor its length, and is different each time") {
    const auto device = a_device();
    const vault::ValueAssociatedData associated_data{"partner-name", vault::new_uuid()};
    const auto sealed = device.seal_value("Ann", associated_data);
    CHECK(sealed.size() == device.seal_value("", associated_data).size());
    CHECK(sealed.size() ==
          device.seal_value("a name of fifty-six bytes, the most that fits one block.", associated_data).size());
    CHECK(sealed.size() <
          device.seal_value("a name of fifty-seven bytes, one more than fits one block", associated_data).size());
    CHECK(sealed != device.seal_value("Ann", associated_data));
    CHECK(std::ranges::search(sealed, bytes_of("Ann")).empty());
}

TEST_CASE("a value at rest is refused when any byte is changed or missing") {
    const auto device = a_device();
    const vault::ValueAssociatedData associated_data{"partner-name", vault::new_uuid()};
    refuses_every_change(device.seal_value("Ann", associated_data),
                         [&](const Bytes& sealed) { return device.open_value(sealed, associated_data); });
}

TEST_CASE("a value at rest does not open in another place or on another device") {
    const auto device = a_device();
    const vault::ValueAssociatedData associated_data{"partner-name", vault::new_uuid()};
    const auto sealed = device.seal_value("Ann", associated_data);
    CHECK(failed_with(device.open_value(sealed, {"partner-name", vault::new_uuid()}), ErrorCode::tampered));
    CHECK(failed_with(device.open_value(sealed, {"chart-code", associated_data.owner}), ErrorCode::tampered));
    CHECK(failed_with(a_device().open_value(sealed, associated_data), ErrorCode::tampered));
}

TEST_CASE("an index finds the same value again and tells kinds, values and devices apart") {
    const auto device = a_device();
    const auto index = device.index_of("chart-code", "C-17");
    CHECK(index.size() == 32);
    CHECK(index == device.index_of("chart-code", "C-17"));
    CHECK(index != device.index_of("chart-code", "C-18"));
    CHECK(index != device.index_of("entry-code", "C-17"));
    CHECK(device.index_of("ab", "c") != device.index_of("a", "bc"));
    CHECK(index != a_device().index_of("chart-code", "C-17"));
}

TEST_CASE("mixing needs both the device and the stretched secret") {
    const auto device = a_device();
    const auto stretched = core::SecretBytes::random(32);
    const auto mixed = device.mix(stretched);
    CHECK(mixed.size() == 32);
    CHECK(mixed == device.mix(stretched));
    CHECK_FALSE(mixed == stretched);
    CHECK_FALSE(mixed == device.mix(core::SecretBytes::random(32)));
    CHECK_FALSE(mixed == a_device().mix(stretched));
}

TEST_CASE("uuids differ and random numbers stay below their bound") {
    CHECK(vault::new_uuid() != vault::new_uuid());
    bool seen[10] = {};
    for (int i = 0; i < 2000; ++i) {
        const auto number = vault::random_below(10);
        REQUIRE(number < 10);
        seen[number] = true;
    }
    CHECK(std::ranges::all_of(seen, [](bool each) { return each; }));
}
