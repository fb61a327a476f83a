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

// A form that was kept has its own name: others had its id and version.
std::string questionnaire_urn(const model::Module& module);
std::string choices_urn(const model::Module& module, const model::Item& item); // the code system of an item's choices
Json coding_of(const model::Module& module, const model::Item& item, int value);

// The two halves of an item that is answered both ways: it is a group of two questions.
std::string link_id(const model::Item& item, Direction direction);
std::string text_of(Direction direction);

// "http://terminology.hl7.org/CodeSystem/v3-Confidentiality|R", on every resource that holds something private.
void mark_restricted(Json& resource);

}
