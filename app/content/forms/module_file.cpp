#include "content/forms/module_file.hpp"
#include "content/read/letters.hpp"

namespace content {

namespace {

// The joint page is one statement that both write: one text, nothing private, nothing scored.
void check_joint(Fields& top, const model::Module& module) {
    if (module.is_private) top.diagnose("private", "a joint module cannot be private: both partners see it");
    for (const model::Item& item : module.items) {
        if (item.is_private && !module.is_private) {
            top.diagnose("joint", "item " + item.id.value + " is private, and a joint module has no private items");
        }
    }
    if (module.items.size() != 1 || module.items.front().kind != model::ItemKind::long_text) {
        top.diagnose("joint", "a joint module has exactly one item, of kind long_text");
    }
    if (!module.scales.empty()) top.diagnose("scale", "a joint module has no scales");
}

// What it says is followed from visit to visit, and is the therapist's alone.
void check_after_session(Fields& top, const model::Module& module) {
    constexpr std::string_view key = "after_session";
    if (module.joint || module.shareable)
        top.diagnose(key, "does not belong to a module that is joint or shareable: no couple is shown what it says");
    if (module.is_private) top.diagnose(key, "does not belong to a private module: it would have to be opened first");
    if (module.scales.empty()) top.diagnose(key, "needs a scale: sessions are compared by their scores");
}

// A form with keys only shows nothing, and rights and version of a form are shown to nobody.
void check_letters(const Node& root, bool keys_only, Diagnostics& diagnostics) {
    for (const Entry& entry : root.entries)
        if (!keys_only && entry.key != "rights" && entry.key != "version")
            check_letters(entry.value, shown(entry.key), diagnostics);
}

}

std::optional<model::Module> module_from(const Node& root, const std::string& name, Diagnostics& diagnostics) {
    std::size_t before = diagnostics.count();
    Fields top(root, "", diagnostics);
    model::Module module;
    module.file = diagnostics.file();
    module.id = {top.id("id", Need::required)};
    if (!name.empty() && !module.id.empty() && module.id.value != name) {
        top.diagnose("id", "must be the file's name, " + in_quotes(name) + "; change one of the two");
    }
    module.title = top.text("title", title_limit, Need::required);
    module.keys_only = top.truth("keys_only").value_or(false);
    module.intro = top.text("intro", page_limit, module.keys_only ? Need::optional : Need::required);
    module.notice = top.text("notice", page_limit, Need::optional);
    module.rights = top.text("rights", rights_limit, Need::required);
    module.version = top.text("version", version_limit, Need::required);
    module.canonical = top.text("canonical", url_limit, Need::optional);
    module.is_private = top.truth("private").value_or(false);
    module.joint = top.truth("joint").value_or(false);
    module.shareable = top.truth("shareable").value_or(false);
    if (std::string other = top.id("same_items_as", Need::optional); !other.empty()) module.same_items_as = {{other}};
    module.fixed_wording = top.truth("fixed_wording").value_or(false);
    module.needs_reading_today = top.truth("needs_reading_today").value_or(false);
    module.after_session = top.truth("after_session").value_or(false);
    ItemNotes notes;
    if (module.keys_only) {
        read_key_items(top, module, notes);
    } else {
        read_items(top, module, notes, diagnostics);
    }
    read_scales(top, module, notes, diagnostics);
    read_data_keys(top, module);
    if (module.joint) check_joint(top, module);
    if (module.joint && module.needs_reading_today)
        top.diagnose("needs_reading_today",
                     "a joint module is read by both partners, and asks nothing that must not wait");
    check_shareable(top, module);
    if (module.after_session) check_after_session(top, module);
    read_back_items(top, module, notes);
    read_repeat(top, module, notes, diagnostics);
    top.finish();
    check_letters(root, module.keys_only, diagnostics);
    if (diagnostics.count() > before) return std::nullopt;
    return module;
}

std::optional<model::Module> read_module(const std::filesystem::path& file, Diagnostics& diagnostics) {
    auto root = read_toml(file, diagnostics);
    return root ? module_from(*root, "", diagnostics) : std::nullopt;
}

}
