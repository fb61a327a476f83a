#include "model/form/keyboard_layout.hpp"

namespace model {

std::shared_ptr<const KeyboardLayout> source_keyboard() {
    static const auto layout = std::make_shared<const KeyboardLayout>(
        KeyboardLayout{.letters = {{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"},
                                   {"a", "s", "d", "f", "g", "h", "j", "k", "l", "'"},
                                   {"z", "x", "c", "v", "b", "n", "m"}},
                       .capitals = {{"Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"},
                                    {"A", "S", "D", "F", "G", "H", "J", "K", "L", "'"},
                                    {"Z", "X", "C", "V", "B", "N", "M"}},
                       .signs = {{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"},
                                 {"-", "/", ":", ";", "(", ")", "$", "&", "@", "\""},
                                 {"?", "!", "#", "%", "+", "=", "*"}},
                       // Names of people in other languages.
                       .more_signs = {{"á", "é", "í", "ó", "ú", "ü", "ñ", "¿", "¡", "ç"},
                                      {"Á", "É", "Í", "Ó", "Ú", "Ü", "Ñ", "à", "è", "ê"},
                                      {"ä", "ë", "ï", "ö", "ø", "å", "ß"}},
                       .more_name = "áñ¿"});
    return layout;
}

}
