// What FHIRPath makes of the formulas that a bundle's Questionnaires have, with the answers of its responses.
// Usage: node fhir_scores.js PACKAGES BUNDLE
// Prints a line for each score that a response has and the formula does not give, or the other way round, and last how
// many were compared.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [packages, bundleFile] = process.argv.slice(2);
const load = require("node:module").createRequire(path.join(path.resolve(packages), "package.json"));
const fhirpath = load("fhirpath");
const r4 = load("fhirpath/fhir-context/r4");
const resources = JSON.parse(fs.readFileSync(bundleFile, "utf8")).entry.map(({ resource }) => resource);
const canonical = ({ url, version }) => (version ? `${url}|${version}` : url);

const flat = (items) => (items ?? []).flatMap((item) => [item, ...flat(item.item), ...flat(item.answer?.flatMap(({ item: below }) => below ?? []))]);
const formula = (item) =>
    item.extension?.find(({ url }) => url.endsWith("calculatedExpression"))?.valueExpression.expression;

let compared = 0;
for (const response of resources.filter(({ resourceType }) => resourceType === "QuestionnaireResponse")) {
    const questionnaire = resources.find((one) => one.resourceType === "Questionnaire" && canonical(one) === response.questionnaire);
    for (const item of flat(questionnaire?.item).filter(formula)) {
        const given = flat(response.item).find(({ linkId }) => linkId === item.linkId)?.answer?.[0];
        const expected = given && Object.values(given)[0];
        const found = fhirpath.evaluate(response, formula(item), { resource: response, questionnaire }, r4);
        const same = expected === undefined ? found.length === 0 : found.length === 1 && Math.abs(found[0] - expected) < 1e-6;
        if (!same) console.log(`${questionnaire.title}: ${item.linkId}: ${JSON.stringify(found)} instead of ${expected}: ${formula(item)}`);
        ++compared;
    }
}
console.log(compared);
