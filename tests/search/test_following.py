"""The index follows what is published, and can be compared with and made again from the database."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Site

from accounts.actors import ANONYMOUS
from catalog.domain.one_things import save_one_thing
from catalog.models import OneThing, OneThingPart
from home.models import GuidePage, HomePage, OneThingIndexPage, OneThingPage, ServiceIndexPage
from search.documents.base import Reader
from search.engines.base import Engine
from search.models import Synonym
from search.query import Found, Question, find, suggest
from search.refresh import compare, refresh, repair
from search.vocabulary import seed_synonyms
from tests.cases.factories import County

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(county: County, index: Engine) -> GuidePage:
    """The guide of 高龄津贴申领, published as an editor does."""
    front = HomePage(title="首页", slug="start", question="您要办什么?", placeholder="例如低保", examples=["低保"])
    home = Site.objects.get(is_default_site=True).root_page.add_child(instance=front)
    services = home.add_child(instance=ServiceIndexPage(title="全部事项", slug="services"))
    page = services.add_child(instance=GuidePage(title="高龄津贴申领", slug="gljt", item=county.item, live=False))
    page.save_revision().publish()
    return GuidePage.objects.get(pk=page.pk)


def visitor(county: County) -> Reader:
    return Reader(actor=ANONYMOUS, on=county.now.date())


def asked(county: County, text: str) -> Found:
    return find(question=Question(text), reader=visitor(county))


@pytest.mark.parametrize("text", ["高龄津贴申领", "高龄补贴", "高齡津貼", "gaolingjintie", "gljt", "高龄津贴怎么办理"])
def test_a_published_guide_is_found_by_anybody(county: County, guide: GuidePage, text: str) -> None:
    assert [hit.document.ref for hit in asked(county, text).hits] == [f"guide:{guide.pk}"]


def test_a_package_is_found_by_its_names_and_those_of_its_items_while_it_is_offered(
    county: County, guide: GuidePage
) -> None:
    one_thing = OneThing(key="old_age", name="养老一件事", summary="一起办。", lead=guide.item.department)
    one_thing.aliases, one_thing.parts = ["老了以后"], [OneThingPart(item=guide.item)]
    one_thing.save()
    index = guide.get_parent().get_parent().add_child(instance=OneThingIndexPage(title="一件事", slug="one-thing"))
    page = index.add_child(instance=OneThingPage(title="养老一件事", slug="old-age", one_thing=one_thing, live=False))
    page.save_revision().publish()
    ref = f"one_thing:{page.pk}"
    assert [hit.document.ref for hit in asked(county, "老了以后").hits] == [ref]
    assert [hit.document.ref for hit in asked(county, "高龄津贴").hits] == [f"guide:{guide.pk}", ref]
    one_thing.aliases = ["改了名字"]
    save_one_thing(one_thing=one_thing, actor=ANONYMOUS, now=county.now)
    assert asked(county, "改了名字").total == 1
    one_thing.is_open = False
    save_one_thing(one_thing=one_thing, actor=ANONYMOUS, now=county.now)
    assert asked(county, "改了名字").total == 0


def test_a_guide_that_is_taken_down_is_found_no_more(county: County, guide: GuidePage) -> None:
    guide.unpublish()
    assert asked(county, "高龄津贴").total == 0
    guide.save_revision().publish()
    assert asked(county, "高龄津贴").total == 1
    guide.delete()
    assert asked(county, "高龄津贴").total == 0


def test_a_guide_taken_down_behind_the_back_of_the_index_is_not_shown(county: County, guide: GuidePage) -> None:
    GuidePage.objects.filter(pk=guide.pk).update(live=False)
    found = asked(county, "高龄津贴")
    assert (found.hits, found.total) == ((), 0)
    assert suggest(prefix="高龄", reader=visitor(county)) == ()


def test_a_mistyped_name_leads_to_the_guide(county: County, guide: GuidePage) -> None:
    assert asked(county, "搞灵金铁").meant == ("高龄津贴申领",)


def test_suggestions_complete_what_is_typed(county: County, guide: GuidePage) -> None:
    for prefix in ("高", "gaol", "gl", "GL"):
        assert suggest(prefix=prefix, reader=visitor(county)) == ("高龄津贴申领",)


def test_a_hit_leads_to_the_page_and_tells_its_department(county: County, guide: GuidePage) -> None:
    document = asked(county, "高龄津贴").hits[0].document
    assert document.url.endswith("/gljt/")
    assert document.facets["unit"] == county.department.name


def test_reconciling_names_what_differs_and_mends_it(county: County, guide: GuidePage, index: Engine) -> None:
    refresh([f"item:{county.item.pk}"])  # the factory makes its version without publishing
    case = county.received()
    index.delete([f"case:{case.pk}"])
    gone = county.received()
    gone_ref = f"case:{gone.pk}"
    type(gone).objects.filter(pk=gone.pk).update(version_no=gone.version_no + 1)
    index.index([document_without_a_reason()])
    difference = compare(index)
    assert (difference.missing, difference.stale) == ((f"case:{case.pk}",), (gone_ref,))
    assert "news:999" in difference.extra
    repair(difference)
    assert compare(index).refs == ()


def document_without_a_reason() -> Any:
    from tests.search.factories import document

    return document("旧闻", kind="news", key=999)


def test_a_rebuild_brings_everything_back(
    county: County, guide: GuidePage, index: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    county.received()
    before = dict(index.versions())
    index.clear()
    call_command("search_rebuild")
    assert dict(index.versions()).items() >= before.items()
    call_command("search_reconcile", "--repair")
    assert "guide" in capsys.readouterr().out


def test_indexing_twice_changes_nothing(county: County, guide: GuidePage, index: Engine) -> None:
    before = dict(index.versions())
    refresh([*before, "guide:0", "unknown:1", "guide:x"])
    assert dict(index.versions()) == before


def test_an_editors_synonym_takes_effect_at_once(county: County, guide: GuidePage) -> None:
    assert asked(county, "老寿星钱").total == 0
    Synonym.objects.create(words="老寿星钱\n高龄津贴")
    assert asked(county, "老寿星钱").total == 1


def test_synonyms_are_seeded_once(db: None) -> None:
    assert Synonym.objects.filter(words__contains="最低生活保障").exists()
    assert seed_synonyms() == 0


@pytest.mark.parametrize("words", ["低保", "低保\n低保", "低保\n \n,"])
def test_a_group_of_one_word_is_refused(db: None, words: str) -> None:
    with pytest.raises(ValidationError):
        Synonym(words=words).full_clean()
