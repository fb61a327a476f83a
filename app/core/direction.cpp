#include "core/direction.hpp"
#include "core/utf8.hpp"
#include <fribidi.h>

namespace core {

bool begins_at_right(std::string_view text) {
    int isolates = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = utf8::next(text, at).code;
        if (code >= 0x2066 && code <= 0x2068) ++isolates;
        if (code == 0x2069 && isolates > 0) --isolates;
        if (isolates > 0) continue;
        const FriBidiCharType type = fribidi_get_bidi_type(code);
        if (FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_LETTER(type)) return FRIBIDI_IS_RTL(type);
    }
    return false;
}

}
