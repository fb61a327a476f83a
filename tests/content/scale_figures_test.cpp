#include "refused.hpp"

using namespace content_tests;

namespace {

const std::string sem = "uncertainty = \"sem\"\nsd = { value = 0.6, source = \"A manual, table 2\" }\n"
                        "reliability = { value = 0.84, source = \"A manual, table 3\" }";

// The plain module with a published scale.
std::string published() {
    return plain_with("uncertainty = \"own_mean\"", sem);
}
std::string published_with(std::string_view from, std::string_view to) {
    return with(published(), from, to);
}
std::string plain_plus(std::string_view line) {
    return plain_with("uncertainty = \"own_mean\"", "uncertainty = \"own_mean\"\n" + std::string(line));
}
std::string with_cut(std::string_view from, std::string_view to) {
    return plain_plus("cuts = [" +
                      with("{ at = 2.5, side = \"above\", bound = \"inclusive\", means = \"Open\", "
                           "source = \"A manual\" }",
                           from, to) +
                      "]");
}
std::string with_norm(std::string_view from, std::string_view to) {
    return plain_plus("norms = [" +
                      with("{ group = \"Adults\", mean = 2.1, sd = 0.6, source = \"A manual\" }", from, to) + "]");
}

std::string sum_of_two() {
    return with(plain(), "\"mean\"", "\"sum\"");
}

}

TEST_CASE("a published scale carries its figures and where they are printed") {
    ContentFolder folder;
    std::string text =
        with(published(), "keys = [{",
             "cuts = [{ at = 2, side = \"below\", bound = \"exclusive\", means = \"Quiet\", source = \"C\" }]\n"
             "norms = [{ group = \"Adults\", mean = 2.1, sd = 0.6, source = \"N\" }]\nkeys = [{");
    folder.write(m, text);
    CHECK(folder.diagnostics().empty());
    const model::Module module = folder.load().modules.at({"plain"});
    const model::Scale& scale = module.scales[0];
    CHECK(scale.uncertainty == model::Uncertainty::sem);
    REQUIRE((scale.standard_deviation && scale.reliability));
    CHECK(scale.standard_deviation->value == 0.6);
    CHECK(scale.reliability->value == 0.84);
    CHECK(scale.reliability->source == "A manual, table 3");
    REQUIRE(scale.cuts.size() == 1);
    CHECK(scale.cuts[0].at == 2.0);
    CHECK(scale.cuts[0].side == model::Side::below);
    CHECK(scale.cuts[0].bound == model::Bound::exclusive);
    REQUIRE(scale.norms.size() == 1);
    CHECK(scale.norms[0].group == "Adults");
    CHECK(scale.norms[0].standard_deviation == 0.6);
}

TEST_CASE("a sum may be prorated where the file says so") {
    ContentFolder folder;
    folder.write(m, with(sum_of_two(), "least_answered = 2", "least_answered = 1\nprorate = true"));
    CHECK(folder.diagnostics().empty());
    CHECK(folder.load().modules.at({"plain"}).scales[0].prorate);
}

TEST_CASE("a standard error left open or without its source is named") {
    each_is_refused({
        {"sem without sd", m, published_with("sd = { value = 0.6, source = \"A manual, table 2\" }\n", ""),
         "scale talk.sd: is missing; it must be a table"},
        {"sem without reliability", m,
         published_with("reliability = { value = 0.84, source = \"A manual, table 3\" }", ""),
         "scale talk.reliability: is missing; it must be a table"},
        {"sd without source", m, published_with(", source = \"A manual, table 2\"", ""),
         "scale talk.sd.source: is missing"},
        {"reliability without source", m, published_with(", source = \"A manual, table 3\"", ""),
         "scale talk.reliability.source: is missing"},
        {"empty source", m, published_with("A manual, table 2", " "), "scale talk.sd.source: is empty"},
        {"sd without value", m, published_with("value = 0.6, ", ""), "scale talk.sd.value: is missing"},
        {"sd is text", m, published_with("0.6", "\"0.6\""), "scale talk.sd.value: must be a number from 0"},
        {"sd as a plain number", m, published_with("{ value = 0.6, source = \"A manual, table 2\" }", "0.6"),
         "scale talk.sd: must be a table"},
        {"sd of zero", m, published_with("0.6", "0"), "scale talk.sd: must be larger than 0"},
        {"sd below zero", m, published_with("0.6", "-0.6"), "scale talk.sd.value: -0.6 is out of range"},
        {"sd is nan", m, published_with("0.6", "nan"), "scale talk.sd.value: nan is out of range"},
        {"sd of another unit", m, published_with("0.6", "7.5"),
         "scale talk.sd: 7.5 is in another unit than the score: the scores of this scale run from 1 to 3"},
        {"reliability of one", m, published_with("0.84", "1.0"),
         "reliability: must be larger than 0 and smaller than 1"},
        {"reliability above one", m, published_with("0.84", "84"),
         "84 is out of range; it must be a number from 0 to 1"},
        {"unknown figure", m, published_with("value = 0.6", "value = 0.6, year = 1999"),
         "scale talk.sd.year: is unknown here; allowed are: value, source"},
        {"sd beside own_mean", m, plain_plus("sd = { value = 0.6, source = \"A manual\" }"),
         "scale talk.sd: is used only with uncertainty = \"sem\""},
        {"reliability beside own_mean", m, plain_plus("reliability = { value = 0.8, source = \"A manual\" }"),
         "scale talk.reliability: is used only with uncertainty"},
        {"prorate on a mean", m, plain_plus("prorate = true"), "scale talk.prorate: belongs to a sum"},
        {"prorate with every item", m, with(sum_of_two(), "least_answered", "prorate = true\nleast_answered"),
         "scale talk.least_answered: is every item, so there is nothing to prorate"},
        {"sum of a part, not prorated", m,
         with(sum_of_two(), "least_answered = 2", "least_answered = 1\nprorate = false"),
         "must be 2: a sum needs every item, unless it says prorate = true"},
    });
}

