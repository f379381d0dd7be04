"""The contract over every engine (the fixture names them), and what only the embedded one has."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from search.engines.base import SearchUnavailable
from search.engines.embedded import EmbeddedEngine
from search.engines.generations import CURRENT
from tests.search.engine_contract import EngineContract
from tests.search.factories import asking, document


class TestEveryEngine(EngineContract): ...


def test_an_index_that_was_never_built_is_unavailable_not_empty(tmp_path: Path) -> None:
    with pytest.raises(SearchUnavailable):
        EmbeddedEngine(tmp_path / "none").search(asking("低保"))


def test_a_broken_index_is_unavailable(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path)
    engine.index([document("低保")])
    (tmp_path / (tmp_path / CURRENT).read_text() / "meta.json").write_text("no index")
    with pytest.raises(SearchUnavailable):
        EmbeddedEngine(tmp_path).search(asking("低保"))


def test_a_reader_sees_what_another_process_wrote(tmp_path: Path) -> None:
    reader = EmbeddedEngine(tmp_path)
    reader.index([document("低保", key=1)])
    assert reader.search(asking("低保")).total == 1
    EmbeddedEngine(tmp_path).index([document("低保", key=2)])
    assert reader.search(asking("低保")).total == 2
    with EmbeddedEngine(tmp_path).rebuild() as fresh:
        fresh.index([document("低保", key=number) for number in range(5)])
    assert reader.search(asking("低保")).total == 5


def _write(directory: Path, start: int) -> None:
    engine = EmbeddedEngine(directory)
    for key in range(start, start + 5):
        engine.index([document("低保", key=key)])


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    EmbeddedEngine(tmp_path).index([document("低保", key=1)])
    spawn = get_context("spawn")
    writers = [spawn.Process(target=_write, args=(tmp_path, start)) for start in (10, 20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert EmbeddedEngine(tmp_path).search(asking("低保")).total == 11


def test_the_index_stores_no_text_of_a_case(tmp_path: Path) -> None:
    EmbeddedEngine(tmp_path).index([document("王秀英的低保申请", body="王秀英住在青石镇柳树村三组")])
    stored = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert "王秀英".encode() not in stored
    assert "柳树村三组".encode() not in stored
