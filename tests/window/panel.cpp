#include "window/panel.hpp"
#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <linux/input-event-codes.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <wayland-server.h>
extern "C" {
#include <xdg_shell.h>
#include <xdg_shell_code.h>
}

namespace window {
namespace {

std::uint32_t now() {
    using namespace std::chrono;
    return static_cast<std::uint32_t>(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count());
}

// A request that means nothing to a panel, whatever its arguments are.
template<class... Arguments>
void ignored(wl_client*, wl_resource*, Arguments...) {}

void gone(wl_client*, wl_resource* resource) {
    wl_resource_destroy(resource);
}

void make(wl_client* client, std::uint32_t id, const wl_interface& what, const void* requests) {
    wl_resource_set_implementation(wl_resource_create(client, &what, 1, id), requests, nullptr, nullptr);
}

}

struct Panel::Inside {
    wl_display* display = wl_display_create();
    int width, height;
    bool touch = false, mouse = false;
    Picture shown;
    unsigned pictures = 0;
    wl_resource *screen = nullptr, *window = nullptr, *toplevel = nullptr; // the output's surface and its roles
    std::vector<wl_resource*> seats, touches, mice;
    wl_resource* entered = nullptr;    // by the mouse
    std::vector<wl_resource*> waiting; // for the next refresh
    wl_event_source* timer = wl_event_loop_add_timer(wl_display_get_event_loop(display), refresh, this);

    struct Surface {
        explicit Surface(Inside* on) : panel(on), buffer(nullptr) {}
        Inside* panel;
        wl_resource* buffer;
        std::vector<wl_resource*> callbacks;
    };

    Inside(int w, int h) : width(w), height(h) {}

    static Inside& of(wl_resource* resource) { return *static_cast<Inside*>(wl_resource_get_user_data(resource)); }

    static void forget(std::vector<wl_resource*>& all, wl_resource* one) {
        all.erase(std::remove(all.begin(), all.end(), one), all.end());
    }

    // Those who draw hear of each refresh, and not before: what comes between two of them is what goes wrong.
    static int refresh(void* data) {
        auto& panel = *static_cast<Inside*>(data);
        for (wl_resource* callback : std::exchange(panel.waiting, {})) {
            wl_callback_send_done(callback, now());
            wl_resource_destroy(callback);
        }
        return 0;
    }

    void take_picture(wl_resource* buffer) {
        wl_shm_buffer* memory = wl_shm_buffer_get(buffer);
        REQUIRE(memory != nullptr);
        wl_shm_buffer_begin_access(memory);
        shown.width = wl_shm_buffer_get_width(memory);
        shown.height = wl_shm_buffer_get_height(memory);
        shown.pixels.clear();
        const auto* row = static_cast<const std::uint8_t*>(wl_shm_buffer_get_data(memory));
        for (int y = 0; y < shown.height; ++y, row += wl_shm_buffer_get_stride(memory)) {
            const auto* pixels = reinterpret_cast<const std::uint32_t*>(row);
            for (int x = 0; x < shown.width; ++x)
                shown.pixels.push_back(pixels[x] & 0xFFFFFF);
        }
        wl_shm_buffer_end_access(memory);
        ++pictures;
    }

    void configure() {
        if (!toplevel) return;
        wl_array states;
        wl_array_init(&states);
        xdg_toplevel_send_configure(toplevel, width, height, &states);
        wl_array_release(&states);
        xdg_surface_send_configure(window, wl_display_next_serial(display));
    }

    std::uint32_t capabilities() const {
        constexpr std::uint32_t none = 0, of_touch = WL_SEAT_CAPABILITY_TOUCH, of_mouse = WL_SEAT_CAPABILITY_POINTER;
        return (touch ? of_touch : none) | (mouse ? of_mouse : none);
    }
    void tell_capabilities() {
        for (wl_resource* seat : seats)
            wl_seat_send_capabilities(seat, capabilities());
    }

