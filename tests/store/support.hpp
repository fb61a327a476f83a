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
inline void ok(const core::Done& done) {
    if (!done) FAIL(done.error().detail);
}
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

namespace fs = std::filesystem;

inline store::Mac test_hash(std::span<const std::uint8_t> bytes) {
    store::Mac mac{};
    for (std::size_t lane = 0; lane < 4; ++lane) {
        std::uint64_t hash = 0xcbf29ce484222325 + lane;
        for (const auto byte : bytes)
            hash = (hash ^ byte) * 0x100000001b3;
        std::memcpy(&mac[8 * lane], &hash, 8);
    }
    return mac;
}

inline Folder::Folder() {
    static std::atomic<int> counter{0};
    const fs::path base = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
    path = base / ("sameside-store-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    fs::create_directory(path);
}

inline Folder::~Folder() {
    std::error_code problem;
    fs::remove_all(path, problem);
}

inline Bytes bytes(std::string_view text) {
    return {text.begin(), text.end()};
}

inline Bytes random_bytes(std::size_t size, std::mt19937_64& random) {
    Bytes made(size);
    std::generate(made.begin(), made.end(), [&] { return static_cast<std::uint8_t>(random()); });
    return made;
}

inline core::Uuid uuid(int number) {
    core::Uuid made{};
    for (std::size_t i = 0; i < 4; ++i)
        made[i] = static_cast<std::uint8_t>(static_cast<unsigned>(number) >> (8 * i));
    made[15] = 0x5a;
    return made;
}

inline core::WallTime at(std::int64_t milliseconds) {
    return core::WallTime(core::Milliseconds(milliseconds));
}

inline Bytes read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const fs::path& file, const Bytes& content) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    REQUIRE(out.good());
}

inline std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& item : fs::directory_iterator(folder))
        names.push_back(item.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

inline store::TherapistRow therapist(int number) {
    return {{}, uuid(1000 + number), bytes("name " + std::to_string(number)), bytes("public"), bytes("wrapped")};
}

inline store::CaseRow couple(int number, core::TherapistId of) {
    const auto text = std::to_string(number);
    return {{}, uuid(2000 + number), of, bytes("chart " + text), bytes("index " + text), bytes(""), bytes("")};
}

inline store::SittingRow sitting(int number, core::CaseId in_case, core::TherapistId of) {
    store::SittingRow row;
    row.uuid = uuid(3000 + number);
    row.in_case = in_case;
    row.therapist = of;
    row.packet = "first-visit";
    row.sealed_entry_code = bytes("sealed code");
    row.entry_code_index = bytes("code " + std::to_string(number));
    row.planned_at_ms = 1000 * number;
    row.changed_at_ms = 1000 * number;
    return row;
}

inline std::vector<store::Store::NewPart> three_parts(int sitting_number) {
    const int first = 4000 + 3 * sitting_number;
    return {{store::PartOwner::a, uuid(first), bytes("wish: no ")},
            {store::PartOwner::b, uuid(first + 1), bytes("wish: no ")},
            {store::PartOwner::joint, uuid(first + 2), bytes("wish: no ")}};
}

inline store::Store::PartKeys keys(core::TherapistId reader, std::string_view mark) {
    const std::string text(mark);
    return {reader, bytes("therapist slot " + text), bytes("recovery slot " + text), bytes("resume slot " + text),
            bytes("count 0")};
}

inline store::Store::Append entry(core::PartId part, std::uint64_t sequence, Bytes sealed) {
    return {part, sequence, std::move(sealed), bytes("count " + std::to_string(sequence))};
}

inline store::PacketRow packet(std::string_view mark) {
    const std::string text(mark);
    return {bytes("packet therapist slot " + text), bytes("packet recovery slot"), bytes("box " + text),
            bytes("signed")};
}

inline store::Store new_store(const fs::path& file) {
    store::Store store(take(store::Database::create(file, test_hash)));
    ok(store.set_practice({bytes("device"), bytes("pin"), bytes("recovery"), 7}));
    const auto first = take(store.add_therapist(therapist(1)));
    take(store.add_therapist(therapist(2)));
    take(store.add_case(couple(1, first)));
    return store;
}

inline store::Store open_store(const fs::path& file) {
    return store::Store(take(store::Database::open(file, test_hash)));
}

inline Sitting new_sitting(store::Store& store, int number) {
    const auto parts = three_parts(number);
    const auto id = take(store.new_sitting(sitting(number, {1}, {1}), parts));
    const auto rows = take(store.parts_of(id));
    REQUIRE(rows.size() == 3);
    return {id, rows[0].id, rows[1].id, rows[2].id};
}

inline std::ostream& operator<<(std::ostream& out, const Bytes& value) {
    out << '"';
    for (const auto byte : value)
        out << static_cast<char>(byte);
    return out << '"';
}

inline void picture_of_part(std::ostream& out, store::Store& store, const store::PartRow& part) {
    out << "  part " << static_cast<int>(part.owner) << ' ' << static_cast<int>(part.status) << ' '
        << part.sealed_for.value << ' ' << part.therapist_slot << part.recovery_slot << part.resume_slot
        << part.resume_slot_b << part.sealed_count << part.sealed_wish << ' ' << part.progress.screens_done << '/'
        << part.progress.screens_total << ' ' << part.sealed_at_ms << '\n';
    for (const auto& row : take(store.journal(part.id)))
        out << "    " << row.sequence << ' ' << row.sealed << '\n';
    if (const auto packet = store.packet(part.id))
        out << "    packet " << packet->therapist_slot << packet->recovery_slot << packet->box << packet->signature
            << '\n';
}

inline std::string picture(store::Store& store) {
    std::ostringstream out;
    if (const auto practice = store.practice())
        out << "practice " << practice->device_public_key << practice->desk_pin_verifier
            << practice->recovery_public_key << practice->created_at_ms << '\n';
    for (const auto& person : take(store.therapists())) {
        out << "therapist " << person.id.value << ' ' << person.sealed_name << '\n';
        for (const auto& pair : take(store.cases_of(person.id))) {
            out << "case " << pair.id.value << ' ' << pair.sealed_chart_code << pair.sealed_name_a << pair.sealed_name_b
                << '\n';
            for (const auto& visit : take(store.sittings_of(pair.id))) {
                out << " sitting " << visit.id.value << ' ' << static_cast<int>(visit.status) << ' '
                    << visit.therapist.value << ' ' << visit.changed_at_ms << '\n';
                for (const auto& part : take(store.parts_of(visit.id)))
                    picture_of_part(out, store, part);
            }
        }
    }
    const auto entry = take(store.throttle("entry"));
    out << "throttle " << entry.failures << ' ' << entry.failed_at_ms << '\n';
    return out.str();
}

inline void Trace::add(const Bytes& secret) {
    for (std::size_t i = 0; i + 8 <= secret.size(); i += 8) {
        std::uint64_t piece = 0;
        std::memcpy(&piece, &secret[i], 8);
        m_pieces.insert(piece);
    }
}

inline std::size_t Trace::found_in(const fs::path& folder) const {
    std::size_t found = 0;
    for (const auto& name : names_in(folder)) {
        const auto content = read_file(folder / name);
        for (std::size_t i = 0; i + 8 <= content.size(); ++i) {
            std::uint64_t piece = 0;
            std::memcpy(&piece, &content[i], 8);
            found += m_pieces.count(piece);
        }
    }
    return found;
}

}
