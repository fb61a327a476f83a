#include "core/letters.hpp"
#include <glib.h>

namespace core {

bool can_be_shown(char32_t letter) {
    constexpr char32_t may_break = 0xAD, keeps_apart = 0x200C, joins = 0x200D, first_tag = 0xE0020,
                       last_tag = 0xE007F; // of flags
    if (letter == may_break || letter == keeps_apart || letter == joins || (letter >= first_tag && letter <= last_tag))
        return true;
    switch (g_unichar_type(letter)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return false;
    default:
        return true;
    }
}

}
