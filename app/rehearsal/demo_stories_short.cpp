#include "rehearsal/demo_stories.hpp"

namespace rehearsal {
namespace {

// Married for forty-four years.
Story ruth_and_daniel() {
    using enum model::Partner;
    const StoryVisit first{
        .packet = "first-visit",
        .days_ago = 28,
        .a = Teller{{.team = 0.72, .anxious = 0.25, .avoidant = 0.55, .worn = 0.35},
                    {{"brings", "He retired in May and put my workshop in order. I can find nothing."},
                     {"hopes", "Mornings that are mine, and evenings that are ours."},
                     {"like", "We still read to each other."},
                     {"person", "I stand for finishing what I begin."},
                     {"myself", "I want to be curious about him again."},
                     {"us", "We do not decide by telephone."}},
                    {{"topics", 2},
                     {"topics", 8},
                     {"years", 46},
                     {"living", 1},
                     {"first-year", 4},
                     {"children", 2},
                     {"earlier", 1},
                     {"urgent", 3},
                     {"lack-of-curiosity", 3, 2}}},
        .b = Teller{{.team = 0.66, .anxious = 0.45, .avoidant = 0.45, .worn = 0.3},
                    {{"brings", "Our daughter wants us near her. Ruth says no before I have asked."},
                     {"hopes", "That we know by spring where we are going to live."},
                     {"like", "She binds books for people she has never met."},
                     {"person", "I was useful for fifty years. I would like to go on."},
                     {"us", "We take our time, but we do decide."},
                     {"intention-me", "I knock at the workshop."}},
                    {{"topics", 1},
                     {"topics", 8},
                     {"years", 46},
                     {"living", 1},
                     {"first-year", 5},
                     {"children", 2},
                     {"earlier", 1},
                     {"urgent", 5},
                     {"communication-skills", 3, 3}}},
        .mission = {{{a, "We decide about the house here, at this table."},
                     {b, "Before noon each of us has a door that may be shut."}}}};
    const StoryVisit second{
        .packet = "second-visit",
        .days_ago = 6,
        .a = Teller{{.team = 0.76},
                    {{"person-1", "Oma Trude"},
                     {"roots", "My mother's table had a chair for whoever came. I want ours to have two first."}},
                    {{"commitment", 10}, {"aim", 1}}},
        .b = Teller{{.team = 0.74},
                    {{"person-1", "My father"},
                     {"roots", "In my family the men decided and the women knew. I would like to do better."}},
                    {{"commitment", 10}, {"aim", 1}}},
        .read = false};
    return {.chart_code = "RG-1866", .a = "Ruth", .b = "Daniel", .language = "en", .visits = {first, second}};
}

// He drives long distances. They answered in Spanish.
Story lucia_and_andres() {
    using enum model::Partner;
    const StoryVisit first{
        .packet = "first-visit",
        .days_ago = 30,
        .a =
            Teller{{.team = 0.58, .anxious = 0.6, .avoidant = 0.25, .worn = 0.35},
                   {{"brings", "Andrés pasa cuatro noches por semana en la carretera. Cuando vuelve, cada uno tiene su "
                               "horario."},
                    {"hopes", "Que la vuelta a casa sea una alegría y no un examen."},
                    {"like", "Cantamos en el coche, aunque cantamos mal."},
                    {"person", "Defiendo la palabra dada."},
                    {"myself", "Quiero preguntar antes de enojarme."},
                    {"us", "Quiero que la distancia no decida por nosotros."},
                    {"intention-me", "El jueves apago el teléfono a las diez."},
                    {"intention-us", "Una vez por semana, desayunemos por videollamada."}},
                   {{"topics", 1},
                    {"topics", 2},
                    {"years", 8},
                    {"living", 2},
                    {"first-year", 8},
                    {"children", 2},
                    {"earlier", 1},
                    {"urgent", 5},
                    {"unavailability", 4, 2}}},
        .b = Teller{{.team = 0.62, .anxious = 0.35, .avoidant = 0.5, .worn = 0.3},
                    {{"brings", "Llego cansado y siento que estorbo en mi propia cocina."},
                     {"hopes", "Que los niños me cuenten las cosas a mí también."},
                     {"like", "Lucía se ríe de mis mapas de papel."},
                     {"person", "Trato de ser puntual con la gente que quiero."},
                     {"us", "En casa nos decimos las cosas a la cara."},
                     {"intention-us", "El domingo, un paseo sin niños y sin reloj."}},
                    {{"topics", 1},
                     {"topics", 6},
                     {"years", 8},
                     {"living", 2},
                     {"first-year", 7},
                     {"children", 2},
                     {"earlier", 1},
                     {"urgent", 6},
                     {"inattention", 3, 3}}},
        .mission = {{{a, "La distancia no decide por nosotros."},
                     {b, "La primera hora en casa es para saludarnos, no para las cuentas."}},
                    "La primera hora en casa es para saludarnos."},
        .note = "Interpreter not needed. The first hour at home is where it starts."};
    const StoryVisit second{.packet = "later-visit",
                            .days_ago = 5,
                            .a = Teller{{.team = 0.7},
                                        {{"one-line", "Lo de la primera hora funciona. Lo de los domingos, no."},
                                         {"own-words", "Que la vuelta a casa sea una alegría."}},
                                        {{"progress", 6}}},
                            .b = Teller{{.team = 0.68},
                                        {{"one-line", "Me ofrecieron una ruta más corta. Quiero hablarlo aquí."},
                                         {"own-words", "Estar en casa de verdad cuando estoy."}},
                                        {{"progress", 5}}},
                            .read = false};
    return {.chart_code = "RG-2016",
            .a = "Lucía",
            .b = "Andrés",
            .language = "es",
            .visits = {first, second},
            .read_back = true};
}

// His two girls live with them every other week. Today she was called away in the middle of hers.
Story imani_and_chris() {
    using enum model::Partner;
    const StoryVisit first{
        .packet = "first-visit",
        .days_ago = 21,
        .a = Teller{{.team = 0.5, .anxious = 0.5, .avoidant = 0.4, .worn = 0.4},
                    {{"brings", "Every other week I am a guest with a job in my own home."},
                     {"hopes", "House rules that are not only mine to say."},
                     {"like", "Chris learns from what goes wrong."},
                     {"person", "I would never talk badly about somebody's mother."},
                     {"us", "With the girls, we speak with one voice and two tempers."},
                     {"intention-me", "This week I will say when I am hurt, not when I am furious."}},
                    {{"topics", 6},
                     {"topics", 3},
                     {"years", 3},
                     {"living", 1},
                     {"first-year", 6},
                     {"children", 2},
                     {"earlier", 1},
                     {"urgent", 7},
                     {"inattention", 4, 2}}},
        .b = Teller{{.team = 0.6, .anxious = 0.4, .avoidant = 0.5, .worn = 0.3},
                    {{"brings", "I stand in the middle and everybody pulls."},
                     {"hopes", "That Imani and my older one have a joke of their own."},
                     {"like", "She never does things by halves."},
                     {"us", "We back each other up in front of the girls and argue in the car."}},
                    {{"topics", 6},
                     {"topics", 2},
                     {"years", 3},
                     {"living", 1},
                     {"first-year", 7},
                     {"children", 2},
                     {"earlier", 2},
                     {"urgent", 6},
                     {"blaming", 3, 2}}},
        .mission = {{{b, "We argue in the car, not in the kitchen."}, {a, "Both of us may say no to a child."}}},
        .note = "Who says good night to the girls? Start there."};
    const StoryVisit today{.packet = "later-visit",
                           .days_ago = 0,
                           .a = Teller{.mood = {.team = 0.55}, .until = Until::parked},
                           .b = Teller{.mood = {.team = 0.6}, .until = Until::waiting},
                           .read = false};
    return {.chart_code = "RG-2098", .a = "Imani", .b = "Chris", .language = "en", .visits = {first, today}};
}

// Noor was not ready to come.
Story hannah_alone() {
    const StoryVisit first{.packet = "short-first-visit",
                           .days_ago = 12,
                           .a = Teller{{.team = 0.46, .anxious = 0.7, .avoidant = 0.3},
                                       {{"brings", "Noor is not ready to come. I did not want to wait for her to be."},
                                        {"hopes", "That I find out what I am asking her for."},
                                        {"like", "She leaves notes in my coat pockets."}},
                                       {{"topics", 1},
                                        {"topics", 4},
                                        {"years", 5},
                                        {"living", 3},
                                        {"first-year", 9},
                                        {"children", 0},
                                        {"earlier", 1},
                                        {"urgent", 8},
                                        {"alone", 2}}},
                           .b = std::nullopt,
                           .read = false};
    return {.chart_code = "RG-2121", .a = "Hannah", .b = "Noor", .language = "en", .visits = {first}};
}

// Each of them was widowed. She had to leave, and the desk closed her part as it was.
Story june_and_walter() {
    const StoryVisit first{.packet = "first-visit",
                           .days_ago = 4,
                           .a = Teller{.mood = {.team = 0.7, .anxious = 0.3, .avoidant = 0.4},
                                       .said = {{"brings", "Two households in one, and photographs on every wall."}},
                                       .told = {{"topics", 8}, {"years", 4}, {"living", 1}},
                                       .until = Until::closed},
                           .b = Teller{{.team = 0.75, .anxious = 0.2, .avoidant = 0.55, .worn = 0.2},
                                       {{"brings", "June's sons count the spoons when they visit."},
                                        {"hopes", "A house that is ours and not a museum of two."},
                                        {"like", "She asked me to dance, not the other way round."},
                                        {"person", "I keep my word, and I keep it short."},
                                        {"us", "We make room for those who came before us."}},
                                       {{"topics", 8},
                                        {"years", 4},
                                        {"living", 1},
                                        {"first-year", 8},
                                        {"children", 3},
                                        {"earlier", 1},
                                        {"urgent", 4}}},
                           .read = false};
    return {.chart_code = "RG-2127", .a = "June", .b = "Walter", .language = "en", .visits = {first}};
}

}

std::vector<Story> shorter_stories() {
    return {lucia_and_andres(), ruth_and_daniel(), imani_and_chris(), hannah_alone(), june_and_walter()};
}

std::vector<Story> all_stories() {
    auto all = stories_of_three_visits();
    for (auto& story : shorter_stories())
        all.push_back(std::move(story));
    return all;
}

}
