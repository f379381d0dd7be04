"""Whatever is typed or sent gets a sentence, never an error page, and nothing is lost."""

import pytest

from cases.models import Application
from tests.core.factories import EXE, PDF, photo, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("phone", "12345", "手机号"),
        ("emergency_contact_name", "王" * 40_000, "最多填 50 个字"),
        ("emergency_contact_name", "王😀", "😀"),
        ("emergency_contact_name", "", "请填写“紧急联系人姓名”"),
        ("bank_account", "6222", "银行卡"),
        ("living_with", "moon", "请选择一项"),
        ("other_allowance", "", "请选择一项"),
    ],
)
def test_a_wrong_answer_is_told_and_not_kept(county, alice, key, typed, sentence):
    application = alice.begin()
    before = Application.objects.get().answers.get(key)
    response = alice.post("field", application.public_id, key, **{key: typed})
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert Application.objects.get().answers.get(key) == before


def test_a_wrong_identity_number_is_told_by_its_check_character(county, alice):
    application = alice.begin(receipt_account="agent")
    response = alice.post("field", application.public_id, "payee_id_number", payee_id_number="990101196503030011")
    assert "最后一位" in response.content.decode()
    response = alice.post("field", application.public_id, "payee_id_number", payee_id_number="990101209903030010")
    assert "今天之后" in response.content.decode()


@pytest.mark.parametrize("name", ["䶮㛃", "𫖯明", "买买提·吐尔逊", "欧阳 锋"])
def test_rare_characters_in_names_are_kept(county, alice, name):
    application = alice.begin()
    alice.post("field", application.public_id, "emergency_contact_name", emergency_contact_name=name)
    assert Application.objects.get().answers["emergency_contact_name"] == name


def test_numbers_typed_full_width_with_spaces_are_understood(county, alice):
    application = alice.begin()
    alice.post("field", application.public_id, "phone", phone="１９９ 0000-0009")
    assert Application.objects.get().answers["phone"] == "19900000009"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("卡.jpg", b"", "空"),
        ("卡.pdf", EXE, "PDF"),
        ("卡.jpg", photo()[:200], "损坏"),
        ("卡.zip", b"PK\x03\x04", "压缩"),
        ("卡.exe", EXE, "文件"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence(county, alice, name, content, sentence):
    application = alice.begin()
    response = alice.post("hand_in", application.public_id, "bank_account_proof", file=upload(name, content))
    assert response.status_code == 200
    page = response.content.decode()
    assert "govuk-error-message" in page
    assert sentence in page
    assert not application.papers.exists()


def test_a_file_beyond_the_limit_is_refused_with_a_sentence(county, alice, settings):
    settings.UPLOAD_LIMIT = 1024 * 1024
    application = alice.begin()
    file = upload("卡.pdf", PDF + bytes(1024 * 1024))
    response = alice.post("hand_in", application.public_id, "bank_account_proof", file=file)
    assert "1 MB" in response.content.decode()


def test_no_file_at_all_is_told(county, alice):
    application = alice.begin()
    assert "请先选择文件" in alice.post("hand_in", application.public_id, "bank_account_proof").content.decode()


def test_a_new_file_replaces_the_old_one_which_is_kept(county, alice):
    application = alice.begin()
    alice.hand_in(application)
    alice.hand_in(application, content=photo(color="blue"))
    assert application.papers.count() == 2
    assert application.papers.filter(replaced_at=None).count() == 1


def test_a_file_can_be_taken_out_again(county, alice):
    application = alice.begin()
    alice.hand_in(application)
    alice.post("hand_in", application.public_id, "bank_account_proof", remove="1")
    assert not application.papers.filter(replaced_at=None).exists()


@pytest.mark.parametrize("key", ["nothing", "id_card", "application_form_senior_allowance", "payee_statement"])
def test_only_papers_that_are_asked_for_can_be_handed_in(county, alice, key):
    application = alice.begin()
    assert alice.hand_in(application, key).status_code == 404


def test_an_unknown_item_or_field_does_not_exist(county, alice):
    application = alice.begin()
    assert alice.get("start", "no_such_item").status_code == 404
    assert alice.get("field", application.public_id, "no_such_field").status_code == 404
    assert alice.get("question", application.public_id, "agent").status_code == 404


def test_typed_html_is_shown_as_text(county, alice):
    application = alice.begin()
    alice.post("field", application.public_id, "bank_name", bank_name="<script>alert(1)</script>")
    page = alice.get("check", application.public_id).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
