// A variant of many kinds whose values are made, copied and destroyed in one file. Each file that did it compiled every
// kind's copying anew: half of what the tests cost to build.
#pragma once
#include <cstddef>
#include <memory>
#include <type_traits>
#include <variant>

namespace model {

template<class Kind, class Kinds>
struct PlaceOf;
template<class Kind, class... Kinds>
struct PlaceOf<Kind, std::variant<Kinds...>> {
    static constexpr std::size_t value = [] { // as many as there are: none of them
        std::size_t place = 0;
        (void)((std::is_same_v<Kind, Kinds> || (++place, false)) || ...);
        return place;
    }();
    static constexpr bool is_one = value < sizeof...(Kinds);
};

// `Kinds`, a variant; what is only declared here, model/visit/one_of.cpp defines for those that there are.
template<class Kinds>
class OneOf : public Kinds {
public:
    OneOf();
    OneOf(const OneOf& other);
    OneOf(OneOf&& other) noexcept;
    OneOf& operator=(const OneOf& other);
    OneOf& operator=(OneOf&& other) noexcept;
    ~OneOf();
    template<class Kind>
    requires PlaceOf<Kind, Kinds>::is_one OneOf(Kind value)
        : OneOf(PlaceOf<Kind, Kinds>::value, std::addressof(value)) {}

private:
    OneOf(std::size_t place, void* value); // moved from
};

}
