"""The list of kinds: complete by the law, distinct in numbers, and with one shape for each key."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from papers.catalogue import FAMILIES, KINDS
from papers.catalogue.shapes import shape_of
from papers.samples import LONG, SAMPLES, least
from tests.papers.shapes import shape_problems

LINKED_ONLY = {33}  # petitions are handled by their own system


def test_every_document_of_the_law_has_a_kind() -> None:
    assert {kind.listed for kind in KINDS.values()} == set(range(1, 37)) - LINKED_ONLY


def test_a_code_stands_in_one_family() -> None:
    assert sum(len(kinds) for kinds in FAMILIES.values()) == len(KINDS)


def test_no_two_kinds_share_the_word_of_their_numbers() -> None:
    words = Counter(kind.number_word for kind in KINDS.values() if kind.number_word)
    assert [word for word, count in words.items() if count > 1] == []


def test_every_key_of_every_kind_has_a_published_shape() -> None:
    for kind in KINDS.values():
        for key in (*kind.required, *kind.optional):
            assert shape_of(kind.code, key)


def test_every_kind_has_a_sample_and_every_sample_a_kind() -> None:
    assert set(SAMPLES) == set(KINDS)


@pytest.mark.parametrize("code", sorted(KINDS))
def test_samples_use_known_keys_in_their_shapes(code: str) -> None:
    for data in (SAMPLES[code], LONG.get(code, {}), least(code)):
        assert shape_problems(code, data) == []


def test_the_shapes_are_really_checked() -> None:
    wrong = {**SAMPLES["grant_decision"], "valid_from": "明天", "conditions": "一条", "colour": "red"}
    assert len(shape_problems("grant_decision", wrong)) == 3


@pytest.mark.parametrize("code", sorted(KINDS))
def test_what_a_kind_declares_is_printed_by_its_template(code: str) -> None:
    """A key nobody prints misleads those who fill it. Parts and parents of the template count."""
    templates = _read_with_parts(KINDS[code].template)
    silent = {"seal_line", "character_images", "copies", "copied_to", "attachments", "item_name", "issued_on"}
    silent |= {"agent_name", "agent_basis", "phone", "address", "verify_url", "number", "title", "case_no", "issuer"}
    silent |= {"due_provisional"}  # only papers that name a last day say it
    kind = KINDS[code]
    assert [key for key in (*kind.required, *kind.optional) if key not in silent and key not in templates] == []


def _read_with_parts(name: str) -> str:
    import re

    text = (Path(settings.ROOT) / "templates" / name).read_text()
    for part in re.findall(r'(?:include|extends) "(papers/[^"]+)"', text):
        text += _read_with_parts(part)
    return text
