#include "refused.hpp"

using namespace content_tests;

namespace {

const std::string sem = "uncertainty = \"sem\"\nsd = { value = 0.6, source = \"A manual, table 2\" }\n"
                        "reliability = { value = 0.84, source = \"A manual, table 3\" }";

const std::string own = "uncertainty = \"own_mean\"\nerror_floor = { value = 0.5, source = \"A study\" }";

// The plain module with a published scale.
std::string published() {
    return plain_with(own, sem);
}
std::string published_with(std::string_view from, std::string_view to) {
    return with(published(), from, to);
}
std::string plain_plus(std::string_view line) {
    return plain_with(own, own + "\n" + std::string(line));
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

TEST_CASE("a scale of our own carries its floor, what a day does, where they are from and whether they are borrowed") {
    ContentFolder folder;
    folder.write(m, with(plain(), "error_floor = { value = 0.5, source = \"A study\" }",
                         "error_floor = { value = 0.4, day = 0.1, borrowed = true, source = \"Another form\" }\n"
                         "retest = { value = 0.3, source = \"A second study\" }"));
    CHECK(folder.diagnostics().empty());
    const model::Scale scale = folder.load().modules.at({"plain"}).scales[0];
    REQUIRE(scale.error_floor.has_value());
    CHECK(*scale.error_floor == model::ErrorFloor{0.4, 0.1, "Another form", true});
    REQUIRE(scale.retest.has_value());
    CHECK(*scale.retest == model::Published{0.3, "A second study"});
    folder.write(m, plain());
    const model::Scale plain_scale = folder.load().modules.at({"plain"}).scales[0];
    CHECK_FALSE(plain_scale.error_floor->borrowed);
    CHECK(plain_scale.error_floor->day == doctest::Approx(0.4 / 3)); // as 0.4 is to 1 to 7
    CHECK_FALSE(plain_scale.retest.has_value());
}

TEST_CASE("a scale of our own without a floor, and a floor without source or of another unit, are refused") {
    const auto with_floor = [](std::string_view from, std::string_view to) { return plain_with(from, to); };
    each_is_refused({
        {"no floor", m, plain_with("\nerror_floor = { value = 0.5, source = \"A study\" }", ""),
         "plain.toml:24: scale talk.error_floor: is missing; with own_mean a scale needs { value = ..., source = "
         "\"...\" }"},
        {"a floor as a plain number", m, with_floor("{ value = 0.5, source = \"A study\" }", "0.5"),
         "scale talk.error_floor: must be a table"},
        {"no source", m, with_floor(", source = \"A study\"", ""), "scale talk.error_floor.source: is missing"},
        {"empty source", m, with_floor("A study", " "), "scale talk.error_floor.source: is empty"},
        {"no value", m, with_floor("value = 0.5, ", ""), "scale talk.error_floor.value: is missing"},
        {"a floor of zero", m, with_floor("value = 0.5", "value = 0"),
         "scale talk.error_floor.value: must be larger than 0"},
        {"a floor of another unit", m, with_floor("value = 0.5", "value = 5"),
         "scale talk.error_floor.value: 5 is in another unit than the score: the scores of this scale run from 1 to 3"},
        {"a day of zero", m, with_floor("value = 0.5", "value = 0.5, day = 0"),
         "scale talk.error_floor.day: must be larger than 0"},
        {"borrowed in words", m, with_floor("value = 0.5", "value = 0.5, borrowed = \"yes\""),
         "scale talk.error_floor.borrowed: must be true or false"},
        {"a floor beside sem", m, with(published(), "sd = ", "error_floor = { value = 0.5, source = \"A\" }\nsd = "),
         "scale talk.error_floor: is used only with uncertainty = \"own_mean\""},
        {"a retest figure without source", m, plain_plus("retest = { value = 0.3 }"),
         "scale talk.retest.source: is missing"},
        {"a retest figure of another unit", m, plain_plus("retest = { value = 30, source = \"A\" }"),
         "scale talk.retest: 30 is in another unit than the score"},
    });
}

TEST_CASE("a cut left open, unreachable or named twice is refused") {
    each_is_refused({
        {"neither inclusive nor exclusive", m, with_cut("bound = \"inclusive\", ", ""),
         "plain.toml:33: scale talk.cuts.bound: is missing; it must be one of: inclusive, exclusive"},
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
