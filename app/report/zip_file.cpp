#include "report/zip_file.hpp"
#include "report/zip_checksums.hpp"
#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <zip.h>

namespace report {
namespace {

constexpr zip_uint32_t owner_alone = 0100600U << 16U; // as unpacked: a file that its owner may read and write

constexpr double packing = 0.5; // of the whole; the rest is writing it away

// libzip asks for an entry's bytes when it closes the archive.
struct Reading {
    ZipEntry entry;
    std::string piece;
    std::size_t used = 0;
    bool ended = false;
    std::optional<core::Error> error;

    zip_int64_t read(char* into, zip_uint64_t room) {
        while (used == piece.size() && !ended) {
            auto next = entry.next();
            if (!next) {
                error = next.error();
                return -1;
            }
            piece = std::move(*next);
            used = 0;
            ended = piece.empty();
        }
        const std::size_t size = std::min<std::size_t>(room, piece.size() - used);
        std::memcpy(into, piece.data() + used, size);
        used += size;
        return static_cast<zip_int64_t>(size);
    }
};

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& reading = *static_cast<Reading*>(state);
    switch (command) {
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_READ:
        try {
            return reading.read(static_cast<char*>(data), length);
        } catch (const std::exception&) { // through a library in C nothing may be thrown
            reading.error = core::Error{core::ErrorCode::out_of_memory, "archive"};
            return -1;
        }
    case ZIP_SOURCE_STAT:
        zip_stat_init(static_cast<zip_stat_t*>(data));
        return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR: {
        auto* codes = static_cast<int*>(data);
        codes[0] = ZIP_ER_READ;
        codes[1] = 0;
        return 2 * sizeof(int);
    }
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default: // libzip's own list, which grows
        return -1;
    }
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

core::Error error_of(int code) {
    zip_error_t error{};
    zip_error_init_with_code(&error, code);
    core::Error made{code == ZIP_ER_MEMORY ? core::ErrorCode::out_of_memory : core::ErrorCode::unsupported,
                     std::string("archive: ") + zip_error_strerror(&error)};
    zip_error_fini(&error);
    return made;
}
core::Error error_of(zip_t* archive) {
    return error_of(zip_error_code_zip(zip_get_error(archive)));
}

core::Done check(const std::vector<ZipEntry>& entries, const core::SecretText& passphrase) {
    if (passphrase.empty() || passphrase.view().find('\0') != std::string_view::npos)
        return core::fail(core::ErrorCode::invalid_state, "archive: a passphrase is needed");
    std::set<std::string> names;
    for (const ZipEntry& entry : entries)
        if (entry.name.empty() || !names.insert(entry.name).second)
            return core::fail(core::ErrorCode::invalid_state, "archive: each file needs a name of its own");
    if (entries.empty()) return core::fail(core::ErrorCode::invalid_state, "archive: nothing to put in");
    return {};
}

class Archive {
public:
    Archive(const Progress& progress) : m_progress(progress) {}

