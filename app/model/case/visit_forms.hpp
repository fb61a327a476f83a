// Which forms a visit had, and what may be read of them. Screens, pictures, pages and exports all ask here, so that no
// answer is in one of them and missing in another. Each visit is read with the forms that were kept with it; what it
// has none for is read with those of `today`.
#pragma once
#include "model/case/records.hpp"
#include <initializer_list>

namespace model {

// What each partner of a sitting with this packet is given, in order; forms that the content no longer has are left
// out.
std::vector<const Module*> packet_forms(const Content& content, const core::PacketId& packet);

// The packet's forms, then every other in which somebody answered: the packet may have been changed since, or the part
// moved here from another visit. Private answers have no say in it but for those of an `opened` record; null is none.
std::vector<const Module*> forms_of(const Content& today, const VisitRecord& visit,
                                    std::initializer_list<const PrivateRecord*> opened = {});

// What may stand beside the other partner's, whatever the record holds.
Answers public_answers(const Content& today, const VisitRecord& visit, Partner partner);

// What the partner was asked to agree to and did not; empty while their part is not sealed.
std::vector<const Item*> not_agreed_to(const Content& today, const VisitRecord& visit, Partner partner);

// What one partner's private view is read from: their private answers, and the public ones that decide which questions
// were asked and what a private scale counts.
struct PrivateReading {
    std::vector<const Module*> forms;
    Answers answers;
};
PrivateReading private_reading(const Content& today, const VisitRecord& visit, const PrivateRecord& record);

}
