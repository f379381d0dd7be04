"""Pages, items, places, posts and their histories: one of every kind that somebody keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision, TaskState, WorkflowState

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.models import Post, Role, StaffUser, User
from catalog.models import ItemVersion, OneThing, ServiceItem
from home.models import (
    HomePage,
    NewsIndexPage,
    NewsPage,
    PointIndexPage,
    PointPage,
    StaticPage,
    WindowPage,
)
from home.stream import stream
from places.models import CalendarDay, Region, ServicePoint, Unit, Window
from places.models.calendar import DayKind
from places.models.points import PointKind
from search.models import Synonym
from tests.accounts.factories import PostFactory, ServicePointFactory, UserFactory, VillageFactory
from tests.catalog.factories import make_person, save_draft
from tests.core.factories import photo
from tests.home import factories as home
from tests.lists.copies import copy_row
from tests.places.factories import emergency, make_change

TEXT = [{"p": "80岁起每月都有。"}]
KEPT_MODELS = (Region, Unit, ServicePoint, Window, StaffUser, Post, Synonym, OneThing, ServiceItem)
ITEM = "elder_card"
FEW = 10


class House:
    """Who edits, publishes and administers, and what they keep."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.editor, self.publisher = make_person(Role.ITEM_EDITOR, now), make_person(Role.ITEM_PUBLISHER, now)
        self.admin = make_person(Role.SYS_ADMIN, now)
        self.front: HomePage = home.make_site()
        self.news = self.front.add_child(instance=NewsIndexPage(title="新闻", slug="news"))
        self.points = PointIndexPage.objects.get()

    def actor(self, user: User) -> Actor:
        return actor_for(user=user, on=self.now.date())

    def build(self) -> None:
        """The first of everything."""
        self.guide = home.make_guide(ITEM, base=ITEM)
        self.item = self.guide.item
        self.hall = ServicePointFactory(kind=PointKind.COUNTY_HALL, name="云溪县政务服务大厅")
        self.policy = home.make_policy("policy0")
        self.window_page = WindowPage(title="一窗", slug="window", point=self.hall)
        self.points.add_child(instance=self.window_page)
        self.point_page = self.points.add_child(instance=PointPage(title="大厅", slug="hall", point=self.hall))
        self._in_many_places([self.item])
        self.change = make_change(emergency(self.now.date() + timedelta(days=400)), now=self.now, jurisdiction="990100")
        self.one_thing = home.make_one_thing("thing0", items=(ITEM, "seal_record"))
        self.text = self.front.add_child(instance=StaticPage(title="关于", slug="about", body=stream(TEXT)))
        self._add_news(0)
        self._upload(0)
        self._take_place(0)
        self._draft(self.item)
        self._page_draft(self.text)
        for kind in KEPT_MODELS:
            self._write_history(kind._default_manager.order_by("pk")[0], [self.admin])
        self._write_page_history([self.editor])

    def grow(self, times: int) -> None:
        """So many more of everything, each with relations of its own."""
        staff = [PostFactory(user=UserFactory(is_staff=True), clerk=True).user for _n in range(times)]
        for n in range(1, times + 1):
            guide = home.make_guide(f"item{n}", base=ITEM, name=f"老年优待第{n}号")
            home.make_policy(f"policy{n}", title=f"政策{n}", issued_on=date(2026, 1, n))
            home.make_one_thing(f"thing{n}", items=(guide.item.key, "seal_record"), name=f"第{n}件事")
            self._add_news(n)
            self._upload(n)
            point = self._take_place(n)
            window_page = WindowPage(title=f"一窗{n}", slug=f"window{n}", point=point)
            window_page.items = [self.item]
            self.points.add_child(instance=window_page)
            self._draft(guide.item)
            if n > FEW:
                continue  # a page of hits is full, and the reviews are mostly those of items
            self._page_draft(
                self.front.add_child(instance=StaticPage(title=f"文{n}", slug=f"text{n}", body=stream(TEXT)))
            )
        self._in_many_places(ServiceItem.objects.exclude(pk=self.item.pk))
        copy_row(self.change, times=times, reason="第{}次".format, jurisdiction="990100{:03d}".format)
        self._grow_item(staff)
        for kind in KEPT_MODELS:
            self._write_history(kind._default_manager.order_by("pk")[0], staff)
        self._write_page_history(staff)

    def _upload(self, n: int) -> None:
        """A picture and a file, each by somebody else."""
        user = UserFactory()
        Image.objects.create(title=f"图{n}", file=ContentFile(photo(), name="p.jpg"), uploaded_by_user=user)
        Document.objects.create(title=f"表{n}", file=ContentFile(b"%PDF-1.7", name="f.pdf"), uploaded_by_user=user)

    def _add_news(self, n: int) -> None:
        day = date(2026, 10, 1) + timedelta(days=n)
        self.news.add_child(instance=NewsPage(title=f"新闻{n}", slug=f"news{n}", day=day, body=stream(TEXT)))

    def _in_many_places(self, items: Iterable[ServiceItem]) -> None:
        """The policy and the page of the windows name them."""
        for page in (self.policy, self.window_page):
            page.items.add(*items)
            page.save()

    def _take_place(self, n: int) -> ServicePoint:
        """A village with its unit, station and window, a post, a day of the calendar, a group of words."""
        village = VillageFactory()
        post = PostFactory(helper=True, unit__region=village, unit__name=f"村委会{n}", region=village)
        point = ServicePointFactory(
            unit=post.unit, region=village, kind=PointKind.TOWN_CENTER, name=f"柳树{n}村便民服务站"
        )
        Post.objects.filter(pk=post.pk).update(point=point)
        Window.objects.create(point=self.hall, number=f"{n}", name="综合窗口")
        Window.objects.create(point=point, number="1", name="综合窗口")
        day = self.now.date() + timedelta(days=n + 400)
        CalendarDay.objects.create(
            jurisdiction=village.code[:9], day=day, kind=DayKind.EMERGENCY, is_workday=False, name="大雪", source="云政"
        )
        Synonym.objects.create(words=f"老人{n}\n老年人{n}")
        return point

    def _draft(self, item: ServiceItem) -> None:
        """Changed and submitted: it waits for the publisher."""
        item = save_draft(item, self.editor, summary="满60岁的老人都可以办，不收钱。")
        item.get_workflow().start(item, self.editor)

    def _page_draft(self, page: Page) -> None:
        page.save_revision(user=self.editor)
        page.get_workflow().start(page, self.editor)

    def _grow_item(self, staff: list[User]) -> None:
        """Versions, revisions and reviews of one item, each by somebody else."""
        version = ItemVersion.objects.get(item=self.item)
        by = [user.pk for user in staff]
        copy_row(
            version, times=len(by), number=lambda n: n + 2, edited_by_id=by.__getitem__, published_by_id=by.__getitem__
        )
        revision = Revision.objects.for_instance(self.item).latest("pk")
        revisions = copy_row(revision, times=len(by), user_id=by.__getitem__)
        state = WorkflowState.objects.for_instance(self.item).get()
        states = copy_row(
            state, times=len(by), status=lambda n: WorkflowState.STATUS_APPROVED, requested_by_id=by.__getitem__
        )
        task = TaskState.objects.get(workflow_state=state)
        copy_row(
            task,
            times=len(by),
            workflow_state_id=lambda n: states[n].pk,
            revision_id=lambda n: revisions[n].pk,
            status=lambda n: TaskState.STATUS_APPROVED,
            finished_by_id=by.__getitem__,
        )

    def _write_history(self, row: Any, people: list[User]) -> None:
        entry = partial(
            ModelLogEntry,
            content_type=ContentType.objects.get_for_model(row, for_concrete_model=False),
            object_id=str(row.pk),
            label=str(row),
            action="wagtail.edit",
            timestamp=self.now,
        )
        ModelLogEntry.objects.bulk_create(entry(user=user) for user in people)

    def _write_page_history(self, people: list[User]) -> None:
        page = self.guide
        entry = partial(
            PageLogEntry,
            page=page,
            content_type=ContentType.objects.get_for_model(page),
            label=page.title,
            action="wagtail.edit",
            timestamp=self.now,
        )
        PageLogEntry.objects.bulk_create(entry(user=user) for user in people)
