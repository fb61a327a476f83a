#include "content/fhir/exact.hpp"
#include <charconv>
#include <cmath>
#include <string>

namespace content {

std::optional<Exact> Exact::of_decimal(double value) {
    const double parts = std::round(value * static_cast<double>(most_parts));
    const bool fits = std::abs(parts) <= 1e15 && std::abs(parts / static_cast<double>(most_parts) - value) < 1e-9;
    return fits ? of(static_cast<std::int64_t>(parts), most_parts) : std::nullopt;
}

std::optional<Exact> exact_number(std::string_view text) {
    const auto point = text.find('.');
    const auto decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
    std::string digits(text);
    if (decimals > 0) digits.erase(point, 1);
    std::int64_t over = 0, under = 1;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, over);
    if (read.ec != std::errc{} || read.ptr != end || decimals > 6) return std::nullopt;
    for (std::size_t i = 0; i < decimals; ++i)
        under *= 10;
    return Exact::of(over, under);
}

}
