#include "report/recovery_kit.hpp"
#include "core/i18n.hpp"
#include "report/flow.hpp"
#include "report/qr.hpp"
#include "report/whole_file.hpp"
#include <exception>
#include <fmt/format.h>
#include <new>
#include <sstream>

namespace report {
namespace {

using core::tr;

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(std::move(word));
    return words;
}

// Numbered down the columns, so that a column can be read and typed at a time.
void put_words(Flow& flow, const std::vector<std::string>& words) {
    constexpr std::size_t columns = 3;
    constexpr float row_height = 29, inset = 18;
    const std::size_t rows = (words.size() + columns - 1) / columns;
    flow.picture(
        row_height * static_cast<float>(rows) + 2 * inset - 6, [words, rows](PdfCanvas& canvas, chart::Point at) {
            const float column_width = (content_width - 2 * inset) / columns;
            canvas.fill_rect({at.x, at.y, content_width, row_height * static_cast<float>(rows) + 2 * inset - 6}, 12,
                             inks.action_soft);
            for (std::size_t i = 0; i < words.size(); ++i) {
                const std::size_t column = i / rows;
                const float x = at.x + inset + column_width * static_cast<float>(column);
                const float y = at.y + inset + row_height * static_cast<float>(i % rows) + 17;
                canvas.text({x + 20, y}, fmt::format("{}", i + 1), 10, chart::Weight::regular, chart::Align::right,
                            inks.soft);
                canvas.text({x + 32, y}, words[i], 16, chart::Weight::bold, chart::Align::left, inks.ink);
            }
        });
}

core::Result<std::string> draw(const KitInput& input) {
    const Typesetter typesetter;
    Flow flow(typesetter);
    flow.new_page();
    flow.add_to(0, [&typesetter](PdfCanvas& canvas) {
        float y = 56;
        for (const SetLine& line :
             typesetter.lines(tr("kit-page.secret", "Keep secret. Do not copy, photograph or email this page."),
                              type::small_strong, content_width)) {
            canvas.set(line, {margin, y + line.baseline}, inks.alert);
            y += line.height;
        }
        canvas.line({margin, 74}, {page_width - margin, 74}, 0.6F, inks.line);
    });
    flow.text(tr("kit-page.title", "Recovery kit"), type::title);
    flow.space(2);
    // A name of any length leaves this one page.
    const auto practice = typesetter.lines(input.practice, type::heading, content_width, Cut::after_two_lines);
    flow.picture(height_of(practice), [practice](PdfCanvas& canvas, chart::Point at) {
        for (const SetLine& line : practice) {
            canvas.set(line, {at.x + line.x, at.y + line.baseline}, type::heading.color);
            at.y += line.height;
        }
    });
    flow.text(core::fill(tr("kit-page.made", "Made {time}"), {{"time", moment_words(input.made_at)}}), type::quiet);
    flow.space(16);
    flow.text(tr("kit-page.what", "What this is"), type::strong);
    flow.text(tr("kit-page.what-words",
                 "These words open every answer that this practice's Sameside kiosk has locked, when a therapist's "
                 "passphrase is forgotten. Whoever holds them can read everything."),
              type::body);
    flow.space(8);
    flow.text(tr("kit-page.where", "Where to keep it"), type::strong);
    flow.text(tr("kit-page.where-words",
                 "Print this page once, then delete the file. Lock the page away where you keep what must not be lost, "
                 "such as a safe or a bank box, and not beside the kiosk."),
              type::body);
    flow.space(8);
    flow.text(tr("kit-page.without", "Without it"), type::strong);
    flow.text(tr("kit-page.without-words",
                 "If the passphrase is forgotten and this page is gone, the data is lost for good. Nobody can bring it "
                 "back: not the maker of this program, not a technician."),
              type::body);
    flow.space(18);
    put_words(flow, words_of(input.words));
    flow.space(18);
    constexpr float code_side = 168;
    const auto squares = qr_squares(input.words, {margin - 12, flow.top() - 6, code_side, code_side});
    if (!squares) return core::pass(squares.error());
    flow.add_to(0, [squares = *squares](PdfCanvas& canvas) { canvas.fill_squares(squares, {0, 0, 0}); });
    constexpr float beside = 172;
    flow.space(6);
    flow.text(tr("kit-page.scanner", "The same words, for a scanner"), type::strong, beside);
    flow.text(tr("kit-page.scanner-words", "The square holds the words above and nothing else. Typed by hand, capitals "
                                           "and extra spaces do not matter."),
              type::body, beside);
    flow.space(14);
    flow.text(tr("kit-page.fingerprint", "Fingerprint of the recovery key"), type::strong, beside);
    flow.text(input.fingerprint, type::heading, beside);
    flow.space(2);
    flow.text(tr("kit-page.fingerprint-words", "Not secret. It tells this page from the kit of another practice."),
              type::small, beside);
    return pdf_bytes(flow.take(), tr("kit-page.title", "Recovery kit"), input.made_at);
}

}

core::Done write_recovery_kit(const KitInput& input, const std::filesystem::path& file) {
    try {
        if (words_of(input.words).empty()) return core::fail(core::ErrorCode::invalid_state, "recovery kit: no words");
        const auto bytes = draw(input);
        if (!bytes) return core::pass(bytes.error());
        return write_whole_file(file, *bytes, Existing::kept);
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::out_of_memory, "recovery kit");
    } catch (const std::exception&) { // its words could hold a recovery word
        return core::fail(core::ErrorCode::unsupported, "recovery kit: the page could not be drawn");
    }
}

}
