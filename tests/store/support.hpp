// A kiosk's folder for one test, rows to put into it, and a look at its raw bytes.
#pragma once
#include "store/store.hpp"
#include <algorithm>
#include <atomic>
#include <cstring>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <unistd.h>
#include <unordered_set>

namespace store_test {

using store::Bytes;

// Gone again at the end of the test. In memory when the machine has /dev/shm: many tests sync thousands of times.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::filesystem::path file() const { return path / "kiosk.db"; }
    std::filesystem::path path;
};

Bytes bytes(std::string_view text);
Bytes random_bytes(std::size_t size, std::mt19937_64& random);
core::Uuid uuid(int number);
core::WallTime at(std::int64_t milliseconds);
Bytes read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const Bytes& content);
std::vector<std::string> names_in(const std::filesystem::path& folder); // sorted

template<class T>
T take(core::Result<T> result) {
    if (!result) FAIL(result.error().detail);
    return std::move(*result);
}
void ok(const core::Done& done);
template<class T>
core::ErrorCode why(const core::Result<T>& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().code;
}

// Stands for the device's keyed hash.
store::Mac test_hash(std::span<const std::uint8_t> bytes);

// A store in a new file, with therapists 1 and 2 and case 1 of therapist 1.
store::Store new_store(const std::filesystem::path& file);
store::Store open_store(const std::filesystem::path& file);
store::TherapistRow therapist(int number);
store::CaseRow couple(int number, core::TherapistId of);
store::SittingRow sitting(int number, core::CaseId in_case, core::TherapistId of);
std::vector<store::Store::NewPart> three_parts(int sitting_number);
store::Store::PartKeys keys(core::TherapistId reader, std::string_view mark);
store::Store::Append entry(core::PartId part, std::uint64_t sequence, Bytes sealed);
store::PacketRow packet(std::string_view mark);

// A sitting with its three parts, in the order a, b, joint.
struct Sitting {
    core::SittingId id;
    core::PartId a, b, joint;
};
Sitting new_sitting(store::Store& store, int number);

// Everything the store can tell, as text: two states are the same when their pictures are.
std::string picture(store::Store& store);

// Finds secrets, or any 8-byte piece of them, in the raw bytes of files.
class Trace {
public:
    void add(const Bytes& secret);
    std::size_t found_in(const std::filesystem::path& folder) const; // number of places

private:
    std::unordered_set<std::uint64_t> m_pieces;
};

}
