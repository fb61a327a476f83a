// A fraction without rounding. Its limits are such that no step can overflow; a step beyond them gives nothing.
#pragma once
#include <compare>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>

namespace content {

class Exact {
public:
    static constexpr std::int64_t most = 1'000'000'000; // above the line, and below zero as much
    static constexpr std::int64_t most_parts = 1'000'000;

    constexpr Exact() = default;
    constexpr explicit Exact(int whole) : m_over(whole) {}
    static constexpr std::optional<Exact> of(std::int64_t over, std::int64_t under) {
        if (under == 0) return std::nullopt;
        const auto common = std::gcd(over, under) * (under < 0 ? -1 : 1);
        const Exact made(over / common, under / common);
        const bool fits = made.m_over <= most && made.m_over >= -most && made.m_under <= most_parts;
        return fits ? std::optional(made) : std::nullopt;
    }
    // With at most six digits behind the point, as it was written.
    static std::optional<Exact> of_decimal(double value);

    constexpr std::int64_t over() const { return m_over; }
    constexpr std::int64_t under() const { return m_under; }
    constexpr bool is_whole() const { return m_under == 1; }

    constexpr std::optional<Exact> plus(Exact other) const {
        return of(m_over * other.m_under + other.m_over * m_under, m_under * other.m_under);
    }
    constexpr std::optional<Exact> minus(Exact other) const { return plus(Exact(-other.m_over, other.m_under)); }
    constexpr std::optional<Exact> times(Exact other) const {
        return of(m_over * other.m_over, m_under * other.m_under);
    }
    constexpr std::optional<Exact> divided_by(Exact other) const {
        return of(m_over * other.m_under, m_under * other.m_over);
    }

    constexpr bool operator==(const Exact&) const = default;
    constexpr std::strong_ordering operator<=>(const Exact& other) const {
        return m_over * other.m_under <=> other.m_over * m_under;
    }

private:
    constexpr Exact(std::int64_t over, std::int64_t under) : m_over(over), m_under(under) {}
    std::int64_t m_over = 0;
    std::int64_t m_under = 1;
};

// As it stands in a text: digits, maybe a sign before them and a point among them.
std::optional<Exact> exact_number(std::string_view text);

}
