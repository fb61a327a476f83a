// The items of a Questionnaire, in order, as the items of a module: groups are flattened, and a group's short stem is
// said with each of its questions, for the kiosk shows one question a screen.
#pragma once
#include "content/fhir/form.hpp"
#include <set>

namespace content {

class FhirQuestions {
public:
    FhirQuestions(const FhirQuestionnaire& source, WrittenModule& written, FhirLosses& losses)
        : m_source(source), m_written(written), m_module(written.module), m_losses(losses) {}
    void take_all();

private:
    struct Above { // what the groups around an item say
        std::string stem;
        std::vector<std::string> groups; // linkIds, the outermost first
        FhirConditions conditions;
        bool is_private = false;
    };
    void take(const std::vector<FhirItem>& items, const Above& above);
    void take(const FhirItem& item, const Above& above);
    Above below(const Above& above, const FhirItem& item) const; // what stands in the item
    void take_group(const FhirItem& item, const Above& above);
    void take_display(const FhirItem& item, const Above& above);
    void take_question(const FhirItem& item, const Above& above);

    // Sets what its type says; false, with a line in the list, when it cannot be asked here.
    bool shape(const FhirItem& item, model::Item& made, FhirChoices& choices);
    bool shape_choices(const FhirItem& item, model::Item& made, FhirChoices& choices);
    bool shape_line(const FhirItem& item, model::Item& made); // false: it is none
    void shape_number(const FhirItem& item, model::Item& made);
    void shape_text(const FhirItem& item, model::Item& made);
    void shape_date(const FhirItem& item, model::Item& made);

    bool is_private(const FhirItem& item, const Above& above) const;
    void show(const FhirItem& item, const Above& above, std::string_view text, const model::EnableWhen& when);
    void add(const FhirItem& item, const Above& above, model::Item made);
    FhirConditions conditions_of(const FhirItem& item, const Above& above);
    void list_what_is_left_out(const FhirItem& item);
    void list_unused(const std::vector<FhirItem>& items, std::map<std::string, std::vector<std::string>>& by_name);

    const FhirQuestionnaire& m_source;
    WrittenModule& m_written;
    model::Module& m_module;
    FhirLosses& m_losses;
    FhirIds m_ids;
    std::vector<FhirAsked> m_asked;
    std::vector<FhirTotal> m_totals;
    std::set<const FhirItem*> m_shown;     // displays with a page of their own
    std::set<const FhirItem*> m_ends_said; // displays whose words stand at an end of the line above them
};

}
