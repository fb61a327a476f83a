#include "a_content_folder.hpp"
#include "content/forms/kiosk_config.hpp"

using namespace content_tests;

namespace {

const std::string least = R"(content_folder = "content"
data_folder = "/var/lib/sameside"

[practice]
name = "Rivergate Counseling"

[[help]]
name = "Crisis line"
reach = "Call 988"
)";

core::Result<content::KioskConfig> config_of(std::string_view text) {
    ContentFolder folder;
    folder.write("kiosk.toml", text);
    return content::load_kiosk_config(folder.path() / "kiosk.toml", {shipped_content() / "locale"});
}

}

TEST_CASE("a short kiosk.toml is filled with the defaults") {
    ContentFolder folder;
    folder.write("kiosk.toml", least);
    auto config = content::load_kiosk_config(folder.path() / "kiosk.toml");
    REQUIRE(config.has_value());
    CHECK(config->practice.name == "Rivergate Counseling");
    CHECK(config->content_folder == folder.path() / "content");
    CHECK(config->data_folder == "/var/lib/sameside");
    CHECK(config->theme == "day");
    CHECK(config->practice.advance == model::AdvanceBy::choice);
    CHECK(config->practice.idle_seconds == 60);
    CHECK(config->practice.lock_minutes == 5);
    CHECK(config->practice.dark_minutes == 0);
    CHECK_FALSE(config->practice.reads_same_day);
    REQUIRE(config->practice.help_lines.size() == 1);
    CHECK(config->practice.help_lines[0].reach == "Call 988");
    auto practice = content::load_practice(folder.path() / "kiosk.toml");
    REQUIRE(practice.has_value());
    CHECK(practice->name == "Rivergate Counseling");
}

TEST_CASE("a program that calls somebody must be there, for the screen promises that someone comes") {
    REQUIRE(config_of(least).has_value());
    CHECK_FALSE(config_of(least)->practice.calls_someone);
    const auto config = config_of(least + "[signal]\nprogram = \"/bin/true\"\n");
    REQUIRE(config.has_value());
    CHECK(config->practice.calls_someone);
    CHECK(config->signal == "/bin/true");
    CHECK_FALSE(config->printer);
    CHECK_FALSE(config->practice.prints);
    const auto printing = config_of(least + "[printer]\nprogram = \"/bin/true\"\nname = \"waiting-room\"\n");
    REQUIRE(printing.has_value());
    CHECK(printing->practice.prints);
    REQUIRE(printing->printer);
    CHECK(printing->printer->program == "/bin/true");
    CHECK(printing->printer->name == "waiting-room");
    for (const char* wrong : {"[printer]\n", "[printer]\nprogram = \"/nowhere/lp\"\n",
                              "[printer]\nprogram = \"/bin/true\"\nname = \"-o raw\"\n"})
        CHECK_FALSE(config_of(least + wrong).has_value());
    for (const char* wrong : {"[signal]\n", "[signal]\nprogram = \"/nowhere/chime\"\n",
                              "[signal]\nprogram = \"/etc/passwd\"\n", "[signal]\nprogram = \"/bin\"\n"}) {
        CAPTURE(wrong);
        const auto refused = config_of(least + wrong);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().detail.find("signal.program") != std::string::npos);
    }
}

TEST_CASE("help lines that say what somebody may be going through stand after the others") {
    const auto config = config_of(least + "[[help]]\nname = \"Shelter\"\nreach = \"Call 1\"\nsensitive = true\n"
                                          "[[help]]\nname = \"Anyone\"\nreach = \"Call 2\"\n");
    REQUIRE(config.has_value());
    REQUIRE(config->practice.help_lines.size() == 3);
    CHECK(config->practice.help_lines[1].name == "Anyone");
    CHECK(config->practice.help_lines[2].name == "Shelter");
}

