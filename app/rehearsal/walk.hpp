// A tour's way through a kiosk, with a picture of each screen it comes to.
#pragma once
#include "rehearsal/rehearsal.hpp"
#include "voice/recorded.hpp"

namespace rehearsal {

// Writes what the kiosk shows.
using Shot = std::function<core::Done(Rehearsal& kiosk, const std::string& page, const std::filesystem::path& file)>;
core::Done as_it_stands(Rehearsal& kiosk, const std::string& page, const std::filesystem::path& file);

class Walk {
public:
    // With a voice, which is the kiosk's, also what is said for each page.
    Walk(Rehearsal& kiosk, std::filesystem::path folder, Shot shot, voice::RecordedVoice* voice = nullptr)
        : m_kiosk(kiosk), m_folder(std::move(folder)), m_shot(std::move(shot)), m_voice(voice) {}

    void shoot(const std::string& name);
    // Stops the walk where the visit did not go as it should, with a picture of what stood there instead.
    bool must(bool done, const char* what);
    const std::optional<core::Error>& error() const { return m_error; }
    const std::string& index() const { return m_index; }

private:
    void listen(const std::filesystem::path& file);

    Rehearsal& m_kiosk;
    std::filesystem::path m_folder;
    Shot m_shot;
    voice::RecordedVoice* m_voice;
    int m_count = 0;
    std::string m_index;
    std::optional<core::Error> m_error;
};

// Its stretches, in their order; each is false where the walk stopped.
bool before_the_visit(Rehearsal& kiosk, Walk& walk);
bool at_the_desk(Rehearsal& kiosk, Walk& walk, std::string& entry_code);
bool first_partner(Rehearsal& kiosk, Walk& walk, const std::string& entry_code);
bool second_partner_and_both(Rehearsal& kiosk, Walk& walk);
bool therapist(Rehearsal& kiosk, Walk& walk, const std::filesystem::path& folder); // where the chart goes
bool park(Rehearsal& kiosk, Walk& walk);

}
