import time

import pytest

from briefing.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The coastguard said on Tuesday that seven people had died.", "en"),
        ("FERRY FIRE KILLS SEVEN, TWELVE STILL MISSING IN STRAIT", "en"),
        ("Police said the blast killed nine people", "en"),
        ("Der Minister sagte am Montag, die Fähre sei alt gewesen.", "de"),
        ("Le ministre a déclaré lundi que le navire était vieux.", "fr"),
        ("El ministro dijo el lunes que el barco era viejo.", "es"),
        ("O ministro disse na segunda-feira que o navio não era novo.", "pt"),
        ("Il ministro ha detto lunedì che la nave era vecchia.", "it"),
        ("De minister zei maandag dat het schip oud was.", "nl"),
        ("Министр сообщил в понедельник, что паром был старым.", "ru"),
        ("部长星期一说渡轮很旧。", "zh"),
        ("قال الوزير يوم الاثنين إن العبارة كانت قديمة", "ar"),
    ],
)
def test_a_sentence_is_enough_to_tell_its_language(text, language):
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "Yes.", "12 34", "3-1", "???", "Anna", "https://a.example/der/die/das/und"]
)
def test_what_cannot_be_told_is_not_guessed(text):
    assert detect(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Kowalczyk beats Lindqvist in Zakopane",
        "Bus crash near Berlin",
        "Señor Martínez visits São Paulo",
        "Oduya, Marsh, Prisk: the Corvane trial in brief",
    ],
)
def test_an_english_headline_of_foreign_names_is_never_called_foreign(text):
    assert detect(text) in ("", "en")


def test_a_million_characters_take_no_longer_than_a_page():
    detect("warm")
    start = time.process_time()
    for _ in range(20):
        detect("Ministeren " * 100_000)
    assert time.process_time() - start < 1
