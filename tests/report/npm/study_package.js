// Reads a folder with a datapackage.json as Frictionless does. PACKAGES is the folder that `npm ci` filled.
// Usage: node study_package.js PACKAGES FOLDER
// Prints a line for each table, with its rows or with what is wrong in it; and what is wrong with the package itself.
"use strict";

const path = require("node:path");

const [packages, folder] = process.argv.slice(2);
const load = require("node:module").createRequire(path.join(path.resolve(packages), "package.json"));
const { Package } = load("datapackage");

const words = (error) => [error, ...(error.errors ?? [])].map(String).join("; ");

async function main() {
    const file = path.join(path.resolve(folder), "datapackage.json");
    const read = await Package.load(file, { basePath: path.resolve(folder), strict: false });
    for (const error of read.errors) console.log(`wrong: ${words(error)}`);
    for (const resource of read.resources) {
        if (!resource.tabular) console.log(`wrong: ${resource.name} is no table`);
        for (const error of resource.errors) console.log(`wrong: ${resource.name}: ${words(error)}`);
        try {
            console.log(`${resource.name}: ${(await resource.read({ keyed: true, relations: true })).length} rows`);
        } catch (error) {
            console.log(`wrong: ${resource.name}: ${words(error)}`);
        }
    }
}

main().catch((error) => {
    console.log(`wrong: ${words(error)}`);
    process.exitCode = 1;
});
