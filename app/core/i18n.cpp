#include "core/i18n.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <limits>

namespace core {
namespace {

thread_local const Catalogue* spoken = nullptr;

// Scripts that are written from the right: of Hebrew and Arabic, and all around them.
bool runs_from_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = utf8::next(text, at).code;
        if ((code >= 0x590 && code < 0x900) || (code >= 0xFB1D && code < 0xFE00) || (code >= 0xFE70 && code < 0xFF00) ||
            (code >= 0x10800 && code < 0x11000) || (code >= 0x1E800 && code < 0x1F000))
            return true;
    }
    return false;
}

// A name keeps its own direction, and the sentence around it keeps the sentence's.
std::string isolated(const std::string& value) {
    return runs_from_right(value) ? "\u2068" + value + "\u2069" : value;
}

template<class Places>
std::string filled(const std::string& text, const Places& places) {
    std::string filled;
    filled.reserve(text.size() + 32);
    std::size_t at = 0;
    // One pass, so that braces inside a name are never taken for a place.
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        filled.append(text, at, open - at);
        const std::string_view name = std::string_view(text).substr(open + 1, close - open - 1);
        const bool whole = open == 0 && close + 1 == text.size();
        const auto found =
            std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == name; });
        if (found != places.end()) {
            filled += whole ? found->second : isolated(found->second);
        } else {
            filled.append(text, open, close - open + 1);
        }
        at = close + 1;
    }
    return filled.append(text, at, std::string::npos);
}

}

Speaking::Speaking(const Catalogue* catalogue) : m_before(spoken) {
    spoken = catalogue;
}

Speaking::~Speaking() {
    spoken = m_before;
}

std::string tr(const char* context, const char* english) {
    const char* said = spoken == nullptr ? nullptr : spoken->find(context, english);
    return said == nullptr ? english : said;
}

std::string trn(const char* context, const char* one, const char* many, long long count) {
    const auto number = static_cast<int>(std::clamp<long long>(count, 0, std::numeric_limits<int>::max()));
    const char* said = spoken == nullptr ? nullptr : spoken->find(context, one, number);
    if (said != nullptr) return said;
    return count == 1 ? one : many;
}

std::string fill(const std::string& text, std::initializer_list<std::pair<std::string_view, std::string>> places) {
    return filled(text, places);
}

std::string fill(const std::string& text, const std::vector<std::pair<std::string, std::string>>& places) {
    return filled(text, places);
}

std::string Message::words() const {
    return words_in(spoken);
}

std::string Message::words_in(const Catalogue* catalogue) const {
    if (empty()) return {};
    const char* said = catalogue == nullptr ? nullptr : catalogue->find(context.c_str(), english.c_str());
    return filled(said == nullptr ? english : std::string(said), places);
}

Message message(const char* context, const char* english, std::vector<std::pair<std::string, std::string>> places) {
    return {context, english, std::move(places)};
}

}
