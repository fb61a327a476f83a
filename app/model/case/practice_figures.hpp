// The figures of every scale over the cases of a practice. A person counts once: by the first visit that gave a score,
// and as somebody who was asked again by the second. Forms whose items say the same count together, others apart.
// Sums alone are kept: a case can be let go as soon as it was added.
#pragma once
#include "model/case/practice_times.hpp"
#include "model/case/records.hpp"
#include "model/scoring/figures.hpp"
#include <span>

namespace model {

struct MeasureFigures {
    std::shared_ptr<const AskedForm> form; // of the latest visit that counted; none: read with today's content
    core::ModuleId module;
    core::ScaleId scale;
    std::vector<std::string> versions; // of the forms that count together, in order
    ScaleFigures all;
    struct InLanguage {
        std::string tag;
        ScaleFigures figures;
    };
    // By the language that all of a part was answered in, where the form could be read in more than one. What would
    // tell of few people by what is left of all is not there.
    std::vector<InLanguage> languages;
};

struct PracticeFigures {
    core::WallTime made_at;
    bool with_private = false;
    std::size_t left_out = 0;             // sealed parts and cases that could not be opened
    std::vector<MeasureFigures> measures; // those of one form beside each other
    std::vector<FormTimes> times = {};
};

// Both null where the content of that day is gone.
struct Measure {
    const Module* module = nullptr;
    const Scale* scale = nullptr;
};
Measure measure_of(const Content& today, const MeasureFigures& figures);

class FigureSums {
public:
    // `today`, in the source language, outlives it.
    explicit FigureSums(const Content& today) : m_today(today) {}

    // Private scales count where their records are given.
    void add(const CaseFile& file, std::span<const PrivateRecord> opened = {});
    void leave_out() { ++m_left_out; }
    PracticeFigures figures(core::WallTime at, bool with_private) const;

private:
    struct Row { // of a measure, in one language
        std::string tag, wording;
        ScaleSums sums;
    };
    struct Sums {
        std::string wording;
        core::ModuleId module;
        core::ScaleId scale;
        std::shared_ptr<const AskedForm> form;
        core::WallTime latest{};
        std::vector<std::string> versions;
        ScaleSums all;
        std::vector<Row> languages;
    };
    struct Place { // of a scale as one form asks it
        const Module* module = nullptr;
        const Scale* scale = nullptr;
        std::size_t sums = 0;
        std::map<std::string, std::size_t> languages;
    };
    struct Form { // kept, so that it can be known again
        std::shared_ptr<const AskedForm> form;
        std::map<core::ModuleId, std::vector<Place>> places;
    };
    struct Person;

    const std::vector<Place>& places_of(const std::shared_ptr<const AskedForm>& form, const Module& module);
    Place place_of(const std::shared_ptr<const AskedForm>& form, const Module& module, const Scale& scale);
    void add_visit(const VisitRecord& visit, Partner partner, const PrivateRecord* record, Person& person);
    void add_score(const Place& place, const Answers& answers, const VisitRecord& visit, const std::string& language,
                   Person& person);

    const Content& m_today;
    std::map<const AskedForm*, Form> m_forms;
    std::vector<Sums> m_sums;
    TimeSums m_times;
    std::size_t m_left_out = 0;
};

}
