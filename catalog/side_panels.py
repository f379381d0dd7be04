"""Beside the editing form: everything the gate would refuse, each with the way to its tab."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from catalog.findings import Finding, findings


class GateSidePanel(BaseSidePanel):
    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show the check before publishing")
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "count": len(self.panel.found)}

    name = "gate"
    title = _("Check before publishing")
    template_name = "catalog/admin/gate_panel.html"
    order = 150

    @cached_property
    def found(self) -> list[Finding]:
        return findings(self.object)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "found": self.found, "path": self.request.path}
