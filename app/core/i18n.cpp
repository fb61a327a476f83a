#include "core/i18n.hpp"
#include <algorithm>
#include <limits>

namespace core {
namespace {

thread_local const Catalogue* spoken = nullptr;

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
        const auto found =
            std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == name; });
        if (found != places.end()) {
            filled += found->second;
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
    if (empty()) return {};
    return filled(tr(context.c_str(), english.c_str()), places);
}

Message message(const char* context, const char* english, std::vector<std::pair<std::string, std::string>> places) {
    return {context, english, std::move(places)};
}

}
