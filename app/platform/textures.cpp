#include "platform/textures.hpp"
#include <GL/gl.h>
#include <GL/glext.h>
#include <utility>

namespace platform {

namespace {

void fill(GLuint texture, int width, int height, const std::uint8_t* rgba) {
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    glBindTexture(GL_TEXTURE_2D, 0);
}

}

std::uintptr_t SheetTextures::make() {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    return m_handles.emplace_back(texture);
}

SheetTextures::~SheetTextures() {
    for (const std::uintptr_t handle : m_handles)
        if (const auto texture = static_cast<GLuint>(handle); texture != 0) glDeleteTextures(1, &texture);
}

void SheetTextures::show(ui::Scripts& scripts) {
    for (ui::Scripts::Sheet& sheet : scripts.sheets()) {
        if (!std::exchange(sheet.changed, false)) continue;
        fill(static_cast<GLuint>(sheet.texture), ui::Scripts::sheet_width, ui::Scripts::sheet_height,
             sheet.rgba.data());
    }
}

std::uintptr_t Textures::handle(std::string_view name) {
    if (const auto known = m_handles.find(name); known != m_handles.end()) return known->second;
    GLuint texture = 0;
    if (const Picture* picture = m_pictures.find(name, m_large)) {
        glGenTextures(1, &texture);
        fill(texture, picture->width, picture->height, picture->rgba.data());
        m_pictures.drop(); // the graphics memory has it now
    }
    return m_handles.emplace(name, texture).first->second;
}

void Textures::use_large(bool large) {
    if (large != m_large) drop();
    m_large = large;
}

void Textures::drop() {
    for (const auto& [name, handle] : m_handles)
        if (const auto texture = static_cast<GLuint>(handle); texture != 0) glDeleteTextures(1, &texture);
    m_handles.clear();
}

}
