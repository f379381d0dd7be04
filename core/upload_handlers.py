from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from core.upload_rules import upload_limit


class OversizeUploadHandler(FileUploadHandler):
    """Reads on but keeps nothing of a file beyond the limit, so that the form itself can say what was wrong.

    Stands first in FILE_UPLOAD_HANDLERS. Cutting the connection instead would show the browser's own error page, and
    what was typed beside the file would be lost. The form gets a file with the true size and no content, which
    `store_upload` refuses by its size.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._limit = upload_limit()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start + len(raw_data) <= self._limit else None

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        if file_size <= self._limit:
            return None
        return UploadedFile(BytesIO(), self.file_name, self.content_type, file_size, self.charset)
