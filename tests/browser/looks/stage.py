"""A small demo county in which every page has something to show, built once for all looks."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.core.management import call_command
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from accounts.actors import Actor
from accounts.data.demo_people import DAUGHTER, ELDER, NEIGHBOUR, YOUNG_MOTHER
from accounts.domain.actors import actor_for
from accounts.models import Mandate, Role, User
from cases.demo.build import build_cases
from cases.demo.walk import Stage as Show
from cases.demo.walk import Walk
from cases.desk.intake.begin import begin_intake
from cases.domain.applications import declare_application, start_application
from cases.domain.bars import FRAUD, bar_applicant
from cases.domain.submit import submit_application
from cases.domain.supervise import answer_supervision, order_in_own_words, return_supervision
from cases.enums import CaseKind, Channel, PaperState, Status
from cases.models import (
    Application,
    Case,
    HandedPaper,
    Hearing,
    HearingState,
    OfficialDocument,
    Publicity,
)
from cases.online.begin import fill_known
from cases.online.sheet import Sheet
from catalog.models import ServiceItem
from core.domain.files import keep_file
from home.models import PointIndexPage, PointPage, SiteSettings
from places.domain.propose_change import propose_calendar_change
from places.models import CalendarChange, ServicePoint
from places.models.calendar import DayKind
from places.models.points import PointKind
from places.planned_days import PlannedDay
from tests.accounts.factories import ResidentFactory
from tests.browser.county import build_county, resident, staff
from tests.browser.looks.look import Look
from tests.cases.factories import County
from tests.cases.visits.factories import Door
from tests.catalog.factories import save_draft
from tests.core.factories import photo

CASES = 60
NO_JOBS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
RESIDENTS = {"elder": ELDER, "daughter": DAUGHTER, "neighbour": NEIGHBOUR, "mother": YOUNG_MOTHER}


class ShowCounty(County):
    """The demo county in the words of the factories, so that their visits can be led through its village."""

    def __init__(self) -> None:
        super().__init__(now=timezone.localtime())

    def staff(self, role: Role, **wanted: Any) -> Actor:
        names = {Role.WINDOW_CLERK: "clerk", Role.STATION_HELPER: "helper"}
        name = names.get(role) or {Role.REVIEWER: "reviewer", Role.APPROVER: "approver"}[role]
        return actor_for(user=staff(name), on=self.now.date())

    @cached_property
    def village(self) -> Any:  # type: ignore[override]
        return resident(NEIGHBOUR).region

    @cached_property
    def item(self) -> ServiceItem:  # type: ignore[override]
        return ServiceItem.objects.select_related("current_version", "department").get(key="senior_allowance")


class Stage:
    """Finds or makes what the looks are about."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.today: date = timezone.localdate(self.now)
        self.county = ShowCounty()
        self.visits: dict[str, Any] = {}

    def build(self) -> None:
        """Everything is made beforehand and no paper really: the looks only read, and papers are judged elsewhere."""
        with override_settings(TASKS=NO_JOBS):
            build_county()
            build_cases(now=self.now, number=CASES)
            self._make_visits()
            self._make_point_page()
            for made in (
                self.draft,
                self.intake,
                self.taken_in,
                self.waiting_item,
                self.desk_paper,
                self.calendar_change,
                self.publicity,
                self.hearing_told,
                self.package,
                self.package_draft,
                self.orders,
                self.order_returned,
                self.renewal,
                self.fee_case,
                self.at_window,
                self.bar,
            ):
                assert made
        paper = keep_file(content=b"%PDF-1.7", name="文书.pdf", content_type="application/pdf", now=self.now)
        OfficialDocument.objects.update(state=PaperState.MADE, file=paper)
        assert self.broken_document
        call_command("search_rebuild", verbosity=0)

    def _make_visits(self) -> None:
        """One visit in each stage of its life, each to somebody else."""
        ways = {"new": "asked", "known": "identified", "mandated": "mandated", "begun": "begun", "decided": "decided"}
        names = ("周桂兰", "何玉珍", "唐福生", "覃秀莲", "欧阳德胜")
        for number, ((stage, way), name) in enumerate(zip(ways.items(), names, strict=True)):
            person = ResidentFactory(
                name=name, phone=f"1990009{number:04d}", region=self.county.village, elder=True, offline=True
            )
            self.visits[stage] = getattr(Door(self.county, person), way)()

    def _make_point_page(self) -> None:
        hall = ServicePoint.objects.get(kind=PointKind.COUNTY_HALL)
        page = PointPage(title=hall.name, slug="hall-own", summary="周一到周五，中午不休息。", point=hall)
        PointIndexPage.objects.get().add_child(instance=page)

    def user(self, who: str) -> User:
        if ":" in who:  # a role of a county department: reviewer:公安局
            role, _, unit = who.partition(":")
            return User.objects.filter(posts__role=role, posts__unit__name__endswith=unit).order_by("pk")[0]
        if who == "newcomer":
            return User.objects.filter(resident__cases=None, resident__isnull=False).order_by("pk")[0]
        found: User | None = resident(RESIDENTS[who]).user if who in RESIDENTS else staff(who)
        assert found is not None
        return found

    def actor(self, who: str) -> Actor:
        return actor_for(user=self.user(who), on=self.today)

    def address(self, look: Look) -> str:
        kind, _, name = look.url.partition(":")
        if kind == "page":
            return self.page(name) + look.query
        if kind == "point":
            return f"{self.page('PointIndexPage')}{self.station.pk}/"
        if kind in ("address", "template"):
            return name
        if kind == "editor":
            return reverse("wagtailadmin_pages:edit", args=[self.newest(name).pk])
        return reverse(look.url, args=look.args(self)) + look.query

    def page(self, kind: str) -> str:
        """The address of the newest live page of a kind."""
        return str(self.newest(kind).get_url())

    def newest(self, kind: str) -> Page:
        page = Page.objects.live().filter(content_type__model=kind.lower()).order_by("-path").first()
        assert page is not None, kind
        return page

    def item(self, key: str = "senior_allowance") -> ServiceItem:
        return ServiceItem.objects.get(key=key)

    def own_case(self, who: str, key: str) -> Case:
        cases = Case.objects.exclude(number=None).filter(applicant=resident(RESIDENTS[who]), item__key=key)
        return cases.order_by("pk")[0]

    def desk_case(self, who: str, *states: Status, **more: Any) -> Case:
        """The oldest case in one of these states that the member of staff may see."""
        found = Case.objects.visible_to(self.actor(who), on=self.today).filter(status__in=states, **more)
        case = found.order_by("pk").first()
        assert case is not None, (who, states)
        return case

    @cached_property
    def fee_case(self) -> Case:
        """Under review, and nothing has been asked for yet."""
        return Walk.received(Show(self.now), NEIGHBOUR, "id_card_replacement", days=2).accept().review_begun().case

    @cached_property
    def at_window(self) -> Case:
        """Taken in at the window of the town, with papers that a department has to get."""
        return Walk.received(Show(self.now), NEIGHBOUR, "disabled_subsidy", days=1, at_window=True).case

    @cached_property
    def orders(self) -> list[Any]:
        """Supervision orders of the town of the heads' post: one that waits and one that is answered."""
        head, supervisor = self.actor("head.t1"), self.actor("supervisor")
        found = Case.objects.visible_to(head, on=self.today).filter(unit_id=head.unit_id, status=Status.REVIEWING)
        words = ("超过承诺时限还没有办结，请说明原因。", "申请人反映多次补交材料，请核查。")
        pairs = zip(found.order_by("pk")[:2], words, strict=True)
        orders = [order_in_own_words(case=case, matter=text, actor=supervisor, now=self.now) for case, text in pairs]
        answer = "材料核对多用了两天，已经向申请人说明，明天办结。"
        return [orders[0], answer_supervision(order=orders[1], answer=answer, actor=head, now=self.now)]

    @cached_property
    def renewal(self) -> Case:
        """A licence of which the renewal was applied for in time and accepted; nobody has decided yet."""
        walk = Walk.received(Show(self.now), NEIGHBOUR, "timber_permit", days=320).accept().grant().deliver()
        walk.at = self.now - timedelta(days=2)
        return walk.linked(CaseKind.RENEW, "还没有砍完，请延期一年。", {}, by=walk.applicant).accept().case

    @cached_property
    def order_returned(self) -> Any:
        """An order whose first answer was not enough."""
        supervisor = self.actor("supervisor")
        order = order_in_own_words(
            case=self.orders[0].case, matter="入户核查的两名工作人员是谁？", actor=supervisor, now=self.now
        )
        answer_supervision(order=order, answer="已安排。", actor=self.actor("head.t1"), now=self.now)
        reason = "没有写明是哪两名工作人员，也没有写核查时间。"
        return return_supervision(order=order, reason=reason, days=2, actor=supervisor, now=self.now)

    @cached_property
    def bar(self) -> Any:
        case = self.desk_case("approver", Status.GRANTED, Status.CLOSED)
        reason = "经查，申请时提交的健康证明是伪造的。"
        return bar_applicant(case=case, ground=FRAUD, reason=reason, actor=self.actor("approver"), now=self.now)

    @cached_property
    def hearing_told(self) -> Hearing:
        """The applicant has been told that she may ask for one."""
        case = Case.objects.filter(applicant=resident(DAUGHTER), status=Status.REVIEWING).order_by("-pk")[0]
        return Hearing.objects.create(
            case=case, told_at=self.now, request_by_on=self.today + timedelta(days=7), state=HearingState.TOLD
        )

    @cached_property
    def draft(self) -> Application:
        """The daughter's own draft, with known answers filled in."""
        who = resident(DAUGHTER)
        item = self.item("disabled_subsidy")
        application = start_application(
            applicant=who, items=[item], channel=Channel.ONLINE, actor=self.actor("daughter"), now=self.now
        )
        fill_known(application=application, situation={}, now=self.now)
        return application

    @cached_property
    def intake(self) -> Application:
        items = [self.item(), self.item("elder_card")]
        return begin_intake(resident=resident(NEIGHBOUR), items=items, actor=self.actor("clerk"), now=self.now)

    @cached_property
    def mandate(self) -> Mandate:
        return Mandate.objects.get(principal=resident(ELDER), agent__resident=resident(DAUGHTER))

    @cached_property
    def station(self) -> ServicePoint:
        return ServicePoint.objects.get(region=resident(NEIGHBOUR).region)

    @cached_property
    def broken_document(self) -> OfficialDocument:
        """A paper whose data went missing, so that it cannot be made."""
        document = self.own_case("daughter", "pension_enrol").documents.order_by("pk")[0]
        OfficialDocument.objects.filter(pk=document.pk).update(context={}, state=PaperState.FAILED)
        return document

    @cached_property
    def taken_in(self) -> Application:
        """An application of two items that the clerk took in at the window."""
        taken = begin_intake(
            resident=resident(ELDER),
            items=[self.item(), self.item("elder_card")],
            actor=self.actor("clerk"),
            now=self.now,
        )
        declare_application(application=taken, now=self.now)
        submit_application(application=taken, actor=self.actor("clerk"), now=self.now)
        return taken

    @cached_property
    def waiting_item(self) -> ServiceItem:
        """An item whose draft the editor has changed and submitted for review."""
        item = save_draft(self.item("elder_card"), self.user("editor"), summary="满60岁的老人都可以办，不收钱。")
        workflow = item.get_workflow()
        workflow.start(item, self.user("editor"))
        return ServiceItem.objects.get(pk=item.pk)

    @cached_property
    def package(self) -> Application:
        """A package of which one part was refused."""
        return Application.objects.exclude(one_thing=None).exclude(submitted_at=None).get()

    @cached_property
    def package_draft(self) -> Application:
        return Application.objects.drafts().exclude(one_thing=None).get()

    def draft_question(self) -> list[Any]:
        asked = Sheet(self.draft).questions[0]
        return [self.draft.public_id, asked.situation.key]

    def draft_field(self) -> list[Any]:
        return [self.draft.public_id, Sheet(self.draft).fields[0].key]

    def draft_paper(self) -> list[Any]:
        return [self.draft.public_id, Sheet(self.draft).asked_papers[0].material.key]

    @cached_property
    def desk_paper(self) -> list[Any]:
        """A scanned paper of a received case."""
        case = self.desk_case("clerk", Status.RECEIVED)
        key = case.materials.order_by("pk")[0].key
        file = keep_file(content=photo(), name="身份证.jpg", content_type="image/jpeg", now=self.now)
        HandedPaper.objects.create(application=case.application, key=key, name="身份证", file=file, handed_at=self.now)
        return [case.public_id, key]

    @cached_property
    def site_settings(self) -> list[Any]:
        return ["home", "sitesettings", SiteSettings.objects.get().site_id]

    @cached_property
    def desk_answer(self) -> list[Any]:
        """An answer of a received case that the clerk may correct."""
        case = self.desk_case("clerk", Status.RECEIVED)
        return [case.public_id, case.version.facts.form[0].key]

    @cached_property
    def calendar_change(self) -> CalendarChange:
        """A closed day that one administrator has proposed."""
        return propose_calendar_change(
            jurisdiction="990100",
            days=[PlannedDay(self.today + timedelta(days=30), DayKind.EMERGENCY, is_workday=False, name="大雪停办")],
            reason="全县大雪，各网点停办一天。",
            source="云政办发〔2026〕9号",
            actor=self.actor("admin"),
            now=self.now,
        )

    @cached_property
    def publicity(self) -> Publicity:
        """What hangs at a village board today."""
        return Publicity.objects.create(
            case=self.own_case("daughter", "homestead"),
            content="申请人：李*梅\n村（社区）：溪北街道冯家沟村\n申请事项：农村村民宅基地审批\n用地面积：120平方米",
            place="冯家沟村公告栏",
            contact="溪北街道办事处 0990-5550001",
            starts_on=self.today,
            ends_on=self.today + timedelta(days=7),
        )
