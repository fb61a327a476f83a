#include "model/form/answer.hpp"
#include "core/plain_text.hpp"
#include <cstdlib>

namespace model {
namespace {

struct IsAnswered {
    bool operator()(const Skipped&) const { return false; }
    bool operator()(const Chosen&) const { return true; }
    bool operator()(const ChosenSet& set) const { return !set.values.empty(); }
    bool operator()(const BothWays& both) const { return both.toward_me || both.from_me; }
    bool operator()(const Written& written) const { return !core::trimmed(written.text).empty(); }
    bool operator()(const Consented& consented) const { return consented.agreed; }
    bool operator()(const PreferredNot&) const { return false; }
    bool operator()(const Dated&) const { return true; }
    bool operator()(const Signed& sign) const { return !sign.strokes.empty() || !core::trimmed(sign.typed).empty(); }
};

}

bool is_answered(const Answer& answer) {
    return std::visit(IsAnswered{}, answer);
}

bool is_decided(const Answer& answer) {
    return is_answered(answer) || std::holds_alternative<PreferredNot>(answer);
}

std::string number_words(int value, int decimals) {
    if (decimals == 0) return std::to_string(value);
    std::string digits = std::to_string(std::abs(value));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    return value < 0 ? "-" + digits : digits;
}

}
