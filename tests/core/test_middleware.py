import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.http import HttpResponse
from django.urls import path

from core.middleware import LONGEST_ADDRESS

# The kept pages of the portal ask the database for their generation.
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


def echo(request):
    return HttpResponse(f"read {sorted(request.POST)} {[(f.name, f.size) for f in request.FILES.values()]}")


def null_in_database(request):
    raise ValueError("A string literal cannot contain NUL (0x00) characters.")


def too_large(request):
    raise OverflowError("Python int too large to convert to SQLite INTEGER")


def too_large_elsewhere(request):
    raise DataError('value "99999999999999999999" is out of range for type bigint: bigint out of range')


def defect(request):
    raise ValueError("a defect of our own")


def unreadable(request, exception=None):
    return HttpResponse("cannot read", status=400)


handler400 = unreadable
urlpatterns = [
    path("echo", echo),
    path("null", null_in_database),
    path("large", too_large),
    path("larger", too_large_elsewhere),
    path("defect", defect),
    path("<str:name>", echo),
]


def test_an_ordinary_form_passes(client):
    assert b"read ['name']" in client.post("/echo", {"name": "䶮😀" * 20_000}).content


@pytest.mark.parametrize("address", ["/echo?q=%00", "/echo?a=1&%00=2", "/ec%00ho"])
def test_null_bytes_in_the_address_are_answered(client, address):
    response = client.get(address)
    assert (response.status_code, response.content) == (400, b"cannot read")


@pytest.mark.parametrize("form", [{"name": "a\0b"}, {"a\0b": "1"}])
def test_null_bytes_in_a_form_are_answered(client, form):
    assert client.post("/echo", form).status_code == 400
    assert (
        client.post("/echo", "name=a%00b", content_type="application/x-www-form-urlencoded; charset=utf-8").status_code
        == 400
    )


def test_a_null_byte_that_reached_the_database_is_answered(client):
    assert client.get("/null").status_code == 400


@pytest.mark.parametrize("address", ["/large", "/larger"])
def test_a_number_that_no_column_holds_is_answered(client, address):
    response = client.get(address)
    assert (response.status_code, response.content) == (400, b"cannot read")


def test_our_own_defects_are_not_hidden(client):
    with pytest.raises(ValueError, match="defect"):
        client.get("/defect")


def test_endless_addresses_are_answered(client):
    assert client.get("/echo?q=" + "a" * LONGEST_ADDRESS).status_code == 414


def test_a_body_beyond_all_measure_is_answered_unread(client, settings):
    settings.REQUEST_BODY_LIMIT = 1000
    assert client.post("/echo", {"name": "a" * 2000}).status_code == 413


def test_too_many_fields_are_answered(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    assert client.post("/echo", {f"f{number}": "1" for number in range(20)}).status_code == 400


def test_too_much_text_is_answered(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert client.post("/echo", {"name": "a" * 200}).status_code == 400


def test_a_file_beyond_the_limit_reaches_the_form_without_its_content(client, settings):
    settings.UPLOAD_LIMIT = 1000
    large = SimpleUploadedFile("a.pdf", b"x" * 300_000)
    small = SimpleUploadedFile("b.pdf", b"y" * 900)
    content = client.post("/echo", {"name": "王", "one": large, "two": small}).content.decode()
    assert "('a.pdf', 300000)" in content
    assert "('b.pdf', 900)" in content
    assert "['name']" in content
