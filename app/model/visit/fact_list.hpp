// Kinds of facts by their types, in an order.
#pragma once
#include <cstddef>
#include <type_traits>
#include <utility>

namespace model {

// Each kind with its place as a base: the compiler finds one among a hundred without comparing it with each.
template<std::size_t place, class F>
struct FactAt {};
template<class Places, class... Fs>
struct FactPlaces;
template<std::size_t... places, class... Fs>
struct FactPlaces<std::index_sequence<places...>, Fs...> : FactAt<places, Fs>... {};

template<class... Fs>
struct FactList {
    static constexpr std::size_t size = sizeof...(Fs);

    template<class F>
    static consteval std::size_t place() { // size when it is not in the list, or more than once
        return place_at<F>(static_cast<const Places*>(nullptr));
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

private:
    using Places = FactPlaces<std::index_sequence_for<Fs...>, Fs...>;
    template<class F, std::size_t at>
    static consteval std::size_t place_at(const FactAt<at, F>*) {
        return at;
    }
    template<class F>
    static consteval std::size_t place_at(const void*) {
        return size;
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