TEST_CASE("a cut left open, unreachable or named twice is refused") {
    each_is_refused({
        {"neither inclusive nor exclusive", m, with_cut("bound = \"inclusive\", ", ""),
         "plain.toml:32: scale talk.cuts.bound: is missing; it must be one of: inclusive, exclusive"},
        {"no side", m, with_cut("side = \"above\", ", ""),
         "scale talk.cuts.side: is missing; it must be one of: above"},
        {"no place", m, with_cut("at = 2.5, ", ""), "scale talk.cuts.at: is missing"},
        {"no meaning", m, with_cut("means = \"Open\", ", ""), "scale talk.cuts.means: is missing"},
        {"no source", m, with_cut(", source = \"A manual\"", ""), "scale talk.cuts.source: is missing"},
        {"above every score", m, with_cut("2.5", "3.5"),
         "scale talk.cuts.at: no score can lie there: the scores of this scale run from 1 to 3"},
        {"above the highest, exclusive", m,
         with_cut("2.5, side = \"above\", bound = \"inclusive\"", "3, side = \"above\", bound = \"exclusive\""),
         "no score can lie there"},
        {"a mean's cut on a sum", m,
         with(sum_of_two(), "keys = [{",
              "cuts = [{ at = 1.5, side = \"below\", bound = \"inclusive\", means = \"A\", "
              "source = \"B\" }]\nkeys = [{"),
         "the scores of this scale run from 2 to 6"},
        {"twice", m,
         plain_plus("cuts = [{ at = 2, side = \"above\", bound = \"inclusive\", means = \"A\", source = \"B\" }, "
                    "{ at = 2, side = \"above\", bound = \"exclusive\", means = \"A\", source = \"B\" }]"),
         "scale talk.cuts.at: a cut above 2 is there already"},
    });
}

TEST_CASE("a norm without source or of another unit is refused") {
    each_is_refused({
        {"no source", m, with_norm(", source = \"A manual\"", ""), "scale talk.norms.source: is missing"},
        {"no group", m, with_norm("group = \"Adults\", ", ""), "scale talk.norms.group: is missing"},
        {"no sd", m, with_norm("sd = 0.6, ", ""), "scale talk.norms.sd: is missing"},
        {"no mean", m, with_norm("mean = 2.1, ", ""), "scale talk.norms.mean: is missing"},
        {"mean of another unit", m, with_norm("2.1", "21"),
         "scale talk.norms.mean: 21 is in another unit than the score: the scores of this scale run from 1 to 3"},
        {"sd of zero", m, with_norm("0.6", "0.0"), "scale talk.norms.sd: must be larger than 0"},
        {"sd of another unit", m, with_norm("0.6", "6"), "scale talk.norms.sd: 6 is in another unit"},
    });
}

TEST_CASE("an item in no scale must say that it is not scored") {
    const std::string left_out = with(plain_with("{ item = \"first\" }, ", ""), "scored = true\n", "");
    each_is_refused({
        {"left open", m, with(left_out, "least_answered = 2", "least_answered = 1"),
         "item first.scored: no scale has a key for this item; write scored = false if that is meant"},
    });
    ContentFolder folder;
    std::string said = with(plain_with("{ item = \"first\" }, ", ""), "scored = true", "scored = false");
    folder.write(m, with(said, "least_answered = 2", "least_answered = 1"));
    CHECK(folder.diagnostics().empty());
}
