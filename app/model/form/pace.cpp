#include "model/form/pace.hpp"

namespace model {

std::chrono::seconds time_for(const Item& item) {
    using std::chrono::seconds;
    switch (item.kind) {
    case ItemKind::choice:
    case ItemKind::number:
    case ItemKind::zero_to_ten:
        return seconds(8);
    case ItemKind::choices:
    case ItemKind::two_way:
    case ItemKind::date:
        return seconds(14);
    case ItemKind::display:
        return seconds(10);
    case ItemKind::short_text:
    case ItemKind::consent:
    case ItemKind::signature:
        return seconds(20);
    case ItemKind::long_text:
        return seconds(60);
    }
    return {};
}

}
