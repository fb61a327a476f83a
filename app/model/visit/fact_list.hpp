// Kinds of facts by their types, in an order.
#pragma once
#include <array>
#include <cstddef>
#include <type_traits>

namespace model {

template<class... Fs>
struct FactList {
    static constexpr std::size_t size = sizeof...(Fs);

    template<class F>
    static consteval std::size_t place() { // size when it is not in the list
        const std::array<bool, size> same{std::is_same_v<F, Fs>...};
        std::size_t at = 0;
        while (at < size && !same[at])
            ++at;
        return at;
    }
    template<class F>
    static consteval bool holds() {
        return (std::is_same_v<F, Fs> || ...);
    }
    static consteval bool holds_each_once() {
        std::size_t at = 0;
        return ((place<Fs>() == at++) && ...);
    }
    template<class... Others>
    static consteval bool holds_all(FactList<Others...>) {
        return (holds<Others>() && ...);
    }
};

template<class... Lists>
struct JoinedLists;
template<class List>
struct JoinedLists<List> {
    using Type = List;
};
template<class... As, class... Bs, class... Lists>
struct JoinedLists<FactList<As...>, FactList<Bs...>, Lists...> {
    using Type = typename JoinedLists<FactList<As..., Bs...>, Lists...>::Type;
};
template<class... Lists>
using Joined = typename JoinedLists<Lists...>::Type;

}
