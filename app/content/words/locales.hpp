// The languages that the kiosk speaks, made of its content and the compiled catalogues beside it.
#pragma once
#include "content/forms/kiosk_config.hpp"
#include "content/words/catalogue_file.hpp"
#include "content/words/locale_file.hpp"
#include "content/words/messages.hpp"
#include "model/form/locale.hpp"
#include <memory>

namespace content {

// The source language and each other one that has a catalogue and a locale file that can be used; the source language
// alone has no entry. Why one cannot be used is added to `troubles`.
std::vector<model::Locale> locales_of(const std::shared_ptr<const model::Content>& content, const KioskConfig& config,
                                      const std::vector<std::filesystem::path>& locale_folders,
                                      std::vector<std::string>& troubles);

// The words of one language alone, and what else there is of it; the first of its files in the folders. Each fails with
// not_found, or as read_catalogue and read_locale do.
[[nodiscard]] core::Result<std::shared_ptr<const core::Catalogue>>
catalogue_of(const std::string& tag, const std::vector<std::filesystem::path>& locale_folders);
[[nodiscard]] core::Result<LocaleFile> locale_file(const std::string& tag,
                                                   const std::vector<std::filesystem::path>& locale_folders);

// What is wrong with the translations of a content folder, one line each: of its locale/*.po where it has them
// (gettext's msgfmt reads them), else of the compiled catalogue in one of `locale_folders`. Nothing where there is
// neither.
TranslationReport translation_of(const model::Content& content, const std::filesystem::path& folder,
                                 const std::vector<std::filesystem::path>& locale_folders);

}
