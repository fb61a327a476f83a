#include "content/forms/module_file.hpp"
#include "content/forms/module_writer.hpp"
#include "core/toml_string.hpp"
#include <fmt/format.h>

namespace content {

namespace {

constexpr TextLimit word_limit{20};
constexpr std::size_t deepest_group = 20;

model::Code read_code(const Node& table, const std::string& where, Diagnostics& diagnostics) {
    Fields fields(table, where, diagnostics);
    model::Code code{.system = fields.text("system", url_limit, Need::optional),
                     .code = fields.text("code", code_limit, Need::optional),
                     .display = fields.text("display", text_limit, Need::optional)};
    fields.finish();
    return code;
}

void put_part(std::string& out, std::string_view key, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}{} = {}", out.empty() ? "" : ", ", key, core::toml_string(value));
}

std::string in_braces(const model::Code& code) {
    std::string parts;
    put_part(parts, "system", code.system);
    put_part(parts, "code", code.code);
    put_part(parts, "display", code.display);
    return "{ " + parts + " }";
}

}

void read_origin(Fields& fields, const std::string& where, model::Origin& origin, Diagnostics& diagnostics) {
    const Node* table = fields.table("origin");
    if (table == nullptr) return;
    const auto here = where + ".origin";
    Fields from(*table, here, diagnostics);
    origin.link_id = from.text("link_id", code_limit, Need::required);
    origin.groups = from.texts("groups", code_limit, deepest_group);
    origin.type = from.text("type", word_limit, Need::optional);
    origin.option = from.text("option", word_limit, Need::optional);
    for (const Node* code : from.tables("codes"))
        origin.codes.push_back(read_code(*code, here + ".codes", diagnostics));
    if (const Node* unit = from.table("unit")) origin.unit = read_code(*unit, here + ".unit", diagnostics);
    from.finish();
}

void put_origin(std::string& out, const model::Origin& origin) {
    if (origin.link_id.empty()) return;
    std::string parts;
    put_part(parts, "link_id", origin.link_id);
    const auto put_list = [&](std::string_view key, const auto& list, const auto& written) {
        std::string all;
        for (const auto& one : list)
            all += (all.empty() ? "" : ", ") + written(one);
        if (!all.empty()) parts += fmt::format(", {} = [{}]", key, all);
    };
    put_list("groups", origin.groups, [](const std::string& group) { return core::toml_string(group); });
    put_part(parts, "type", origin.type);
    put_part(parts, "option", origin.option);
    put_list("codes", origin.codes, in_braces);
    if (!(origin.unit == model::Code())) parts += ", unit = " + in_braces(origin.unit);
    put(out, "origin", "{ " + parts + " }");
}

}
