"""A declared encoding of one byte a character is believed, unless what is in it is Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.page_text import text_of
from zjreader.text.clean import Clean

RUSSIAN = "Сегодня после трёх месяцев ремонта по старому мосту открылось движение, и жители соседних улиц рады."
GREEK = "Σήμερα άνοιξε ξανά η παλιά γέφυρα της πόλης, και οι κάτοικοι λένε ότι η παράκαμψη διαρκούσε μισή ώρα."
FRENCH = "« C’est enfin fini », a déclaré le maire : le vieux pont a été rouvert après trois mois, l’école aussi."
GERMAN = "Die alte Brücke ist nach drei Monaten wieder geöffnet, für die Schüler öffnet heute die größte Schule."
POLISH = "Stary most został dziś otwarty po trzech miesiącach prac, objazd trwał pół godziny, mówią mieszkańcy."
TURKISH = "Eski köprü üç aylık çalışmadan sonra bugün yeniden açıldı, dolambaçlı yol yarım saat sürüyordu."
HEBREW = "הגשר הישן נפתח היום מחדש לאחר שלושה חודשי שיפוצים, בית הספר בצפון קלט את התלמידים הראשונים."
ARABIC = "أعيد اليوم فتح الجسر القديم بعد ثلاثة أشهر من أعمال الترميم، واستقبلت المدرسة أول تلاميذها."
THAI = "สะพานเก่าของเมืองเปิดให้สัญจรอีกครั้งในวันนี้หลังจากซ่อมแซมนานสามเดือน"
WRITTEN = [
    ("koi8-r", RUSSIAN),
    ("windows-1251", RUSSIAN),
    ("iso-8859-5", RUSSIAN),
    ("iso-8859-7", GREEK),
    ("windows-1253", GREEK),
    ("windows-1252", FRENCH),
    ("iso-8859-1", FRENCH),
    ("us-ascii", FRENCH),
    ("iso-8859-15", GERMAN),
    ("macintosh", GERMAN),
    ("iso-8859-2", POLISH),
    ("windows-1250", POLISH),
    ("iso-8859-9", TURKISH),
    ("windows-1255", HEBREW),
    ("windows-1256", ARABIC),
    ("tis-620", THAI),
]
OF_WINDOWS = {"iso-8859-1": "windows-1252", "us-ascii": "windows-1252"}
"""What calls itself so and has quotation marks."""

SIMPLIFIED = "城南老桥加固完工，今起恢复通行。施工期间绕行的六条公交线路同时改回原线。"
TRADITIONAL = "盤點本港電車路線，百年來如何變遷。圖書館週末延長開放時間，讀者可以網上預約。"


@pytest.mark.parametrize(("name", "written"), WRITTEN, ids=[name for name, _written in WRITTEN])
def test_what_is_declared_and_not_chinese_is_believed(name: str, written: str) -> None:
    data = written.encode(OF_WINDOWS.get(name, name))
    by_header = text_of(data, Asked(charset=name))
    by_itself = text_of(f'<?xml version="1.0" encoding="{name}"?>'.encode() + data, UNTOLD)
    assert (by_header.text, by_header.assumed) == (written, False)
    assert by_itself.text.endswith(written)


@pytest.mark.parametrize("name", [name for name, _written in WRITTEN])
@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        pytest.param(SIMPLIFIED, "gb18030", id="gb18030"),
        pytest.param(TRADITIONAL, "big5", id="big5"),
        pytest.param(TRADITIONAL, "gb18030", id="traditional-gbk"),
        pytest.param(SIMPLIFIED, "utf-8", id="utf-8"),
    ],
)
def test_chinese_is_read_as_such_whatever_a_server_calls_it(name: str, written: str, encoding: str) -> None:
    found = text_of(written.encode(encoding), Asked(charset=name))
    assert (found.text, found.encoding) == (written, encoding)


def test_a_declaration_inside_counts_where_the_header_is_a_default() -> None:
    page = f'<meta charset="gb2312"><p>{SIMPLIFIED}'
    found = text_of(page.encode("gbk"), Asked(charset="iso-8859-1"))
    assert (found.text, found.assumed) == (page, False)


@given(st.sampled_from(WRITTEN[:-1]), st.integers(0, 100), st.integers(4, 20))
def test_a_few_words_are_believed_as_well(of: tuple[str, str], start: int, count: int) -> None:
    name, written = of
    words = written.split()
    some = " ".join(words[start % (len(words) - 3) :][:count])
    assert text_of(some.encode(OF_WINDOWS.get(name, name)), Asked(charset=name)).text == some


def test_a_byte_that_windows_1252_lacks_is_one_of_iso_8859_1() -> None:
    assert text_of(b"caf\xe9 \x81", Asked(charset="iso-8859-1")).text == "café \x81"


@pytest.mark.parametrize("name", ["no such", "x\0y", "rot13", "utf-7", "", "hex"])
def test_what_is_no_encoding_of_texts_is_no_declaration(name: str) -> None:
    assert text_of(SIMPLIFIED.encode("gbk"), Asked(charset=name)).text == SIMPLIFIED


def test_what_a_person_calls_it_is_believed() -> None:
    data = SIMPLIFIED.encode("gbk")
    assert text_of(data, Asked(encoding=Clean("koi8-r"))).text == data.decode("koi8-r")
