#include "platform/headset.hpp"
#include <algorithm>
#include <alsa/asoundlib.h>
#include <mutex>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace platform {
namespace {

// A sound card that is plugged in later is found at the next look.
constexpr int look_again_after_ms = 5000;

struct CloseCard {
    void operator()(snd_ctl_t* card) const { snd_ctl_close(card); }
};
using Card = std::unique_ptr<snd_ctl_t, CloseCard>;

std::vector<Card> open_cards() {
    std::vector<Card> cards;
    for (int number = -1; snd_card_next(&number) == 0 && number >= 0;) {
        snd_ctl_t* card = nullptr;
        if (snd_ctl_open(&card, ("hw:" + std::to_string(number)).c_str(), SND_CTL_NONBLOCK) != 0) continue;
        cards.emplace_back(card);
        snd_ctl_subscribe_events(card, 1);
    }
    return cards;
}

void add_controls(snd_ctl_t& card, std::vector<JackControl>& controls) {
    snd_ctl_elem_list_t* list = nullptr;
    snd_ctl_elem_value_t* value = nullptr;
    if (snd_ctl_elem_list_malloc(&list) != 0) return;
    if (snd_ctl_elem_value_malloc(&value) == 0 && snd_ctl_elem_list(&card, list) == 0 &&
        snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) == 0) {
        snd_ctl_elem_list(&card, list);
        for (unsigned at = 0; at < snd_ctl_elem_list_get_used(list); ++at) {
            if (snd_ctl_elem_list_get_interface(list, at) != SND_CTL_ELEM_IFACE_CARD) continue;
            snd_ctl_elem_value_set_numid(value, snd_ctl_elem_list_get_numid(list, at));
            if (snd_ctl_elem_read(&card, value) == 0)
                controls.push_back(
                    {snd_ctl_elem_list_get_name(list, at), snd_ctl_elem_value_get_boolean(value, 0) != 0});
        }
        snd_ctl_elem_list_free_space(list);
    }
    if (value != nullptr) snd_ctl_elem_value_free(value);
    snd_ctl_elem_list_free(list);
}

class AlsaHeadset : public Headset {
public:
    explicit AlsaHeadset(std::function<void()> news)
        : m_news(std::move(news)), m_quit(eventfd(0, EFD_CLOEXEC)), m_thread([this] { watch(); }) {}
    ~AlsaHeadset() override {
        eventfd_write(m_quit, 1);
        m_thread.join();
        close(m_quit);
    }
    AlsaHeadset(const AlsaHeadset&) = delete;
    AlsaHeadset& operator=(const AlsaHeadset&) = delete;

    std::optional<bool> plugged() const override {
        const std::lock_guard lock(m_mutex);
        return m_plugged;
    }

private:
    void watch() {
        for (;;) {
            const auto cards = open_cards();
            std::vector<pollfd> waiting{{m_quit, POLLIN, 0}};
            std::vector<JackControl> controls;
            for (const auto& card : cards) {
                add_controls(*card, controls);
                const auto count = snd_ctl_poll_descriptors_count(card.get());
                const auto had = waiting.size();
                waiting.resize(had + static_cast<std::size_t>(std::max(count, 0)));
                if (count > 0) snd_ctl_poll_descriptors(card.get(), &waiting[had], static_cast<unsigned>(count));
            }
            learn(headphones_in(controls));
            poll(waiting.data(), waiting.size(), look_again_after_ms);
            if (waiting.front().revents != 0) return;
        }
    }
    void learn(std::optional<bool> plugged) {
        {
            const std::lock_guard lock(m_mutex);
            if (plugged == m_plugged) return;
            m_plugged = plugged;
        }
        m_news();
    }

    std::function<void()> m_news;
    int m_quit;
    mutable std::mutex m_mutex;
    std::optional<bool> m_plugged;
    std::thread m_thread; // begins when all the rest is made
};

}

std::optional<bool> headphones_in(std::span<const JackControl> controls) {
    std::optional<bool> plugged;
    for (const auto& control : controls) {
        const std::string_view name = control.name;
        const bool about_them =
            name.find("Headphone") != std::string_view::npos || name.find("Headset") != std::string_view::npos;
        if (!about_them || !name.ends_with(" Jack") || name.find("Phantom") != std::string_view::npos ||
            name.find("Mic") != std::string_view::npos)
            continue;
        plugged = plugged.value_or(false) || control.plugged;
    }
    return plugged;
}

std::unique_ptr<Headset> watch_headset(std::function<void()> news) {
    return std::make_unique<AlsaHeadset>(std::move(news));
}

}
