"""Checks a FHIR R4 bundle. Usage: fhir_check.py BUNDLE. Prints what is wrong, one a line; nothing when all is well.

The shape is that of HL7's own JSON schema for R4 (fhir-r4-schema.json beside this). What the schema cannot say is
checked after the rules of the specification that are named at each check.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import jsonschema

bundle = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
schema = json.loads(pathlib.Path(__file__).with_name("fhir-r4-schema.json").read_text(encoding="utf-8"))
faults = []
# A oneOf of resources says little when one of them fails: each resource is checked against its own definition.
for entry in bundle.get("entry", []):
    resource = entry["resource"]
    rule = {"$ref": "#/definitions/" + resource["resourceType"], "definitions": schema["definitions"]}
    for fault in jsonschema.Draft6Validator(rule).iter_errors(resource):
        faults.append(f"{resource['resourceType']}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
empty = dict(bundle, entry=[{"fullUrl": entry["fullUrl"]} for entry in bundle.get("entry", [])])
for fault in jsonschema.Draft6Validator(schema).iter_errors(empty):
    faults.append(f"Bundle: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")

# 3.1.0.7.1, 3.1.0.11.2: each entry says how it is created, once; what is its fullUrl is replaced wherever it stands.
if bundle["type"] != "transaction":
    faults.append("Bundle: is no transaction")
full_urls = {entry["fullUrl"] for entry in bundle["entry"]}
searches = set()
for entry in bundle["entry"]:
    resource, request = entry["resource"], entry.get("request", {})
    if request.get("method") != "POST" or request.get("url") != resource["resourceType"]:
        faults.append(f"bdl-3: {resource['resourceType']}: {request}")
    search = (request.get("url"), request.get("ifNoneExist"))
    if not search[1] or search in searches:
        faults.append(f"{resource['resourceType']}: nothing tells it from others: {search}")
    searches.add(search)
    try:
        div = xml.etree.ElementTree.fromstring(resource["text"]["div"])
        if div.tag != "{http://www.w3.org/1999/xhtml}div" or not "".join(div.itertext()).strip():
            faults.append(f"txt-1: {resource['resourceType']}: {div.tag}")
    except (KeyError, xml.etree.ElementTree.ParseError) as error:
        faults.append(f"{resource['resourceType']}: has no text that can be read: {error}")

resources = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
if len(resources) != len(bundle["entry"]):
    faults.append("bdl-7: a fullUrl stands twice")
for url, resource in resources.items():
    if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", url):
        faults.append(f"{url}: no UUID as RFC 9562 has them")
    if resource["id"] != url.removeprefix("urn:uuid:"):
        faults.append(f"{url}: its id is another")


def walk(value, path=""):
    """Every object, and no empty value anywhere (FHIR JSON: no empty array, object or string; nulls in arrays only)."""
    if value in ("", [], {}, None):
        faults.append(f"{path}: is empty")
    if isinstance(value, str) and not value.strip():
        faults.append(f"{path}: is blank")
    if isinstance(value, str) and value in full_urls and path.rsplit("/", 1)[-1] not in ("reference", "fullUrl"):
        faults.append(f"{path}: is an entry's fullUrl, which a server replaces")
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            yield from walk(inner, f"{path}/{key}")
    if isinstance(value, list):
        for inner in value:
            yield from walk(inner, path)


for inner in walk(bundle):
    if "reference" in inner and inner["reference"] not in resources:
        faults.append(f"{inner['reference']}: is referred to and not there")

answer_keys = {
    "choice": {"valueCoding", "valueInteger", "valueString"}, "integer": {"valueInteger"}, "decimal": {"valueDecimal"},
    "string": {"valueString"}, "text": {"valueString"}, "boolean": {"valueBoolean"}, "date": {"valueDate"},
    "group": set(), "quantity": {"valueQuantity"}, "dateTime": {"valueDateTime"}, "open-choice": {"valueCoding"},
}
enable_keys = {
    "choice": {"answerCoding"}, "integer": {"answerInteger"}, "decimal": {"answerDecimal"},
    "boolean": {"answerBoolean"},
}


def flat(items):
    for item in items:
        yield item
        yield from flat(item.get("item", []))


def options(item):
    return [coded(o["valueCoding"]) for o in item.get("answerOption", []) if "valueCoding" in o]


def coded(coding):
    return coding.get("system"), coding["code"]


forms = {}
for url, form in resources.items():
    if form["resourceType"] != "Questionnaire":
        continue
    if not re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,254}", form["name"]):
        faults.append(f"que-0: {form['name']}")
    items = list(flat(form["item"]))
    by_id = {item["linkId"]: item for item in items}
    if len(by_id) != len(items):
        faults.append(f"que-2: {form['title']}: a linkId stands twice")
    forms[form["url"] + ("|" + form["version"] if "version" in form else "")] = form
    for item in items:
        name = f"{form['title']}: {item['linkId']}"
        if item["type"] == "group" and "item" not in item or item["type"] == "display" and "item" in item:
            faults.append(f"que-1: {name}")
        if "text" not in item and item["type"] != "group":
            faults.append(f"{name}: has no text")
        optional = ("choice", "open-choice", "string", "integer", "date", "time")
        if "answerOption" in item and item["type"] not in optional:
            faults.append(f"que-5: {name}")
        for option in item.get("answerOption", []) if form["url"].startswith("urn:uuid:") else []:
            if not any(e["url"].endswith("/ordinalValue") for e in option["extension"]):
                faults.append(f"{name}: a choice has no ordinalValue")
        if len(item.get("enableWhen", [])) > 1 and "enableBehavior" not in item:
            faults.append(f"que-12: {name}")
        for when in item.get("enableWhen", []):
            asked = by_id.get(when["question"])
            given = {key for key in when if key.startswith("answer")}
            if asked is None:
                faults.append(f"{name}: waits for {when['question']}, which is not there")
            elif when["operator"] == "exists":
                if given != {"answerBoolean"}:
                    faults.append(f"que-7: {name}")
            elif given != enable_keys.get(asked["type"]):
                faults.append(f"{name}: {given} is compared with a {asked['type']}")
            elif given == {"answerCoding"} and (
                    when["operator"] not in ("=", "!=")
                    or coded(when["answerCoding"]) not in options(asked)):
                faults.append(f"{name}: compares with no choice of {when['question']}")


def check_items(form, asked, given):
    """QuestionnaireResponse: the same nesting and order, answers of the item's type and among its choices."""
    order = [item["linkId"] for item in asked]
    by_id = {item["linkId"]: item for item in asked}
    places = [order.index(item["linkId"]) if item["linkId"] in by_id else -1 for item in given]
    if -1 in places or places != sorted(set(places)):
        faults.append(f"{form['title']}: a response has other items, or another order: {[i['linkId'] for i in given]}")
        return
    for item in given:
        question = by_id[item["linkId"]]
        answers = item.get("answer", [])
        if len(answers) > 1 and not question.get("repeats"):
            faults.append(f"{form['title']}: {item['linkId']}: more than one answer")
        for answer in answers:
            if not set(answer) - {"item"} <= answer_keys[question["type"]]:
                faults.append(f"{form['title']}: {item['linkId']}: {set(answer)} for a {question['type']}")
            coding = answer.get("valueCoding")
            if coding and coded(coding) not in options(question):
                faults.append(f"{form['title']}: {item['linkId']}: {coding['code']} is not among the choices")
        if "item" in item and question["type"] != "group":
            faults.append(f"qrs-1: {item['linkId']}")
        below = item.get("item", []) + [inner for answer in answers for inner in answer.get("item", [])]
        check_items(form, question.get("item", []), below)


for resource in resources.values():
    if resource["resourceType"] == "QuestionnaireResponse":
        form = forms.get(resource["questionnaire"])
        if form is None:
            faults.append(f"{resource['questionnaire']}: is answered and not there")
        else:
            check_items(form, form["item"], resource["item"])
        if resources[resource["subject"]["reference"]]["resourceType"] != "Patient":
            faults.append("a response has a subject that is no Patient")
    if resource["resourceType"] == "Observation":
        if ("valueQuantity" in resource) == ("dataAbsentReason" in resource):
            faults.append(f"obs-6: {resource['code']['text']}")
        for part in resource["component"]:
            if sum(key.startswith("value") for key in part) != 1:
                faults.append(f"obs: {resource['code']['text']}: a component with other than one value")
        if resources[resource["derivedFrom"][0]["reference"]]["subject"] != resource["subject"]:
            faults.append(f"{resource['code']['text']}: derived from somebody else's answers")

print("\n".join(faults), end="")
sys.exit(bool(faults))
