#include "content/forms/check_report.hpp"
#include "refused.hpp"

using namespace content_tests;

TEST_CASE("what a check found is said by file and line, each once") {
    CHECK(content::in_order({"packets.toml:3: b", "modules/a.toml:12: late", "modules/a.toml: item x: no line",
                             "modules/a.toml:2: early", "packets.toml:3: b", "modules/a.toml:12: again"}) ==
          std::vector<std::string>{"modules/a.toml: item x: no line", "modules/a.toml:2: early",
                                   "modules/a.toml:12: late", "modules/a.toml:12: again", "packets.toml:3: b"});
}

TEST_CASE("the verdict counts mistakes and files and names what is left out") {
    ContentFolder folder;
    folder.write("modules/our-week.toml", "id = \"our-week\"\ntitle = Our week\n");
    CHECK(content::verdict(folder.diagnostics(), folder.load()) ==
          "1 mistake in 1 file; these forms are left out: our-week");
    folder.write(m, plain_with("method = \"mean\"\n", ""));
    folder.write("articles/hello.md", "# Hello \uE000\n\nText.\n");
    folder.write("packets.toml", packets + "\n[[packet]]\nid = \"odd\"\ntitle = \"Odd\"\nmodules = [\"none\"]\n");
    CHECK(content::verdict(folder.diagnostics(), folder.load()) ==
          "4 mistakes in 4 files; these forms are left out: our-week, plain; these articles are left out: hello; these "
          "packets cannot start: odd, usual");
    CHECK(content::verdict({"packets.toml: secrets_policy: reads at grade 9"}, ContentFolder().load()) ==
          "1 mistake in 1 file");
}

TEST_CASE("a form that no packet names is noted, and not while a packet is broken") {
    ContentFolder folder;
    CHECK(folder.load().notes.empty());
    folder.write("modules/our-week.toml", plain_with("id = \"plain\"", "id = \"our-week\""));
    const auto notes = folder.load().notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0] ==
          "modules/our-week.toml: no packet names this form, so it is never asked; name it in packets.toml");
    CHECK(folder.diagnostics().empty());
    folder.write("packets.toml", with(packets, "[\"plain\"]", "[\"plain\", \"none\"]"));
    CHECK(folder.load().notes.empty());
    folder.write("packets.toml", "secrets_policy = \n");
    CHECK(folder.load().notes.empty());
}

TEST_CASE("a file that is not read is noted by name, and a hidden one is not") {
    ContentFolder folder;
    folder.write("modules/our-week.toml.txt", "id = \"our-week\"\n");
    folder.write("modules/old/plain.toml", "");
    folder.write("modules/.plain.toml.swp", "");
    folder.write("articles/hello.md.txt", "");
    CHECK(folder.load().notes ==
          std::vector<std::string>{"modules/old: is not read; the name of a form ends in .toml",
                                   "modules/our-week.toml.txt: is not read; the name of a form ends in .toml",
                                   "articles/hello.md.txt: is not read; the name of an article ends in .md"});
    CHECK(folder.diagnostics().empty());
}

TEST_CASE("rights that are still to be written are noted once, with their line") {
    ContentFolder folder;
    folder.write(m, plain_with("Ours.", "Not stated. The practice writes here by what right it uses this form."));
    CHECK(folder.load().notes ==
          std::vector<std::string>{"modules/plain.toml:4: rights: still to be written: by what right the practice uses "
                                   "this form"});
}

TEST_CASE("a file whose name is no id is to be renamed, and nothing else is said of it") {
    ContentFolder folder;
    folder.write("modules/our-week (1).toml", plain());
    folder.write("modules/Week.toml", "nonsense");
    CHECK(folder.diagnostics() ==
          std::vector<std::string>{"modules/Week.toml:1: rename this file, or move it elsewhere: its name is the id of "
                                   "the form, which has a-z, 0-9 and - only, a "
                                   "letter first, at most 64 characters",
                                   "modules/our-week (1).toml:1: rename this file, or move it elsewhere: its name is "
                                   "the id of the form, which has a-z, 0-9 and - "
                                   "only, a letter first, at most 64 characters"});
    ContentFolder other;
    other.write("articles/Hello World.md", "# Hello\n\nText.\n");
    REQUIRE(other.diagnostics().size() == 1);
    CHECK(other.diagnostics()[0].starts_with(
        "articles/Hello World.md:1: rename this file, or move it elsewhere: its name is the id of the "
        "article, which has"));
}

TEST_CASE("a folder without packets.toml is no content folder, and nothing else is said of it") {
    ContentFolder folder;
    folder.remove("packets.toml");
    const auto read = content::load(folder.path());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == core::ErrorCode::not_found);
    CHECK(read.error().detail == folder.path().string() + ": is not a content folder; it has no packets.toml");
}

TEST_CASE("each packet is listed with its minutes, and that it needs somebody who reads on the same day") {
    ContentFolder folder;
    CHECK(content::packet_lines(folder.load()) == "packet usual: about 2 minutes for each partner\n");
    folder.write(m, plain_with("version = \"1\"\n", "version = \"1\"\nneeds_reading_today = true\n"));
    CHECK(folder.diagnostics().empty());
    CHECK(content::packet_lines(folder.load()) ==
          "packet usual: about 2 minutes for each partner; only where kiosk.toml "
          "says reads_same_day = true\n");
    folder.write("packets.toml", packets + "\n[[packet]]\nid = \"odd\"\ntitle = \"Odd\"\nmodules = [\"none\"]\n");
    CHECK(content::packet_lines(folder.load()).find("odd") == std::string::npos);
}

TEST_CASE("a page that both read asks nothing that must not wait") {
    ContentFolder folder;
    folder.write("modules/ours.toml",
                 with(joint_module, "joint = true\n", "joint = true\nneeds_reading_today = true\n"));
    const auto said = folder.diagnostics();
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("needs_reading_today: a joint module is read by both partners") != std::string::npos);
}
