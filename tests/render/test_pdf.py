import sys
from dataclasses import replace

import pytest

from briefing.errors import OutputError
from briefing.pipeline import publish
from briefing.proof import prove_rendered
from briefing.render import render_pdf


def test_the_page_becomes_a_tagged_pdf_with_the_same_bytes_each_time(edition):
    try:
        made = render_pdf(edition)
    except OutputError as error:
        pytest.skip(str(error))
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert made == render_pdf(edition)


def test_every_sentence_is_read_back_from_the_pages_of_a_pdf(edition):
    long = replace(edition, briefs=edition.briefs * 8)  # sentences break across pages
    try:
        made = publish(long, "pdf")
    except OutputError as error:
        if "needs" not in str(error):
            raise
        pytest.skip(str(error))
    sentence = edition.briefs[0].sentences[0]
    other = replace(edition.briefs[0], sentences=(replace(sentence, text="Thirteen people had drowned."),))
    with pytest.raises(OutputError, match="Thirteen people"):
        prove_rendered(replace(edition, briefs=(other,)), made, "pdf")


def test_a_missing_weasyprint_is_told_in_one_line(edition, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(OutputError, match=r"pip install 'briefing\[pdf\]'$"):
        render_pdf(edition)


def test_a_missing_system_library_is_told_in_one_line(edition, monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library\\n libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(OutputError) as caught:
        render_pdf(edition)
    assert "libpango-1.0-0" in str(caught.value)
    assert "\n" not in str(caught.value)
