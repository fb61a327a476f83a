// The facts a part is made of, as the journal keeps them. Replaying all entries in order gives the content back.
#pragma once
#include "core/result.hpp"
#include "model/form/answer.hpp"
#include <cstdint>
#include <span>

namespace model {

struct Begun { // first of all, and again when the part goes to another reader
    std::optional<core::FormHash> form;
    std::string reader;
};
struct AnswerGiven {
    ItemRef item;
    Answer answer;
    core::WallTime at;
    std::string language = {}; // the question stood in, by its tag; empty: not noted
};
struct Visited {
    ItemRef item;
}; // the question now on screen
struct TextReleased {
    ItemRef item;
    bool released;
};                    // its author's choice
struct AnswersAbout { // whom the answers are about that belong to the person `person` asks for
    ItemRef person;
    std::string name;
};
struct AnswersPutAway { // they were about somebody else: as if these had never been asked
    ItemRef person;
    std::vector<ItemRef> items;
};
struct Spoken {
    std::string language;
}; // to this person from now on, by its tag
struct DraftShared {
    Draft draft;
}; // joint part: a released text arrives with its author's seal
struct StatementChanged {
    Statement statement;
    Partner turn;
};
struct AssentChanged {
    Partner who;
    bool agrees;
};
struct VersionAgreed {
    AgreedVersion version;
};

using Entry = std::variant<AnswerGiven, Visited, TextReleased, AnswersAbout, AnswersPutAway, Begun, Spoken>;
using JointEntry = std::variant<DraftShared, StatementChanged, AssentChanged, VersionAgreed, Begun>;

void replay(PartContent& content, const Entry& entry);
void replay(JointContent& content, const JointEntry& entry);

// JSON in UTF-8, schema number inside. decode fails with damaged, naming no content.
std::vector<std::uint8_t> encode(const Entry& entry);
std::vector<std::uint8_t> encode(const JointEntry& entry);
std::vector<std::uint8_t> encode(const PartContent& content);
std::vector<std::uint8_t> encode(const JointContent& content);
[[nodiscard]] core::Result<Entry> decode_entry(std::span<const std::uint8_t> bytes);
[[nodiscard]] core::Result<JointEntry> decode_joint_entry(std::span<const std::uint8_t> bytes);
[[nodiscard]] core::Result<PartContent> decode_part(std::span<const std::uint8_t> bytes);
[[nodiscard]] core::Result<JointContent> decode_joint(std::span<const std::uint8_t> bytes);

inline constexpr int content_schema = 2;

}
