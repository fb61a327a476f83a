#include "practice/print.hpp"
#include "practice/program.hpp"
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace practice {
namespace {

// Readable from its beginning; -1 when there is no memory for it.
int in_memory(std::string_view bytes) {
    const int file = memfd_create("page", MFD_CLOEXEC);
    while (file >= 0 && !bytes.empty()) {
        const auto written = write(file, bytes.data(), bytes.size());
        if (written <= 0) {
            close(file);
            return -1;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (file >= 0) lseek(file, 0, SEEK_SET);
    return file;
}

}

bool print_page(const PrinterPlan& printer, const std::string& pdf) {
    const int page = in_memory(pdf);
    if (page < 0) return false;
    auto queue = printer.name.empty() ? std::vector<std::string>() : std::vector<std::string>{"-d", printer.name};
    const auto lp = start_program(printer.program, std::move(queue), page);
    close(page);
    return lp && status_within(*lp, printer.patience) == 0;
}

}
