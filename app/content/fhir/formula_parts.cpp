#include "content/fhir/formula_parts.hpp"
#include <algorithm>

namespace content {

Exact kept(std::optional<Exact> number) {
    if (!number) throw NotUnderstood{"gives numbers that are too large or have too many digits"};
    return *number;
}

FormulaPart simplified(FormulaPart part) {
    const bool same = std::ranges::adjacent_find(part.values, std::not_equal_to()) == part.values.end();
    if (part.question && same) {
        part.question.reset();
        part.values.resize(1);
        part.is_answer = false;
    }
    return part;
}

FormulaSum sum_of(const FormulaPart& part) {
    if (part.sum) return *part.sum;
    std::vector<Exact> numbers;
    for (const auto& value : part.values) {
        if (!value) throw NotUnderstood{"gives no number for some of the answers"};
        const auto* number = std::get_if<Exact>(&*value);
        if (number == nullptr) throw NotUnderstood{"counts with something that is no number"};
        numbers.push_back(*number);
    }
    FormulaSum sum;
    if (part.question) {
        sum.points.emplace(*part.question, std::move(numbers));
    } else {
        sum.offset = numbers.front();
    }
    return sum;
}

void add_to(FormulaSum& sum, const FormulaSum& other, Exact times) {
    sum.offset = kept(sum.offset.plus(kept(other.offset.times(times))));
    for (const auto& [question, numbers] : other.points) {
        auto& mine = sum.points[question];
        mine.resize(numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            mine[i] = kept(mine[i].plus(kept(numbers[i].times(times))));
    }
}

FormulaPart part_of(FormulaSum sum) {
    // What counts the same whatever is answered is no matter of the answer.
    std::erase_if(sum.points, [&](const auto& entry) {
        const auto& numbers = entry.second;
        const bool same = std::ranges::adjacent_find(numbers, std::not_equal_to()) == numbers.end();
        if (same) sum.offset = kept(sum.offset.plus(numbers.front()));
        return same;
    });
    FormulaPart part;
    if (sum.points.size() > 1) {
        part.sum = std::move(sum);
    } else if (sum.points.empty()) {
        part.values.emplace_back(sum.offset);
    } else {
        part.question = sum.points.begin()->first;
        for (const auto& number : sum.points.begin()->second)
            part.values.emplace_back(kept(number.plus(sum.offset)));
    }
    return part;
}

std::pair<Exact, Exact> range_of(const FormulaSum& sum) {
    auto low = sum.offset, high = sum.offset;
    for (const auto& [question, numbers] : sum.points) {
        low = kept(low.plus(std::ranges::min(numbers)));
        high = kept(high.plus(std::ranges::max(numbers)));
    }
    return {low, high};
}

std::optional<FormulaPart> one_of(FormulaParts parts) {
    if (parts.empty()) return std::nullopt;
    auto one = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto& next = parts[i];
        if (!one.question || one.question != next.question)
            throw NotUnderstood{"takes several answers where one belongs"};
        for (std::size_t k = 0; k < one.values.size(); ++k) {
            if (one.values[k] && next.values[k]) throw NotUnderstood{"takes several answers where one belongs"};
            if (next.values[k]) one.values[k] = next.values[k];
        }
        one.is_answer = one.is_answer && next.is_answer;
        one.needs.insert(next.needs.begin(), next.needs.end());
    }
    return one;
}

}
