#include "model/visit/one_of.hpp"
#include "model/visit/effect.hpp"
#include "model/visit/state.hpp"
#include <utility>

namespace model {

template<class Kinds>
OneOf<Kinds>::OneOf() = default;
template<class Kinds>
OneOf<Kinds>::OneOf(const OneOf& other) = default;
template<class Kinds>
OneOf<Kinds>::OneOf(OneOf&& other) noexcept = default;
template<class Kinds>
OneOf<Kinds>& OneOf<Kinds>::operator=(const OneOf& other) = default;
template<class Kinds>
OneOf<Kinds>& OneOf<Kinds>::operator=(OneOf&& other) noexcept = default;
template<class Kinds>
OneOf<Kinds>::~OneOf() = default;

template<class Kinds>
OneOf<Kinds>::OneOf(std::size_t place, void* value) {
    const auto take = [&]<std::size_t i>(std::integral_constant<std::size_t, i>) {
        this->template emplace<i>(std::move(*static_cast<std::variant_alternative_t<i, Kinds>*>(value)));
        return true;
    };
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        (void)((place == i && take(std::integral_constant<std::size_t, i>())) || ...);
    }
    (std::make_index_sequence<std::variant_size_v<Kinds>>());
}

template class OneOf<AnyScreen>;
template class OneOf<AnyEffect>;

}
