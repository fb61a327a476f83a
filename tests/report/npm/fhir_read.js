// Reads a FHIR R4 bundle with packages that others wrote. PACKAGES is the folder that `npm ci` filled.
// Usage: node fhir_read.js PACKAGES BUNDLE [EXPRESSIONS]
// Without EXPRESSIONS: prints what the validator of `fhir` finds wrong, or else what a way to XML and back changes, one
// a line; nothing when all is well. With it, a file of FHIRPath expressions, one a line: prints what `fhirpath` takes out
// of the bundle for each, as a JSON array a line.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [packages, bundleFile, expressionFile] = process.argv.slice(2);
const load = require("node:module").createRequire(path.join(path.resolve(packages), "package.json"));
const bundle = JSON.parse(fs.readFileSync(bundleFile, "utf8"));

// Bound as an example only, so any code may stand there: http://hl7.org/fhir/R4/observation-definitions.html
const mayBeOthers = (message) =>
    message.severity === "warning" && ["Observation.code", "Provenance.meta.tag[0]"].includes(message.location) &&
    message.message.endsWith(" not found in value set");
// The package has the value sets of R4 itself and none of LOINC's or the like, and says so.
const isNoFault = (message) => message.severity === "info" || mayBeOthers(message);

// XML knows no numbers: the package reads each value back as the digits that stood there.
function differences(before, after, where) {
    if (typeof before !== "object" || before === null)
        return String(before) === String(after) ? [] : [`${where}: ${before} came back from XML as ${after}`];
    const keys = new Set([...Object.keys(before), ...Object.keys(after ?? {})]);
    return [...keys].flatMap((key) => differences(before[key], after?.[key], `${where}/${key}`));
}

function faults() {
    const { Fhir } = load("fhir");
    const fhir = new Fhir();
    const { valid, messages } = fhir.validate(bundle, { errorOnUnexpected: true });
    const lines = messages.filter((message) => !isNoFault(message))
        .map(({ severity, resourceId, location, message }) => `${severity}: ${resourceId}: ${location}: ${message}`);
    if (!valid && lines.length === 0) lines.push("the bundle is not valid");
    return lines.length > 0 ? lines : differences(bundle, fhir.xmlToObj(fhir.objToXml(bundle)), "Bundle");
}

function answers() {
    const fhirpath = load("fhirpath");
    const r4 = load("fhirpath/fhir-context/r4");
    return fs.readFileSync(expressionFile, "utf8").split("\n").filter(Boolean)
        .map((expression) => JSON.stringify(fhirpath.evaluate(bundle, expression, { resource: bundle }, r4)));
}

for (const line of expressionFile ? answers() : faults()) console.log(line);
