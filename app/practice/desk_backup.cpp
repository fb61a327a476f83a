// The backup's tile on the board.
#include "practice/audit.hpp"
#include "practice/backup_state.hpp"
#include "practice/desk_book.hpp"
#include "practice/effect_context.hpp"
#include <fmt/format.h>

namespace practice {

model::SelfCheck DeskBook::backup_check() {
    auto& data = m_context.data;
    const auto& world = m_context.world;
    const auto state = world.data_folder.empty() ? std::nullopt : read_backup_state(world.data_folder, data.device);
    if (state && state->made_at) {
        // Whoever made it could not write here while the kiosk ran.
        const auto about = fmt::format("generation:{}", state->generation);
        const auto last = data.store.last_audit_of("backup-made");
        if (last && (!*last || (*last)->about != about))
            (void)audit::append(data, wall(), "kiosk", "backup-made", about);
    }
    return practice::backup_check(state, wall(), world.backup_every);
}

}
