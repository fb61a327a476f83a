#include "core/normal_form.hpp"
#include "core/utf8.hpp"
#include <glib.h>
#include <sodium.h>

namespace core {

namespace {

// GLib's own text, wiped when let go: it may be a passphrase.
class Owned {
public:
    explicit Owned(gchar* text) : m_text(text) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        if (m_text == nullptr) return;
        sodium_memzero(m_text, view().size());
        g_free(m_text);
    }
    explicit operator bool() const { return m_text != nullptr; }
    std::string_view view() const { return m_text; }

private:
    gchar* m_text;
};

// GLib would end at a zero byte and drop the rest.
bool can_be_normal(std::string_view text) {
    return !text.empty() && utf8::valid_until(text) == text.size() && text.find('\0') == std::string_view::npos;
}

gchar* composed(std::string_view text) {
    return g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_NFC);
}

}

std::string normal_form(std::string_view text) {
    if (!can_be_normal(text)) return std::string(text);
    const Owned normal(composed(text));
    return std::string(normal ? normal.view() : text);
}

SecretText normal_form(const SecretText& text) {
    if (!can_be_normal(text.view())) return text;
    const Owned normal(composed(text.view()));
    SecretText result;
    return normal && result.append(normal.view()) ? result : text;
}

std::string folded(std::string_view text) {
    const std::string normal = normal_form(text);
    if (!can_be_normal(normal)) return normal;
    const Owned fold(g_utf8_casefold(normal.data(), static_cast<gssize>(normal.size())));
    return fold ? normal_form(fold.view()) : normal;
}

std::string tidied(std::string_view text) {
    std::string words;
    for (const char c : normal_form(text)) {
        const bool blank = c == ' ' || c == '\t';
        if (blank && (words.empty() || words.back() == ' ')) continue;
        words += blank ? ' ' : c;
    }
    if (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

}
