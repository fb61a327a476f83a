// The figures of a scale, row by row: what it is, a point with its 95 % range between 0 and 1, and the same in words. A
// screen and a page draw the rows one below the other and break between any two.
#pragma once
#include "chart/score_bars.hpp"
#include "model/case/practice_figures.hpp"
#include "model/form/locale.hpp"

namespace chart {

struct FigureRow {
    std::string label, words;
    std::optional<model::Estimate> range;
    std::optional<double> point; // without a range
    bool head = false;           // of whom the next rows are
};

// What a scale is called: "Alliance", and below it "On the same side, version 2".
struct FigureTitle {
    std::string scale, form;
};
FigureTitle figure_title(const model::Measure& measure, const model::MeasureFigures& figures);

// Everyone, then each language by its name, then how each item goes with the rest.
std::vector<FigureRow> figure_rows(const model::Measure& measure, const model::MeasureFigures& figures,
                                   std::span<const model::Locale> locales);

// What the rows are: one sentence each, for whoever reads them first.
std::vector<std::string> figure_notes(const model::PracticeFigures& figures);

// Draws one row from `at` downwards and returns its height; width at least 280.
float draw_figure_row(Canvas& canvas, const FigureRow& row, Point at, float width, const ScoreColors& colors);
float figure_row_height(const Ruler& ruler, const FigureRow& row, float width);

}
