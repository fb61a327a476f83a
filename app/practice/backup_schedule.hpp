// Backups that a kiosk makes by itself, beside the thread that draws: what is copied is a file of sealed bytes, so no
// key of a person is touched and no frame waits.
#pragma once
#include "practice/backup.hpp"
#include "practice/backup_state.hpp"
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace practice {

struct BackupSchedule {
    std::string folder; // or "usb:LABEL", a stick by the name it is mounted under
    std::chrono::hours every{24};
    int keep = 7; // newest ones of this kiosk; older ones are deleted once a newer one was tried out
};

struct ScheduledBackups {
    BackupSchedule schedule;
    std::filesystem::path data_folder, content_folder;
    std::string settings;
    std::function<std::vector<model::ExportPlace>()> usb_drives;
    store::Holder holder = store::Holder::this_process;
};

// Due: none yet, the last one is as old as that, later than the clock, or failed an hour ago.
bool is_due(const std::optional<BackupState>& state, core::WallTime now, std::chrono::hours every);
// Makes one where it is due, tries it out, deletes it again where that fails, and else what is beyond `keep`, and
// writes backup.state. Gives what that says now. Fails where not even that could be written.
[[nodiscard]] core::Result<BackupState> go_on_with(const ScheduledBackups& backups, core::WallTime now);

// Does so each minute until it is destroyed, which waits for one that is being made.
class BackupsAside {
public:
    explicit BackupsAside(ScheduledBackups backups);
    BackupsAside(const BackupsAside&) = delete;
    BackupsAside& operator=(const BackupsAside&) = delete;
    ~BackupsAside();

private:
    void run();
    ScheduledBackups m_backups;
    std::mutex m_mutex;
    std::condition_variable m_woken;
    bool m_over = false;
    std::thread m_thread; // last: it uses the others
};

}
