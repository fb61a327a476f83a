// Everything freed is wiped first, whoever allocated it: answers pass through strings, layouts and parsers of
// libraries, and none of it may stay behind in a heap that is searched later. Linked into the program alone; glibc
// keeps the originals under the names below.
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <malloc.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

extern "C" {

void* __libc_malloc(std::size_t size);
void __libc_free(void* pointer);

void free(void* pointer) {
    if (pointer == nullptr) return;
    const int error = errno;
    explicit_bzero(pointer, malloc_usable_size(pointer));
    __libc_free(pointer);
    errno = error;
}

void* realloc(void* pointer, std::size_t size) {
    if (pointer == nullptr) return __libc_malloc(size);
    if (size == 0) {
        free(pointer);
        return nullptr;
    }
    const auto held = malloc_usable_size(pointer);
    if (size <= held && size >= held / 2) {
        explicit_bzero(static_cast<char*>(pointer) + size, held - size);
        return pointer;
    }
    void* moved = __libc_malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, pointer, held < size ? held : size);
    free(pointer);
    return moved;
}
}

#endif
