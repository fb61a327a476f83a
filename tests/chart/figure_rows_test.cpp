#include "a_couple.hpp"
#include "chart/figure_rows.hpp"
#include "recorded_canvas.hpp"
#include "support/some_figures.hpp"
#include <doctest/doctest.h>

using namespace chart;

namespace {

struct AScale {
    model::Content content;
    model::MeasureFigures figures{.form = {},
                                  .module = {"m"},
                                  .scale = {"whole"},
                                  .versions = {"1", "2"},
                                  .all = support::some_scale_figures(84, 4),
                                  .languages = {}};
    AScale() {
        auto module = a_scored_module();
        for (auto& item : module.items)
            item.text = "Item " + item.id.value;
        module.items.back().text = "{person} was there for item q4";
        module.scales[0].keys[1].reversed = true;
        content.modules.emplace(module.id, module);
    }
    model::Measure measure() const { return model::measure_of(content, figures); }
    std::vector<FigureRow> rows() const {
        const model::Locale spanish{.language = {"es"}, .name = "Español"};
        return figure_rows(measure(), figures, std::span(&spanish, 1));
    }
};

const FigureRow* find(const std::vector<FigureRow>& rows, std::string_view label) {
    const auto found = std::ranges::find(rows, label, &FigureRow::label);
    return found == rows.end() ? nullptr : &*found;
}

float drawn_height(RecordedCanvas& canvas, const FigureRow& row, float width) {
    const float height = draw_figure_row(canvas, row, {10, 20}, width, some_colors);
    CHECK(height == figure_row_height(canvas, row, width));
    CHECK(canvas.left >= 10);
    CHECK(canvas.right <= 10 + width + 0.01F);
    CHECK(canvas.bottom <= 20 + height);
    return height;
}

}

TEST_CASE("a scale's rows say who, how well its items go together, and how alike the same people scored again") {
    AScale scale;
    scale.figures.languages = {{"es", support::some_scale_figures(40, 0)}, {"fr", {}}};
    const auto title = figure_title(scale.measure(), scale.figures);
    CHECK(title.scale == "The whole");
    CHECK(title.form == "M, version 1, 2");
    const auto rows = scale.rows();
    REQUIRE(find(rows, "Everyone"));
    CHECK(find(rows, "Everyone")->words == "84 people, mean 4.72, SD 1.11");
    CHECK(find(rows, "Everyone")->head);
    CHECK(find(rows, "Omega (one factor)")->words == "0.88 (0.83 to 0.92); 81 people answered every item");
    CHECK(find(rows, "Alpha")->words == "0.88 (0.83 to 0.92)");
    CHECK(find(rows, "The same people again, ICC(2,1)")->words ==
          "0.64 (0.34 to 0.80); 31 people, 34.5 days apart (14 to 90)");
    CHECK(find(rows, "Español")->words == "40 people, mean 4.72, SD 1.11");
    CHECK(find(rows, "fr")->words == "Fewer than 30 people");
    CHECK(find(rows, "Item q1")->words == "-0.12");
    CHECK(find(rows, "Item q2 (reversed)")->words == "0.61");
    CHECK(find(rows, "… was there for item q4")->words == "Cannot be told from these answers");
    CHECK_FALSE(find(rows, "… was there for item q4")->point);
}

TEST_CASE("of fewer than thirty people a row says that and nothing else, no number anywhere") {
    AScale scale;
    scale.figures.all = {};
    scale.figures.languages = {{"es", {}}};
    const auto rows = scale.rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].words == "Fewer than 30 people");
    scale.figures.all = support::some_scale_figures(84, 4);
    scale.figures.all.items.reset();
    scale.figures.all.again.reset();
    for (const auto& row : scale.rows())
        CHECK((row.label == "Everyone" || row.label == "Español" || row.words == "Fewer than 30 people"));
}

TEST_CASE("a row stands within its width, wide or narrow, with its point on its range") {
    AScale scale;
    for (const float width : {280.F, 560.F, 900.F})
        for (const auto& row : scale.rows()) {
            RecordedCanvas canvas;
            drawn_height(canvas, row, width);
            CHECK(canvas.discs.size() == (row.range || row.point ? 1 : 0));
            CHECK(canvas.bars.size() == (row.range ? 1 : 0));
            if (!row.range) continue;
            const auto& bar = canvas.bars.front().box;
            CHECK(canvas.discs.front().centre.x >= bar.x);
            CHECK(canvas.discs.front().centre.x <= bar.x + bar.width);
        }
}

TEST_CASE("what is below 0 stands at the axis' end, and its words say how far below") {
    RecordedCanvas canvas;
    const FigureRow row{.label = "Item", .words = "-0.12", .range = {}, .point = -0.12};
    drawn_height(canvas, row, 700);
    REQUIRE(canvas.lines.size() >= 1);
    CHECK(canvas.discs.front().centre.x == canvas.lines.front().from.x);
    CHECK(canvas.says("-0.12"));
}

TEST_CASE("the notes say what was counted, that private forms were, and what could not be opened") {
    model::PracticeFigures figures{.made_at = {}, .with_private = false, .left_out = 0, .measures = {}};
    const auto plain = figure_notes(figures);
    figures.with_private = true;
    figures.left_out = 1;
    const auto more = figure_notes(figures);
    CHECK(more.size() == plain.size() + 2);
    CHECK(more.back() == "1 part could not be opened and is left out.");
}