TEST_CASE("a kiosk makes backups by itself where kiosk.toml says where to, and none otherwise") {
    REQUIRE(config_of(least).has_value());
    CHECK_FALSE(config_of(least)->backup.has_value());
    const auto usual = config_of(least + "[backup]\nfolder = \"/mnt/backup\"\n");
    REQUIRE(usual.has_value());
    REQUIRE(usual->backup.has_value());
    CHECK(usual->backup->folder == "/mnt/backup");
    CHECK(usual->backup->every_hours == 24);
    CHECK(usual->backup->keep == 7);
    const auto stick = config_of(least + "[backup]\nfolder = \"usb:OFFICE\"\nevery_hours = 1\nkeep = 30\n");
    REQUIRE(stick.has_value());
    CHECK(stick->backup->folder == "usb:OFFICE");
    CHECK(stick->backup->every_hours == 1);
    CHECK(stick->backup->keep == 30);
    for (const char* wrong : {"every_hours = 3\n", "folder = \"usb:\"\n", "folder = \"/b\"\nevery_hours = 0\n",
                              "folder = \"/b\"\nkeep = 0\n", "folder = \"/b\"\nkept = 3\n"})
        CHECK_FALSE(config_of(least + "[backup]\n" + wrong).has_value());
}

TEST_CASE("the calendar's folder begins where kiosk.toml stands, and is none where nothing is said") {
    CHECK(config_of(least)->day_folder.empty());
    CHECK(config_of("day_folder = \"\"\n" + least)->day_folder.empty());
    ContentFolder folder;
    folder.write("kiosk.toml", "day_folder = \"calendar\"\n" + least);
    const auto config = content::load_kiosk_config(folder.path() / "kiosk.toml");
    REQUIRE(config.has_value());
    CHECK(config->day_folder == folder.path() / "calendar");
}

TEST_CASE("what kiosk.toml sets is what the kiosk gets") {
    auto config = config_of(
        with("theme = \"high-contrast\"\n" + least, "name = \"Rivergate Counseling\"",
             "name = \"R\"\nadvance = \"button\"\nidle_seconds = 20\nidle_warning_seconds = 120\n"
             "lock_minutes = 15\nthanks_seconds = 10\ndark_minutes = 240\nretention_years = 7\nreads_same_day = true\n"
             "identifier_system = \"https://r.example/charts\"\n"
             "secrets_policy = \"Ours.\"\nes = { name = \"R.\" }"));
    REQUIRE(config.has_value());
    CHECK(config->theme == "high-contrast");
    CHECK(config->practice.advance == model::AdvanceBy::button);
    CHECK(config->practice.idle_seconds == 20);
    CHECK(config->practice.idle_warning_seconds == 120);
    CHECK(config->practice.lock_minutes == 15);
    CHECK(config->practice.thanks_seconds == 10);
    CHECK(config->practice.dark_minutes == 240);
    CHECK(content::practice_in(*config, "es").dark_minutes == 240);
    CHECK(config->practice.retention_years == 7);
    CHECK(config->practice.reads_same_day);
    CHECK(content::practice_in(*config, "es").reads_same_day);
    CHECK(content::practice_in(*config, "es").identifier_system == "https://r.example/charts");
    CHECK(config->practice.secrets_policy == "Ours.");
}

