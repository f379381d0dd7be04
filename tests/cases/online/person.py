"""Somebody in front of the pages of applying: what she does in one line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import Mandate
from cases.models import Application, Case
from tests.cases.factories import County
from tests.core.factories import photo, upload

ANSWERS = {
    "phone": "199 0000 0001",
    "emergency_contact_name": "李晓梅",
    "emergency_contact_phone": "19900000002",
    "address": "青石镇柳树村3组12号",
    "household_address": "青石镇柳树村3组12号",
    "living_with": "children",
    "other_allowance": "no",
    "bank_name": "云溪农村商业银行",
    "bank_account": "9901000000000000018",
}


@dataclass
class Person:
    client: Client
    county: County
    mandate: Mandate | None = None

    def get(self, name: str, *args: Any, **query: str) -> Any:
        return self.client.get(reverse(f"online:{name}", args=args), query)

    def post(self, name: str, *args: Any, **data: Any) -> Any:
        return self.client.post(reverse(f"online:{name}", args=args), data)

    def prepare(self, **answers: str) -> None:
        """Answer the situation questions of the allowance."""
        given = {"age_band": "from_80", "receipt_account": "own", **answers}
        for number, (key, option) in enumerate(given.items(), start=1):
            self.post("start_question", self.county.item.key, number, **{key: option})

    def begin(self, **answers: str) -> Application:
        """To the open draft."""
        self.county.village  # noqa: B018 - made when first asked for
        self.prepare(**answers)
        whom = str(self.mandate.public_id) if self.mandate else "self"
        response = self.post("start_whom", self.county.item.key, whom=whom)
        assert response.status_code == 302, response.content.decode()[-3000:]
        return Application.objects.get()

    def fill(self, application: Application, **changes: str) -> None:
        for key, answer in {**ANSWERS, **changes}.items():
            response = self.post("field", application.public_id, key, **{key: answer})
            assert response.status_code == 302, key

    def hand_in(self, application: Application, key: str = "bank_account_proof", content: bytes | None = None) -> Any:
        file = upload("卡.jpg", photo() if content is None else content, "image/jpeg")
        return self.post("hand_in", application.public_id, key, file=file)

    def declare(self, application: Application) -> Any:
        return self.post("declare", application.public_id, declared="on")

    def submitted(self) -> Case:
        application = self.begin()
        self.fill(application)
        self.declare(application)
        return Case.objects.get(application=application)
