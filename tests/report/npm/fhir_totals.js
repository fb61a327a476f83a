// What the formulas of a Questionnaire make of answers, as `fhirpath` reads them.
// Usage: node fhir_totals.js PACKAGES CASES
// CASES holds {"questionnaire": ..., "responses": [...]}; a response has by linkId {"option": its place in the file},
// {"number": ...} or {"truth": ...}. Prints for each response a line: by linkId the value of each calculatedExpression,
// null for none.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [packages, casesFile] = process.argv.slice(2);
const load = require("node:module").createRequire(path.join(path.resolve(packages), "package.json"));
const fhirpath = load("fhirpath");
const r4 = load("fhirpath/fhir-context/r4");
const { questionnaire, responses } = JSON.parse(fs.readFileSync(casesFile, "utf8"));

const base = "http://hl7.org/fhir/StructureDefinition/";
const calculated = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
const extensions = (at, url) => (at.extension ?? []).filter((one) => one.url === url).map((one) => one.valueExpression);

// A value set of R4 has a weight under a name that `fhirpath` does not know; the answer carries it under one it does.
function codingOfSet({ extension, designation, ...concept }, system) {
    const weight = extension?.find(({ url }) => url.endsWith("ordinalValue"))?.valueDecimal;
    const carried = weight === undefined ? {} : { extension: [{ url: base + "ordinalValue", valueDecimal: weight }] };
    return { valueCoding: { ...carried, system, ...concept } };
}

function optionsOf(item) {
    if (!item.answerValueSet) return item.answerOption.map(({ extension, initialSelected, ...value }) => value);
    const set = questionnaire.contained.find(({ id }) => "#" + id === item.answerValueSet);
    return set.compose.include.flatMap(({ system, concept }) => concept.map((one) => codingOfSet(one, system)));
}

function answerTo(item, given) {
    if (given.option !== undefined) return optionsOf(item)[given.option];
    if (given.truth !== undefined) return { valueBoolean: given.truth };
    return item.type === "integer" ? { valueInteger: given.number } : { valueDecimal: given.number };
}

function itemsOf(items, answers) {
    return (items ?? []).filter(({ type }) => type !== "display").flatMap((item) => {
        const below = itemsOf(item.item, answers);
        if (item.type === "group") return [{ linkId: item.linkId, ...(below.length > 0 && { item: below }) }];
        if (answers[item.linkId] === undefined) return [];
        return [{ linkId: item.linkId, answer: [{ ...answerTo(item, answers[item.linkId]), ...(below.length > 0 && { item: below }) }] }];
    });
}

// The totals with what stands above each, in the order of the form.
function totalsOf(items, above) {
    return (items ?? []).flatMap((item) => [
        ...extensions(item, calculated).map(({ expression }) => ({ item, expression, above: [...above, item] })),
        ...totalsOf(item.item, [...above, item])]);
}

// %context is the item where an expression stands; named by its path, an answer below it still knows its question.
function evaluate({ expression, above }, response) {
    const known = { resource: response, questionnaire };
    const value = (of, owner) => {
        const at = owner === questionnaire ? "%resource" : `%resource.descendants().where(linkId = '${owner.linkId}')`;
        return fhirpath.evaluate(response, of.replaceAll("%context", at), known, r4);
    };
    for (const owner of above)
        for (const { name, expression } of extensions(owner, base + "variable")) known[name] = value(expression, owner);
    return value(expression, above.at(-1));
}

const totals = totalsOf(questionnaire.item, [questionnaire]);
for (const answers of responses) {
    const filled = { ...answers }, values = {};
    for (let round = 0; round < 2; ++round) { // a total may stand before what it adds
        for (const total of totals) {
            const response = { resourceType: "QuestionnaireResponse", status: "completed", item: itemsOf(questionnaire.item, filled) };
            const found = evaluate(total, response);
            values[total.item.linkId] = found.length === 1 ? found[0] : null;
            if (found.length === 1) filled[total.item.linkId] = { number: found[0] };
            else delete filled[total.item.linkId];
        }
    }
    console.log(JSON.stringify(values));
}
