#include "report/keepsake.hpp"
#include "core/i18n.hpp"
#include "core/plain_text.hpp"
#include "report/keepsake_picture.hpp"
#include "report/pdf_file.hpp"
#include <algorithm>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

namespace report {
namespace {

using core::tr;

constexpr float text_width = 428;
constexpr float foot = 734; // the date's baseline

// Centred lines about as long as each other: the narrowest column that needs no more of them.
struct Block {
    std::vector<SetLine> lines;
    float width = 0;
    float height() const { return height_of(lines); }
};
Block centred(const Typesetter& typesetter, std::string_view text, const Type& type, float width) {
    return {typesetter.lines(text, type, width, Cut::never, chart::Align::centre), width};
}
Block balanced(const Typesetter& typesetter, std::string_view text, const Type& type, float width) {
    const auto set = [&](float at) { return centred(typesetter, text, type, at).lines; };
    Block block{set(width), width};
    float low = width / 3, high = width;
    while (high - low > 4 && block.lines.size() > 1) {
        const float between = (low + high) / 2;
        auto tried = set(between);
        if (tried.size() > block.lines.size()) {
            low = between;
        } else {
            high = between;
            block = {std::move(tried), between};
        }
    }
    return block;
}

struct Placed {
    SetLine line;
    float x = 0, baseline = 0;
    chart::Color color;
    std::string tag; // of the piece that it begins; empty: it belongs to the one before
};

class Page {
public:
    Page(const Typesetter& typesetter, const Keepsake& keepsake) : m_typesetter(typesetter), m_keepsake(keepsake) {}

    // Whether everything has found its place.
    bool set(const Picture& picture, float size, bool intentions) {
        m_picture = picture;
        m_placed.clear();
        m_given.clear();
        m_marks.clear();
        m_rule.reset();
        float y = names(picture.bottom);
        float bottom = foot - 34;
        if (intentions) bottom = place_intentions(bottom);
        std::vector<Block> blocks = statement(size, centred);
        const float gap = blocks.size() > 1 ? size * 0.55F : 0;
        float height = gap * static_cast<float>(blocks.size() - 1);
        for (const Block& block : blocks)
            height += block.height();
        if (y + height > bottom) return false;
        blocks = statement(size, balanced); // as high as before
        y += (bottom - y - height) * 0.46F; // a little above the middle looks like the middle
        for (const Block& block : blocks) {
            place(block, middle - block.width / 2, y, inks.ink);
            y += block.height() + gap;
        }
        std::ranges::move(m_given, std::back_inserter(m_placed)); // read after what they agreed to, as it stands
        place(balanced(m_typesetter, core::full_day_words(m_keepsake.agreed_at), type::quiet, text_width),
              middle - text_width / 2, foot - type::quiet.line, inks.soft);
        return true;
    }

    PdfPage take() const {
        PdfPage page;
        page.marks.emplace_back(
            [typesetter = &m_typesetter, picture = m_picture, marks = m_marks, rule = m_rule](cairo_t* paper) {
                PdfCanvas canvas(paper, *typesetter);
                draw_frame(canvas);
                draw_circles(canvas, picture);
                constexpr float half = text_width / 2;
                if (rule) canvas.line({middle - half, *rule}, {middle + half, *rule}, 0.6F, inks.line);
                for (const auto& mark : marks)
                    chart::draw_mark(canvas, mark.partner, mark.at, mark.size, score_colors);
            });
        for (const Placed& one : m_placed)
            page.marks.push_back({.draw =
                                      [typesetter = &m_typesetter, one](cairo_t* paper) {
                                          PdfCanvas canvas(paper, *typesetter);
                                          canvas.set(one.line, {one.x, one.baseline}, one.color);
                                      },
                                  .tag = one.tag.empty() ? std::nullopt : std::optional(PdfTag{one.tag}),
                                  .goes_on = one.tag.empty()});
        return page;
    }

private:
    struct Mark {
        model::Partner partner;
        chart::Point at;
        float size;
    };

    void place(const Block& block, float x, float y, chart::Color color, std::string tag = "P") {
        place_on(m_placed, block, x, y, color, std::move(tag));
    }
    static void place_on(std::vector<Placed>& placed, const Block& block, float x, float y, chart::Color color,
                         std::string tag) {
        for (const SetLine& line : block.lines) {
            placed.push_back({line, x + line.x, y + line.baseline, color, std::exchange(tag, {})});
            y += line.height;
        }
    }

    // Their names, and below them what the page is; returns where the next may stand.
    float names(float y) {
        const std::string& a = m_keepsake.name_a;
        const std::string& b = m_keepsake.name_b;
        const std::string title = tr("keepsake.title", "What we stand for together");
        std::string both =
            a.empty() || b.empty() ? a + b : core::fill(tr("keepsake.names", "{a} & {b}"), {{"a", a}, {"b", b}});
        if (both.empty()) both = title;
        const bool compact = m_picture.radius < large.radius;
        Type type{compact ? 20.0F : 28.0F, 0, chart::Weight::regular, inks.action};
        while (type.size > 9 && m_typesetter.measure(both, type.size, type.weight) > text_width)
            type.size -= 1;
        type.line = type.size * 1.25F;
        const Block set{m_typesetter.lines(both, type, text_width, Cut::after_two_lines, chart::Align::centre),
                        text_width};
        place(set, middle - text_width / 2, y, type.color, "H1");
        y += set.height() + 4;
        if (both != title) {
            Type below = type::quiet;
            below.size = 11;
            const Block words = balanced(m_typesetter, title, below, text_width);
            place(words, middle - words.width / 2, y, below.color);
            y += words.height();
        }
        return y + (compact ? 12.0F : 22.0F);
    }