    core::Done add_all(std::vector<ZipEntry> entries, const core::SecretText& passphrase, core::WallTime made_at) {
        zip_error_t error{};
        zip_error_init(&error);
        m_memory.reset(zip_source_buffer_create(nullptr, 0, 0, &error));
        if (!m_memory) return core::pass(error_of(ZIP_ER_MEMORY));
        zip_source_keep(m_memory.get()); // one for the archive, one for what is read out of it at the end
        m_zip.reset(zip_open_from_source(m_memory.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
        if (!m_zip) {
            zip_source_free(m_memory.get());
            return core::pass(error_of(zip_error_code_zip(&error)));
        }
        core::SecretBytes ended(passphrase.view().size() + 1); // libzip wants a NUL behind it, wipes its own copy
        std::ranges::copy(passphrase.view(), ended.bytes().begin());
        for (ZipEntry& entry : entries) {
            m_readings.push_back(std::make_unique<Reading>(Reading{std::move(entry), {}, 0, false, {}}));
            if (const auto added = add(*m_readings.back(), ended, made_at); !added) return added;
        }
        return {};
    }

    core::Result<std::string> bytes() {
        if (m_progress)
            zip_register_progress_callback_with_state(
                m_zip.get(), 0.01,
                [](zip_t*, double share, void* self) { static_cast<Archive*>(self)->m_progress(share * packing); },
                nullptr, this);
        if (zip_close(m_zip.get()) != 0) {
            for (const auto& reading : m_readings)
                if (reading->error) return core::pass(*reading->error);
            return core::pass(error_of(m_zip.get()));
        }
        (void)m_zip.release(); // closing has freed it
        zip_stat_t stat{};
        if (zip_source_stat(m_memory.get(), &stat) != 0 || zip_source_open(m_memory.get()) != 0)
            return core::pass(error_of(ZIP_ER_INTERNAL));
        std::string whole(static_cast<std::size_t>(stat.size), '\0');
        const auto got = zip_source_read(m_memory.get(), whole.data(), whole.size());
        zip_source_close(m_memory.get());
        if (got < 0 || static_cast<std::size_t>(got) != whole.size()) return core::pass(error_of(ZIP_ER_READ));
        if (!leave_out_checksums(whole)) return core::pass(error_of(ZIP_ER_INCONS));
        return whole;
    }

private:
    core::Done add(Reading& reading, const core::SecretBytes& passphrase, core::WallTime made_at) {
        zip_source_t* source = zip_source_function(m_zip.get(), answer, &reading);
        if (source == nullptr) return core::pass(error_of(m_zip.get()));
        const zip_int64_t index = zip_file_add(m_zip.get(), reading.entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            return core::pass(error_of(m_zip.get()));
        }
        const auto at = static_cast<zip_uint64_t>(index);
        const auto seconds = std::chrono::floor<std::chrono::seconds>(made_at.time_since_epoch()).count();
        if (zip_file_set_mtime(m_zip.get(), at, seconds, 0) != 0 ||
            zip_file_set_encryption(m_zip.get(), at, ZIP_EM_AES_256,
                                    reinterpret_cast<const char*>(passphrase.bytes().data())) != 0 ||
            zip_file_set_external_attributes(m_zip.get(), at, 0, ZIP_OPSYS_UNIX, owner_alone) != 0)
            return core::pass(error_of(m_zip.get()));
        return {};
    }

    const Progress& m_progress;
    std::vector<std::unique_ptr<Reading>> m_readings; // outlive the archive, which reads them when it closes
    std::unique_ptr<zip_source_t, Release> m_memory;
    std::unique_ptr<zip_t, Discard> m_zip;
};

core::Done write_away(const std::filesystem::path& file, std::string_view bytes, Existing existing,
                      const Progress& progress) {
    constexpr std::size_t piece = std::size_t{256} * 1024;
    auto whole = WholeFile::begin(file, existing);
    if (!whole) return core::pass(whole.error());
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        if (const auto written = whole->write(bytes.substr(at, piece)); !written) return written;
        if (progress) progress(packing + (1 - packing) * static_cast<double>(at) / static_cast<double>(bytes.size()));
    }
    if (const auto finished = whole->finish(); !finished) return finished;
    if (progress) progress(1);
    return {};
}

}

ZipEntry entry_of(std::string name, std::string bytes) {
    return {std::move(name),
            [bytes = std::move(bytes)]() mutable -> core::Result<std::string> { return std::exchange(bytes, {}); }};
}

core::Done write_zip(const std::filesystem::path& file, std::vector<ZipEntry> entries,
                     const core::SecretText& passphrase, core::WallTime made_at, Existing existing,
                     const Progress& progress) {
    if (const auto checked = check(entries, passphrase); !checked) return checked;
    Archive archive(progress);
    if (const auto added = archive.add_all(std::move(entries), passphrase, made_at); !added) return added;
    const auto bytes = archive.bytes();
    if (!bytes) return core::pass(bytes.error());
    return write_away(file, *bytes, existing, progress);
}

}
