#include "model/case/plain_letters.hpp"
#include "core/utf8.hpp"
#include <algorithm>
#include <unordered_map>

namespace model {
namespace {

// What each letter becomes that Lato has and that is not plain yet: "plain=letters", a blank between two groups.
constexpr std::string_view groups =
    "a=ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặⱥẚ ae=ÆæǢǣǼǽ b=ƀƁƂƃɃɓḂḃḄḅḆḇ c=ÇçĆćĈĉĊċ "
    "c=ČčƇƈȻȼḈḉ d=ÐðĎďĐđƉƊƋƌɖɗḊḋḌḍḎḏḐḑḒḓ dz=ǄǅǆǱǲǳ e=ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎƏƐǝȄȅȆȇȨȩɆɇəɛḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀ "
    "e=ềỂểỄễỆệ f=ƑƒḞḟ ff=ﬀ ffi=ﬃ ffl=ﬄ fi=ﬁ fl=ﬂ g=ĜĝĞğĠġĢģƓƔǤǥǦǧǴǵɠɣḠḡ h=ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ hv=ƕǶ "
    "i=ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƗǏǐȈȉȊȋɨḬḭḮḯỈỉỊị ij=Ĳĳ j=ĴĵǰɈɉ k=ĶķĸƘƙǨǩḰḱḲḳḴḵ l=ĹĺĻļĽľŁłƚȽɫḶḷḸḹḺḻḼḽⱢĿŀ "
    "lj=Ǉǈǉ m=ḾḿṀṁṂṃ n=ÑñŃńŅņŇňŊŋƝƞǸǹȠɲṄṅṆṇṈṉṊṋŉ nj=Ǌǋǌ o=ÒÓÔÕÖØòóôõöøŌōŎŏŐőƆƟƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱɔɵṌṍ "
    "o=ṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ oe=Œœ oi=Ƣƣ ou=Ȣȣ p=ƤƥṔṕṖṗ r=ŔŕŖŗŘřȐȑȒȓɌɍṘṙṚṛṜṝṞṟ s=ŚśŜŝŞşŠšſȘșṠṡṢ "
    "s=ṣṤṥṦṧṨṩẛ sh=Ʃʃ ss=ßẞ t=ŢţŤťŦŧƬƭƮȚțȾʈṪṫṬṭṮṯṰṱẗⱦ th=Þþ u=ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưƱǓǔǕǖǗǘǙǚǛǜȔȕȖȗɄʉʊṲṳ "
    "u=ṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự v=ƲʋṼṽṾṿ w=ŴŵƿǷẀẁẂẃẄẅẆẇẈẉẘ x=ẊẋẌẍ y=ÝýÿŶŷŸƳƴȜȝȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹ z=ŹźŻżŽžƵƶƷǮ "
    "z=ǯȤȥʒẐẑẒẓẔẕ ƨ=Ƨ ƹ=Ƹ ƽ=Ƽ ɋ=Ɋ ɩ=Ɩ ɯ=Ɯ ɽ=Ɽ ʀ=Ʀ ʌ=Ʌ ͻ=Ͻ ͼ=Ͼ ͽ=Ͽ α=ΆΑάἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏὰάᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎ "
    "α=ᾏᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺΆᾼ β=Βϐ γ=Γ δ=Δ ε=ΈΕέϵἐἑἒἓἔἕἘἙἚἛἜἝὲέῈΈ ζ=Ζ η=ΉΗήἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὴήᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῆ "
    "η=ῇῊΉῌ θ=Θϑϴ ι=ΊΐΙΪίϊἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὶίιῐῑῒΐῖῗῘῙῚΊ κ=Κϰ λ=Λ μ=Μ ν=Ν ξ=Ξ ο=ΌΟόὀὁὂὃὄὅὈὉὊὋὌὍὸόῸΌ "
    "π=Πϖ ρ=ΡϱῤῥῬ σ=ΣςϲϹ τ=Τ υ=ΎΥΫΰϋύϒϓϔὐὑὒὓὔὕὖὗὙὛὝὟὺύῠῡῢΰῦῧῨῩῪΎ φ=Φϕ χ=Χ ψ=Ψ ω=ΏΩώὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὼώᾠᾡᾢ "
    "ω=ᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῶῷῺΏῼ ϙ=Ϙ ϛ=Ϛ ϝ=Ϝ ϟ=Ϟ ϡ=Ϡ ϣ=Ϣ ϥ=Ϥ ϧ=Ϧ ϩ=Ϩ ϫ=Ϫ ϭ=Ϭ ϯ=Ϯ ϸ=Ϸ ϻ=Ϻ а=АӐӑӒӓ б=Б "
    "в=В г=ЃГѓ д=Д е=ЀЁЕѐёӖӗ ж=ЖӁӂӜӝ з=ЗӞӟ и=ЍИЙйѝӢӣӤӥ к=ЌКќ л=Л м=М н=Н о=ОӦӧ п=П р=Р с=С т=Т у=ЎУўӮӯӰӱ "
    "у=Ӳӳ ф=Ф х=Х ц=Ц ч=ЧӴӵ ш=Ш щ=Щ ъ=Ъ ы=ЫӸӹ ь=Ь э=ЭӬӭ ю=Ю я=Я ђ=Ђ є=Є ѕ=Ѕ і=ІЇї ј=Ј љ=Љ њ=Њ ћ=Ћ "
    "џ=Џ ѡ=Ѡ ѣ=Ѣ ѥ=Ѥ ѧ=Ѧ ѩ=Ѩ ѫ=Ѫ ѭ=Ѭ ѯ=Ѯ ѱ=Ѱ ѳ=Ѳ ѵ=ѴѶѷ ѹ=Ѹ ѻ=Ѻ ѽ=Ѽ ѿ=Ѿ ҁ=Ҁ ҋ=Ҋ ҍ=Ҍ ҏ=Ҏ ґ=Ґ ғ=Ғ ҕ=Ҕ "
    "җ=Җ ҙ=Ҙ қ=Қ ҝ=Ҝ ҟ=Ҟ ҡ=Ҡ ң=Ң ҥ=Ҥ ҧ=Ҧ ҩ=Ҩ ҫ=Ҫ ҭ=Ҭ ү=Ү ұ=Ұ ҳ=Ҳ ҵ=Ҵ ҷ=Ҷ ҹ=Ҹ һ=Һ ҽ=Ҽ ҿ=Ҿ ӄ=Ӄ ӆ=Ӆ "
    "ӈ=Ӈ ӊ=Ӊ ӌ=Ӌ ӎ=Ӎ ӏ=Ӏ ӕ=Ӕ ә=ӘӚӛ ӡ=Ӡ ө=ӨӪӫ ӷ=Ӷ ӻ=Ӻ ӽ=Ӽ ӿ=Ӿ ԁ=Ԁ ԃ=Ԃ ԅ=Ԅ ԇ=Ԇ ԉ=Ԉ ԋ=Ԋ ԍ=Ԍ ԏ=Ԏ ԑ=Ԑ "
    "ԓ=Ԓ ᵽ=Ᵽ ⱡ=Ⱡ ⱨ=Ⱨ ⱪ=Ⱪ ⱬ=Ⱬ ⱶ=Ⱶ";

using Table = std::unordered_map<char32_t, std::string_view>;

Table table_of(std::string_view all) {
    Table table;
    while (!all.empty()) {
        const auto end = std::min(all.find(' '), all.size());
        const auto group = all.substr(0, end);
        const auto plain = group.substr(0, group.find('='));
        for (std::size_t at = plain.size() + 1; at < group.size();)
            table.emplace(core::utf8::next(group, at).code, plain);
        all.remove_prefix(std::min(end + 1, all.size()));
    }
    return table;
}

constexpr char32_t first_mark = 0x300, last_mark = 0x36F; // accents on their own

}

std::string plain_letters(std::string_view text) {
    static const auto table = table_of(groups);
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, bytes, broken] = core::utf8::next(text, at);
        if (code >= U'A' && code <= U'Z') {
            plain += static_cast<char>(code - U'A' + U'a');
        } else if (code < 0x80 || broken) {
            plain += bytes;
        } else if (code < first_mark || code > last_mark) {
            const auto found = table.find(code);
            plain += found == table.end() ? bytes : found->second;
        }
    }
    return plain;
}

}