    static void commit(wl_client*, wl_resource* resource) {
        auto& surface = *static_cast<Surface*>(wl_resource_get_user_data(resource));
        Inside& panel = *surface.panel;
        if (resource == panel.screen && surface.buffer) panel.take_picture(surface.buffer);
        if (panel.pictures == 1 && !panel.touch) {
            panel.touch = true;
            panel.tell_capabilities();
            panel.configure(); // a compositor may not listen yet when its output hears of its size at first
        }
        if (surface.buffer) wl_buffer_send_release(std::exchange(surface.buffer, nullptr));
        for (wl_resource* callback : std::exchange(surface.callbacks, {}))
            panel.waiting.push_back(callback);
        constexpr int refresh_time = 16; // milliseconds
        wl_event_source_timer_update(panel.timer, refresh_time);
    }
    static void attach(wl_client*, wl_resource* resource, wl_resource* buffer, std::int32_t, std::int32_t) {
        static_cast<Surface*>(wl_resource_get_user_data(resource))->buffer = buffer;
    }
    static void frame(wl_client* client, wl_resource* resource, std::uint32_t id) {
        auto& surface = *static_cast<Surface*>(wl_resource_get_user_data(resource));
        wl_resource* callback = wl_resource_create(client, &wl_callback_interface, 1, id);
        wl_resource_set_implementation(callback, nullptr, surface.panel,
                                       [](wl_resource* one) { forget(of(one).waiting, one); });
        surface.callbacks.push_back(callback);
    }
    static constexpr struct wl_surface_interface surface_requests = {
        .destroy = gone,
        .attach = attach,
        .damage = ignored,
        .frame = frame,
        .set_opaque_region = ignored,
        .set_input_region = ignored,
        .commit = commit,
        .set_buffer_transform = ignored,
        .set_buffer_scale = ignored,
        .damage_buffer = ignored,
        .offset = ignored,
    };
    static constexpr struct wl_region_interface region_requests = {
        .destroy = gone, .add = ignored, .subtract = ignored};
    static constexpr struct wl_compositor_interface compositor_requests = {
        .create_surface =
            [](wl_client* client, wl_resource* resource, std::uint32_t id) {
                wl_resource* made = wl_resource_create(client, &wl_surface_interface, 4, id);
                wl_resource_set_implementation(
                    made, &surface_requests, new Surface(&of(resource)), [](wl_resource* one) {
                        auto* surface = static_cast<Surface*>(wl_resource_get_user_data(one));
                        if (surface->panel->screen == one) surface->panel->screen = nullptr;
                        if (surface->panel->entered == one) surface->panel->entered = nullptr;
                        delete surface;
                    });
            },
        .create_region = [](wl_client* client, wl_resource*,
                            std::uint32_t id) { make(client, id, wl_region_interface, &region_requests); },
    };

    static constexpr struct xdg_toplevel_interface toplevel_requests = {
        .destroy = gone,
        .set_parent = ignored,
        .set_title = ignored,
        .set_app_id = ignored,
        .show_window_menu = ignored,
        .move = ignored,
        .resize = ignored,
        .set_max_size = ignored,
        .set_min_size = ignored,
        .set_maximized = ignored,
        .unset_maximized = ignored,
        .set_fullscreen = ignored,
        .unset_fullscreen = ignored,
        .set_minimized = ignored,
    };
    static constexpr struct xdg_surface_interface window_requests = {
        .destroy = gone,
        .get_toplevel =
            [](wl_client* client, wl_resource* resource, std::uint32_t id) {
                Inside& panel = of(resource);
                panel.toplevel = wl_resource_create(client, &xdg_toplevel_interface, 1, id);
                wl_resource_set_implementation(panel.toplevel, &toplevel_requests, &panel,
                                               [](wl_resource* one) { of(one).toplevel = nullptr; });
                panel.configure();
            },
        .get_popup = ignored,
        .set_window_geometry = ignored,
        .ack_configure = ignored,
    };
    static constexpr struct xdg_wm_base_interface shell_requests = {
        .destroy = gone,
        .create_positioner = ignored,
        .get_xdg_surface =
            [](wl_client* client, wl_resource* resource, std::uint32_t id, wl_resource* surface) {
                Inside& panel = of(resource);
                panel.screen = surface;
                panel.window = wl_resource_create(client, &xdg_surface_interface, 1, id);
                wl_resource_set_implementation(panel.window, &window_requests, &panel,
                                               [](wl_resource* one) { of(one).window = nullptr; });
            },
        .pong = ignored,
    };

    static constexpr struct wl_touch_interface touch_requests = {.release = gone};
    static constexpr struct wl_pointer_interface mouse_requests = {.set_cursor = ignored, .release = gone};
    static constexpr struct wl_keyboard_interface keyboard_requests = {.release = gone};
    static constexpr struct wl_seat_interface seat_requests = {
        .get_pointer =
            [](wl_client* client, wl_resource* seat, std::uint32_t id) {
                wl_resource* made =
                    wl_resource_create(client, &wl_pointer_interface, wl_resource_get_version(seat), id);
                wl_resource_set_implementation(made, &mouse_requests, &of(seat),
                                               [](wl_resource* one) { forget(of(one).mice, one); });
                of(seat).mice.push_back(made);
            },
        .get_keyboard = [](wl_client* client, wl_resource*,
                           std::uint32_t id) { make(client, id, wl_keyboard_interface, &keyboard_requests); },
        .get_touch =
            [](wl_client* client, wl_resource* seat, std::uint32_t id) {
                wl_resource* made = wl_resource_create(client, &wl_touch_interface, wl_resource_get_version(seat), id);
                wl_resource_set_implementation(made, &touch_requests, &of(seat),
                                               [](wl_resource* one) { forget(of(one).touches, one); });
                of(seat).touches.push_back(made);
            },
        .release = gone,
    };

