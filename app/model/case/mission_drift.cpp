#include "model/case/mission_drift.hpp"
#include "model/case/difference.hpp"
#include <algorithm>

namespace model {
namespace {

std::vector<const AgreedVersion*> agreed_at_visits(const CaseFile& file, std::size_t latest) {
    std::vector<const AgreedVersion*> agreed;
    for (std::size_t visit = file.visits.size(); visit-- > latest;)
        if (const auto& joint = file.visits[visit].joint.content; joint && !joint->versions.empty())
            agreed.push_back(&joint->versions.back());
    return agreed;
}

// The statements are gone through from the oldest on; `standing` follows the sentences of the one read last.
class Followed {
public:
    explicit Followed(const AgreedVersion& first) : m_at(first.at) {
        for (const Sentence& sentence : first.statement.sentences)
            m_standing.push_back({Drift::added, sentence, first.at, first.at});
    }

    void read(const Statement& before, const AgreedVersion& next) {
        auto old = std::move(m_standing);
        m_standing.clear();
        for (const auto& one : difference(before, next.statement)) {
            if (!one.after) continue;
            // A sentence that moved comes with its new place alone, in the same words.
            const auto& was = one.before ? one.before->text : one.after->text;
            const auto found =
                std::ranges::find(old, was, [](const DriftedSentence& known) { return known.sentence.text; });
            if (one.kind == DiffKind::added || found == old.end()) {
                m_standing.push_back({Drift::added, *one.after, next.at, next.at});
                continue;
            }
            auto sentence = std::move(*found);
            old.erase(found);
            ++sentence.statements;
            sentence.drift = one.kind == DiffKind::changed ? Drift::changed : Drift::kept;
            if (one.kind == DiffKind::changed) sentence.last = next.at;
            sentence.sentence = *one.after;
            m_standing.push_back(std::move(sentence));
        }
        for (auto& sentence : old) {
            sentence.drift = Drift::gone;
            sentence.last = next.at;
        }
        m_gone.insert(m_gone.begin(), old.begin(), old.end());
        m_before = m_at;
        m_at = next.at;
    }

    MissionDrift drift() && {
        MissionDrift drift{m_before, m_at, std::move(m_standing)};
        std::ranges::move(m_gone, std::back_inserter(drift.sentences));
        return drift;
    }

private:
    core::WallTime m_before, m_at;
    std::vector<DriftedSentence> m_standing, m_gone;
};

}

const AgreedVersion* agreed_last(const CaseFile& file, std::size_t visit) {
    for (; visit < file.visits.size(); ++visit)
        if (const auto& joint = file.visits[visit].joint.content; joint && !joint->versions.empty())
            return &joint->versions.back();
    return nullptr;
}

std::vector<std::string> sentences_to_read_back(const CaseFile& file) {
    std::vector<std::string> sentences;
    const auto* agreed = agreed_last(file);
    if (agreed == nullptr) return sentences;
    for (const auto& sentence : agreed->statement.sentences)
        if (sentences.size() < most_read_back && sentence.text.size() <= longest_read_back)
            sentences.push_back(sentence.text);
    return sentences;
}

std::optional<MissionDrift> mission_drift(const CaseFile& file, std::size_t latest) {
    const auto agreed = agreed_at_visits(file, latest);
    if (agreed.size() < 2) return std::nullopt;
    Followed followed(*agreed.front());
    for (std::size_t i = 1; i < agreed.size(); ++i)
        followed.read(agreed[i - 1]->statement, *agreed[i]);
    return std::move(followed).drift();
}

}
