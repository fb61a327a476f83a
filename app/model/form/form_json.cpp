// Forms as JSON.
#include "model/form/asked_form.hpp"
#include "model/form/form_fields.hpp"
#include "model/form/form_words.hpp"
#include <nlohmann/json.hpp>

namespace model {
namespace {

using nlohmann::json;

template<class T>
constexpr bool is_optional = false;
template<class T>
constexpr bool is_optional<std::optional<T>> = true;

template<class T>
concept List = requires(const T& list) {
    list.begin();
}
&&!std::is_convertible_v<T, std::string_view>;
template<class T>
concept Named = requires(const T& name) {
    name.value;
    name.empty();
};
template<class T>
concept Plain = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;

struct Writer {
    json& into;

    template<class T>
    static json written(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            return word_for(value);
        } else if constexpr (Plain<T>) {
            return value;
        } else if constexpr (Named<T>) {
            return value.value;
        } else if constexpr (List<T>) {
            auto list = json::array();
            for (const auto& one : value)
                list.push_back(written(one));
            return list;
        } else {
            auto object = json::object();
            fields(Writer{object}, value);
            return object;
        }
    }

    template<class T>
    void operator()(const char* name, const T& value) const {
        if constexpr (is_optional<T>) {
            if (value) into[name] = written(*value);
        } else if (std::is_enum_v<T> || !(value == T())) {
            into[name] = written(value);
        }
    }
};

struct Reader {
    const json& from;

    template<class T>
    static void read(const json& found, T& value) {
        if constexpr (std::is_enum_v<T>) {
            value = value_for<T>(found.get_ref<const std::string&>());
        } else if constexpr (Plain<T>) {
            value = found.get<T>();
        } else if constexpr (Named<T>) {
            value.value = found.get<std::string>();
        } else if constexpr (requires { value.resize(0); }) {
            for (const auto& one : found.get_ref<const json::array_t&>())
                read(one, value.emplace_back());
        } else if constexpr (List<T>) { // of a fixed length
            for (std::size_t i = 0; i < value.size(); ++i)
                read(found.at(i), value[i]);
        } else {
            if (!found.is_object()) throw std::invalid_argument("object");
            fields(Reader{found}, value);
        }
    }

    // What was left out was as a value of its type is that nobody set, whatever a new object of ours begins with.
    template<class T>
    void operator()(const char* name, T& value) const {
        value = T();
        const auto found = from.find(name);
        if (found == from.end()) return;
        if constexpr (is_optional<T>)
            read(*found, value.emplace());
        else
            read(*found, value);
    }
};

void put_content(const Writer& archive, const Content& content) {
    archive("packets", content.packets);
    auto modules = json::array();
    for (const auto& entry : content.modules)
        modules.push_back(Writer::written(entry.second));
    archive.into["modules"] = std::move(modules);
    archive("secrets_policy", content.secrets_policy);
}

Content content_from(const json& value) {
    Content content;
    Reader archive{value};
    archive("packets", content.packets);
    for (const auto& one : value.at("modules")) {
        Module module;
        Reader::read(one, module);
        auto id = module.id;
        content.modules.emplace(std::move(id), std::move(module));
    }
    archive("secrets_policy", content.secrets_policy);
    return content;
}

std::vector<std::uint8_t> text_bytes(const json& value) {
    const auto text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    return {text.begin(), text.end()};
}

}

std::vector<std::uint8_t> encode(const Contents& contents) {
    auto languages = json::object();
    for (const auto& [tag, content] : contents) {
        auto& written = languages[tag] = json::object();
        put_content(Writer{written}, content);
    }
    return text_bytes({{"schema", form_schema}, {"languages", std::move(languages)}});
}

std::vector<std::uint8_t> encode(const Module& module) {
    return text_bytes(Writer::written(module));
}

std::vector<std::uint8_t> encode(const std::vector<Article>& articles) {
    auto list = json::array();
    for (const auto& article : articles) {
        auto written = json::object();
        fields(Writer{written}, article);
        list.push_back(std::move(written));
    }
    return text_bytes(list);
}

core::Result<Contents> decode_contents(std::span<const std::uint8_t> bytes) {
    try {
        const auto value = json::parse(bytes.begin(), bytes.end());
        if (value.at("schema").get<int>() > form_schema) return core::fail(core::ErrorCode::newer_version, "form");
        Contents contents;
        for (const auto& [tag, written] : value.at("languages").items()) {
            auto content = content_from(written);
            content.language = tag;
            contents.emplace(tag, std::move(content));
        }
        return contents;
    } catch (const std::exception&) {
        return core::fail(core::ErrorCode::damaged, "form");
    }
}

}