    template<const wl_interface* What, int Version, const auto* Requests>
    static void bind(wl_client* client, void* panel, std::uint32_t version, std::uint32_t id) {
        wl_resource* made = wl_resource_create(client, What, static_cast<int>(version), id);
        wl_resource_set_implementation(made, Requests, panel, nullptr);
    }
    static void bind_seat(wl_client* client, void* data, std::uint32_t version, std::uint32_t id) {
        auto& panel = *static_cast<Inside*>(data);
        wl_resource* made = wl_resource_create(client, &wl_seat_interface, static_cast<int>(version), id);
        wl_resource_set_implementation(made, &seat_requests, data,
                                       [](wl_resource* one) { forget(of(one).seats, one); });
        panel.seats.push_back(made);
        wl_seat_send_capabilities(made, panel.capabilities());
        wl_seat_send_name(made, "hands");
    }
};

Panel::Panel(const std::filesystem::path& folder, int width, int height)
    : m_inside(std::make_unique<Inside>(width, height)) {
    Inside& in = *m_inside;
    const auto path = (folder / socket).string();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(path.size() < sizeof address.sun_path);
    path.copy(address.sun_path, path.size());
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    REQUIRE(bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(listen(listening, 4) == 0);
    REQUIRE(wl_display_add_socket_fd(in.display, listening) == 0);
    wl_display_init_shm(in.display);
    wl_global_create(in.display, &wl_compositor_interface, 4, &in,
                     Inside::bind<&wl_compositor_interface, 4, &Inside::compositor_requests>);
    wl_global_create(in.display, &xdg_wm_base_interface, 1, &in,
                     Inside::bind<&xdg_wm_base_interface, 1, &Inside::shell_requests>);
    wl_global_create(in.display, &wl_seat_interface, 5, &in, Inside::bind_seat);
}

Panel::~Panel() {
    wl_display_destroy_clients(m_inside->display);
    wl_event_source_remove(m_inside->timer);
    wl_display_destroy(m_inside->display);
}

int Panel::descriptor() const {
    return wl_event_loop_get_fd(wl_display_get_event_loop(m_inside->display));
}

void Panel::serve() {
    wl_display_flush_clients(m_inside->display);
    wl_event_loop_dispatch(wl_display_get_event_loop(m_inside->display), 0);
    wl_display_flush_clients(m_inside->display);
}

bool Panel::open() const {
    return m_inside->screen != nullptr;
}
const Picture& Panel::shown() const {
    return m_inside->shown;
}
unsigned Panel::pictures() const {
    return m_inside->pictures;
}

void Panel::resize(int width, int height) {
    m_inside->width = width;
    m_inside->height = height;
    m_inside->configure();
}

void Panel::plug_touch(bool in) {
    m_inside->touch = in;
    m_inside->tell_capabilities();
}

void Panel::plug_mouse(bool in) {
    m_inside->mouse = in;
    m_inside->tell_capabilities();
}

void Panel::press(int finger, double x, double y) {
    for (wl_resource* touch : m_inside->touches) {
        wl_touch_send_down(touch, wl_display_next_serial(m_inside->display), now(), m_inside->screen, finger,
                           wl_fixed_from_double(x), wl_fixed_from_double(y));
        wl_touch_send_frame(touch);
    }
}

void Panel::slide(int finger, double x, double y) {
    for (wl_resource* touch : m_inside->touches) {
        wl_touch_send_motion(touch, now(), finger, wl_fixed_from_double(x), wl_fixed_from_double(y));
        wl_touch_send_frame(touch);
    }
}

void Panel::lift(int finger) {
    for (wl_resource* touch : m_inside->touches) {
        wl_touch_send_up(touch, wl_display_next_serial(m_inside->display), now(), finger);
        wl_touch_send_frame(touch);
    }
}

void Panel::point(double x, double y) {
    for (wl_resource* mouse : m_inside->mice) {
        if (m_inside->entered != m_inside->screen)
            wl_pointer_send_enter(mouse, wl_display_next_serial(m_inside->display), m_inside->screen,
                                  wl_fixed_from_double(x), wl_fixed_from_double(y));
        wl_pointer_send_motion(mouse, now(), wl_fixed_from_double(x), wl_fixed_from_double(y));
        wl_pointer_send_frame(mouse);
    }
    m_inside->entered = m_inside->screen;
}

void Panel::click(bool down) {
    for (wl_resource* mouse : m_inside->mice) {
        wl_pointer_send_button(mouse, wl_display_next_serial(m_inside->display), now(), BTN_LEFT,
                               down ? WL_POINTER_BUTTON_STATE_PRESSED : WL_POINTER_BUTTON_STATE_RELEASED);
        wl_pointer_send_frame(mouse);
    }
}

}
