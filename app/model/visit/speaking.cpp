#include "model/visit/update_context.hpp"
#include <algorithm>

namespace model {

void speak_as_before(const Session& session, State& state) {
    const Language before{session.content.spoken};
    if (before.tag.empty() || state.appearance.language != state.usual_appearance.language) return;
    if (std::ranges::find(state.locales, before, &Locale::language) == state.locales.end()) return;
    state.appearance.language = before;
    speak_as_chosen(state);
}

void note_language(State& state, UpdateContext& context) {
    // A language without a tag is the source's: an empty one, once noted, would be no note, and be noted for ever.
    const auto& chosen = state.appearance.language.tag;
    const auto tag = chosen.empty() ? std::string(core::source_language) : chosen;
    const auto note = [&](Session& session) {
        const auto& before = session.content.spoken;
        if (tag == (before.empty() ? state.usual_appearance.language.tag : before)) return;
        record_entry(session, Spoken{tag});
        flush(session, context);
    };
    std::visit(
        [&]<class S>(S& screen) {
            if constexpr (requires { note(screen.session); }) note(screen.session);
        },
        state.screen);
}

}
