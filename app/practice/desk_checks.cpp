// The morning check, for the board: what takes a moment is looked at when the desk is unlocked or asks for it, the rest
// each time the board is read.
#include "practice/check_data.hpp"
#include "practice/check_machine.hpp"
#include "practice/desk_book.hpp"
#include "practice/effect_context.hpp"

namespace practice {

using model::Checked;

model::SelfCheck DeskBook::check_audit() {
    return audit_check(m_context.data.device, m_context.data.store);
}

model::Checks DeskBook::check_anew() {
    auto& data = m_context.data;
    const auto& world = m_context.world;
    model::Checks checks;
    const auto add = [&](Checked what, model::SelfCheck found) { checks.push_back({what, std::move(found)}); };
    if (world.screen_check) add(Checked::fonts, world.screen_check());
    if (world.content) add(Checked::content, content_check(*world.content));
    auto disk = whole_check(data.store.check(), data.store.try_disk());
    if (!world.system_root.empty()) {
        add(Checked::display, display_check(world.system_root));
        if (world.signs) add(Checked::unit, unit_check(world.signs->signs().guard));
        add(Checked::updates, updates_check(world.system_root, wall(), std::nullopt));
        if (disk.health == model::Health::good)
            if (auto worn = wear_check(world.system_root, world.data_folder)) disk = std::move(*worn);
    }
    add(Checked::disk, std::move(disk));
    add(Checked::sealing, sealing_check(data.device));
    return checks;
}

model::Checks DeskBook::check_now() {
    auto& data = m_context.data;
    const auto& world = m_context.world;
    model::Checks checks{{Checked::space, space_check(data.store.free_bytes())},
                         {Checked::clock, clock_check(world.system_root, wall(), newest_in(data.store))},
                         {Checked::backup, backup_check()}};
    if (world.signs)
        checks.push_back({Checked::touch, touch_check(world.signs->signs().touched_at, wall(),
                                                      has_touch_panel(world.system_root), world.has_keys)});
    return checks;
}

}
