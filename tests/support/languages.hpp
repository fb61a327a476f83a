// The shipped Spanish, for tests that show it. The program reads the same files.
#pragma once
#include "content/words/locale_file.hpp"
#include "content/words/messages.hpp"
#include "model/visit/update.hpp"
#include <doctest/doctest.h>

namespace support {

std::shared_ptr<const core::Catalogue> spanish();

std::vector<model::Locale> locales(const std::shared_ptr<const model::Content>& content,
                                   const std::shared_ptr<const model::Practice>& practice);

// The kiosk as it is shipped: both languages can be chosen, and this one is.
void speak(model::State& state, model::Language language);

inline constexpr int text_sizes_in_spanish[] = {100, 150, 200};

}
