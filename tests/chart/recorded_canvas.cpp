#include "recorded_canvas.hpp"

model::Module a_scored_module(std::size_t least) {
    model::Module module{.id = {"m"},
                         .title = "M",
                         .intro = {},
                         .notice = {},
                         .rights = {},
                         .version = {},
                         .is_private = false,
                         .joint = false,
                         .items = {},
                         .scales = {},
                         .map = {},
                         .file = {}};
    model::Scale scale;
    scale.id = {"whole"};
    scale.title = "The whole";
    scale.minimum = 1;
    scale.maximum = 7;
    scale.least_answered = least;
    for (const char* id : {"q1", "q2", "q3", "q4"}) {
        model::Item item;
        item.id = {id};
        module.items.push_back(item);
        scale.keys.push_back({{id}, false});
    }
    module.scales.push_back(scale);
    return module;
}

model::Answers chosen(const std::vector<int>& values) {
    model::Answers answers;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] != 0) answers[{{"m"}, {"q" + std::to_string(i + 1)}}] = model::Chosen{values[i]};
    return answers;
}