    using SetText = Block(const Typesetter&, std::string_view, const Type&, float);

    std::vector<Block> statement(float size, SetText set) const {
        constexpr std::size_t most_paragraphs = 8;
        const Type type{size, size * (size < 10 ? 1.3F : 1.42F), chart::Weight::regular, inks.ink};
        const float width = size < 14 ? text_width + 40 : text_width;
        std::vector<std::string> texts;
        for (const model::Sentence& sentence : m_keepsake.statement.sentences) {
            const std::string text(core::trimmed(core::cleaned(sentence.text, core::Lines::one)));
            if (!text.empty()) texts.push_back(text);
        }
        std::vector<Block> blocks;
        if (texts.size() > most_paragraphs) {
            std::string whole;
            for (const std::string& text : texts)
                whole += (whole.empty() ? "" : " ") + text;
            texts = {whole};
        }
        for (const std::string& text : texts)
            blocks.push_back(set(m_typesetter, text, type, width));
        return blocks;
    }

    struct Intention {
        model::Partner partner;
        const std::string* name;
        const std::string* text;
    };

    // Two columns that end at `bottom`; returns where they begin.
    float place_intentions(float bottom) {
        std::vector<Intention> given;
        for (const Intention& one : {Intention{model::Partner::a, &m_keepsake.name_a, &m_keepsake.intention_a},
                                     Intention{model::Partner::b, &m_keepsake.name_b, &m_keepsake.intention_b}})
            if (!core::trimmed(*one.text).empty()) given.push_back(one);
        constexpr float between = 36, head = 22, most = 128;
        const float width = given.size() == 2 ? (text_width - between) / 2 : 280;
        for (float size = 11; size >= 8 && !given.empty(); size -= 1) {
            const Type type{size, size * 1.42F, chart::Weight::regular, inks.ink};
            std::vector<Block> blocks;
            float height = 0;
            for (const Intention& one : given) {
                blocks.push_back({m_typesetter.lines(core::trimmed(*one.text), type, width), width});
                height = std::max(height, blocks.back().height());
            }
            if (height > most) continue;
            const float top = bottom - height - head;
            m_rule = top - 14;
            float x = given.size() == 2 ? middle - text_width / 2 : middle - width / 2;
            for (std::size_t i = 0; i < given.size(); ++i) {
                const float baseline = top + 12;
                m_marks.push_back({given[i].partner, {x, baseline}, 10});
                Type bold = type::strong;
                const auto name = m_typesetter.lines(*given[i].name, bold, width - 18, Cut::after_two_lines);
                if (!name.empty()) m_given.push_back({name.front(), x + 16, baseline, inks.ink, "P"});
                place_on(m_given, blocks[i], x, top + head, type.color, "P");
                x += width + between;
            }
            return top - 30;
        }
        return bottom;
    }

    const Typesetter& m_typesetter;
    const Keepsake& m_keepsake;
    Picture m_picture = large;
    std::vector<Placed> m_placed, m_given; // in the order they are read; what each of them released
    std::vector<Mark> m_marks;
    std::optional<float> m_rule; // above the intentions
};

struct Try {
    Picture picture;
    float size;
    bool intentions;
};

std::vector<Try> tries() {
    std::vector<Try> list;
    for (const float size : {23.0F, 22.0F, 21.0F, 20.0F, 19.0F, 18.0F, 17.0F, 16.0F, 15.0F, 14.0F})
        list.push_back({large, size, true});
    for (const float size : {14.0F, 13.0F, 12.0F, 11.0F, 10.0F})
        list.push_back({small, size, true});
    for (const float size : {10.0F, 9.0F, 8.0F, 7.0F, 6.0F, 5.0F, 4.0F, 3.5F, 3.0F, 2.5F})
        list.push_back({small, size, false});
    return list;
}

}

core::Result<Keepsake> keepsake_of(const model::CaseFile& file, const model::VisitRecord& visit,
                                   const std::optional<model::ItemRef>& intention) {
    const auto& joint = visit.joint.content;
    if (!joint || joint->versions.empty())
        return core::fail(core::ErrorCode::invalid_state, "keepsake: nothing is agreed to yet");
    Keepsake keepsake{.name_a = file.name_a,
                      .name_b = file.name_b,
                      .statement = joint->versions.back().statement,
                      .intention_a = {},
                      .intention_b = {},
                      .agreed_at = joint->versions.back().at};
    for (const model::Draft& draft : joint->drafts)
        if (intention && draft.source == *intention)
            (draft.author == model::Partner::a ? keepsake.intention_a : keepsake.intention_b) = draft.text;
    return keepsake;
}

core::Result<std::string> keepsake_pdf(const Keepsake& keepsake) {
    const bool any = std::ranges::any_of(keepsake.statement.sentences,
                                         [](const auto& sentence) { return !core::trimmed(sentence.text).empty(); });
    if (!any) return core::fail(core::ErrorCode::invalid_state, "keepsake: no words to set");
    try {
        const Typesetter typesetter;
        Page page(typesetter, keepsake);
        for (const Try& one : tries())
            if (page.set(one.picture, one.size, one.intentions))
                return pdf_bytes({page.take()}, tr("keepsake.title", "What we stand for together"), keepsake.agreed_at);
        return core::fail(core::ErrorCode::unsupported, "keepsake: more words than a page can hold");
    } catch (const std::bad_alloc&) {
        return core::fail(core::ErrorCode::out_of_memory, "keepsake");
    } catch (const std::exception&) { // its words could hold the couple's
        return core::fail(core::ErrorCode::unsupported, "keepsake: the page could not be drawn");
    }
}

}
