// libzip 1.7 leaves the checksum of the plain bytes in the headers of what it encrypts: enough to tell whether a file
// is one that was guessed. AE-2 has none there, for the bytes are authenticated anyway (WinZip, "AE-1 and AE-2", 2004).
#pragma once
#include <string>

namespace report {

// Makes AE-2 of an archive whose entries are all encrypted by AES; its other bytes stay. False, and the archive
// is not to be used: it is not such a one, or longer than 4 GB.
[[nodiscard]] bool leave_out_checksums(std::string& archive);

}
