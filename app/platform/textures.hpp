// Pictures as OpenGL textures, made when first asked for. Needs the window's context; drop() before that goes.
#pragma once
#include "platform/pictures.hpp"
#include "ui/kit/scripts.hpp"

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

// The sheets of letters that other scripts are set with, on their way to OpenGL.
class SheetTextures {
public:
    SheetTextures() = default;
    SheetTextures(const SheetTextures&) = delete;
    SheetTextures& operator=(const SheetTextures&) = delete;
    ~SheetTextures(); // needs the context
    std::uintptr_t make();
    static void show(ui::Scripts& scripts); // gives what has changed to OpenGL

private:
    std::vector<std::uintptr_t> m_handles;
};

}
