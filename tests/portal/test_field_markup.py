import datetime
import re

import pytest
from django import forms
from django.template.loader import render_to_string

from core.widgets import ChineseDateWidget


class ClaimForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=10, help_text="与身份证一致")
    born_on = forms.DateField(label="出生日期", widget=ChineseDateWidget(autocomplete="bday"))
    channel = forms.ChoiceField(
        label="发放方式", widget=forms.RadioSelect, choices=[("card", "社保卡"), ("bank", "银行卡")]
    )
    town = forms.ChoiceField(label="乡镇", required=False, choices=[("", "请选择"), ("1", "柳林镇")])
    declared = forms.BooleanField(label="我承诺")


def born(year: str, month: str, day: str) -> ClaimForm:
    return ClaimForm({"born_on_year": year, "born_on_month": month, "born_on_day": day})


def test_a_label_names_its_control_and_the_hint_describes_it():
    html = ClaimForm()["name"].as_field_group()
    assert '<label class="govuk-label" for="id_name">姓名' in html
    assert 'id="id_name_helptext"' in html
    assert 'aria-describedby="id_name_helptext"' in html


def test_a_wrong_field_is_invalid_and_points_to_its_message():
    html = ClaimForm({})["name"].as_field_group()
    assert 'aria-invalid="true"' in html
    assert re.search(r'aria-describedby="[^"]*id_name_error', html)
    assert 'id="id_name_error"' in html


def test_choices_of_one_question_stand_under_one_legend_and_keep_the_answer():
    html = ClaimForm({"channel": "bank"})["channel"].as_field_group()
    assert html.count("<legend") == 1
    assert re.search(r'value="bank" id="id_channel_1" checked', html)
    assert not re.search(r'value="card" id="id_channel_0" checked', html)


def test_a_field_that_may_stay_empty_says_so_and_a_required_one_does_not():
    assert "选填" in ClaimForm()["town"].as_field_group()
    assert "选填" not in ClaimForm()["name"].as_field_group()


def test_a_ticked_box_stays_ticked():
    assert " checked" in ClaimForm({"declared": "on"})["declared"].as_field_group()
    assert " checked" not in ClaimForm({})["declared"].as_field_group()


def test_text_typed_into_a_field_is_escaped():
    html = ClaimForm({"name": '"><script>'})["name"].as_field_group()
    assert "<script>" not in html


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(("1944", "3", "12"), (1944, 3, 12)), (("1944", "03", "02"), (1944, 3, 2)), (("1944", " 3", "9"), (1944, 3, 9))],
)
def test_three_boxes_make_a_date(typed, meant):
    form = born(*typed)
    form.is_valid()
    assert form.cleaned_data["born_on"] == datetime.date(*meant)


@pytest.mark.parametrize(
    "typed", [("1944", "13", "1"), ("1944", "2", "30"), ("1944", "", ""), ("x", "-", "é"), ("-", "1", "1")]
)
def test_what_is_no_date_is_refused_and_stays_in_the_boxes(typed):
    form = born(*typed)
    assert "born_on" in form.errors
    html = form["born_on"].as_field_group()
    assert all(f'value="{part}"' in html for part in typed if part and "-" not in typed)


def test_full_width_digits_are_digits():
    form = born("１９４４", "３", "１２")
    form.is_valid()
    assert form.cleaned_data["born_on"] == datetime.date(1944, 3, 12)


def test_a_date_already_known_fills_the_boxes():
    html = ClaimForm(initial={"born_on": datetime.date(1944, 3, 12)})["born_on"].as_field_group()
    assert [re.search(rf'name="born_on_{part}" value="(\d+)"', html)[1] for part in ("year", "month", "day")] == [
        "1944",
        "3",
        "12",
    ]


def test_every_line_of_the_error_summary_leads_to_a_control_on_the_page():
    form = ClaimForm({})
    summary = render_to_string("components/error_summary.html", {"form": form})
    page = str(form)
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert len(targets) == 4
    assert all(f'id="{target}"' in page for target in targets)


def test_the_summary_names_the_field_where_the_message_does_not():
    assert "姓名：请填写这一项" in render_to_string("components/error_summary.html", {"form": ClaimForm({})})


def test_no_errors_no_summary():
    assert render_to_string("components/error_summary.html", {"form": ClaimForm()}).strip() == ""
