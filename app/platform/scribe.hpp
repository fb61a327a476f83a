// Sets text of other scripts on a thread of its own, which begins with the first order: fonts take longer to load than
// a frame may. A frame waits a few milliseconds in all; what is not ready by then is news.
#pragma once
#include "ui/kit/scripts.hpp"

namespace platform {

// news: called on that thread when something is ready that was waited for in vain.
std::unique_ptr<ui::SetSource> open_scribe(std::function<void()> news);

}
