// The least that a program in a window can be: SDL, OpenGL as the kiosk asks for it, frames of one color, then nothing
// until it is told to end. Usage: bench_bare FRAMES
#include <cstdio>
#include <cstdlib>
#include <GL/gl.h>
#include <SDL.h>

int main(int count, char** arguments) {
    const int frames = count > 1 ? std::atoi(arguments[1]) : 1;
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_SetHint(SDL_HINT_VIDEO_X11_FORCE_EGL, "1");
    SDL_Window* window = SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800,
                                          SDL_WINDOW_OPENGL | SDL_WINDOW_SHOWN);
    SDL_GLContext gl = window == nullptr ? nullptr : SDL_GL_CreateContext(window);
    if (gl == nullptr) {
        std::fprintf(stderr, "%s\n", SDL_GetError());
        return 1;
    }
    SDL_GL_SetSwapInterval(1);
    for (int frame = 0; frame < frames; ++frame) {
        for (SDL_Event event; SDL_PollEvent(&event) != 0;) {
        }
        glClearColor(0.96f, 0.94f, 0.89f, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        SDL_GL_SwapWindow(window);
    }
    std::fputs("timing: first frame presented\n", stderr);
    for (SDL_Event event; SDL_WaitEvent(&event) != 0 && event.type != SDL_QUIT;) {
    }
    SDL_GL_DeleteContext(gl);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
