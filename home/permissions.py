"""What somebody may do with a page, as the lists of the back office ask it of every row."""

from __future__ import annotations

from wagtail.models import PagePermissionTester


class PublicPagePermissions(PagePermissionTester):
    """Wagtail's answers, without its two queries for each row an editor sees: she deletes drafts and nothing that is
    public, and a page with nothing below it says itself whether it is."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if self._edits_only:
            if self.page.live:
                return False
            if self.page.is_leaf():
                return True
        return bool(super().can_delete(ignore_bulk))

    @property
    def _edits_only(self) -> bool:
        """May change the page, and leaves publishing to others."""
        if not self.user.is_active or self.user.is_superuser or self.page_is_root:
            return False
        return "change" in self.permissions and "publish" not in self.permissions
