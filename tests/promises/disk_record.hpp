// What a kiosk wrote to its disk, kept write by write, and the disk as a power cut may leave it after any of them: of
// what was written to a file since its last sync, any sectors have landed, in any order.
#pragma once
#include "promises/whole_visit.hpp"
#include "store/fault_disk.hpp"
#include <fstream>
#include <random>

namespace promises {

using Content = std::vector<std::uint8_t>;

inline Content content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct DiskEvent {
    store_test::disk::Happened::What what;
    std::string file; // its name
    std::size_t offset = 0;
    Content bytes;
};

// While it lives, all that is written to the databases of one folder, and to the count of commits beside them, is on
// record. The count is written past SQLite: each change is found before the next event.
class DiskRecord {
public:
    explicit DiskRecord(std::filesystem::path folder) : m_folder(std::move(folder)) {
        for (const auto& each : std::filesystem::directory_iterator(m_folder))
            if (each.is_regular_file() && each.path().filename() != "reserve" && each.path().filename() != "kiosk.lock")
                m_start[each.path().filename().string()] = content_of(each.path());
        m_count = m_start.at(count_name);
        store_test::disk::state.witness = [this](const store_test::disk::Happened& happened) {
            take_count();
            const std::filesystem::path file = happened.file;
            if (file.parent_path() != m_folder || file.filename().string().ends_with("-shm")) return;
            m_events.push_back({happened.what, file.filename().string(), static_cast<std::size_t>(happened.offset),
                                Content(happened.bytes.begin(), happened.bytes.end())});
        };
    }
    DiskRecord(const DiskRecord&) = delete;
    DiskRecord& operator=(const DiskRecord&) = delete;
    ~DiskRecord() { stop(); }
    void stop() {
        if (store_test::disk::state.witness) take_count();
        store_test::disk::state.witness = {};
    }

    // How many events there were up to now.
    std::size_t here() {
        take_count();
        return m_events.size();
    }
    const std::vector<DiskEvent>& events() const { return m_events; }
    const std::map<std::string, Content>& start() const { return m_start; }

private:
    static constexpr auto count_name = "device.count";
    void take_count() {
        auto now = content_of(m_folder / count_name);
        if (now == m_count) return;
        m_count = now;
        m_events.push_back({store_test::disk::Happened::What::wrote, count_name, 0, std::move(now)});
    }
    std::filesystem::path m_folder;
    std::map<std::string, Content> m_start;
    Content m_count;
    std::vector<DiskEvent> m_events;
};

// What of the writes since a file's last sync is on the disk.
enum class Landed {
    nothing,
    all,
    some,    // each write or not, a later one without an earlier
    sectors, // each sector of each write or not
    first,   // all, and of the last write its first sectors
    last,    // all, and of the last write its last sectors
};
inline constexpr std::array every_landing{Landed::nothing, Landed::all,   Landed::some,
                                          Landed::sectors, Landed::first, Landed::last};

// Goes through a record from its beginning.
class Disk {
public:
    explicit Disk(const DiskRecord& record) : m_record(record) {
        for (const auto& [name, content] : record.start())
            m_files[name].synced = content;
    }
    // After so many events; never back.
    void go_to(std::size_t events) {
        for (; m_at < events; ++m_at) {
            const auto& event = m_record.events()[m_at];
            auto& file = m_files[event.file];
            if (event.what != What::synced) {
                file.since.push_back(&event);
                continue;
            }
            for (const auto* each : file.since)
                put(file.synced, *each, 0, each->bytes.size());
            file.since.clear();
        }
    }
    // The files as a power cut leaves them here; the same seed, the same files.
    std::map<std::string, Content> after_power_cut(Landed landed, unsigned seed) const {
        std::mt19937_64 random(seed);
        std::map<std::string, Content> found;
        for (const auto& [name, file] : m_files)
            if (auto content = left_of(file, landed, random)) found[name] = std::move(*content);
        return found;
    }

private:
    using What = store_test::disk::Happened::What;
    struct File {
        std::optional<Content> synced; // nothing: it is not there
        std::vector<const DiskEvent*> since;
    };

    static void put(std::optional<Content>& content, const DiskEvent& event, std::size_t from, std::size_t to) {
        if (event.what == What::removed) {
            content.reset();
            return;
        }
        if (!content) content.emplace();
        if (event.what == What::truncated) {
            content->resize(event.offset);
            return;
        }
        if (content->size() < event.offset + to) content->resize(event.offset + to);
        std::copy(event.bytes.begin() + static_cast<std::ptrdiff_t>(from),
                  event.bytes.begin() + static_cast<std::ptrdiff_t>(to),
                  content->begin() + static_cast<std::ptrdiff_t>(event.offset + from));
    }

    struct Piece {
        const DiskEvent* event;
        std::size_t from, to;
    };
    static std::vector<Piece> pieces_of(const DiskEvent& event, bool in_sectors) {
        constexpr std::size_t sector = 512;
        std::vector<Piece> pieces;
        for (std::size_t from = 0; from < event.bytes.size();) {
            const auto to = in_sectors ? std::min(event.bytes.size(), from + sector - (event.offset + from) % sector)
                                       : event.bytes.size();
            pieces.push_back({&event, from, to});
            from = to;
        }
        return pieces;
    }

    static std::optional<Content> left_of(const File& file, Landed landed, std::mt19937_64& random) {
        auto content = file.synced;
        if (landed == Landed::nothing) return content;
        if (landed == Landed::some || landed == Landed::sectors) {
            std::vector<Piece> loose;
            const auto settle = [&] {
                std::ranges::shuffle(loose, random);
                for (const auto& piece : loose)
                    if (random() % 2 == 0) put(content, *piece.event, piece.from, piece.to);
                loose.clear();
            };
            for (const auto* event : file.since) {
                if (event->what == What::wrote) {
                    std::ranges::copy(pieces_of(*event, landed == Landed::sectors), std::back_inserter(loose));
                    continue;
                }
                settle();
                if (random() % 2 == 0) return content; // what comes after has no place without it
                put(content, *event, 0, 0);
            }
            settle();
            return content;
        }
        for (const auto* event : file.since) {
            const bool torn = landed != Landed::all && event == file.since.back() && event->what == What::wrote;
            const auto pieces = pieces_of(*event, true);
            const auto middle = pieces.empty() ? 0 : pieces[pieces.size() / 2].from;
            if (torn && landed == Landed::first)
                put(content, *event, 0, middle);
            else
                put(content, *event, torn ? middle : 0, event->bytes.size());
        }
        return content;
    }

    const DiskRecord& m_record;
    std::size_t m_at = 0;
    std::map<std::string, File> m_files;
};

// A folder with these files and nothing else, but for the room that is kept.
inline void lay_out(const std::filesystem::path& folder, const std::map<std::string, Content>& files,
                    const std::filesystem::path& reserve) {
    for (const auto& each : std::filesystem::directory_iterator(folder))
        std::filesystem::remove_all(each.path());
    for (const auto& [name, content] : files) {
        std::ofstream(folder / name, std::ios::binary)
            .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
        std::filesystem::permissions(folder / name, std::filesystem::perms(0600));
    }
    std::filesystem::create_hard_link(reserve, folder / "reserve");
}

}
