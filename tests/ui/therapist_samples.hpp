// A therapist's list and one couple's case with everything in it: long names, long labels, skips, a part that could not
// be opened, private answers, a mission in two versions.
#pragma once
#include "model/case/caseload.hpp"
#include "model/visit/state.hpp"

namespace samples {

using namespace model;

inline const std::string long_name = "Maximiliana-Josefina";
inline const core::WallTime march_4 =
    core::WallTime(std::chrono::sys_days(std::chrono::year(2025) / 3 / 4)) + std::chrono::hours(15);

ItemRef ref(std::string module, std::string item);

Item a_choice(std::string id, std::string text, bool is_private = false);

Scale a_scale(std::string id, std::string title, std::vector<std::string> items);

Content some_content();

PartRecord a_part(int shift);

CaseFile a_case(std::string a = "Maya", std::string b = "Jordan");

PrivateRecord private_answers(Partner partner);

std::vector<CaseSummary> a_list(const std::string& long_one = long_name);

State a_state(Screen screen, Theme theme = Theme::day, int text_percent = 100);

screen::Caseload list_of(std::vector<CaseSummary> cases);

screen::Caseload a_caseload();

screen::Case an_open_case(CaseTab tab, CaseFile file = a_case());

}
