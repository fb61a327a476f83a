#include "content/forms/content.hpp"
#include "content/forms/article_file.hpp"
#include "content/forms/broken.hpp"
#include "content/forms/module_file.hpp"
#include "content/forms/packet_file.hpp"
#include "content/forms/same_items.hpp"
#include "content/read/fields.hpp"
#include "content/read/text_file.hpp"
#include <algorithm>
#include <set>

namespace content {

namespace {

namespace fs = std::filesystem;

constexpr const char* modules_folder = "modules";
constexpr const char* articles_folder = "articles";
constexpr const char* articles_list = "articles/articles.toml";

struct Listing {
    std::set<std::string> names;  // without the ending, of what has it
    std::set<std::string> others; // whole, but for what is hidden
};

// What the folder holds; nothing when it cannot be read.
std::optional<Listing> list(const fs::path& folder, const char* ending) {
    std::error_code failed;
    fs::directory_iterator at(folder, failed);
    Listing found;
    for (; !failed && at != fs::directory_iterator(); at.increment(failed)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(".")) continue;
        if (name.ends_with(ending)) {
            found.names.insert(at->path().stem().string());
        } else {
            found.others.insert(name);
        }
    }
    if (failed) return std::nullopt;
    return found;
}

void note(model::Content& content, const std::string& file, const std::string& what) {
    content.notes.push_back(file + ": " + what);
}

void missing_folder(model::Content& content, const char* name) {
    Diagnostics diagnostics(name);
    diagnostics.add(1, "", "this folder is missing or cannot be read");
    report(content, name, diagnostics);
}

bool names_articles(const model::Module& form) {
    return form.map && std::ranges::any_of(form.map->articles, [](const auto& article) { return !article.empty(); });
}

void check_original(Fields& fields, const model::Module& form, const model::Content& content) {
    const model::Module* original = model::find_module(content, *form.same_items_as);
    if (!original || original == &form) {
        fields.diagnose("same_items_as", "there is no other module " + in_quotes(form.same_items_as->value));
    } else {
        check_same_items(fields, form, *original);
    }
}

// Runs when every form has been read: one that asks another one's items again is held against it, and one whose map
// names articles against what there is to read.
void compare_forms(const std::map<core::ModuleId, Node>& again, const std::set<std::string>& articles,
                   model::Content& content) {
    for (const auto& [id, root] : again) {
        const model::Module& form = content.modules.at(id);
        Diagnostics diagnostics(form.file);
        Fields fields(root, "", diagnostics);
        if (form.same_items_as) check_original(fields, form, content);
        if (names_articles(form)) check_region_articles(*fields.table("map"), form, articles, diagnostics);
        if (diagnostics.empty()) continue;
        report(content, id.value, diagnostics);
        content.modules.erase(id);
    }
}

std::string rename_it(std::string_view what) {
    return "rename this file, or move it elsewhere: its name is the id of the " + std::string(what) +
           ", which has a-z, 0-9 and - only, a letter first, at most 64 characters";
}

// What a file of another ending was meant to be cannot be known; that it is not read must be said.
void note_others(model::Content& content, const std::string& folder, const Listing& listing, std::string_view kind,
                 std::string_view ending) {
    for (const std::string& name : listing.others)
        note(content, folder + "/" + shown(name),
             "is not read; the name of " + std::string(kind) + " ends in " + std::string(ending));
}

void note_rights(model::Content& content, const model::Module& module, const Node& root) {
    if (module.rights != rights_not_stated) return;
    const Entry* rights = find_entry(root, "rights");
    note(content, module.file + ":" + std::to_string(rights ? rights->line : 1),
         "rights: still to be written: by what right the practice uses this form");
}

std::set<std::string> load_modules(const fs::path& folder, model::Content& content) {
    auto listing = list(folder / modules_folder, ".toml");
    if (!listing) {
        missing_folder(content, modules_folder);
        return {};
    }
    std::map<core::ModuleId, Node> again;
    note_others(content, modules_folder, *listing, "a form", ".toml");
    for (const std::string& name : listing->names) {
        Diagnostics diagnostics(std::string(modules_folder) + "/" + shown(name) + ".toml");
        if (!is_id(name)) {
            diagnostics.add(1, "", rename_it("form"));
            report(content, shown(name), diagnostics);
            continue;
        }
        auto root = read_toml(folder / modules_folder / (name + ".toml"), diagnostics);
        auto module = root ? module_from(*root, name, diagnostics) : std::nullopt;
        if (module && module->keys_only) {
            diagnostics.add(1, "keys_only",
                            "this form has no words to show; it can only be scored, with sameside score");
        } else if (module) {
            note_rights(content, *module, *root);
            if (module->same_items_as || names_articles(*module)) again.emplace(module->id, std::move(*root));
            content.modules.emplace(module->id, std::move(*module));
        }
        report(content, shown(name), diagnostics);
    }
    const auto articles = list(folder / articles_folder, ".md");
    compare_forms(again, articles ? articles->names : std::set<std::string>(), content);
    return std::move(listing->names);
}

// Says which forms are never asked. Where a packet cannot be read, nobody knows what it names.
void note_unnamed(model::Content& content) {
    const auto of_packets = [](const model::Broken& broken) { return broken.why.starts_with(packets_file); };
    if (std::ranges::any_of(content.broken, of_packets)) return;
    for (const auto& entry : content.modules) {
        const auto names = [&](const model::Packet& packet) {
            return packet.joint_module == entry.first ||
                   std::ranges::find(packet.modules, entry.first) != packet.modules.end();
        };
        if (std::ranges::none_of(content.packets, names))
            note(content, entry.second.file,
                 "no packet names this form, so it is never asked; name it in packets.toml");
    }
}

void load_packets(const fs::path& folder, const std::set<std::string>& modules, model::Content& content) {
    Diagnostics diagnostics(packets_file);
    auto root = read_toml(folder / packets_file, diagnostics);
    report(content, "packets", diagnostics);
    if (root) read_packets(*root, modules, content);
    note_unnamed(content);
}

std::vector<std::string> listed_articles(const fs::path& folder, const std::set<std::string>& files,
                                         model::Content& content) {
    Diagnostics diagnostics(articles_list);
    std::vector<std::string> order;
    if (auto root = read_toml(folder / articles_list, diagnostics)) {
        Fields fields(*root, "", diagnostics);
        order = fields.ids("articles", Need::required);
        fields.finish();
        for (const std::string& name : files) {
            if (!is_id(name)) {
                Diagnostics misnamed(std::string(articles_folder) + "/" + shown(name) + ".md");
                misnamed.add(1, "", rename_it("article"));
                report(content, shown(name), misnamed);
            } else if (std::ranges::find(order, name) == order.end()) {
                fields.diagnose("articles", "does not list \"" + shown(name) + "\", whose file is in this folder");
            }
        }
    }
    report(content, "articles", diagnostics);
    return order;
}

void load_articles(const fs::path& folder, model::Content& content) {
    auto files = list(folder / articles_folder, ".md");
    if (!files) {
        missing_folder(content, articles_folder);
        return;
    }
    files->others.erase(fs::path(articles_list).filename().string());
    note_others(content, articles_folder, *files, "an article", ".md");
    for (const std::string& name : listed_articles(folder, files->names, content)) {
        std::string file = std::string(articles_folder) + "/" + name + ".md";
        Diagnostics diagnostics(file);
        auto text = read_text(folder / file, diagnostics);
        auto article = text ? article_from(*text, {name}, diagnostics) : std::nullopt;
        if (article) content.articles.push_back(std::move(*article));
        report(content, name, diagnostics);
    }
}

}

core::Result<model::Content> load(const fs::path& folder) {
    std::error_code failed;
    fs::directory_iterator readable(folder, failed);
    if (failed) {
        return core::fail(core::ErrorCode::io, "content folder " + folder.string() + ": " + failed.message());
    }
    if (!fs::exists(fs::symlink_status(folder / packets_file, failed)))
        return core::fail(core::ErrorCode::not_found,
                          folder.string() + ": is not a content folder; it has no " + packets_file);
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
