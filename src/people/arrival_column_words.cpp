#include "people/arrival_column_words.h"

namespace homeward::people {

namespace {

using enum ColumnMeaning;
using Words = WordTable<ColumnMeaning>;

Words english() {
    return {
        {number, {"no", "nr", "num", "number", "n", "s/n", "serial number", "serial no", "row", "id", "item", "seq"}},
        {family_name, {"family name", "surname", "last name", "lastname", "name family", "surnames"}},
        {given_name, {"given name", "first name", "name", "forename", "given names", "firstname", "first names"}},
        {patronymic, {"father's name", "patronymic", "fathers name", "name of father", "father name", "middle name", "second name"}},
        {full_name, {"full name", "name and surname", "surname and name", "full names", "name of person", "fullname"}},
        {sex, {"sex", "gender", "m/f", "f/m", "sex (m/f)"}},
        {born_on, {"date of birth", "birth date", "birthdate", "dob", "born", "born on", "year of birth", "d.o.b.", "birthday", "date or year of birth"}},
        {age, {"age", "age in years", "years old", "full years"}},
        {birth_place, {"place of birth", "birth place", "birthplace", "born in", "pob", "country of birth"}},
        {citizenship, {"citizenship", "nationality", "citizen of", "country of citizenship"}},
        {document, {"document", "document type", "type of document", "id type", "id document", "documents", "kind of document", "identity document"}},
        {document_number, {"document number", "document no", "doc no", "doc number", "number of document", "passport number", "passport no", "id number", "id no", "no of document", "passport", "document series and number", "doc nr"}},
        {family_number, {"family no", "family number", "family id", "household", "household number", "household no", "family", "case number", "family nr", "no of family", "hh no", "family group", "group number"}},
        {relationship, {"relationship", "relation", "relation to head", "relationship to head", "relationship to head of family", "relationship to head of household", "kinship", "role in family", "family role"}},
        {region, {"region", "province", "oblast", "area", "region of destination", "destination region"}},
        {district, {"district", "rayon", "raion", "city/district", "town", "city", "municipality", "district of destination"}},
        {phone, {"phone", "telephone", "phone number", "mobile", "tel", "contact", "contact phone", "contact number", "telephone number", "phone no", "cell phone"}},
        {note, {"remarks", "remark", "note", "notes", "comment", "comments", "additional information", "other information", "observations"}},
    };
}

Words russian() {
    return {
        {number, {"№", "№ п/п", "п/п", "номер", "порядковый номер", "номер по порядку", "нпп", "№ пп", "н"}},
        {family_name, {"фамилия", "фам", "фамилии"}},
        {given_name, {"имя", "имена"}},
        {patronymic, {"отчество", "имя отца", "отч", "по отцу"}},
        {full_name, {"фио", "ф.и.о.", "фамилия имя отчество", "фамилия, имя", "фамилия имя", "полное имя", "фамилия и имя", "ф и о"}},
        {sex, {"пол", "пол (м/ж)", "м/ж", "ж/м"}},
        {born_on, {"дата рождения", "год рождения", "дата рожд", "д.р.", "д/р", "др", "г.р.", "число месяц год рождения", "родился", "дата и год рождения", "дата рождения (возраст)"}},
        {age, {"возраст", "полных лет", "лет", "возраст лет"}},
        {birth_place, {"место рождения", "место рожд", "м.р.", "где родился", "страна рождения", "м/р", "родился в"}},
        {citizenship, {"гражданство", "гражд", "гр-во", "подданство", "страна гражданства", "национальность и гражданство"}},
        {document, {"документ", "вид документа", "тип документа", "документ удостоверяющий личность", "наименование документа", "документы", "удостоверение личности", "какой документ"}},
        {document_number, {"номер документа", "№ документа", "серия и номер документа", "серия и номер", "серия, номер", "паспорт", "загранпаспорт", "номер паспорта", "№ паспорта", "серия и номер паспорта", "данные документа", "серия, № документа", "№ док", "номер док"}},
        {family_number, {"семья №", "№ семьи", "номер семьи", "семья", "код семьи", "семья номер", "домохозяйство", "№ домохозяйства", "группа семьи"}},
        {relationship, {"степень родства", "родство", "отношение", "кем приходится", "родственная связь", "родственные отношения", "степень родства к главе семьи", "отношение к главе семьи", "статус в семье", "член семьи", "родств"}},
        {region, {"область", "регион", "обл", "область проживания", "регион проживания", "область прибытия", "край", "вилоят", "велаят", "область назначения"}},
        {district, {"район", "р-н", "город/район", "район/город", "город, район", "район проживания", "город", "населенный пункт", "район, город"}},
        {phone, {"телефон", "тел", "номер телефона", "контактный телефон", "контакт", "контакты", "моб", "мобильный", "тел. номер", "№ телефона", "сотовый"}},
        {note, {"примечание", "примечания", "комментарий", "заметки", "прим", "дополнительно", "особые отметки", "доп сведения", "дополнительные сведения", "пометка"}},
    };
}

Words kazakh() {
    return {
        {number, {"р/с", "реттік нөмірі", "р/с №", "нөмірі", "рет саны"}},
        {family_name, {"тегі", "tegı", "tegi", "фамилиясы"}},
        {given_name, {"аты", "aty", "есімі", "esımı", "атты"}},
        {patronymic, {"әкесінің аты", "äkesınıñ aty", "акесінін аты"}},
        {full_name, {"аты-жөні", "аты жөні", "тегі аты әкесінің аты", "тегі, аты", "т.а.ә.", "аты тегі", "aty-jönı"}},
        {sex, {"жынысы", "jynysy"}},
        {born_on, {"туған күні", "tuğan künı", "туылған күні", "туған жылы", "туған датасы", "туылған жылы", "туған күні айы жылы"}},
        {age, {"жасы", "жас", "jasy"}},
        {birth_place, {"туған жері", "tuğan jerı", "туылған жері", "туған орны"}},
        {citizenship, {"азаматтығы", "azamattyğy", "азаматтық"}},
        {document, {"құжат", "qūjat", "құжаты", "құжат түрі", "құжаттың түрі", "qujat", "жеке басын куәландыратын құжат"}},
        {document_number, {"құжат нөмірі", "qūjat nömırı", "құжат №", "құжаттың нөмірі", "құжат сериясы мен нөмірі", "төлқұжат нөмірі", "төлқұжат", "паспорт нөмірі"}},
        {family_number, {"отбасы №", "otbasy №", "отбасы нөмірі", "отбасы", "отбасының нөмірі", "үй шаруашылығы", "otbasy nömırı"}},
        {relationship, {"туыстығы", "tuystyğy", "туыстық қатынасы", "туыстық дәрежесі", "туысқандығы", "отбасындағы орны"}},
        {region, {"облыс", "oblys", "облысы", "өңір", "аймақ"}},
        {district, {"аудан", "audan", "ауданы", "қала/аудан", "аудан/қала", "қала", "елді мекен"}},
        {phone, {"телефон", "телефоны", "телефон нөмірі", "байланыс телефоны", "байланыс", "ұялы телефон"}},
        {note, {"ескерту", "eskertu", "ескертпе", "ескертпелер", "қосымша", "қосымша мәлімет", "түсініктеме"}},
    };
}

Words kyrgyz() {
    return {
        {number, {"к/н", "катар номери", "катар саны", "номери"}},
        {family_name, {"фамилиясы", "тек аты", "теги"}},
        {given_name, {"аты", "ысымы", "өз аты"}},
        {patronymic, {"атасынын аты", "ата аты", "атасынын ысымы"}},
        {full_name, {"аты-жөнү", "аты жөнү", "фамилиясы аты атасынын аты", "фаа", "ф.а.а.", "фамилиясы, аты", "аты-жону"}},
        {sex, {"жынысы"}},
        {born_on, {"туулган датасы", "туулган күнү", "туулган жылы", "туулган күн", "туулган куну", "төрөлгөн күнү"}},
        {age, {"жашы", "жаш"}},
        {birth_place, {"туулган жери", "туулган орду", "төрөлгөн жери"}},
        {citizenship, {"жарандыгы", "жарандык"}},
        {document, {"документ", "документи", "документтин түрү", "иш кагазы", "күбөлүк"}},
        {document_number, {"документтин номери", "документ номери", "документ №", "паспорт номери", "паспорттун номери", "документтин сериясы жана номери"}},
        {family_number, {"үй-бүлө №", "үй-бүлө номери", "үй-бүлө", "уй-було №", "үй-бүлөнүн номери"}},
        {relationship, {"туугандыгы", "тууганчылыгы", "туугандык даражасы", "туугандык катышы", "ким болот"}},
        {region, {"облус", "область", "облусу", "аймак"}},
        {district, {"район", "району", "шаар/район", "шаар", "айыл"}},
        {phone, {"телефон", "телефону", "телефон номери", "байланыш телефону", "байланыш"}},
        {note, {"эскертүү", "эскертме", "кошумча", "эскертуу", "кошумча маалымат"}},
    };
}

Words uzbek() {
    return {
        {number, {"t/r", "т/р", "tartib raqami", "тартиб рақами", "raqami", "рақами", "т р"}},
        {family_name, {"familiya", "familiyasi", "фамилияси", "фамилия", "насаби"}},
        {given_name, {"ism", "ismi", "исм", "исми"}},
        {patronymic, {"otasining ismi", "отасининг исми", "ota ismi", "ота исми", "sharifi", "шарифи", "otasi ismi"}},
        {full_name, {"f.i.sh.", "ф.и.ш.", "fish", "фиш", "f.i.o.", "fio", "familiyasi ismi sharifi", "familiyasi ismi otasining ismi", "фамилияси исми шарифи", "фамилияси, исми, отасининг исми", "toʻliq ismi", "тўлиқ исми"}},
        {sex, {"jinsi", "жинси", "jins", "жинс"}},
        {born_on, {"tugʻilgan sanasi", "туғилган санаси", "tugʻilgan sana", "туғилган сана", "tugʻilgan kuni", "туғилган куни", "tugʻilgan yili", "туғилган йили", "tugilgan kun"}},
        {age, {"yoshi", "ёши", "yosh", "ёш"}},
        {birth_place, {"tugʻilgan joyi", "туғилган жойи", "tugʻilgan joy", "туғилган жой", "tugʻilgan yeri", "туғилган ери"}},
        {citizenship, {"fuqaroligi", "фуқаролиги", "fuqarolik", "фуқаролик"}},
        {document, {"hujjat", "ҳужжат", "hujjat turi", "ҳужжат тури", "hujjati", "ҳужжати", "shaxsini tasdiqlovchi hujjat", "hujjatlar"}},
        {document_number, {"hujjat raqami", "ҳужжат рақами", "hujjat №", "ҳужжат №", "hujjat seriyasi va raqami", "ҳужжат серияси ва рақами", "pasport raqami", "паспорт рақами", "pasport", "seriya va raqami"}},
        {family_number, {"oila №", "оила №", "oila raqami", "оила рақами", "oila", "оила", "oila no", "xonadon", "хонадон"}},
        {relationship, {"qarindoshligi", "қариндошлиги", "qarindoshlik", "қариндошлик", "qarindoshlik darajasi", "қариндошлик даражаси", "kim boʻladi", "oiladagi oʻrni"}},
        {region, {"viloyat", "вилоят", "viloyati", "вилояти", "hudud", "ҳудуд"}},
        {district, {"tuman", "туман", "tumani", "тумани", "shahar/tuman", "шаҳар/туман", "tuman/shahar", "туман/шаҳар", "shahar", "шаҳар"}},
        {phone, {"telefon", "телефон", "telefoni", "telefon raqami", "телефон рақами", "aloqa", "aloqa telefoni", "боғланиш"}},
        {note, {"izoh", "изоҳ", "izohlar", "изоҳлар", "eslatma", "эслатма", "qoʻshimcha", "қўшимча"}},
    };
}

Words tajik() {
    return {
        {number, {"р/т", "рақами тартибӣ", "т/р", "рақам"}},
        {family_name, {"насаб", "насабаш", "фамилия", "фамилияаш", "номи оилавӣ", "nasab"}},
        {given_name, {"ном", "номаш", "исм", "nom"}},
        {patronymic, {"номи падар", "номи падараш", "nomi padar", "падар"}},
        {full_name, {"ному насаб", "насабу ном", "насаб, ном, номи падар", "насаб ном номи падар", "ф.и.о.", "н.н.п.", "номи пурра"}},
        {sex, {"ҷинс", "ҷинсият", "ҷинсаш", "jins"}},
        {born_on, {"санаи таваллуд", "соли таваллуд", "рӯзи таваллуд", "таърихи таваллуд", "sanai tavallud"}},
        {age, {"син", "синну сол", "сину сол", "синнаш"}},
        {birth_place, {"ҷои таваллуд", "ҷойи таваллуд", "маҳалли таваллуд", "joi tavallud"}},
        {citizenship, {"шаҳрвандӣ", "шаҳрвандият", "тобеият", "shahrvandi"}},
        {document, {"ҳуҷҷат", "навъи ҳуҷҷат", "намуди ҳуҷҷат", "санад", "hujjat"}},
        {document_number, {"рақами ҳуҷҷат", "рақами шиноснома", "шиноснома", "силсила ва рақам", "№ ҳуҷҷат", "raqami hujjat", "силсила ва рақами ҳуҷҷат"}},
        {family_number, {"рақами оила", "оила №", "№ оила", "оила", "raqami oila"}},
        {relationship, {"хешутаборӣ", "хешӣ", "дараҷаи хешутаборӣ", "хешу табор", "нисбати хешӣ", "муносибат"}},
        {region, {"вилоят", "минтақа", "viloyat"}},
        {district, {"ноҳия", "шаҳр/ноҳия", "ноҳия/шаҳр", "шаҳр", "nohiya", "деҳа"}},
        {phone, {"телефон", "рақами телефон", "тамос", "telefon"}},
        {note, {"эзоҳ", "шарҳ", "қайд", "эзоҳот", "иловагӣ", "ezoh"}},
    };
}

Words turkmen() {
    return {
        {number, {"t/b", "tertip belgisi", "t.b.", "т/б"}},
        {family_name, {"familiýasy", "familiýa", "фамилиясы"}},
        {given_name, {"ady", "at", "ады"}},
        {patronymic, {"atasynyň ady", "kakasynyň ady", "атасының ады", "ata ady"}},
        {full_name, {"f.a.a.a.", "familiýasy ady atasynyň ady", "doly ady", "ady familiýasy", "familiýasy, ady"}},
        {sex, {"jynsy", "jyns", "җынсы"}},
        {born_on, {"doglan senesi", "doglan güni", "doglan ýyly", "doglan gün", "доглан гүни", "doglan wagty"}},
        {age, {"ýaşy", "ýaş"}},
        {birth_place, {"doglan ýeri", "доглан ери"}},
        {citizenship, {"raýatlygy", "raýatlyk", "раятлыгы"}},
        {document, {"resminama", "resminamasy", "resminamanyň görnüşi", "şahsyýetnama", "ресминама"}},
        {document_number, {"resminamanyň belgisi", "resminama belgisi", "resminama №", "pasport belgisi", "resminamanyň tapgyry we belgisi"}},
        {family_number, {"maşgala №", "maşgala belgisi", "maşgala", "maşgalanyň belgisi", "машгала №"}},
        {relationship, {"garyndaşlygy", "garyndaşlyk", "garyndaşlyk derejesi", "kim bolýar", "гарындашлыгы"}},
        {region, {"welaýat", "welaýaty", "велаят"}},
        {district, {"etrap", "etraby", "şäher/etrap", "şäher", "этрап"}},
        {phone, {"telefon", "telefony", "telefon belgisi", "habarlaşmak üçin"}},
        {note, {"bellik", "bellikler", "düşündiriş", "goşmaça", "беллик"}},
    };
}

}  // namespace

const std::vector<ColumnWords>& column_words() {
    static const std::vector<ColumnWords> all = {{"en", english()}, {"ru", russian()}, {"kk", kazakh()}, {"ky", kyrgyz()},
                                                 {"uz", uzbek()},   {"tg", tajik()},   {"tk", turkmen()}};
    return all;
}

}  // namespace homeward::people
