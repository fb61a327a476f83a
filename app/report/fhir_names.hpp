// How a FHIR bundle names what it holds. For the fhir_*.cpp of this folder alone.
#pragma once
#include "model/form/module.hpp"
#include "report/export_rows.hpp"
#include <initializer_list>
#include <nlohmann/json.hpp>

namespace report {

using Json = nlohmann::ordered_json;

// "urn:uuid:..." of the same parts in every export: UUID version 8 (RFC 9562, 5.8), from BLAKE2b of the parts with
// their lengths. libsodium has no SHA-1, so this is no version 5.
std::string urn_of(std::initializer_list<std::string_view> parts);
std::string id_of(std::string_view urn); // without "urn:uuid:"

// A FHIR string may not be empty and has no control characters but line ends and tabs.
std::string fhir_text(std::string_view text);
void put_text(Json& into, const char* key, std::string_view text); // left out when nothing is to be read

Json reference(const std::string& urn);
Json fhir_code(const char* system, const char* code, const char* display); // a Coding

// The address of a form: the one it came with, else one of its own. A form that was kept has its own name: others had
// its id and version.
std::string questionnaire_url(const model::Module& module);
// What a file holds of a form or of a part's answers to it. Each is another version of the form, and another response:
// whoever has the one already is to get the other too.
enum class Extent { usual, with_private, for_both };
Extent extent_of(const model::Module& module, bool private_items);
// Empty where the form has no version and is as usual.
std::string questionnaire_version(const model::Module& module, bool private_items);
std::string questionnaire_canonical(const model::Module& module, bool private_items); // "url|version"

// A choice as R4 has it, and what it is called there: "Coding" with the code that the form came with or one of the
// form's own code system, or the "Boolean", "Integer" or "String" that it was.
struct FhirChoice {
    std::string type;
    Json value;
};
FhirChoice choice_of(const model::Module& module, const model::Item& item, int value);
// The code systems that the kiosk made for choices that came without one.
std::string choices_urn(const model::Module& module, const model::Item& item);
std::vector<Json> code_systems(const model::Module& module, bool private_items);
bool has_own_codes(const model::Item& item);
Json codeable(const std::vector<model::Code>& codes); // list of Coding; empty where there are none

// The two halves of an item that is answered both ways: it is a group of two questions.
std::string link_id(const model::Item& item, Direction direction);
std::string link_id(const model::Scale& scale);
std::string text_of(Direction direction);

// Puts an item where the form that it came from had it, in its groups, which are made where they are not there yet.
enum class GroupsOf { questionnaire, response };
void put_in_groups(Json& items, const model::Origin& origin, Json item, GroupsOf what);

// A sentence or a list as the text of a resource, for who reads it without a program (R4, Narrative).
Json narrative(const std::string& heading, const std::vector<std::pair<std::string, std::string>>& lines = {});

// "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|R", on every resource that holds something private.
void mark_restricted(Json& resource);
// The same on one item of a Questionnaire: HL7's extension of Data Segmentation for Privacy (DS4P 1.0.0, Inline
// Security Labels), which the import takes for private where the form itself was lost on the way.
void mark_item_restricted(Json& item);

}
