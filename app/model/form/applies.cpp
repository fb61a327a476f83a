#include "model/form/applies.hpp"
#include "core/plain_text.hpp"
#include <algorithm>

namespace model {

bool passes(Test test, int answer, int value) {
    switch (test) {
    case Test::answered:
    case Test::unanswered:
        return false;
    case Test::equals:
        return answer == value;
    case Test::differs:
        return answer != value;
    case Test::above:
        return answer > value;
    case Test::at_least:
        return answer >= value;
    case Test::below:
        return answer < value;
    case Test::at_most:
        return answer <= value;
    }
    return false;
}

namespace {

constexpr std::string_view place = "{person}";

bool holds(const Condition& condition, const Answer* answer) {
    const bool answered = answer != nullptr && is_answered(*answer);
    if (condition.test == Test::answered) return answered;
    if (condition.test == Test::unanswered) return !answered;
    if (!answered) return false;
    if (const auto* chosen = std::get_if<Chosen>(answer)) return passes(condition.test, chosen->value, condition.value);
    const auto* set = std::get_if<ChosenSet>(answer);
    if (set == nullptr) return false;
    const bool among = set->values.contains(condition.value);
    return (condition.test == Test::equals && among) || (condition.test == Test::differs && !among);
}

bool has_somebody(const Module& module, const core::ItemId& person, const Answers& answers) {
    const auto is_there = [&](const core::ItemId& item) {
        const auto found = answers.find({module.id, item});
        return found != answers.end() && is_decided(found->second);
    };
    bool names = false;
    for (const Item& item : module.items) {
        if (item.person != person) continue;
        if (is_there(item.id)) return true;
        names = true;
    }
    return names && is_there(person);
}

// Only items before `index` are looked at, whose own turn was settled before: nothing can wait for itself.
bool applies_at(const Module& module, std::size_t index, const std::vector<bool>& before, const Answers& answers) {
    const auto met = [&](const Condition& condition) {
        const Answer* answer = nullptr;
        for (std::size_t i = 0; i < index; ++i) {
            if (module.items[i].id != condition.item || !before[i]) continue;
            const auto found = answers.find({module.id, condition.item});
            if (found != answers.end()) answer = &found->second;
        }
        return holds(condition, answer);
    };
    const Item& item = module.items[index];
    if (item.person && !met({.item = *item.person, .test = Test::answered})) return false;
    const auto& conditions = item.enable_when.conditions;
    if (conditions.empty() || has_somebody(module, item.id, answers)) return true;
    return item.enable_when.any ? std::ranges::any_of(conditions, met) : std::ranges::all_of(conditions, met);
}

std::vector<bool> settle(const Module& module, std::size_t count, const Answers& answers) {
    std::vector<bool> which;
    which.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        which.push_back(applies_at(module, i, which, answers));
    return which;
}

}

std::vector<bool> which_apply(const Module& module, const Answers& answers) {
    auto which = settle(module, module.items.size(), answers);
    for (std::size_t i = 0; i < which.size(); ++i)
        if (module.items[i].given) which[i] = false; // what stands on it was settled before
    return which;
}

std::vector<bool> which_may_apply(const Module& module, const Answers& answers) {
    const auto about = std::ranges::find_if(module.items, [&](const Item& item) {
        const Item* person = item.person ? find_item(module, *item.person) : nullptr;
        return person != nullptr && !person->given;
    });
    if (about == module.items.end() || answers.contains({module.id, *about->person}))
        return which_apply(module, answers);
    Answers named = answers;
    named[{module.id, *about->person}] = Written{std::string(place)};
    return which_apply(module, named);
}

bool applies(const Module& module, const Item& item, const Answers& answers) {
    if (item.enable_when.conditions.empty() && !item.person) return true;
    const auto found = std::ranges::find(module.items, item.id, &Item::id);
    if (found == module.items.end()) return false;
    return settle(module, static_cast<std::size_t>(found - module.items.begin()) + 1, answers).back();
}

const Answer* answer_in_use(const Module& module, const Item& item, const Answers& answers) {
    const auto found = answers.find({module.id, item.id});
    return found != answers.end() && applies(module, item, answers) ? &found->second : nullptr;
}

std::vector<ItemRef> answers_about(const Module& module, const core::ItemId& person, const Answers& answers) {
    std::vector<ItemRef> about;
    for (const Item& item : module.items)
        if (const ItemRef ref{module.id, item.id}; item.person == person && answers.contains(ref)) about.push_back(ref);
    return about;
}

std::optional<std::string> unsettled(const Module& module, const core::ItemId& person, const PartContent& content) {
    const auto then = content.about.find({module.id, person});
    if (then == content.about.end() || answers_about(module, person, content.answers).empty()) return std::nullopt;
    if (person_named(module, person, content.answers).value_or("") == then->second) return std::nullopt;
    return then->second;
}

std::optional<std::string> person_named(const Module& module, const std::optional<core::ItemId>& person,
                                        const Answers& answers) {
    const Item* item = person ? find_item(module, *person) : nullptr;
    const Answer* answer = item == nullptr ? nullptr : answer_in_use(module, *item, answers);
    const auto* written = answer == nullptr ? nullptr : std::get_if<Written>(answer);
    if (written == nullptr || core::trimmed(written->text).empty()) return std::nullopt;
    return std::string(core::trimmed(written->text));
}

std::string with_person(std::string text, const std::optional<std::string>& name) {
    if (!name) return text;
    // What was filled in is passed over: braces in a name are only braces.
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + name->size()))
        text.replace(at, place.size(), *name);
    return text;
}

}
