#include "content/words/catalogue_file.hpp"
#include "content/read/text_file.hpp"
#include "content/words/mo_file.hpp"
#include <boost/locale/gnu_gettext.hpp>
#include <fstream>

namespace content {

namespace {

namespace gettext = boost::locale::gnu_gettext;
using Messages = boost::locale::message_format<char>;

constexpr const char* domain = "sameside";
constexpr char after_context = '\4';

class Gettext final : public core::Catalogue {
public:
    explicit Gettext(Messages* messages)
        : m_owner(std::locale::classic(), messages), m_messages(*messages), m_domain(messages->domain(domain)) {}

    const char* find(const char* context, const char* english) const override {
        if (*english == '\0') return nullptr; // its translation would be the catalogue's header
        return m_messages.get(m_domain, context, english);
    }
    const char* find(const char* context, const char* one, int count) const override {
        return m_messages.get(m_domain, context, one, count);
    }

private:
    std::locale m_owner; // counts the facet's references
    const Messages& m_messages;
    int m_domain;
};

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find('\0', at);
        parts.emplace_back(text.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos) return parts;
        at = end + 1;
    }
}

}

core::Result<std::shared_ptr<const core::Catalogue>> read_catalogue(std::span<const char> bytes,
                                                                    const std::string& name) {
    if (const auto checked = mo_texts(bytes, name); !checked) return core::pass(checked.error());
    gettext::messages_info info;
    info.language = "C"; // it names a folder, and no folder is read
    info.encoding = "UTF-8";
    info.domains.emplace_back(domain);
    info.paths.emplace_back();
    info.callback = [bytes](const std::string&, const std::string&) {
        return std::vector<char>(bytes.begin(), bytes.end());
    };
    try {
        return std::make_shared<const Gettext>(gettext::create_messages_facet<char>(info));
    } catch (const std::exception& failure) {
        return core::fail(core::ErrorCode::damaged, name + ": is not a catalogue that can be used: " + failure.what());
    }
}

core::Result<std::vector<CatalogueEntry>> messages_of(std::span<const char> bytes, const std::string& name) {
    const auto texts = mo_texts(bytes, name);
    if (!texts) return core::pass(texts.error());
    std::vector<CatalogueEntry> messages;
    for (auto [key, value] : std::span(*texts).subspan(1)) {
        CatalogueEntry message;
        if (const auto at = key.find(after_context); at != std::string_view::npos) {
            message.context = key.substr(0, at);
            key.remove_prefix(at + 1);
        }
        auto sources = parted(key);
        message.english = std::move(sources.front());
        if (sources.size() > 1) message.many = std::move(sources[1]);
        message.said = parted(value);
        messages.push_back(std::move(message));
    }
    return messages;
}

core::Result<std::vector<char>> catalogue_bytes(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        return core::fail(core::ErrorCode::not_found, file.string() + ": there is no such file");
    std::ifstream in(file, std::ios::binary);
    std::vector<char> bytes(file_limit + 1);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad() || !(in.good() || in.eof()))
        return core::fail(core::ErrorCode::io, file.string() + ": cannot be read");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > file_limit)
        return core::fail(core::ErrorCode::damaged, file.string() + ": is larger than 1 MiB (1048576 bytes)");
    return bytes;
}

}