TEST_CASE("a wrong kiosk.toml names file, line, key and what is allowed") {
    auto in_practice = [](std::string_view line) {
        return with(least, "[practice]\n", "[practice]\n" + std::string(line) + "\n");
    };
    const std::vector<std::pair<std::string, std::string>> wrong{
        {in_practice("idle_seconds = 19"),
         "kiosk.toml:5: practice.idle_seconds: 19 is out of range; it must be a whole number from 20 to 600"},
        {in_practice("idle_seconds = 601"), "601 is out of range"},
        {in_practice("idle_seconds = 60.0"), "idle_seconds: must be a whole number from 20 to 600"},
        {in_practice("idle_warning_seconds = 19"), "a whole number from 20 to 120"},
        {in_practice("lock_minutes = 0"), "a whole number from 1 to 15"},
        {in_practice("thanks_seconds = 9"), "a whole number from 10 to 600"},
        {in_practice("dark_minutes = 241"), "a whole number from 0 to 240"},
        {in_practice("dark_minutes = -1"), "a whole number from 0 to 240"},
        {in_practice("advance = \"swipe\""), "practice.advance: \"swipe\" is unknown; allowed are: choice, button"},
        {in_practice("colour = 1"),
         "kiosk.toml:5: practice.colour: is unknown here; allowed are: name, secrets_policy"},
        {"theme = \"dark\"\n" + least,
         "kiosk.toml:1: theme: \"dark\" is unknown; allowed are: day, evening, high-contrast"},
        {with(least, "name = \"Rivergate Counseling\"", "name = \"R\"\nidentifier_system = \"our charts\""),
         "practice.identifier_system: must be an absolute URI"},
        {"theme = 3\n" + least, "theme: must be one of: day, evening, high-contrast"},
        {"net = true\n" + least, "kiosk.toml:1: net: is unknown here; allowed are: content_folder, data_folder, "
                                 "export_folder, day_folder, theme"},
        {with(least, "data_folder = \"/var/lib/sameside\"\n", ""),
         "kiosk.toml:1: data_folder: is missing; write data_folder = \"/var/lib/sameside\", the folder where the "
         "answers "
         "are kept"},
        {with(least, "content_folder = \"content\"\n", ""),
         "content_folder: is missing; write content_folder = \"/usr"},
        {with(least, "[practice]\nname = \"Rivergate Counseling\"\n", ""),
         "practice: is missing; write [practice] and"},
        {with(least, "name = \"Rivergate Counseling\"\n", ""), "practice.name: is missing"},
        {with(least, "reach = \"Call 988\"\n", ""), "kiosk.toml:7: help.reach: is missing"},
        {least.substr(0, least.find("\n[[help]]")), "kiosk.toml:1: help: is missing; every screen must offer at least "
                                                    "one [[help]] line: write [[help]] and below it "
                                                    "name = \"Crisis line\" and reach = \"Call or text 988\""},
        {"theme = ", "kiosk.toml:1: is not TOML"},
        {std::string("\0", 1), "has a NUL byte"},
    };
    for (const auto& [text, complaint] : wrong) {
        CAPTURE(complaint);
        auto config = config_of(text);
        REQUIRE_FALSE(config.has_value());
        CAPTURE(config.error().detail);
        CHECK(config.error().code == core::ErrorCode::bad_config);
        CHECK(config.error().detail.find(complaint) != std::string::npos);
        CHECK(config.error().detail.find('\n') == std::string::npos);
    }
    CHECK_FALSE(content::load_kiosk_config("/nowhere/kiosk.toml").has_value());
    CHECK_FALSE(content::load_practice("/nowhere/kiosk.toml").has_value());
}

TEST_CASE("the example kiosk.toml is accepted and offers 911 first, then the two national lines") {
    auto config = content::load_kiosk_config(shipped_content().parent_path() / "kiosk-config/kiosk.toml");
    REQUIRE_MESSAGE(config.has_value(), config.error().detail);
    const auto& lines = config->practice.help_lines;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].reach.find("911") != std::string::npos);
    CHECK(lines[1].reach.find("988") != std::string::npos);
    CHECK(lines[2].reach.find("1-800-799-7233") != std::string::npos);
    // In either language by text, by TTY, and with a word about the telephone itself.
    CHECK(lines[2].detail.find("Use a phone your partner does not check") != std::string::npos);
    for (const auto& line : {lines[2], content::practice_in(*config, "es").help_lines[2]})
        for (const char* way : {"88788", "1-800-787-3224"})
            CHECK(line.detail.find(way) != std::string::npos);
}

