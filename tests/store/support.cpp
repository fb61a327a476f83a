#include "support.hpp"

namespace store_test {

namespace fs = std::filesystem;

void ok(const core::Done& done) {
    if (!done) FAIL(done.error().detail);
}

store::Mac test_hash(std::span<const std::uint8_t> bytes) {
    store::Mac mac{};
    for (std::size_t lane = 0; lane < 4; ++lane) {
        std::uint64_t hash = 0xcbf29ce484222325 + lane;
        for (const auto byte : bytes)
            hash = (hash ^ byte) * 0x100000001b3;
        std::memcpy(&mac[8 * lane], &hash, 8);
    }
    return mac;
}

Folder::Folder() {
    static std::atomic<int> counter{0};
    const fs::path base = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
    path = base / ("sameside-store-" + std::to_string(::getpid()) + "-" + std::to_string(counter++));
    fs::create_directory(path);
}

Folder::~Folder() {
    std::error_code problem;
    fs::remove_all(path, problem);
}

Bytes bytes(std::string_view text) {
    return {text.begin(), text.end()};
}

Bytes random_bytes(std::size_t size, std::mt19937_64& random) {
    Bytes made(size);
    std::generate(made.begin(), made.end(), [&] { return static_cast<std::uint8_t>(random()); });
    return made;
}

core::Uuid uuid(int number) {
    core::Uuid made{};
    for (std::size_t i = 0; i < 4; ++i)
        made[i] = static_cast<std::uint8_t>(static_cast<unsigned>(number) >> (8 * i));
    made[15] = 0x5a;
    return made;
}

core::WallTime at(std::int64_t milliseconds) {
    return core::WallTime(core::Milliseconds(milliseconds));
}

Bytes read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& file, const Bytes& content) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    REQUIRE(out.good());
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& item : fs::directory_iterator(folder))
        names.push_back(item.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

store::TherapistRow therapist(int number) {
    return {{}, uuid(1000 + number), bytes("name " + std::to_string(number)), bytes("public"), bytes("wrapped")};
}

store::CaseRow couple(int number, core::TherapistId of) {
    const auto text = std::to_string(number);
    return {{}, uuid(2000 + number), of, bytes("chart " + text), bytes("index " + text), bytes(""), bytes("")};
}

store::SittingRow sitting(int number, core::CaseId in_case, core::TherapistId of) {
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

std::vector<store::Store::NewPart> three_parts(int sitting_number) {
    const int first = 4000 + 3 * sitting_number;
    return {{store::PartOwner::a, uuid(first), bytes("wish: no ")},
            {store::PartOwner::b, uuid(first + 1), bytes("wish: no ")},
            {store::PartOwner::joint, uuid(first + 2), bytes("wish: no ")}};
}

store::Store::PartKeys keys(core::TherapistId reader, std::string_view mark) {
    const std::string text(mark);
    return {reader, bytes("therapist slot " + text), bytes("recovery slot " + text), bytes("resume slot " + text),
            bytes("count 0")};
}

store::Store::Append entry(core::PartId part, std::uint64_t sequence, Bytes sealed) {
    return {part, sequence, std::move(sealed), bytes("count " + std::to_string(sequence))};
}

store::PacketRow packet(std::string_view mark) {
    const std::string text(mark);
    return {bytes("packet therapist slot " + text), bytes("packet recovery slot"), bytes("box " + text),
            bytes("signed")};
}

store::Store new_store(const fs::path& file) {
    store::Store store(take(store::Database::create(file, test_hash)));
    ok(store.set_practice({bytes("device"), bytes("pin"), bytes("recovery"), 7}));
    const auto first = take(store.add_therapist(therapist(1)));
    take(store.add_therapist(therapist(2)));
    take(store.add_case(couple(1, first)));
    return store;
}

store::Store open_store(const fs::path& file) {
    return store::Store(take(store::Database::open(file, test_hash)));
}

Sitting new_sitting(store::Store& store, int number) {
    const auto parts = three_parts(number);
    const auto id = take(store.new_sitting(sitting(number, {1}, {1}), parts));
    const auto rows = take(store.parts_of(id));
    REQUIRE(rows.size() == 3);
    return {id, rows[0].id, rows[1].id, rows[2].id};
}

namespace {

std::ostream& operator<<(std::ostream& out, const Bytes& value) {
    out << '"';
    for (const auto byte : value)
        out << static_cast<char>(byte);
    return out << '"';
}

void picture_of_part(std::ostream& out, store::Store& store, const store::PartRow& part) {
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

}

std::string picture(store::Store& store) {
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

void Trace::add(const Bytes& secret) {
    for (std::size_t i = 0; i + 8 <= secret.size(); i += 8) {
        std::uint64_t piece = 0;
        std::memcpy(&piece, &secret[i], 8);
        m_pieces.insert(piece);
    }
}

std::size_t Trace::found_in(const fs::path& folder) const {
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
