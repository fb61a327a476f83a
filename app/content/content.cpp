#include "content/content.hpp"
#include "content/article_file.hpp"
#include "content/fields.hpp"
#include "content/module_file.hpp"
#include "content/packet_file.hpp"
#include "content/same_items.hpp"
#include "content/text_file.hpp"
#include <algorithm>
#include <set>

namespace content {

namespace {

namespace fs = std::filesystem;

constexpr const char* modules_folder = "modules";
constexpr const char* articles_folder = "articles";
constexpr const char* articles_list = "articles/articles.toml";

// Names, without the ending, of what a folder holds with that ending, sorted; nothing when it cannot be read.
std::optional<std::set<std::string>> names_in(const fs::path& folder, const char* ending) {
    std::error_code failed;
    fs::directory_iterator at(folder, failed);
    std::set<std::string> names;
    for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
        std::string name = at->path().filename().string();
        if (name.starts_with(".") || !name.ends_with(ending)) continue;
        names.insert(at->path().stem().string());
    }
    if (failed) return std::nullopt;
    return names;
}

void report(model::Content& content, const std::string& what, const Complaints& complaints) {
    for (const std::string& line : complaints.lines())
        content.broken.push_back({what, line});
}

void missing_folder(model::Content& content, const char* name) {
    Complaints complaints(name);
    complaints.add(1, "", "this folder is missing or cannot be read");
    report(content, name, complaints);
}

// Runs when every form has been read: a form that asks another one's items again is held against it.
void compare_forms(const std::map<core::ModuleId, Node>& again, model::Content& content) {
    for (const auto& [id, root] : again) {
        const model::Module& form = content.modules.at(id);
        const model::Module* original = model::find_module(content, *form.same_items_as);
        Complaints complaints(form.file);
        Fields fields(root, "", complaints);
        if (!original || original == &form) {
            fields.complain("same_items_as", "there is no other module " + in_quotes(form.same_items_as->value));
        } else {
            check_same_items(fields, form, *original);
        }
        if (complaints.empty()) continue;
        report(content, id.value, complaints);
        content.modules.erase(id);
    }
}

std::set<std::string> load_modules(const fs::path& folder, model::Content& content) {
    auto names = names_in(folder / modules_folder, ".toml");
    if (!names) {
        missing_folder(content, modules_folder);
        return {};
    }
    std::map<core::ModuleId, Node> again;
    for (const std::string& name : *names) {
        Complaints complaints(std::string(modules_folder) + "/" + shown(name) + ".toml");
        auto root = read_toml(folder / modules_folder / (name + ".toml"), complaints);
        auto module = root ? module_from(*root, name, complaints) : std::nullopt;
        if (module && module->keys_only) {
            complaints.add(1, "keys_only",
                           "this form has no words to show; it can only be scored, with sameside score");
        } else if (module) {
            if (module->same_items_as) again.emplace(module->id, std::move(*root));
            content.modules.emplace(module->id, std::move(*module));
        }
        report(content, shown(name), complaints);
    }
    compare_forms(again, content);
    return *names;
}

void load_packets(const fs::path& folder, const std::set<std::string>& modules, model::Content& content) {
    Complaints complaints(packets_file);
    auto root = read_toml(folder / packets_file, complaints);
    report(content, "packets", complaints);
    if (root) read_packets(*root, modules, content);
}

std::vector<std::string> listed_articles(const fs::path& folder, const std::set<std::string>& files,
                                         model::Content& content) {
    Complaints complaints(articles_list);
    std::vector<std::string> order;
    if (auto root = read_toml(folder / articles_list, complaints)) {
        Fields fields(*root, "", complaints);
        order = fields.ids("articles", Need::required);
        fields.finish();
        for (const std::string& name : files) {
            if (std::ranges::find(order, name) == order.end()) {
                fields.complain("articles", "does not list \"" + shown(name) + "\", whose file is in this folder");
            }
        }
    }
    report(content, "articles", complaints);
    return order;
}

void load_articles(const fs::path& folder, model::Content& content) {
    auto files = names_in(folder / articles_folder, ".md");
    if (!files) {
        missing_folder(content, articles_folder);
        return;
    }
    for (const std::string& name : listed_articles(folder, *files, content)) {
        std::string file = std::string(articles_folder) + "/" + name + ".md";
        Complaints complaints(file);
        auto text = read_text(folder / file, complaints);
        auto article = text ? article_from(*text, {name}, complaints) : std::nullopt;
        if (article) content.articles.push_back(std::move(*article));
        report(content, name, complaints);
    }
}

}

core::Result<model::Content> load(const fs::path& folder) {
    std::error_code failed;
    fs::directory_iterator readable(folder, failed);
    if (failed) {
        return core::fail(core::ErrorCode::io, "content folder " + folder.string() + ": " + failed.message());
    }
    model::Content content;
    std::set<std::string> modules = load_modules(folder, content);
    load_packets(folder, modules, content);
    load_articles(folder, content);
    return content;
}

core::Result<std::vector<std::string>> check(const fs::path& folder) {
    return load(folder).map([](const model::Content& content) {
        std::vector<std::string> lines;
        for (const model::Broken& broken : content.broken)
            lines.push_back(broken.why);
        return lines;
    });
}

}
