// The machine stands in another time zone while it lives.
#pragma once
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>

class ATimeZone {
public:
    explicit ATimeZone(const char* zone) {
        if (const char* before = std::getenv("TZ")) m_before = before;
        ::setenv("TZ", zone, 1);
        ::tzset();
    }
    ~ATimeZone() {
        if (m_before)
            ::setenv("TZ", m_before->c_str(), 1);
        else
            ::unsetenv("TZ");
        ::tzset();
    }
    ATimeZone(const ATimeZone&) = delete;
    ATimeZone& operator=(const ATimeZone&) = delete;

private:
    std::optional<std::string> m_before;
};
