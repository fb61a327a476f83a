// A practice in a temporary folder with cheap key stretching, and what its therapist finds in it once the kiosk is off.
#pragma once
#include "support/test_cost.hpp"
#include "visits/a_visit.hpp"

namespace window {

class Practice {
public:
    explicit Practice(std::string passphrase = visits::passphrase,
                      const vault::KdfCost& passphrase_cost = support::test_cost());
    const std::filesystem::path& folder() const { return m_folder.path(); }
    const std::string& passphrase() const { return m_passphrase; }

private:
    visits::TemporaryFolder m_folder;
    std::string m_passphrase;
};

struct Found {
    model::CaseFile file; // of the only couple
    model::Answers private_a, private_b;
    const model::VisitRecord& visit() const { return file.visits.front(); }
};

// Opens the database with the therapist's key. No kiosk may have it open.
Found read_with_key(const Practice& practice);

// Everything a partner gave, private or not, as the therapist can read it.
model::Answers all_answers(const Found& found, model::Partner partner);

// The questions answered otherwise in the one than in the other; empty when they say the same.
std::string differences(const model::Answers& found, const model::Answers& given);

}
