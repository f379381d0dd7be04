"""Every component of the public look on one page, for whoever builds or checks it. Served while DEBUG only."""

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from core.widgets import ChineseDateWidget

from .styleguide_samples import samples


class SampleForm(forms.Form):
    """One field of each kind; the sample data leave some wrong so that errors can be looked at."""

    name = forms.CharField(label="姓名", max_length=50, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    id_number = forms.CharField(
        label="身份证号码",
        help_text="18 位，最后一位可能是字母 X。",
        min_length=18,
        widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
        error_messages={"min_length": "身份证号码应为 18 位，您填写了 %(show_value)d 位"},
    )
    born_on = forms.DateField(
        label="出生日期", help_text="例如 1944年3月12日。", widget=ChineseDateWidget(autocomplete="bday")
    )
    channel = forms.ChoiceField(
        label="津贴怎样发给您",
        widget=forms.RadioSelect,
        choices=[("card", "发到社会保障卡"), ("bank", "发到本人银行账户"), ("agent", "由代领人领取")],
        error_messages={"required": "请选择津贴的发放方式"},
    )
    hardships = forms.MultipleChoiceField(
        label="您属于以下哪些情形",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("low", "最低生活保障家庭"), ("alone", "独居老人"), ("disabled", "持有残疾人证")],
    )
    town = forms.ChoiceField(label="所在乡镇", choices=[("", "请选择"), ("1", "城关街道"), ("2", "柳林镇")])
    note = forms.CharField(label="其他需要说明的情况", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    paper = forms.FileField(label="户口簿", help_text="照片或 PDF，每个文件不超过 20 MB。拍照时请避免反光。")
    declared = forms.BooleanField(label="我承诺以上内容真实", error_messages={"required": "请勾选承诺后再提交"})


def styleguide(request: HttpRequest) -> HttpResponse:
    if not settings.DEBUG:
        raise Http404
    wrong = SampleForm({"name": "王秀兰", "id_number": "9901011944", "born_on_year": "1944", "born_on_month": "13"})
    return render(
        request,
        "styleguide.html",
        {
            "wrong": wrong,
            "upload": SampleForm(auto_id="upload_%s")["paper"],
            "page": Paginator(range(200), 10).page(4),
            **samples(),
        },
    )


def styleguide_question(request: HttpRequest) -> HttpResponse:
    """A page with one question: `?field=` names a field of the sample form, `?wrong` shows its error."""
    if not settings.DEBUG:
        raise Http404
    form = SampleForm({} if "wrong" in request.GET else None)
    name = request.GET.get("field", "born_on")
    if name not in form.fields:
        raise Http404
    return render(request, "styleguide_question.html", {"form": form, "field": form[name]})
