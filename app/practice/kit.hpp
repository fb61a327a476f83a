// The recovery kit as this practice's: written, and its words tried.
#pragma once
#include "core/i18n.hpp"
#include "practice/practice_data.hpp"
#include <memory>

namespace practice {

struct KitPlan {
    std::filesystem::path file;                        // nothing may be there
    std::string practice;                              // its name on the page
    std::shared_ptr<const core::Catalogue> words = {}; // the language of the page; none: English
};

// On the disk when it returns. Fails as report::write_recovery_kit does.
[[nodiscard]] core::Done write_kit(const KitPlan& plan, const vault::KeyPair& pair, core::WallTime at);

// The key pair of the 18 words. Fails with wrong_secret, naming the word where one alone is wrong; with throttled after
// kits of another practice. Words that no kit can hold were misread and are not counted: they are no try.
[[nodiscard]] core::Result<vault::KeyPair> open_kit(PracticeData& data, const core::SecretText& words,
                                                    const store::Moment& now);

}
