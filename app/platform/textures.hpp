// Pictures as OpenGL textures, made when first asked for. Needs the window's context; drop() before that goes.
#pragma once
#include "platform/pictures.hpp"

namespace platform {

class Textures {
public:
    explicit Textures(Pictures pictures) : m_pictures(std::move(pictures)) {}
    std::uintptr_t handle(std::string_view name); // 0 when there is no such picture
    void use_large(bool large);                   // the 2x drawings where there are some
    void drop();

private:
    Pictures m_pictures;
    std::map<std::string, std::uintptr_t, std::less<>> m_handles;
    bool m_large = false;
};

}
