#include "report/qr.hpp"
#include <memory>
#include <qrencode.h>

namespace report {

core::Result<std::vector<chart::Box>> qr_squares(const std::string& text, chart::Box box) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_Q),
                                                          QRcode_free);
    if (!code) return core::fail(core::ErrorCode::unsupported, "QR code: the text does not fit");
    constexpr int quiet_zone = 4;
    const float side = box.width / static_cast<float>(code->width + 2 * quiet_zone);
    std::vector<chart::Box> squares;
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width;) {
            const auto dark = [&](int at) {
                return at < code->width && (code->data[row * code->width + at] & 1U) != 0;
            };
            int end = column;
            while (dark(end))
                ++end;
            if (end > column)
                squares.push_back({box.x + side * static_cast<float>(column + quiet_zone),
                                   box.y + side * static_cast<float>(row + quiet_zone),
                                   side * static_cast<float>(end - column), side});
            column = end + 1;
        }
    }
    return squares;
}

}
