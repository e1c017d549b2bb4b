import re
import sys
from dataclasses import replace
from html import unescape
from io import BytesIO

import pytest

from briefing.errors import OutputError
from briefing.pipeline import publish
from briefing.proof import prove_rendered
from briefing.render import render, render_pdf


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


def test_no_quotation_of_a_source_is_lost_where_a_page_ends(edition):
    long = replace(edition, briefs=edition.briefs * 8)
    try:
        made = render_pdf(long)
    except OutputError as error:
        pytest.skip(str(error))
    from pypdf import PdfReader

    told = "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages)
    quotes = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", render(edition, "html"), re.DOTALL)
    assert quotes
    for quote in quotes:
        words = "".join(unescape(quote).split())[:40]
        assert told.count(words) >= 8, quote


def test_an_address_that_stands_for_a_title_is_printed_once(edition):
    brief = edition.briefs[0]
    source = replace(brief.sources[0], title="", url="https://orl.example/ferry")
    brief = replace(brief, sources=(source, *brief.sources[1:]))
    assert '<a class="bare" href="https://orl.example/ferry"' in render(
        replace(edition, briefs=(brief,)), "html"
    )


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
