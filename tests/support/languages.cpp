#include "languages.hpp"

namespace support {

std::shared_ptr<const core::Catalogue> spanish() {
    static const auto catalogue = [] {
        const auto bytes = content::catalogue_bytes(std::string(SAMESIDE_LOCALE_DIR) + "/es.mo");
        REQUIRE(bytes.has_value());
        auto read = content::read_catalogue(*bytes, "es.mo");
        REQUIRE(read.has_value());
        return *read;
    }();
    return catalogue;
}

std::vector<model::Locale> locales(const std::shared_ptr<const model::Content>& content,
                                   const std::shared_ptr<const model::Practice>& practice) {
    static const auto about = content::read_locale(std::string(SAMESIDE_SOURCE_DIR) + "/content/locale/es.toml");
    REQUIRE(about.has_value());
    auto in_spanish = content::translated(*content, *spanish());
    in_spanish.language = "es";
    return {{.language = {}, .catalogue = {}, .content = content, .practice = practice},
            {.language = {"es"},
             .catalogue = spanish(),
             .content = std::make_shared<const model::Content>(std::move(in_spanish)),
             .practice = practice,
             .name = about->name,
             .keyboard = about->keyboard,
             .small_words = std::make_shared<const std::set<std::string, std::less<>>>(about->small_words)}};
}

void speak(model::State& state, model::Language language) {
    state.locales = locales(state.content, state.practice);
    state.appearance.language = std::move(language);
    model::speak_as_chosen(state);
}

}
