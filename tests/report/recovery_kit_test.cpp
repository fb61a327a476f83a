#include "a_visit_pdf.hpp"
#include "report/recovery_kit.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

namespace {

report::KitInput a_kit() {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    return {.practice = "Riverbend Couples Therapy",
            .words = "lusab babad gutih tugad bobib lapis vojoz tazap dukol figan zudor mipav kosin rabuf hojat nidul "
                     "posig wavok",
            .fingerprint = "7F3A 91C2 08DE B41D",
            .made_at = AChart::at(1)};
}

std::string qr_read(const std::filesystem::path& file) {
    const auto picture = file.string() + ".qr";
    (void)output_of("pdftoppm -r 150 -singlefile -png '" + file.string() + "' '" + picture + "'");
    auto words = output_of("zbarimg --quiet --raw '" + picture + ".png'");
    if (!words.empty() && words.back() == '\n') words.pop_back();
    return words;
}

}

TEST_CASE("a recovery kit is one page with the practice, the day, the numbered words and the fingerprint") {
    const Folder folder;
    REQUIRE(report::write_recovery_kit(a_kit(), folder / "kit.pdf"));
    const auto pages = pages_of(folder / "kit.pdf");
    REQUIRE(pages.size() == 1);
    const auto text = flat(pages[0]);
    for (const char* words : {"Recovery kit", "Riverbend Couples Therapy", "March 1, 2026", "7F3A 91C2 08DE B41D",
                              "the data is lost for good", "Where to keep it"}) {
        CAPTURE(words);
        CHECK(says(text, words));
    }
    CHECK(says(text, "1 lusab 7 vojoz 13 kosin"));
    CHECK(says(text, "6 lapis 12 mipav 18 wavok"));
    CHECK(says(text, "3 gutih"));
}

TEST_CASE("the square on the kit reads back the words, letter for letter") {
    const Folder folder;
    REQUIRE(report::write_recovery_kit(a_kit(), folder / "kit.pdf"));
    CHECK(qr_read(folder / "kit.pdf") == a_kit().words);
}

TEST_CASE("a kit is written once, for its owner alone") {
    const Folder folder;
    REQUIRE(report::write_recovery_kit(a_kit(), folder / "kit.pdf"));
    struct stat found {};
    REQUIRE(::stat((folder / "kit.pdf").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0600U);
    const auto first = bytes_of(folder / "kit.pdf");
    auto other = a_kit();
    other.words = "babad babad";
    const auto again = report::write_recovery_kit(other, folder / "kit.pdf");
    REQUIRE_FALSE(again);
    CHECK(again.error().code == core::ErrorCode::invalid_state);
    CHECK(bytes_of(folder / "kit.pdf") == first);
    CHECK(folder.files() == std::vector<std::string>{"kit.pdf"});
}

TEST_CASE("a kit without words, or for a folder that is not there, is refused and leaves nothing") {
    const Folder folder;
    auto empty = a_kit();
    empty.words = "  ";
    CHECK(report::write_recovery_kit(empty, folder / "kit.pdf").error().code == core::ErrorCode::invalid_state);
    CHECK(report::write_recovery_kit(a_kit(), folder / "missing" / "kit.pdf").error().code == core::ErrorCode::io);
    auto endless = a_kit();
    endless.words = std::string(8000, 'a');
    CHECK(report::write_recovery_kit(endless, folder / "kit.pdf").error().code == core::ErrorCode::unsupported);
    CHECK(folder.files().empty());
}

TEST_CASE("a practice with a very long name still has its kit on one page, and the square still reads") {
    const Folder folder;
    auto kit = a_kit();
    for (int i = 0; i < 100; ++i)
        kit.practice += " and Friends in Couples Therapy";
    REQUIRE(report::write_recovery_kit(kit, folder / "kit.pdf"));
    CHECK(pages_of(folder / "kit.pdf").size() == 1);
    CHECK(qr_read(folder / "kit.pdf") == kit.words);
}

TEST_CASE("neither the metadata nor the plain bytes of a kit hold a word of it") {
    const Folder folder;
    REQUIRE(report::write_recovery_kit(a_kit(), folder / "kit.pdf"));
    CHECK_FALSE(says(bytes_of(folder / "kit.pdf"), "lusab"));
    CHECK_FALSE(says(info_of(folder / "kit.pdf"), "lusab"));
}
