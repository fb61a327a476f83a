// An answer on its way to the disk beside the least that any program must pay for a lasting write.
#include "bench/figures.hpp"
#include "bench/practice.hpp"
#include "platform/window.hpp"
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace bench {

namespace {

// Writes 4 KiB and waits for the disk, again and again through blocks that are there already, as a write-ahead log
// does.
class BareFile {
public:
    [[nodiscard]] static core::Result<BareFile> make(const std::filesystem::path& path) {
        BareFile file(open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.m_descriptor < 0) return core::fail(core::ErrorCode::io, path.string() + " cannot be made");
        for (int block = 0; block < blocks; ++block)
            if (const auto done = file.put(); !done) return core::pass(done.error());
        if (fsync(file.m_descriptor) != 0) return core::fail(core::ErrorCode::io, path.string() + ": fsync");
        return file;
    }
    BareFile(BareFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    BareFile& operator=(BareFile&&) = delete;
    ~BareFile() {
        if (m_descriptor >= 0) close(m_descriptor);
    }

    core::Done write() {
        if (const auto done = put(); !done) return done;
        if (fdatasync(m_descriptor) != 0) return core::fail(core::ErrorCode::io, "fdatasync");
        return {};
    }

private:
    static constexpr int blocks = 512;

    explicit BareFile(int descriptor) : m_descriptor(descriptor) {}
    core::Done put() {
        m_block.assign(4096, static_cast<char>(m_count));
        const auto at = static_cast<off_t>(m_count++ % blocks) * 4096;
        if (pwrite(m_descriptor, m_block.data(), m_block.size(), at) != static_cast<ssize_t>(m_block.size()))
            return core::fail(core::ErrorCode::io, "a block could not be written");
        return {};
    }

    int m_descriptor;
    int m_count = 0;
    std::string m_block;
};

core::Result<double> timed(const std::function<core::Done()>& work) {
    const auto began = Clock::now();
    if (const auto done = work(); !done) return core::pass(done.error());
    return milliseconds(Clock::now() - began);
}

}

core::Done commit(const Options& options) {
    const int count = options.quick ? 100 : 1000;
    const auto content = shipped_content();
    if (!content) return core::pass(content.error());
    if (const auto made = make_practice_in(options.data, true); !made) return made;
    auto data = open_practice(options.data);
    if (!data) return core::pass(data.error());
    EffectRunner runner(std::move(*data), world_of(*content));
    const auto rows = book(runner, **content, 1);
    if (!rows) return core::pass(rows.error());
    const model::Sitting sitting{.id = rows->front().sitting, .packet = (*content)->packets.front().id};
    const auto opened = expect<model::action::PartOpened>(
        runner.run(model::effect::StartPart{{sitting, model::Partner::a}, core::SecretText("4711"), {}}));
    if (!opened) return core::pass(opened.error());
    auto bare = BareFile::make(options.data / "bare");
    if (!bare) return core::pass(bare.error());

    const auto save = [&, number = 0]() mutable -> core::Done {
        const model::ItemRef item{{"same-side"}, {fmt::format("item-{}", number % 60)}};
        const model::Progress progress{number % 60, 60, std::chrono::seconds(8 * (60 - number % 60))};
        const model::Entry entry =
            model::AnswerGiven{item, model::Chosen{1 + number++ % 7}, platform::clock_now().wall};
        const auto saved = expect<model::action::Saved>(
            runner.run(model::effect::SaveEntries{opened->session.part, {entry}, progress}));
        return saved ? core::Done() : core::pass(saved.error());
    };
    std::vector<double> ours, theirs;
    for (int pair = 0; pair < count; ++pair) {
        // Who goes first changes: the second write of a pair may find the disk still busy with the first.
        for (const bool own : {pair % 2 == 0, pair % 2 != 0}) {
            const auto time = own ? timed(save) : timed([&] { return bare->write(); });
            if (!time) return core::pass(time.error());
            (own ? ours : theirs).push_back(*time);
        }
    }
    const auto how =
        fmt::format("{} pairs in turn: SaveEntries (encode, seal, commit) | write+fdatasync of 4 KiB in place", count);
    for (const double percent : {50.0, 99.0}) {
        const double own = percentile(ours, percent), least = percentile(theirs, percent);
        print({fmt::format("commit of one answer, p{:.0f}, beside a bare write", percent),
               fmt::format("{:.2f} ms | {:.2f} ms = {:.1f}x", own, least, own / least), "2x", own <= 2 * least, how});
    }
    return {};
}

}
