#include "core/hex.hpp"
#include "model/form/journal_json.hpp"
#include <algorithm>
#include <charconv>

namespace model {
namespace {

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

json to_json(const std::vector<ItemRef>& refs) {
    auto items = json::array();
    for (const auto& ref : refs)
        items.push_back(to_json(ref));
    return items;
}
std::vector<ItemRef> item_refs(const json& value) {
    std::vector<ItemRef> refs;
    for (const auto& ref : value)
        refs.push_back(item_ref(ref));
    return refs;
}

json to_json(Partner partner) {
    return partner == Partner::a ? "a" : "b";
}
Partner partner_of(const json& value) {
    const auto& word = value.get_ref<const std::string&>();
    if (word != "a" && word != "b") throw std::invalid_argument("partner");
    return word == "a" ? Partner::a : Partner::b;
}

core::FormHash form_hash_of(const json& value) {
    const auto& hex = value.get_ref<const std::string&>();
    core::FormHash hash{};
    for (std::size_t i = 0; i < hash.size() && hex.size() == hash.size() * 2; ++i)
        if (std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, hash[i], 16).ptr != hex.data() + 2 * i + 2)
            break;
    if (core::hex(hash) != hex) throw std::invalid_argument("hash");
    return hash;
}

void put(json& value, const std::optional<core::FormHash>& form) {
    if (form) value["form"] = core::hex(*form);
}
std::optional<core::FormHash> form_of(const json& value) {
    return value.contains("form") ? std::optional(form_hash_of(value.at("form"))) : std::nullopt;
}

json to_json(const Begun& begun) {
    json value{{"is", "begun"}, {"reader", begun.reader}};
    put(value, begun.form);
    return value;
}
Begun begun_of(const json& value) {
    return {form_of(value), value.at("reader").get<std::string>()};
}

// What was sealed before forms were kept has neither.
void put(json& value, const Basis& basis) {
    put(value, basis.form);
    if (!basis.readers.empty()) value["readers"] = basis.readers;
}
Basis basis_of(const json& value) {
    Basis basis{.form = form_of(value), .readers = {}};
    if (value.contains("readers")) basis.readers = value.at("readers").get<std::vector<std::string>>();
    return basis;
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
        statement.sentences.push_back({partner_of(sentence.at("author")), sentence.at("text").get<std::string>()});
    return statement;
}

json to_json(const Draft& draft) {
    return {{"author", to_json(draft.author)}, {"source", to_json(draft.source)}, {"text", draft.text}};
}
Draft draft_of(const json& value) {
    return {partner_of(value.at("author")), item_ref(value.at("source")), value.at("text").get<std::string>()};
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

std::vector<std::uint8_t> encode(const Entry& entry) {
    return bytes_of(
        std::visit(Overloaded{
                       [](const AnswerGiven& given) -> json {
                           json value{{"is", "answer"},
                                      {"of", to_json(given.item)},
                                      {"answer", to_json(given.answer)},
                                      {"at", milliseconds(given.at)}};
                           if (!given.language.empty()) value["in"] = given.language;
                           return value;
                       },
                       [](const Visited& visited) -> json {
                           return {{"is", "visited"}, {"of", to_json(visited.item)}};
                       },
                       [](const TextReleased& text) -> json {
                           return {{"is", "released"}, {"of", to_json(text.item)}, {"released", text.released}};
                       },
                       [](const AnswersAbout& about) -> json {
                           return {{"is", "about"}, {"of", to_json(about.person)}, {"name", about.name}};
                       },
                       [](const AnswersPutAway& away) -> json {
                           return {{"is", "put-away"}, {"of", to_json(away.person)}, {"items", to_json(away.items)}};
                       },
                       [](const Begun& begun) -> json { return to_json(begun); },
                       [](const Spoken& spoken) -> json {
                           return {{"is", "spoken"}, {"in", spoken.language}};
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
            [](const Begun& begun) -> json { return to_json(begun); },
        },
        entry));
}

std::vector<std::uint8_t> encode(const PartContent& content) {
    auto answers = json::array();
    for (const auto& [item, answer] : content.answers) {
        json given{{"of", to_json(item)}, {"answer", to_json(answer)}};
        if (const auto first = content.first_at.find(item); first != content.first_at.end())
            given["at"] = milliseconds(first->second);
        answers.push_back(std::move(given));
    }
    auto released = json::array();
    for (const auto& item : content.released)
        released.push_back(to_json(item));
    json value{{"answers", std::move(answers)}, {"released", std::move(released)}};
    if (content.at) value["at"] = to_json(*content.at);
    for (const auto& [person, name] : content.about)
        value["about"].push_back({{"of", to_json(person)}, {"name", name}});
    put(value, content.basis);
    if (!content.languages.empty()) value["languages"] = content.languages;
    return bytes_of(std::move(value));
}

std::vector<std::uint8_t> encode(const JointContent& content) {
    auto drafts = json::array();
    for (const auto& draft : content.drafts)
        drafts.push_back(to_json(draft));
    auto versions = json::array();
    for (const auto& version : content.versions)
        versions.push_back(to_json(version));
    json value{{"drafts", std::move(drafts)},     {"statement", to_json(content.statement)},
               {"versions", std::move(versions)}, {"turn", to_json(content.turn)},
               {"a_agrees", content.a_agrees},    {"b_agrees", content.b_agrees}};
    put(value, content.basis);
    return bytes_of(std::move(value));
}

core::Result<Entry> decode_entry(std::span<const std::uint8_t> bytes) {
    return read<Entry>(bytes, "journal entry", [](const json& value) -> Entry {
        const auto is = value.at("is").get<std::string>();
        if (is == "answer")
            return AnswerGiven{item_ref(value.at("of")), answer_of(value.at("answer")), wall_time(value.at("at")),
                               value.value("in", std::string())};
        if (is == "visited") return Visited{item_ref(value.at("of"))};
        if (is == "released") return TextReleased{item_ref(value.at("of")), value.at("released").get<bool>()};
        if (is == "about") return AnswersAbout{item_ref(value.at("of")), value.at("name").get<std::string>()};
        if (is == "put-away") return AnswersPutAway{item_ref(value.at("of")), item_refs(value.at("items"))};
        if (is == "begun") return begun_of(value);
        if (is == "spoken") return Spoken{value.at("in").get<std::string>()};
        throw std::invalid_argument("kind of entry");
    });
}

core::Result<JointEntry> decode_joint_entry(std::span<const std::uint8_t> bytes) {
    return read<JointEntry>(bytes, "joint journal entry", [](const json& value) -> JointEntry {
        const auto is = value.at("is").get<std::string>();
        if (is == "draft") return DraftShared{draft_of(value.at("draft"))};
        if (is == "statement")
            return StatementChanged{statement_of(value.at("statement")), partner_of(value.at("turn"))};
        if (is == "assent") return AssentChanged{partner_of(value.at("who")), value.at("agrees").get<bool>()};
        if (is == "version") return VersionAgreed{version_of(value.at("version"))};
        if (is == "begun") return begun_of(value);
        throw std::invalid_argument("kind of entry");
    });
}

core::Result<PartContent> decode_part(std::span<const std::uint8_t> bytes) {
    return read<PartContent>(bytes, "sealed part", [](const json& value) {
        PartContent content;
        for (const auto& answer : value.at("answers")) {
            const auto item = item_ref(answer.at("of"));
            content.answers[item] = answer_of(answer.at("answer"));
            if (answer.contains("at")) content.first_at[item] = wall_time(answer.at("at"));
        }
        for (const auto& item : value.at("released"))
            content.released.insert(item_ref(item));
        if (value.contains("at")) content.at = item_ref(value.at("at"));
        if (value.contains("about"))
            for (const auto& about : value.at("about"))
                content.about[item_ref(about.at("of"))] = about.at("name").get<std::string>();
        content.basis = basis_of(value);
        if (value.contains("languages")) content.languages = value.at("languages").get<std::set<std::string>>();
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
        content.turn = partner_of(value.at("turn"));
        content.a_agrees = value.at("a_agrees").get<bool>();
        content.b_agrees = value.at("b_agrees").get<bool>();
        content.basis = basis_of(value);
        return content;
    });
}

}