TEST_CASE("the practice's own words in Spanish stand beside the English ones, and what is left out stays as it is") {
    auto config = config_of(with("language = \"es\"\n" + least +
                                     "detail = \"Any hour\"\n"
                                     "es = { reach = \"Llame al 988\" }\n",
                                 "name = \"Rivergate Counseling\"",
                                 "name = \"Rivergate Counseling\"\nsecrets_policy = \"Ours.\"\nidle_seconds = 20\n"
                                 "es = { secrets_policy = \"Lo nuestro.\" }"));
    REQUIRE(config.has_value());
    CHECK(config->language == "es");
    CHECK(config->practice.secrets_policy == "Ours.");
    CHECK(content::practice_in(*config, "es").secrets_policy == "Lo nuestro.");
    CHECK(content::practice_in(*config, "es").name == "Rivergate Counseling");
    CHECK(content::practice_in(*config, "es").idle_seconds == 20);
    REQUIRE(content::practice_in(*config, "es").help_lines.size() == 1);
    CHECK(config->practice.help_lines[0].reach == "Call 988");
    CHECK(content::practice_in(*config, "es").help_lines[0].reach == "Llame al 988");
    CHECK(content::practice_in(*config, "es").help_lines[0].name == "Crisis line");
    CHECK(content::practice_in(*config, "es").help_lines[0].detail == "Any hour");
}

TEST_CASE("a kiosk.toml without Spanish says the same in both languages, and starts in English") {
    auto config = config_of(least);
    REQUIRE(config.has_value());
    CHECK(config->language == "en");
    CHECK(content::practice_in(*config, "es").name == config->practice.name);
    REQUIRE(content::practice_in(*config, "es").help_lines.size() == 1);
    CHECK(content::practice_in(*config, "es").help_lines[0].reach == "Call 988");
}

TEST_CASE("wrong Spanish in kiosk.toml is named like anything else") {
    const auto says = [](const std::string& text, const char* words) {
        const auto config = config_of(text);
        INFO(words);
        REQUIRE_FALSE(config.has_value());
        CHECK(config.error().detail.find(words) != std::string::npos);
    };
    says("language = \"fr\"\n" + least, "language: \"fr\" is unknown; allowed are: en, es");
    says(least + "es = { number = \"988\" }\n", "number");
    says(least + "es = \"Llame\"\n", "es");
    says(least + "es = { reach = 988 }\n", "reach");
}

TEST_CASE("a pad of five keys is named by its keys or by the numbers that they send") {
    REQUIRE(config_of(least).has_value());
    CHECK(config_of(least)->keys == core::PadKeys{});
    const auto named = config_of(least + "[keys]\nup = \"F13\"\ndown = \"F14\"\nleft = \"PageUp\"\nright = 78\n"
                                         "choose = \"Keypad Enter\"\nback = \"F24\"\n");
    REQUIRE(named.has_value());
    CHECK(named->keys == core::PadKeys{.up = 104, .down = 105, .left = 75, .right = 78, .choose = 88, .back = 115});
    const auto five = config_of(
        least + "[keys]\nup = \"F1\"\ndown = \"F12\"\nleft = \"Left\"\nright = \"Right\"\nchoose = \"Return\"\n");
    REQUIRE(five.has_value());
    CHECK(five->keys == core::PadKeys{.up = 58, .down = 69, .left = 80, .right = 79, .choose = 40});
}

TEST_CASE("a key that there is not, that writes or that is given twice is named with its line") {
    const auto complaint = [](const std::string& keys) {
        const auto refused = config_of(least + "[keys]\n" + keys);
        REQUIRE_FALSE(refused.has_value());
        return refused.error().detail;
    };
    const std::string four = "down = \"F14\"\nleft = \"F15\"\nright = \"F16\"\nchoose = \"F17\"\n";
    for (const auto& [up, says] :
         {std::pair{"up = \"Upwards\"\n", "keys.up: \"Upwards\" is no key"},
          std::pair{"up = \"A\"\n", "keys.up: \"A\" is no key"}, std::pair{"up = 4\n", "keys.up: 4 is no key"},
          std::pair{"up = 0\n", "keys.up: 0 is out of range"}, std::pair{"up = true\n", "keys.up"},
          std::pair{"", "keys.up: is missing"}, std::pair{"up = \"F14\"\n", "keys.down: is another one's key"}}) {
        CAPTURE(up);
        CHECK_MESSAGE(complaint(up + four).find(says) != std::string::npos, complaint(up + four));
    }
    CHECK(complaint(four + "up = \"F25\"\n").find(":15: ") != std::string::npos);
    CHECK(complaint("up = \"F13\"\n" + four + "next = \"F18\"\n").find("next: is unknown here") != std::string::npos);
}
