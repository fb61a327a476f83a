// What a process holds in memory, for the tests of what it must not hold.
#pragma once
#include <string>
#include <sys/types.h>
#include <vector>

namespace support {

// The address sanitizer keeps what was freed, and a shadow of the whole address space that takes days to search.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool memory_can_be_searched = false;
#else
inline constexpr bool memory_can_be_searched = true;
#endif

// As UTF-8, UTF-16 and UTF-32; `text` is ASCII.
std::vector<std::string> forms_of(const std::string& text);

// The mappings of the process, by their names in /proc/PID/maps, that hold one of these bytes; one line a find. Every
// mapping that can be read is searched.
std::vector<std::string> found_in_memory(pid_t pid, const std::vector<std::string>& wanted);

}
