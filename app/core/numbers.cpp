#include "core/numbers.hpp"
#include "core/i18n.hpp"
#include <charconv>

namespace core {
namespace {

std::string with_sign(std::string text) {
    if (const auto point = text.find('.'); point != std::string::npos)
        text.replace(point, 1, tr("number.decimal-sign", "."));
    return text;
}

}

std::string decimal(double value, int places) {
    char digits[400];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, places);
    return with_sign({digits, end.ptr});
}

std::string plain(double value) {
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::general, 6);
    return with_sign({digits, end.ptr});
}

}
