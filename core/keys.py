"""Secrets made on first use and kept in files of mode 600. Imported by settings, so without Django."""

import os
import secrets
from pathlib import Path


def load_or_make_secret(directory: Path, name: str) -> str:
    """The secret `name` below `directory`; made once even when several processes ask at the same moment."""
    path = Path(directory) / f"{name}.secret"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_suffix(f".{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)  # fails if another process was first: then its secret counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
