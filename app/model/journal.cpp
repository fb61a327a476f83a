#include "model/journal.hpp"
#include <algorithm>
#include <climits>
#include <nlohmann/json.hpp>

namespace model {
namespace {

using nlohmann::json;

template<class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// The library would cast a fraction, or a number of any size, to whatever is left of it.
std::int64_t whole(const json& value) {
    const bool fits = !value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t{INT64_MAX};
    if (!value.is_number_integer() || !fits) throw std::invalid_argument("not a whole number");
    return value.get<std::int64_t>();
}

// A whole number in [least, most]; anything else is damage.
int bounded(const json& value, int least, int most) {
    const auto number = whole(value);
    if (number < least || number > most) throw std::invalid_argument("out of bounds");
    return static_cast<int>(number);
}
int answer_value(const json& value) {
    return bounded(value, INT_MIN, INT_MAX);
}

std::int64_t milliseconds(core::WallTime time) {
    return time.time_since_epoch().count();
}
core::WallTime wall_time(const json& value) {
    return core::WallTime(core::Milliseconds(whole(value)));
}

json to_json(const ItemRef& ref) {
    return {{"module", ref.module.value}, {"item", ref.item.value}};
}
ItemRef item_ref(const json& value) {
    return {{value.at("module").get<std::string>()}, {value.at("item").get<std::string>()}};
}

json to_json(Role role) {
    return role == Role::a ? "a" : "b";
}
Role role_of(const json& value) {
    const auto& word = value.get_ref<const std::string&>();
    if (word != "a" && word != "b") throw std::invalid_argument("role");
    return word == "a" ? Role::a : Role::b;
}

json optional_number(const std::optional<int>& number) {
    return number ? json(*number) : json(nullptr);
}
std::optional<int> optional_number(const json& value) {
    return value.is_null() ? std::nullopt : std::optional<int>(answer_value(value));
}

// Each stroke as its points' x and y in turn.
json to_json(const std::vector<Stroke>& strokes) {
    auto all = json::array();
    for (const auto& stroke : strokes) {
        auto line = json::array();
        for (const auto& point : stroke) {
            line.push_back(point.x);
            line.push_back(point.y);
        }
        all.push_back(std::move(line));
    }
    return all;
}

Signed signed_of(const json& value) {
    Signed sign{.strokes = {}, .typed = value.at("signed").get<std::string>()};
    const auto& strokes = value.at("strokes").get_ref<const json::array_t&>();
    std::size_t points = 0;
    for (const auto& stroke : strokes) {
        const auto& numbers = stroke.get_ref<const json::array_t&>();
        points += numbers.size() / 2;
        if (numbers.empty() || numbers.size() % 2 != 0 || points > most_points || sign.strokes.size() == most_strokes)
            throw std::invalid_argument("strokes");
        Stroke line;
        for (std::size_t i = 0; i < numbers.size(); i += 2)
            line.push_back({static_cast<std::uint16_t>(bounded(numbers[i], 0, signature_width)),
                            static_cast<std::uint16_t>(bounded(numbers[i + 1], 0, signature_height))});
        sign.strokes.push_back(std::move(line));
    }
    if (sign.typed.size() > most_typed_signature || (!sign.typed.empty() && !sign.strokes.empty()))
        throw std::invalid_argument("signature");
    return sign;
}

Dated dated_of(const json& value) {
    if (value.size() != 3) throw std::invalid_argument("date");
    const std::chrono::year_month_day day{std::chrono::year(bounded(value.at(0), 1, 9999)),
                                          std::chrono::month(static_cast<unsigned>(bounded(value.at(1), 1, 12))),
                                          std::chrono::day(static_cast<unsigned>(bounded(value.at(2), 1, 31)))};
    if (!day.ok()) throw std::invalid_argument("date");
    return {day};
}

json to_json(const Answer& answer) {
    return std::visit(
        Overloaded{
            [](const Skipped&) -> json {
                return {{"skipped", true}};
            },
            [](const Chosen& chosen) -> json {
                return {{"value", chosen.value}};
            },
            [](const ChosenSet& set) -> json {
                return {{"values", set.values}};
            },
            [](const BothWays& both) -> json {
                return {{"toward_me", optional_number(both.toward_me)}, {"from_me", optional_number(both.from_me)}};
            },
            [](const Written& written) -> json {
                return {{"text", written.text}};
            },
            [](const Consented& consented) -> json {
                return {{"agreed", consented.agreed}};
            },
            [](const PreferredNot&) -> json {
                return {{"preferred_not", true}};
            },
            [](const Dated& dated) -> json {
                return {{"date",
                         {static_cast<int>(dated.day.year()), static_cast<unsigned>(dated.day.month()),
                          static_cast<unsigned>(dated.day.day())}}};
            },
            [](const Signed& sign) -> json {
                return {{"strokes", to_json(sign.strokes)}, {"signed", sign.typed}};
            },
        },
        answer);
}

ChosenSet chosen_set_of(const json& values) {
    ChosenSet set;
    for (const auto& value : values.get_ref<const json::array_t&>())
        set.values.insert(answer_value(value));
    return set;
}

Answer answer_of(const json& value) {
    if (value.contains("skipped")) return Skipped{};
    if (value.contains("value")) return Chosen{answer_value(value.at("value"))};
    if (value.contains("values")) return chosen_set_of(value.at("values"));
    if (value.contains("text")) return Written{value.at("text").get<std::string>()};
    if (value.contains("agreed")) return Consented{value.at("agreed").get<bool>()};
    if (value.contains("preferred_not")) return PreferredNot{};
    if (value.contains("date")) return dated_of(value.at("date"));
    if (value.contains("signed")) return signed_of(value);
    return BothWays{optional_number(value.at("toward_me")), optional_number(value.at("from_me"))};
}

json to_json(const Statement& statement) {
    auto sentences = json::array();
    for (const auto& sentence : statement.sentences)
        sentences.push_back({{"author", to_json(sentence.author)}, {"text", sentence.text}});
    return sentences;
}
Statement statement_of(const json& value) {
    Statement statement;
    for (const auto& sentence : value)
        statement.sentences.push_back({role_of(sentence.at("author")), sentence.at("text").get<std::string>()});
    return statement;
}

json to_json(const Draft& draft) {
    return {{"author", to_json(draft.author)}, {"source", to_json(draft.source)}, {"text", draft.text}};
}
Draft draft_of(const json& value) {
    return {role_of(value.at("author")), item_ref(value.at("source")), value.at("text").get<std::string>()};
}

json to_json(const AgreedVersion& version) {
    return {{"at", milliseconds(version.at)}, {"statement", to_json(version.statement)}};
}
AgreedVersion version_of(const json& value) {
    return {wall_time(value.at("at")), statement_of(value.at("statement"))};
}

std::vector<std::uint8_t> bytes_of(json value) {
    value["schema"] = content_schema;
    const auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    return {text.begin(), text.end()};
}

// The one place where the library's exceptions end.
template<class T, class Read>
core::Result<T> read(std::span<const std::uint8_t> bytes, std::string_view what, Read read_value) {
    try {
        const auto value = json::parse(bytes.begin(), bytes.end());
        if (whole(value.at("schema")) > content_schema)
            return core::fail(core::ErrorCode::newer_version, std::string(what));
        return read_value(value);
    } catch (const std::exception&) {
        return core::fail(core::ErrorCode::damaged, std::string(what));
    }
}

}

void replay(PartContent& content, const Entry& entry) {
    std::visit(Overloaded{
                   [&](const AnswerGiven& given) { content.answers[given.item] = given.answer; },
                   [&](const Visited& visited) { content.at = visited.item; },
                   [&](const TextReleased& text) {
                       if (text.released)
                           content.released.insert(text.item);
                       else
                           content.released.erase(text.item);
                   },
               },
               entry);
}

void replay(JointContent& content, const JointEntry& entry) {
    std::visit(Overloaded{
                   [&](const DraftShared& shared) { content.drafts.push_back(shared.draft); },
                   [&](const StatementChanged& changed) {
                       if (!(content.statement == changed.statement)) content.a_agrees = content.b_agrees = false;
                       content.statement = changed.statement;
                       content.turn = changed.turn;
                   },
                   [&](const AssentChanged& assent) {
                       (assent.who == Role::a ? content.a_agrees : content.b_agrees) = assent.agrees;
                   },
                   [&](const VersionAgreed& agreed) { content.versions.push_back(agreed.version); },
               },
               entry);
}

std::vector<std::uint8_t> encode(const Entry& entry) {
    return bytes_of(
        std::visit(Overloaded{
                       [](const AnswerGiven& given) -> json {
                           return {{"is", "answer"},
                                   {"of", to_json(given.item)},
                                   {"answer", to_json(given.answer)},
                                   {"at", milliseconds(given.at)}};
                       },
                       [](const Visited& visited) -> json {
                           return {{"is", "visited"}, {"of", to_json(visited.item)}};
                       },
                       [](const TextReleased& text) -> json {
                           return {{"is", "released"}, {"of", to_json(text.item)}, {"released", text.released}};
                       },
                   },
                   entry));
}

std::vector<std::uint8_t> encode(const JointEntry& entry) {
    return bytes_of(std::visit(
        Overloaded{
            [](const DraftShared& shared) -> json {
                return {{"is", "draft"}, {"draft", to_json(shared.draft)}};
            },
            [](const StatementChanged& changed) -> json {
                return {
                    {"is", "statement"}, {"statement", to_json(changed.statement)}, {"turn", to_json(changed.turn)}};
            },
            [](const AssentChanged& assent) -> json {
                return {{"is", "assent"}, {"who", to_json(assent.who)}, {"agrees", assent.agrees}};
            },
            [](const VersionAgreed& agreed) -> json {
                return {{"is", "version"}, {"version", to_json(agreed.version)}};
            },
        },
        entry));
}

std::vector<std::uint8_t> encode(const PartContent& content) {
    auto answers = json::array();
    for (const auto& [item, answer] : content.answers)
        answers.push_back({{"of", to_json(item)}, {"answer", to_json(answer)}});
    auto released = json::array();
    for (const auto& item : content.released)
        released.push_back(to_json(item));
    json value{{"answers", std::move(answers)}, {"released", std::move(released)}};
    if (content.at) value["at"] = to_json(*content.at);
    return bytes_of(std::move(value));
}

std::vector<std::uint8_t> encode(const JointContent& content) {
    auto drafts = json::array();
    for (const auto& draft : content.drafts)
        drafts.push_back(to_json(draft));
    auto versions = json::array();
    for (const auto& version : content.versions)
        versions.push_back(to_json(version));
    return bytes_of({{"drafts", std::move(drafts)},
                     {"statement", to_json(content.statement)},
                     {"versions", std::move(versions)},
                     {"turn", to_json(content.turn)},
                     {"a_agrees", content.a_agrees},
                     {"b_agrees", content.b_agrees}});
}

core::Result<Entry> decode_entry(std::span<const std::uint8_t> bytes) {
    return read<Entry>(bytes, "journal entry", [](const json& value) -> Entry {
        const auto is = value.at("is").get<std::string>();
        if (is == "answer")
            return AnswerGiven{item_ref(value.at("of")), answer_of(value.at("answer")), wall_time(value.at("at"))};
        if (is == "visited") return Visited{item_ref(value.at("of"))};
        if (is == "released") return TextReleased{item_ref(value.at("of")), value.at("released").get<bool>()};
        throw std::invalid_argument("kind of entry");
    });
}

core::Result<JointEntry> decode_joint_entry(std::span<const std::uint8_t> bytes) {
    return read<JointEntry>(bytes, "joint journal entry", [](const json& value) -> JointEntry {
        const auto is = value.at("is").get<std::string>();
        if (is == "draft") return DraftShared{draft_of(value.at("draft"))};
        if (is == "statement") return StatementChanged{statement_of(value.at("statement")), role_of(value.at("turn"))};
        if (is == "assent") return AssentChanged{role_of(value.at("who")), value.at("agrees").get<bool>()};
        if (is == "version") return VersionAgreed{version_of(value.at("version"))};
        throw std::invalid_argument("kind of entry");
    });
}

core::Result<PartContent> decode_part(std::span<const std::uint8_t> bytes) {
    return read<PartContent>(bytes, "sealed part", [](const json& value) {
        PartContent content;
        for (const auto& answer : value.at("answers"))
            content.answers[item_ref(answer.at("of"))] = answer_of(answer.at("answer"));
        for (const auto& item : value.at("released"))
            content.released.insert(item_ref(item));
        if (value.contains("at")) content.at = item_ref(value.at("at"));
        return content;
    });
}

core::Result<JointContent> decode_joint(std::span<const std::uint8_t> bytes) {
    return read<JointContent>(bytes, "sealed joint part", [](const json& value) {
        JointContent content;
        for (const auto& draft : value.at("drafts"))
            content.drafts.push_back(draft_of(draft));
        content.statement = statement_of(value.at("statement"));
        for (const auto& version : value.at("versions"))
            content.versions.push_back(version_of(version));
        content.turn = role_of(value.at("turn"));
        content.a_agrees = value.at("a_agrees").get<bool>();
        content.b_agrees = value.at("b_agrees").get<bool>();
        return content;
    });
}

}
