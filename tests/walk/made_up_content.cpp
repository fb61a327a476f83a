#include "walk/made_up_content.hpp"
#include "content/forms/content.hpp"
#include "walk/scratch.hpp"
#include <fstream>

namespace walk {
namespace {

constexpr std::string_view open_form = R"(id = "walk-open"
title = "Of every kind"
intro = "A question of each kind."
rights = "Ours."
version = "1"
shareable = true

[[response]]
id = "often"
choices = [{ value = 1, label = "Never" }, { value = 2, label = "Sometimes" }, { value = 3, label = "Often" }]

[[item]]
id = "read-me"
kind = "display"
text = "There is nothing to answer here."

[[item]]
id = "near"
kind = "choice"
text = "We are near to each other."
response = "often"
scored = true

[[item]]
id = "far"
kind = "choice"
text = "We are far from each other."
response = "often"
scored = true
prefer_not_to_say = true

[[item]]
id = "hurt"
kind = "two_way"
text = "qzpriv Somebody was hurt."
choices = [{ value = 1, label = "qzpriv no" }, { value = 2, label = "qzpriv now and then" }, { value = 3, label = "qzpriv yes" }]
private = true

[[item]]
id = "wish"
kind = "long_text"
text = "What would you like?"
max_bytes = 4000
starters = ["I would like", "We could"]
releasable = true

[[item]]
id = "thing"
kind = "short_text"
text = "One thing that you like."
max_bytes = 200
releasable = true

[[item]]
id = "helps"
kind = "choices"
text = "What helps?"
choices = [{ value = 1, label = "A walk" }, { value = 2, label = "A talk" }, { value = 4, label = "Sleep" }]

[[item]]
id = "wears"
kind = "two_way"
text = "Being late."
response = "often"
talk_title = "Being on time"
talk_prompt = "When does it matter most?"

[[item]]
id = "years"
kind = "number"
text = "How many years?"
minimum = 0
maximum = 80
unit = "years"
scored = false

[[item]]
id = "since"
kind = "date"
text = "Since when?"
earliest = 1950
latest = 2026

[[item]]
id = "much"
kind = "zero_to_ten"
text = "How much?"
low_label = "Little"
high_label = "Much"
scored = false

[[item]]
id = "agree"
kind = "consent"
text = "I agree to take part."

[[item]]
id = "name"
kind = "signature"
text = "Please sign."

[[scale]]
id = "nearness"
title = "Nearness"
method = "mean"
minimum = 1
maximum = 3
least_answered = 1
uncertainty = "own_mean"
error_floor = { value = 0.3, source = "A study" }
low_means = "Far"
high_means = "Near"
strength = "You both feel near."
talk_title = "Coming near"
talk_prompt = "When were you last near?"
keys = [{ item = "near" }, { item = "far", reversed = true }]
)";

constexpr std::string_view private_form = R"(id = "walk-kept"
title = "For your therapist alone"
intro = "Two questions that stay with your therapist."
notice = "You may skip them."
rights = "Ours."
version = "1"
private = true

[[item]]
id = "safe"
kind = "choice"
text = "qzpriv Do you feel safe?"
choices = [{ value = 1, label = "qzpriv safe" }, { value = 2, label = "qzpriv unsafe" }]

[[item]]
id = "more"
kind = "short_text"
text = "qzpriv What should your therapist know?"
max_bytes = 300
)";

constexpr std::string_view packets = R"(secrets_policy = "Private answers stay with your therapist."

[[packet]]
id = "walk"
title = "A short walk"
modules = ["walk-open", "walk-kept"]
joint_module = "our-mission"

[[packet]]
id = "mission-only"
title = "Mission only"
modules = ["my-mission"]
joint_module = "our-mission"

[[packet]]
id = "map"
title = "How we connect"
modules = ["how-i-connect", "walk-kept"]

[[packet]]
id = "later-visit"
title = "Since last time"
modules = ["check-in"]
later_visit = true
)";

void write(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::shared_ptr<const model::Content> read() {
    const Scratch folder("content");
    const std::filesystem::path shipped = std::filesystem::path(SAMESIDE_SOURCE_DIR) / "content";
    for (const auto* name : {"modules", "articles"})
        std::filesystem::copy(shipped / name, folder.path() / name, std::filesystem::copy_options::recursive);
    write(folder.path() / "modules" / "walk-open.toml", open_form);
    write(folder.path() / "modules" / "walk-kept.toml", private_form);
    write(folder.path() / "packets.toml", packets);
    auto content = content::load(folder.path());
    if (!content || !content->broken.empty())
        throw std::runtime_error(content ? content->broken.front().why : content.error().detail);
    return std::make_shared<const model::Content>(std::move(*content));
}

}

std::shared_ptr<const model::Content> whole_content() {
    static const auto content = read();
    return content;
}

std::shared_ptr<const model::Content> content_with_a_mistake() {
    static const auto content = [] {
        auto copy = *whole_content();
        copy.modules.erase({"walk-kept"});
        copy.broken.push_back({"walk-kept", "modules/walk-kept.toml:1: a mistake"});
        return std::make_shared<const model::Content>(std::move(copy));
    }();
    return content;
}

}
